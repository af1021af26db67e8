/** Reading of articles and captures. */
import type Database from 'better-sqlite3';
import type { Article } from '../../domain/article.ts';
import type { ArticleId, CaptureId, CascadeId } from '../../domain/ids.ts';
import { type ArticleRow, articleOfRow, type CaptureRow, captureOfRow } from '../rows.ts';
import type { ArticleText, Store } from '../store.ts';

type ArticleReads = Pick<
  Store,
  | 'countArticles'
  | 'articlesAt'
  | 'textsAt'
  | 'firstVersions'
  | 'articlesByIds'
  | 'capturesByIds'
  | 'idsLike'
>;

/** Rows read at a time: a cursor kept open would forbid writing on the same connection. */
const PAGE = 500;

/** All articles in the order in which they were kept, page by page. */
export async function* readArticles(db: Database.Database): AsyncGenerator<Article> {
  const page = db.prepare('SELECT * FROM article WHERE seq > ? ORDER BY seq LIMIT ?');
  let after = 0;
  for (;;) {
    const rows = page.all(after, PAGE) as (ArticleRow & { seq: number })[];
    for (const row of rows) yield articleOfRow(row);
    if (rows.length < PAGE) return;
    after = rows[rows.length - 1]!.seq;
  }
}

/** `seq` counts from 1 without gaps: articles are never deleted, and a batch is kept whole or not. */
function rowAt(statement: Database.Statement, row: number): unknown {
  const found = statement.get(row + 1);
  if (found === undefined) throw new Error(`the desk holds no article in row ${row}`);
  return found;
}

export function articleReads(db: Database.Database): ArticleReads {
  const byIds = db.prepare('SELECT * FROM article WHERE id IN (SELECT value FROM json_each(?))');
  const captures = db.prepare('SELECT * FROM capture WHERE id IN (SELECT value FROM json_each(?))');
  const like = db.prepare(
    `SELECT id FROM article WHERE id >= @low AND id < @high
     UNION ALL SELECT id FROM cascade WHERE id >= @low AND id < @high LIMIT @limit`,
  );
  const count = db.prepare('SELECT count(*) FROM article').pluck();
  const bySeq = db.prepare('SELECT * FROM article WHERE seq = ?');
  const versions = db.prepare(
    `SELECT seq - 1 AS "row", first - 1 AS "first" FROM article
     JOIN (SELECT key AS shared, min(seq) AS first FROM article GROUP BY key HAVING count(*) > 1)
       ON key = shared WHERE seq > first ORDER BY seq`,
  );
  const textBySeq = db.prepare('SELECT domain, text FROM article WHERE seq = ?');
  return {
    countArticles: async () => count.get() as number,
    articlesAt: async (rows) => rows.map((row) => articleOfRow(rowAt(bySeq, row) as ArticleRow)),
    textsAt: async (rows) => rows.map((row) => rowAt(textBySeq, row) as ArticleText),
    firstVersions: async () => {
      const rows = versions.all() as { row: number; first: number }[];
      return new Map(rows.map(({ row, first }) => [row, first]));
    },
    articlesByIds: async (ids) => {
      const rows = byIds.all(JSON.stringify(ids)) as ArticleRow[];
      return new Map(rows.map((row) => [row.id as ArticleId, articleOfRow(row)]));
    },
    capturesByIds: async (ids) => {
      const rows = captures.all(JSON.stringify(ids)) as CaptureRow[];
      return new Map(rows.map((row) => [row.id as CaptureId, captureOfRow(row)]));
    },
    // Ids are hexadecimal, so that 'g' is above every continuation of a prefix.
    idsLike: async (prefix, limit) =>
      like.pluck().all({ low: prefix, high: `${prefix}g`, limit }) as (ArticleId | CascadeId)[],
  };
}
