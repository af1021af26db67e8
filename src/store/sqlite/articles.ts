/** Reading of articles and captures. */
import type Database from 'better-sqlite3';
import type { Article } from '../../domain/article.ts';
import type { ArticleId, CaptureId, CascadeId } from '../../domain/ids.ts';
import type { Store } from '../store.ts';
import { type ArticleRow, articleOfRow, type CaptureRow, captureOfRow } from './rows.ts';

type ArticleReads = Pick<Store, 'articlesByIds' | 'capturesByIds' | 'idsLike'>;

/** Rows read at a time: a cursor kept open would forbid writing on the same connection. */
const PAGE = 2000;

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

export function articleReads(db: Database.Database): ArticleReads {
  const byIds = db.prepare('SELECT * FROM article WHERE id IN (SELECT value FROM json_each(?))');
  const captures = db.prepare('SELECT * FROM capture WHERE id IN (SELECT value FROM json_each(?))');
  const like = db.prepare(
    `SELECT id FROM article WHERE id >= @low AND id < @high
     UNION ALL SELECT id FROM cascade WHERE id >= @low AND id < @high LIMIT @limit`,
  );
  return {
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
