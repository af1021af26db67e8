/** Entries of the ledger from what articles state: every reading once; what is known stays as it is. */

import type { Article } from '../../domain/article.ts';
import { type ArticleId, entryIdOf } from '../../domain/ids.ts';
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
  const total = await desk.store.countArticles();
  const refused: Partial<Record<CountRefusal, number>> = {};
  const entries: LedgerEntry[] = [];
  let counts = 0;
  let done = 0;
  const enter = async (page: readonly Article[]): Promise<void> => {
    const readings = await desk.store.readingsOf(page.map(({ id }) => id));
    for (const article of page) {
      const reading = readingOf(readings, article.id);
      if (reading === undefined || reading.counts.length === 0) continue;
      counts += reading.counts.length;
      const read = entriesOfReading(reading, article);
      for (const { reason } of read.refused) refused[reason] = (refused[reason] ?? 0) + 1;
      for (const { draft, evidence } of read.entries) {
        const { begin, end } = evidence.span;
        const id = entryIdOf(JSON.stringify(draft), `${article.id as ArticleId}#${begin}-${end}`);
        entries.push({ ...draft, id, evidence });
      }
    }
    done += page.length;
    onProgress?.(done, total);
  };
  let page: Article[] = [];
  for await (const article of desk.store.articles()) {
    page.push(article);
    if (page.length < PAGE) continue;
    await enter(page);
    page = [];
  }
  await enter(page);
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
