/**
 * The tables on PostgreSQL, as numbered forward-only migrations: those of SQLite, and what keeps them. A
 * migration that has been released is never edited: a new one is added. Times are milliseconds since the
 * epoch. Texts are ordered by their bytes, as on SQLite.
 */
import type { Database, Sql } from './database.ts';
import { KEPT_BY_THE_DATABASE } from './schema-kept.ts';
import { TABLES_OF_POSTGRES } from './schema-tables.ts';
import { WORKERS } from './schema-workers.ts';

export const MIGRATIONS: readonly string[] = [TABLES_OF_POSTGRES, KEPT_BY_THE_DATABASE, WORKERS];

/** Any number that no other program on that database takes for its own lock. */
const MIGRATION_LOCK = 4_611_202_417;

/**
 * Brings a database to schema `upTo`, the newest if none is said; throws if it was written by a newer
 * Atalaya. `name`: the schema (in PostgreSQL's sense) to be made where it is missing.
 */
export async function migrate(
  database: Database,
  name?: string,
  upTo = MIGRATIONS.length,
): Promise<void> {
  await database.transaction(async (sql) => {
    // Two servers that start at once go one after the other.
    await sql.rows('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    if (name !== undefined) await sql.run(`CREATE SCHEMA IF NOT EXISTS ${name}`);
    await sql.run('CREATE TABLE IF NOT EXISTS schema_version (version integer NOT NULL)');
    const version = await versionOf(sql);
    if (version > MIGRATIONS.length) {
      throw new Error(
        `this desk has schema ${version}, newer than this Atalaya's ${MIGRATIONS.length}: update Atalaya`,
      );
    }
    for (let next = version; next < upTo; next++) {
      await sql.run(MIGRATIONS[next]!);
      await sql.run('DELETE FROM schema_version');
      await sql.run('INSERT INTO schema_version VALUES ($1)', [next + 1]);
    }
  });
}

async function versionOf(sql: Sql): Promise<number> {
  const row = await sql.row<{ version: number }>('SELECT version FROM schema_version');
  return row?.version ?? 0;
}

/** The tables by name, for the page that documents them. */
export const TABLES: readonly string[] = [
  ...MIGRATIONS.join('\n').matchAll(/CREATE TABLE "?(\w+)"?/g),
].map((match) => match[1]!);
