import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { migrate } from './schema.ts';

/** The schema that was released before accounts had a log that only grows. */
const BEFORE = 14;
const ADD = `INSERT INTO account_event (at, by, action, account) VALUES (1, 'local', 'added', 'ana')`;
const rows = (db: Database.Database) => db.prepare('SELECT by FROM account_event').pluck().all();

describe('the log of accounts', () => {
  it.each([
    'UPDATE account_event SET by = "nobody"',
    'DELETE FROM account_event',
    'DELETE FROM account_event WHERE seq = 1',
  ])('refuses %s', (sql) => {
    const db = new Database(':memory:');
    migrate(db);
    db.exec(ADD);
    expect(() => db.exec(sql.replaceAll('"', "'"))).toThrow('the log of accounts only grows');
    db.exec(ADD);
    expect(rows(db)).toEqual(['local', 'local']);
    db.close();
  });

  it('keeps what stood there, on desks that are older', () => {
    const db = new Database(':memory:');
    migrate(db, BEFORE);
    db.exec(ADD);
    migrate(db);
    expect(rows(db)).toEqual(['local']);
    expect(() => db.exec('DELETE FROM account_event')).toThrow('only grows');
    db.close();
  });
});
