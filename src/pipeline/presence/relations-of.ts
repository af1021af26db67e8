/** What the desk's readings tell of two states: positions and visits, the newest of them. */
import type { RelationsView } from '../../domain/presence-views.ts';
import type { StateCode } from '../../domain/reading.ts';
import { newestFirst, relationOf } from '../../presence/relations.ts';
import { BUILT_IN_READER } from '../../read/read.ts';
import type { Desk } from '../desk.ts';

/** Relations whose articles and readings are read; all are counted. */
const READ = 200;

const READER = BUILT_IN_READER.split('@')[0]!;

/** Positions and visits between two states, in either direction. */
export async function relationsOf(
  { store }: Desk,
  a: StateCode,
  b: StateCode,
): Promise<RelationsView> {
  const { total, rows } = await store.relationsBetween({ a, b }, READER, READ);
  const ids = [...new Set(rows.map(({ article }) => article))];
  const articles = await store.articlesByIds(ids);
  const readings = await store.readingsOf(ids);
  const found = rows.flatMap((row) => {
    const reading = readings
      .get(row.article)
      ?.find(({ reader }) => reader.split('@')[0] === row.reader);
    const article = articles.get(row.article);
    const view = reading && article && relationOf(row, reading, article);
    return view === undefined ? [] : [view];
  });
  return { total, read: found.length, newest: newestFirst(found) };
}
