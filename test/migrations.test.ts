/** Each schema that was ever released, with rows in all of its tables, becomes the newest and loses none. */
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { connect, type Database as Server } from '../src/store/postgres/database.ts';
import {
  migrate as migratePostgres,
  MIGRATIONS as ON_POSTGRES,
} from '../src/store/postgres/schema.ts';
import { newDatabase, SERVER } from '../src/store/postgres/server.fixture.ts';
import { migrate as migrateSqlite, MIGRATIONS as ON_SQLITE } from '../src/store/sqlite/schema.ts';

const versions = (list: readonly string[]): number[] => list.map((_, i) => i + 1);

/** A value that stands in a column; JSON where the column holds some. */
function cellOf(column: string, type: string, row: number): string | number | Uint8Array {
  if (column === 'id' && type !== 'TEXT' && type !== 'text') return 1;
  if (/INT|int/.test(type)) return row;
  if (/BLOB|bytea/.test(type)) return new Uint8Array([row, 0, 255]);
  if (column === 'passages' || column === 'authors' || column === 'based_on') return '[]';
  return column === 'body' ? `{"echoes":[],"counts":[],"row":${row}}` : `${column} ${row}`;
}

describe('a desk on SQLite', () => {
  it.each(versions(ON_SQLITE))('of schema %i keeps every row', (version) => {
    const db = new Database(':memory:');
    db.pragma('foreign_keys = OFF');
    migrateSqlite(db, version);
    const names = db
      .prepare(
        `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'
           AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'article_words%' AND name <> 'article_facet'
         ORDER BY name`,
      )
      .pluck()
      .all() as string[];
    const before = new Map(names.map((name) => [name, filled(db, name)]));
    migrateSqlite(db);
    for (const [name, { columns, rows }] of before) {
      const is = db.prepare(`SELECT ${columns} FROM ${name} ORDER BY ${columns}`).all();
      expect([name, is]).toEqual([name, rows]);
    }
    expect(db.pragma('quick_check', { simple: true })).toBe('ok');
    db.close();
  });

  function filled(db: Database.Database, name: string) {
    const info = db.prepare('SELECT name, type FROM pragma_table_info(?)').all(name) as {
      name: string;
      type: string;
    }[];
    const columns = info.map((column) => `"${column.name}"`).join(', ');
    const marks = info.map(() => '?').join(', ');
    const add = db.prepare(`INSERT OR IGNORE INTO ${name} (${columns}) VALUES (${marks})`);
    for (const row of [1, 2]) add.run(info.map((one) => cellOf(one.name, one.type, row)));
    const rows = db.prepare(`SELECT ${columns} FROM ${name} ORDER BY ${columns}`).all();
    expect([name, rows.length > 0]).toEqual([name, true]);
    return { columns, rows };
  }
});

describe.skipIf(SERVER === undefined)('a desk on PostgreSQL', () => {
  it.each(versions(ON_POSTGRES))('of schema %i keeps every row', async (version) => {
    const { url, drop } = newDatabase();
    const db = connect(url);
    try {
      const schema = new URL(url).searchParams.get('schema')!;
      await migratePostgres(db, schema, version);
      const before = await filled(db, schema);
      expect(before.size).toBeGreaterThan(20);
      await migratePostgres(db, schema);
      for (const [name, rows] of before) {
        expect([name, await rowsOf(db, name)]).toEqual([name, rows]);
      }
    } finally {
      await db.close();
      await drop();
    }
  });

  const rowsOf = (db: Server, name: string): Promise<unknown[]> =>
    db.rows(`SELECT * FROM "${name}" ORDER BY 1, 2`);

  /** One row in each table, those that others refer to first. */
  async function filled(db: Server, schema: string): Promise<Map<string, unknown[]>> {
    const tables = await db.rows<{ name: string; column: string; type: string; made: string }>(
      `SELECT table_name AS name, column_name AS column, data_type AS type, is_generated AS made
       FROM information_schema.columns WHERE table_schema = $1 AND table_name <> 'schema_version'
       ORDER BY table_name, ordinal_position`,
      [schema],
    );
    const names = [...new Set(tables.map(({ name }) => name))];
    const first = ['capture', 'article', 'alert', 'account'];
    const order = [...first, ...names.filter((name) => !first.includes(name))];
    const before = new Map<string, unknown[]>();
    for (const name of order.filter((one) => !['article_facet', 'article_words'].includes(one))) {
      const columns = tables.filter((one) => one.name === name && one.made === 'NEVER');
      const values = columns.map(({ column, type }) => referred(column) ?? cellOf(column, type, 1));
      const typed = columns.map(({ type }, i) => `$${i + 1}${type === 'ARRAY' ? '::text[]' : ''}`);
      await db.run(
        `INSERT INTO "${name}" (${columns.map(({ column }) => `"${column}"`).join(', ')})
         VALUES (${typed.join(', ')})`,
        values.map((value, i) =>
          columns[i]!.type === 'ARRAY'
            ? []
            : columns[i]!.type.startsWith('timestamp')
              ? '2024-09-01'
              : value,
        ),
      );
      before.set(name, await rowsOf(db, name));
    }
    return before;
  }

  /** What a column refers to. */
  function referred(column: string): string | undefined {
    const known: Readonly<Record<string, string>> = {
      capture_id: 'id 1',
      article_id: 'id 1',
      alert: 'id 1',
      account: 'name 1',
    };
    return known[column];
  }
});
