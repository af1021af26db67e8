/** The ledger of presence as it leaves the desk: what stands, small counts as ranges. */
import type { ExportEntry } from '../../domain/exports.ts';
import { shownBounds } from '../../presence/small-counts.ts';
import { standing } from '../../presence/superseding.ts';
import type { Store } from '../../store/store.ts';
import { entryView } from '../presence/entry-view.ts';
import { pairsIn } from './pairs.ts';

/** All entries that no other one corrects, in the order in which the ledger holds them. */
export async function entryRecords(store: Store): Promise<ExportEntry[]> {
  const entries = standing(await store.entries());
  const articles = await store.articlesByIds(
    entries.flatMap(({ evidence }) => ('article' in evidence ? [evidence.article] : [])),
  );
  return entries.map((entry) => {
    const { sender, host, measure, unit, scope, number, evidence } = entry;
    const article = 'article' in evidence ? articles.get(evidence.article) : undefined;
    return {
      kind: 'entry',
      ...{ sender, host, measure, unit, scope },
      entry: entryView(entry),
      bounds: number && shownBounds(number),
      pairs: article === undefined ? {} : pairsIn([article]),
    };
  });
}
