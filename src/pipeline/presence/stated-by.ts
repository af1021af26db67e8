/** The ledger as it could be read on a day: looking back must not see what came later. */
import type { LedgerEntry } from '../../domain/ledger.ts';

/** Entries that may be of this moment (milliseconds since the epoch) or before it; those without a day, too. */
export function statedBy(entries: readonly LedgerEntry[], until: number): readonly LedgerEntry[] {
  const day = new Date(until).toISOString().slice(0, 10);
  return entries.filter(({ asOf }) => asOf === undefined || asOf.first <= day);
}
