/** What other programs wrote: a reader's list of feeds, another platform's bundle, another desk's export. */
import { z } from 'zod';
import { foreign } from '../export/terminal/ink.ts';
import { counted, figure } from '../export/wording.ts';
import { type ExchangeImported, importExchange } from '../pipeline/exchange/import-exchange.ts';
import { isExchange } from '../pipeline/exchange/told-exchange.ts';
import { type ImportedSources, importSources } from '../pipeline/watch/list-exchange.ts';
import { tracing } from './ingest.ts';
import { operation } from './operation.ts';
import { reading } from './read.ts';

const watch = z.string().default('watch.yaml').describe('of OPML and CSV: the watch list');

export const importOperation = operation({
  input: z.object({
    file: z
      .string()
      .min(1)
      .describe('STIX, FollowTheMoney or JSON Lines of a desk; or OPML, or CSV with addresses'),
    watch,
  }),
  positional: 'file',
  creates: true,
  deskless: 'optional',
  run: async (input, context): Promise<ExchangeImported | ImportedSources> => {
    if (!(await isExchange(input.file))) return importSources(input.file, input.watch);
    if (!context.hasDesk) {
      throw new Error(
        `${input.file} is for a desk, and there is none: make one with atalaya ingest, or name one with --desk`,
      );
    }
    const imported = await importExchange(context.desk, input.file);
    if (imported.articles.newArticles > 0) {
      await tracing(context, false);
      await reading(context);
    }
    return imported;
  },
  text: (output) => ('kind' in output ? exchangeText(output) : sourcesText(output)),
});

function sourcesText({ added, known, refused, watch: list }: ImportedSources): string {
  return [
    `Added ${counted(added, 'source')} to ${list}; ${figure(known)} were there already, ${figure(refused.length)} refused.`,
    ...refused.map(({ place, reason }) => `${foreign(place)}: ${foreign(reason)}`),
  ].join('\n');
}

function exchangeText(imported: ExchangeImported): string {
  const { articles, checks, entries, facts, leads, own, repeated, known, passed } = imported;
  const passing = Object.entries(passed).map(([type, n]) => `${figure(n)} ${foreign(type)}`);
  return [
    `${counted(articles.newArticles, 'new article')}, ${counted(checks.added, 'new fact-check')}, ${counted(entries.added, 'new entry', 'new entries')} of the ledger.`,
    ...(facts.list === undefined
      ? []
      : [
          `${counted(facts.count, 'fact')} on outlets in ${facts.list}: name that file under outlet-lists of your watch list.`,
        ]),
    ...(leads.list === undefined
      ? []
      : [
          `${counted(leads.count, 'page')} named without their text in ${leads.list}: atalaya fetch ${leads.list}`,
        ]),
    ...(own > 0 ? [`${figure(own)} made by a desk like this one: no new source.`] : []),
    ...(known > 0 ? [`${figure(known)} that this desk has already.`] : []),
    ...(repeated > 0 ? [`${figure(repeated)} the same again.`] : []),
    ...(passing.length > 0 ? [`Nothing that a desk keeps: ${passing.join(', ')}.`] : []),
    ...(imported.refused > 0 ? [`${figure(imported.refused)} could not be read:`] : []),
    ...imported.refusals.map((line) => `  ${foreign(line)}`),
  ].join('\n');
}
