import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { articleOn, batchOf } from '../rows.fixture.ts';
import { describeStore } from '../store.contract.ts';
import { migrate, TABLES } from './schema.ts';
import { openSqlite } from './sqlite.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'atalaya-sqlite-'));
  path = join(folder, 'desk.sqlite');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describeStore('SQLite in memory', async () => ({
  store: openSqlite(':memory:'),
  cleanUp: () => {},
}));

describeStore('SQLite in a file', async () => {
  const own = mkdtempSync(join(tmpdir(), 'atalaya-sqlite-'));
  return {
    store: openSqlite(join(own, 'desk.sqlite')),
    cleanUp: () => rmSync(own, { recursive: true, force: true }),
  };
});

/** The names and definitions of all that a database holds. */
function schemaOf(db: Database.Database): unknown[] {
  return db.prepare('SELECT type, name, sql FROM sqlite_master ORDER BY name').all();
}

describe('openSqlite', () => {
  it('finds what was saved before it was closed', async () => {
    const first = openSqlite(path);
    await first.saveBatch(batchOf(['one']));
    await first.close();
    const second = openSqlite(path);
    expect(await second.articlesByIds([articleOn('one').id])).toEqual(
      new Map([[articleOn('one').id, articleOn('one')]]),
    );
    await second.close();
  });

  it('lets one read while another writes, and shows whole batches only', async () => {
    const writer = openSqlite(path);
    const reader = openSqlite(path);
    await writer.saveBatch(batchOf(['one', 'two']));
    expect(await reader.counts()).toMatchObject({ articles: 2 });
    await writer.saveBatch(batchOf(['three']));
    expect(await reader.counts()).toMatchObject({ articles: 3 });
    await writer.close();
    await reader.close();
  });

  it('names a file that is no database, and lets go of it', () => {
    writeFileSync(path, 'this is a letter and no database, however long it may be'.repeat(20));
    expect(() => openSqlite(path)).toThrow(
      expect.objectContaining({
        message: `the database ${path} cannot be used`,
        cause: expect.objectContaining({ message: 'file is not a database' }),
      }),
    );
  });

  it('names a database that it may not open', () => {
    expect(() => openSqlite(folder)).toThrow(`the database ${folder} cannot be used`);
  });

  it('refuses a newer schema and changes nothing in it', () => {
    const newer = new Database(path);
    newer.exec('CREATE TABLE tomorrow (x)');
    newer.pragma('user_version = 99');
    const before = schemaOf(newer);
    expect(() => openSqlite(path)).toThrow(
      expect.objectContaining({
        cause: expect.objectContaining({
          message: expect.stringMatching(
            /^this desk has schema 99, newer than this Atalaya's \d+: update Atalaya$/,
          ),
        }),
      }),
    );
    expect(schemaOf(newer)).toEqual(before);
    newer.close();
  });
});

describe('migrate', () => {
  it('does nothing the second time', async () => {
    const store = openSqlite(path);
    await store.saveBatch(batchOf(['one']));
    await store.close();
    const db = new Database(path);
    const before = schemaOf(db);
    migrate(db);
    expect(schemaOf(db)).toEqual(before);
    expect(db.prepare('SELECT count(*) FROM article').pluck().get()).toBe(1);
    db.close();
  });

  it('lets nobody change or delete an entry of the ledger', () => {
    const db = new Database(path);
    migrate(db);
    db.exec("INSERT INTO ledger_entry VALUES (1, 'a', 'RU', 'MX', '{}')");
    expect(() => db.exec("UPDATE ledger_entry SET body = ''")).toThrow(/only grows/);
    expect(() => db.exec('DELETE FROM ledger_entry')).toThrow(/only grows/);
    db.close();
  });

  it('makes articles of an earlier schema findable by their words', async () => {
    const { id, key, url = null, domain, outlet, title, text, language } = articleOn('lighthouse');
    const old = new Database(path);
    migrate(old, 5);
    old.exec("INSERT INTO capture VALUES ('c', 'd', 'text/plain', 1, 0, 'o', 'f', 0, 1)");
    old
      .prepare(
        `INSERT INTO article (id, key, capture_id, url, domain, outlet, title, text, language, captured_at)
         VALUES (?, ?, 'c', ?, ?, ?, ?, ?, ?, 0)`,
      )
      .run(id, key, url, domain, outlet, title, text, language);
    old.close();
    const store = openSqlite(path);
    expect(await store.articlesWith(['light'], 9)).toEqual([id]);
    await store.close();
  });

  it('lets nobody delete an alert, or change the log of what was done with it', () => {
    const db = new Database(path);
    migrate(db);
    db.exec("INSERT INTO alert VALUES (1, 'a', 'i', 'burst', 'low', 'new', 1, 0, 0, 0, '{}')");
    db.exec("INSERT INTO alert_event VALUES (1, 'a', 0, 'desk', 'raised', '{}')");
    expect(() => db.exec('DELETE FROM alert')).toThrow(/never deleted/);
    expect(() => db.exec("UPDATE alert_event SET by = 'x'")).toThrow(/only grows/);
    expect(() => db.exec('DELETE FROM alert_event')).toThrow(/only grows/);
    db.close();
  });

  it('looks again once it has the lock: another process may have been first', () => {
    const db = new Database(path);
    const other = new Database(path);
    const version = db.pragma.bind(db);
    let asked = 0;
    // The other one comes in between the first look and the transaction.
    db.pragma = (source, options) => {
      const answer = version(source, options);
      if (asked++ === 0) migrate(other);
      return answer;
    };
    migrate(db);
    expect(schemaOf(db)).toEqual(schemaOf(other));
    db.close();
    other.close();
  });
});

describe('TABLES', () => {
  it('lists the tables that exist', () => {
    const db = new Database(path);
    migrate(db);
    const tables = db
      .prepare(
        `SELECT name FROM pragma_table_list
         WHERE schema = 'main' AND type IN ('table', 'virtual') AND name NOT LIKE 'sqlite_%'`,
      )
      .pluck()
      .all();
    expect([...TABLES].sort()).toEqual(tables.sort());
    db.close();
  });
});
