import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrate } from './schema.ts';
import { RELATIONS } from './schema-relations.ts';

it('makes the rows of readings that were there before the table', () => {
  const db = new Database(':memory:');
  migrate(db);
  db.exec('DROP TRIGGER reading_related; DROP VIEW read_relation; DROP TABLE relation');
  const party = (state: string) => ({ span: { begin: 0, end: 1 }, state });
  const positions = [{ holder: party('MX'), towards: party('RU') }];
  db.pragma('foreign_keys = OFF');
  db.prepare("INSERT INTO reading VALUES ('a', 'own', '1', ?)").run(
    JSON.stringify({ mentions: [], events: [], positions }),
  );
  db.exec(RELATIONS);
  const all = 'SELECT article_id, kind, place, from_state, to_state FROM relation';
  expect(db.prepare(all).raw().all()).toEqual([['a', 'position', 0, 'MX', 'RU']]);
  db.close();
});
