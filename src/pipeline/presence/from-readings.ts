/** Entries of the ledger from what articles state: every reading once; what is known stays as it is. */

import { entryIdOf } from '../../domain/ids.ts';
import type { LedgerEntry } from '../../domain/ledger.ts';
import { type CountRefusal, entriesOfReading } from '../../presence/from-reading.ts';
import type { Desk } from '../desk.ts';
import { readingOf } from '../judge/own-reading.ts';

/** Articles whose readings are held at a time. */
const PAGE = 500;

export interface ReadingsEntered {
  readonly counts: number;
  readonly added: number;
  /** Counts that are no entries, by why. */
  readonly refused: Readonly<Partial<Record<CountRefusal, number>>>;
}

/** Adds what the desk's readings state. Takes the writer lock where there is anything to add. */
export async function enterReadings(
  desk: Desk,
  onProgress?: (done: number, total: number) => void,
): Promise<ReadingsEntered> {
  const ids = await desk.store.articlesWithCounts();
  const refused: Partial<Record<CountRefusal, number>> = {};
  const entries: LedgerEntry[] = [];
  let counts = 0;
  for (let from = 0; from < ids.length; from += PAGE) {
    const page = ids.slice(from, from + PAGE);
    const articles = await desk.store.articlesByIds(page);
    const readings = await desk.store.readingsOf(page);
    for (const article of articles.values()) {
      const reading = readingOf(readings, article.id);
      if (reading === undefined) continue;
      counts += reading.counts.length;
      const read = entriesOfReading(reading, article);
      for (const { reason } of read.refused) refused[reason] = (refused[reason] ?? 0) + 1;
      for (const { draft, evidence } of read.entries) {
        const { begin, end } = evidence.span;
        const id = entryIdOf(JSON.stringify(draft), `${article.id}#${begin}-${end}`);
        entries.push({ ...draft, id, evidence });
      }
    }
    onProgress?.(Math.min(ids.length, from + PAGE), ids.length);
  }
  return { counts, added: await addNew(desk, entries), refused };
}

async function addNew(desk: Desk, entries: readonly LedgerEntry[]): Promise<number> {
  const known = await desk.store.knownEntries(entries.map(({ id }) => id));
  const fresh = entries.filter(({ id }) => !known.has(id));
  if (fresh.length === 0) return 0;
  const lock = await desk.lock('presence');
  try {
    return await desk.store.saveEntries({ captures: [], entries: fresh });
  } finally {
    lock.release();
  }
}
