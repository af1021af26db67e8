/** SQLite as one side of a copy. It also says which tables there are. */
import Database from 'better-sqlite3';
import { migrate, TABLES } from '../sqlite/schema.ts';
import {
  type Cell,
  COPYING,
  type CopyEnd,
  DERIVED,
  type Row,
  type TableShape,
  WORDS,
} from './copied-tables.ts';
import type { Tables } from './copy-desk.ts';

const COPIED = TABLES.filter((name) => name !== WORDS && !DERIVED.includes(name));

/** Opens the database at `path`, and makes its tables where there are none. */
export function sqliteEnd(path: string): CopyEnd & { readonly tables: Tables } {
  const db = new Database(path, { timeout: 10_000 });
  db.pragma('journal_mode = WAL');
  // References hold once all is there; a desk that refers to what it lacks is found by the comparison.
  db.pragma('foreign_keys = OFF');
  migrate(db);
  const setting = db.prepare('SELECT value FROM setting WHERE name = ?').pluck();
  return {
    shown: path,
    tables: {
      copied: COPIED.map((name) => shape(db, name)),
      derived: DERIVED.map((name) => shape(db, name)),
    },
    read: async (table, after, limit) => read(db, table, after, limit),
    write: async (table, rows) => write(db, table, rows),
    last: async (table) => last(db, table),
    clear: async ({ name }) => void db.exec(`DELETE FROM ${name}`),
    isEmpty: async () =>
      COPIED.every((name) => db.prepare(`SELECT 1 FROM ${name} LIMIT 1`).get() === undefined),
    setting: async (name) => setting.get(name) as string | undefined,
    setSetting: async (name, value) => {
      if (value === undefined) db.prepare('DELETE FROM setting WHERE name = ?').run(name);
      else db.prepare('INSERT OR REPLACE INTO setting VALUES (?, ?)').run(name, value);
    },
    finish: async () => undefined,
    close: async () => void db.close(),
  };
}

interface ColumnInfo {
  readonly name: string;
  readonly type: string;
  /** Place in the primary key, from 1; 0: none. */
  readonly pk: number;
}

const TYPES = { TEXT: 'text', INTEGER: 'bigint', BLOB: 'bytea' } as const;

function shape(db: Database.Database, name: string): TableShape {
  const columns = db
    .prepare('SELECT name, type, pk FROM pragma_table_info(?)')
    .all(name) as ColumnInfo[];
  const key = columns
    .map(({ pk }, at) => ({ pk, at }))
    .filter(({ pk }) => pk > 0)
    .sort((a, b) => a.pk - b.pk)
    .map(({ at }) => at);
  return {
    name,
    columns: columns.map((one) => ({ name: one.name, type: TYPES[one.type as 'TEXT'] })),
    key,
  };
}

const listed = ({ columns }: TableShape): string =>
  columns.map(({ name }) => `"${name}"`).join(', ');
const keyed = ({ columns, key }: TableShape): string[] => key.map((at) => `"${columns[at]!.name}"`);

function read(
  db: Database.Database,
  table: TableShape,
  after: Row | undefined,
  limit: number,
): Row[] {
  const key = keyed(table);
  // Rows that may repeat have no key, but a place.
  if (key.length === 0) return readByPlace(db, table, after, limit);
  const behind = `(${key.join(', ')}) > (${key.map(() => '?').join(', ')})`;
  const rows = db
    .prepare(
      `SELECT ${listed(table)} FROM ${table.name} ${after === undefined ? '' : `WHERE ${behind}`}
       ORDER BY ${key.join(', ')} LIMIT ?`,
    )
    .raw();
  const values = after === undefined ? [] : table.key.map((at) => after[at]!);
  return rows.all(...values, limit) as Cell[][];
}

/** The last rows that were read, by table: where in the table they stand. */
const places = new WeakMap<Row, number>();

function readByPlace(
  db: Database.Database,
  table: TableShape,
  after: Row | undefined,
  limit: number,
): Row[] {
  const rows = db
    .prepare(
      `SELECT rowid, ${listed(table)} FROM ${table.name} WHERE rowid > ? ORDER BY rowid LIMIT ?`,
    )
    .raw()
    .all((after && places.get(after)) ?? 0, limit) as Cell[][];
  return rows.map(([place, ...row]) => {
    places.set(row, place as number);
    return row;
  });
}

function write(db: Database.Database, table: TableShape, rows: readonly Row[]): void {
  const marks = table.columns.map(() => '?').join(', ');
  const add = db.prepare(`INSERT INTO ${table.name} (${listed(table)}) VALUES (${marks})`);
  db.transaction(() => {
    for (const row of rows) add.run(...row);
  }).immediate();
}

function last(db: Database.Database, table: TableShape): Row | undefined {
  const key = keyed(table);
  if (key.length === 0) return undefined;
  const order = key.map((name) => `${name} DESC`).join(', ');
  const marked = table.name === 'setting' ? `WHERE name <> '${COPYING}'` : '';
  return db
    .prepare(`SELECT ${listed(table)} FROM ${table.name} ${marked} ORDER BY ${order} LIMIT 1`)
    .raw()
    .get() as Cell[] | undefined;
}

/** Copies a database that is in use, as it stands at one moment. */
export async function backUpSqlite(from: string, to: string): Promise<void> {
  const db = new Database(from, { readonly: true, timeout: 10_000 });
  try {
    await db.backup(to);
  } finally {
    db.close();
  }
}
