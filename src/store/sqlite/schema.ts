/**
 * The tables, as numbered forward-only migrations. A migration that has been released is never
 * edited: a new one is added. Times are milliseconds since the epoch.
 */
import type Database from 'better-sqlite3';
import { DESK } from './schema-desk.ts';
import { EVIDENCE } from './schema-evidence.ts';

export const MIGRATIONS: readonly string[] = [...EVIDENCE, ...DESK];

/**
 * Brings a database to schema `upTo`, the newest if none is said; throws if it was written by a newer
 * Atalaya.
 */
export function migrate(db: Database.Database, upTo = MIGRATIONS.length): void {
  const version = versionOf(db);
  if (version > MIGRATIONS.length) {
    throw new Error(
      `this desk has schema ${version}, newer than this Atalaya's ${MIGRATIONS.length}: update Atalaya`,
    );
  }
  if (version >= upTo) return;
  db.transaction(() => {
    // Read again under the lock: another process may have been at it in the meantime.
    for (let next = versionOf(db); next < upTo; next++) {
      db.exec(MIGRATIONS[next]!);
      db.pragma(`user_version = ${next + 1}`);
    }
  }).immediate();
}

const versionOf = (db: Database.Database): number =>
  db.pragma('user_version', { simple: true }) as number;

/** The tables by name, for the page that documents them. */
export const TABLES: readonly string[] = [
  ...MIGRATIONS.join('\n').matchAll(/CREATE (?:VIRTUAL )?TABLE (\w+)/g),
].map((match) => match[1]!);
