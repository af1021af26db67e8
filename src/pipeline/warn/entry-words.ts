/** An entry of the ledger in one line; fewer than three people are a range, as everywhere. */
import type { LedgerEntry } from '../../domain/ledger.ts';
import { shownCount } from '../../presence/small-counts.ts';

/** `XV in XS: 71 accredited, country (Diplomatic list, 2024-07-16)`. */
export function entryWords({
  sender,
  host,
  number,
  unit,
  scope,
  asOf,
  source,
}: LedgerEntry): string {
  const count = number === undefined ? 'some' : shownCount(number);
  const day = asOf === undefined ? '' : `, ${asOf.last}`;
  return `${sender} in ${host}: ${count} ${unit}, ${scope} (${source.name}${day})`;
}
