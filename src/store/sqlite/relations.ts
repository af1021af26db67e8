/** Relations of states, from the rows that the database keeps of each reading. */
import type Database from 'better-sqlite3';
import type { RelationRow, RelationStore } from '../relations.ts';

export function relationReads(db: Database.Database): RelationStore {
  const found = `FROM relation AS one
    WHERE (from_state, to_state) IN (VALUES (@a, @b), (@b, @a))
      AND (reader = @reader OR NOT EXISTS (
        SELECT 1 FROM reading AS other WHERE other.article_id = one.article_id
          AND (other.reader = @reader OR other.reader < one.reader)))`;
  const count = db.prepare(`SELECT count(*) ${found}`).pluck();
  const list = db.prepare(
    `SELECT article_id AS article, reader, kind, place, from_state AS "from", to_state AS "to" FROM (
       SELECT * ${found}) AS one JOIN article ON article.id = one.article_id
     ORDER BY published_earliest IS NULL, published_earliest DESC, article.seq, kind, place,
       from_state, to_state
     LIMIT @limit`,
  );
  return {
    relationsBetween: async ({ a, b }, reader, limit) => ({
      total: count.get({ a, b, reader }) as number,
      rows: list.all({ a, b, reader, limit }) as RelationRow[],
    }),
  };
}
