/** PostgreSQL as one side of a copy. */
import type { Reading } from '../../domain/reading.ts';
import { connect, type Sql, settingsOf } from '../postgres/database.ts';
import { insertRows } from '../postgres/insert.ts';
import { shownAddress } from '../postgres/postgres.ts';
import { RELATION, relationRows } from '../postgres/relations.ts';
import { addReprints } from '../postgres/reprints.ts';
import { migrate, TABLES } from '../postgres/schema.ts';
import { vectorOf } from '../postgres/words.ts';
import { storedCascade } from '../stored-cascade.ts';
import { type Cell, COPYING, type CopyEnd, type Row, type TableShape } from './copied-tables.ts';

/** Opens the database, and makes its tables where there are none. */
export async function postgresEnd(url: string): Promise<CopyEnd> {
  const db = connect(url);
  const shown = shownAddress(url);
  try {
    await migrate(db, settingsOf(url).schema);
  } catch (cause) {
    await db.close();
    throw new Error(`the database ${shown} cannot be used`, { cause });
  }
  return endOver(db, shown, () => db.close());
}

/** Gives `use` the database as it stands at one moment, whoever writes meanwhile; only to be read. */
export async function postgresSnapshot<T>(
  url: string,
  use: (end: CopyEnd) => Promise<T>,
): Promise<T> {
  const db = connect(url);
  try {
    return await db.transaction(async (sql) => {
      await sql.run('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
      return use(endOver(sql, shownAddress(url), async () => {}));
    });
  } finally {
    await db.close();
  }
}

function endOver(db: Sql, shown: string, close: () => Promise<void>): CopyEnd {
  return {
    shown,
    read: (table, after, limit) => read(db, table, after, limit),
    write: (table, rows) => write(db, table, rows),
    last: async (table) => (await ordered(db, table, 'DESC', undefined, 1))[0],
    clear: async ({ name }) => void (await db.run(`DELETE FROM "${name}"`)),
    isEmpty: () => isEmpty(db),
    setting: async (name) =>
      (await db.row<{ value: string }>('SELECT value FROM setting WHERE name = $1', [name]))?.value,
    setSetting: async (name, value) => {
      await db.run('DELETE FROM setting WHERE name = $1', [name]);
      if (value !== undefined) await db.run('INSERT INTO setting VALUES ($1, $2)', [name, value]);
    },
    finish: () => finish(db),
    close,
  };
}

async function isEmpty(db: Sql): Promise<boolean> {
  for (const name of TABLES) {
    if (name === 'schema_version') continue;
    if ((await db.row(`SELECT 1 FROM "${name}" LIMIT 1`)) !== undefined) return false;
  }
  return true;
}

const listed = ({ columns }: TableShape): string =>
  columns.map(({ name }) => `"${name}"`).join(', ');

async function read(
  db: Sql,
  table: TableShape,
  after: Row | undefined,
  limit: number,
): Promise<Row[]> {
  if (table.key.length > 0) return ordered(db, table, 'ASC', after, limit);
  // Rows that may repeat have no key, but a place.
  const rows = await db.rows<Record<string, Cell> & { place: string }>(
    `SELECT ctid::text AS place, ${listed(table)} FROM "${table.name}"
     WHERE ctid > $1::tid ORDER BY ctid LIMIT $2`,
    [(after && places.get(after)) ?? '(0,0)', limit],
  );
  return rows.map((row) => {
    const one = cells(table, row);
    places.set(one, row.place);
    return one;
  });
}

/** Where in the table rows without a key stand. */
const places = new WeakMap<Row, string>();

async function ordered(
  db: Sql,
  table: TableShape,
  direction: 'ASC' | 'DESC',
  after: Row | undefined,
  limit: number,
): Promise<Row[]> {
  if (table.key.length === 0) return [];
  const key = table.key.map((at) => `"${table.columns[at]!.name}"`);
  const behind = `(${key.join(', ')}) > (${key.map((_, i) => `$${i + 2}`).join(', ')})`;
  const where = [
    ...(after === undefined ? [] : [behind]),
    ...(table.name === 'setting' ? [`name <> '${COPYING}'`] : []),
  ];
  const rows = await db.rows<Record<string, Cell>>(
    `SELECT ${listed(table)} FROM "${table.name}"
     ${where.length === 0 ? '' : `WHERE ${where.join(' AND ')}`}
     ORDER BY ${key.map((name) => `${name} ${direction}`).join(', ')} LIMIT $1`,
    [limit, ...(after === undefined ? [] : table.key.map((at) => after[at]!))],
  );
  return rows.map((row) => cells(table, row));
}

const cells = ({ columns }: TableShape, row: Record<string, Cell>): Cell[] =>
  columns.map(({ name }) => row[name]!);

async function write(db: Sql, table: TableShape, rows: readonly Row[]): Promise<void> {
  const columns = table.columns.map(({ name, type }) => `"${name}" ${type}`).join(', ');
  const named = (row: Row): Record<string, Cell> =>
    Object.fromEntries(table.columns.map(({ name }, at) => [name, row[at]!]));
  await db.transaction(async (sql) => {
    await insertRows(sql, { table: `"${table.name}"`, columns }, rows);
    await FOLLOWING[table.name]?.(sql, rows.map(named));
  });
}

/** What SQLite makes of rows by itself. */
const FOLLOWING: Readonly<
  Record<string, (sql: Sql, rows: readonly Record<string, Cell>[]) => Promise<unknown>>
> = {
  article: (sql, rows) =>
    insertRows(
      sql,
      { table: 'article_words', columns: 'seq bigint, words tsvector' },
      rows.map(({ seq, title, text }) => [seq, vectorOf(String(title), String(text))]),
    ),
  reading: (sql, rows) =>
    insertRows(
      sql,
      RELATION,
      rows.flatMap(({ body }) => relationRows(JSON.parse(String(body)) as Reading)),
    ),
  cascade: (sql, rows) =>
    addReprints(
      sql,
      rows.map(({ body }) => storedCascade(String(body))),
    ),
};

/** Places that the server gives go on behind those that were copied; and what the words are looked up by. */
async function finish(db: Sql): Promise<void> {
  for (const name of TABLES) {
    const { sequence } = (await db.row<{ sequence: string | null }>(
      `SELECT pg_get_serial_sequence(c.table_schema || '."' || c.table_name || '"', 'seq') AS sequence
       FROM information_schema.columns c
       WHERE table_schema = current_schema() AND table_name = $1 AND column_name = 'seq'`,
      [name],
    )) ?? { sequence: null };
    if (sequence === null) continue;
    await db.rows(`SELECT setval($1, (SELECT coalesce(max(seq), 0) + 1 FROM "${name}"), false)`, [
      sequence,
    ]);
  }
  await db.run('ANALYZE');
}
