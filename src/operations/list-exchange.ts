/** A watch list's sources from and to other programs. */
import { z } from 'zod';
import { foreign } from '../export/terminal/ink.ts';
import { counted, figure } from '../export/wording.ts';
import { type ImportedSources, importSources } from '../pipeline/watch/list-exchange.ts';
import { operation } from './operation.ts';

const watch = z.string().default('watch.yaml').describe('the watch list; default ./watch.yaml');

export const importOperation = operation({
  name: 'import',
  summary: 'Add the sources of an OPML or CSV file to a watch list',
  input: z.object({
    file: z.string().min(1).describe('OPML of a feed reader, or CSV with a column of addresses'),
    watch,
  }),
  positional: 'file',
  creates: true,
  deskless: 'always',
  run: async (input): Promise<ImportedSources> => importSources(input.file, input.watch),
  text: ({ added, known, refused, watch: list }) =>
    [
      `Added ${counted(added, 'source')} to ${list}; ${figure(known)} were there already, ${figure(refused.length)} refused.`,
      ...refused.map(({ place, reason }) => `${foreign(place)}: ${foreign(reason)}`),
    ].join('\n'),
});
