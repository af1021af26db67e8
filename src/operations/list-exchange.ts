/** A watch list's sources from and to other programs. */
import { z } from 'zod';
import { foreign } from '../export/terminal/ink.ts';
import { counted, figure } from '../export/wording.ts';
import {
  exportSources,
  type ImportedSources,
  importSources,
} from '../pipeline/watch/list-exchange.ts';
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

export interface ExportedSources {
  readonly mediaType: 'text/x-opml' | 'text/csv';
  readonly text: string;
}

export const exportOperation = operation({
  name: 'export',
  summary: 'Write the sources of a watch list as OPML or CSV',
  input: z.object({
    watch,
    format: z.enum(['opml', 'csv']).default('opml').describe('opml for feed readers, or csv'),
  }),
  positional: 'watch',
  creates: true,
  deskless: 'always',
  run: async (input): Promise<ExportedSources> => ({
    mediaType: input.format === 'opml' ? 'text/x-opml' : 'text/csv',
    text: await exportSources(input.watch, input.format),
  }),
  text: ({ text }, { writtenTo }) => (writtenTo === undefined ? text : `Wrote ${writtenTo}.`),
});
