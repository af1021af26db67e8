/** An entry of the ledger as it is shown. */
import type { LedgerEntry } from '../../domain/ledger.ts';
import type { EntryView } from '../../domain/presence-views.ts';
import { shownCount } from '../../presence/small-counts.ts';

export function entryView(entry: LedgerEntry): EntryView {
  const { id, number, asOf, kind, source, stated, note, evidence } = entry;
  const count = number && shownCount(number);
  return { id, count, asOf, kind, source, stated, note, evidence };
}
