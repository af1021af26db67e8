/**
 * The store on PostgreSQL: many processes on many machines read and write one desk. Writes are transactions
 * of the caller's size, a round trip for each table. What a schema holds is one desk.
 */
import { COPYING, refuseHalf } from '../copy/copied-tables.ts';
import type { Store } from '../store.ts';
import { alertTables } from './alerts.ts';
import { articleReads, readArticles } from './articles.ts';
import { connect, settingsOf } from './database.ts';
import { ingestWrites } from './ingest.ts';
import { judgeTables } from './judging.ts';
import { ledgerTables } from './ledger.ts';
import { noticeTables } from './notices.ts';
import { peopleTables } from './people.ts';
import { readingTables } from './readings.ts';
import { relationReads } from './relations.ts';
import { reprintReads } from './reprints.ts';
import { migrate } from './schema.ts';
import { searchTables } from './search.ts';
import { summaries } from './summaries.ts';
import { traceIndex } from './trace-index.ts';
import { traceTables } from './traces.ts';
import { warningReads } from './warning.ts';
import { watchTables } from './watching.ts';

/**
 * Opens a desk's database, and makes its tables where there are none; throws, naming it without its
 * password, where it cannot be reached or is newer than this Atalaya. `url`: see `settingsOf`.
 */
export async function openPostgres(url: string): Promise<Store> {
  const database = connect(url);
  try {
    await migrate(database, settingsOf(url).schema);
  } catch (cause) {
    await database.close();
    throw new Error(`the database ${shownAddress(url)} cannot be used`, { cause });
  }
  const text = 'SELECT value FROM setting WHERE name = $1';
  const half = await database.row<{ value: string }>(text, [COPYING]);
  if (half !== undefined) {
    await database.close();
    refuseHalf(shownAddress(url), half.value);
  }
  return {
    ...ingestWrites(database),
    ...articleReads(database),
    ...summaries(database),
    ...traceTables(database),
    ...traceIndex(database),
    ...readingTables(database),
    ...relationReads(database),
    ...reprintReads(database),
    ...watchTables(database),
    ...judgeTables(database),
    ...ledgerTables(database),
    ...alertTables(database),
    ...noticeTables(database),
    ...peopleTables(database),
    ...warningReads(database),
    ...searchTables(database),
    articles: () => readArticles(database),
    close: () => database.close(),
  };
}

/** A database's address without name and password. */
export function shownAddress(url: string): string {
  if (!URL.canParse(url)) return 'of DATABASE_URL';
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname}`;
}
