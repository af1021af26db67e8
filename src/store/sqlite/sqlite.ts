/**
 * The store on SQLite (better-sqlite3, WAL): one file, no server. Writes are transactions in a batch
 * of the caller's size; reading goes on beside a writer. 1 M rows in about half a second.
 */
import Database from 'better-sqlite3';
import { COPYING, refuseHalf } from '../copy/copied-tables.ts';
import type { Store } from '../store.ts';
import { alertTables } from './alerts.ts';
import { articleReads, readArticles } from './articles.ts';
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
 * Opens or creates the desk's database; throws, naming it, if it is damaged or newer than this
 * Atalaya. `:memory:` gives one that is gone when it is closed.
 */
export function openSqlite(path: string): Store {
  const db = connect(path);
  const half = db.prepare('SELECT value FROM setting WHERE name = ?').pluck().get(COPYING);
  if (half !== undefined) {
    db.close();
    refuseHalf(path, String(half));
  }
  return {
    ...ingestWrites(db),
    ...articleReads(db),
    ...summaries(db),
    ...traceTables(db),
    ...traceIndex(db),
    ...readingTables(db),
    ...relationReads(db),
    ...reprintReads(db),
    ...watchTables(db),
    ...judgeTables(db),
    ...ledgerTables(db),
    ...alertTables(db),
    ...noticeTables(db),
    ...peopleTables(db),
    ...warningReads(db),
    ...searchTables(db),
    articles: () => readArticles(db),
    close: async () => {
      db.close();
    },
  };
}

function connect(path: string): Database.Database {
  let db: Database.Database | undefined;
  try {
    db = new Database(path, { timeout: 10_000 });
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = NORMAL');
    db.pragma('foreign_keys = ON');
    db.pragma('cache_size = -65536');
    migrate(db);
    return db;
  } catch (cause) {
    db?.close();
    throw new Error(`the database ${path} cannot be used`, { cause });
  }
}
