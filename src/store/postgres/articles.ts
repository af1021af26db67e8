/** Reading of articles and captures. */
import type { Article } from '../../domain/article.ts';
import type { ArticleId, CaptureId, CascadeId } from '../../domain/ids.ts';
import { type ArticleRow, articleOfRow, type CaptureRow, captureOfRow } from '../rows.ts';
import type { ArticleText, Store } from '../store.ts';
import type { Sql } from './database.ts';

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

/** Rows read at a time: a cursor would hold a connection. */
const PAGE = 500;

/** All articles in the order in which they were kept, page by page. */
export async function* readArticles(sql: Sql): AsyncGenerator<Article> {
  let after = 0;
  for (;;) {
    const rows = await sql.rows<ArticleRow & { seq: number }>(
      'SELECT * FROM article WHERE seq > $1 ORDER BY seq LIMIT $2',
      [after, PAGE],
    );
    for (const row of rows) yield articleOfRow(row);
    if (rows.length < PAGE) return;
    after = rows[rows.length - 1]!.seq;
  }
}

export function articleReads(sql: Sql): ArticleReads {
  return {
    // As many as the last one's place says: there are no gaps, and counting would look at each.
    countArticles: async () =>
      (await sql.row<{ n: number }>('SELECT coalesce(max(seq), 0) AS n FROM article'))!.n,
    articlesAt: async (rows) => (await atRows<ArticleRow>(sql, '*', rows)).map(articleOfRow),
    textsAt: (rows) => atRows<ArticleText>(sql, 'domain, text', rows),
    firstVersions: async () => {
      const rows = await sql.rows<{ row: number; first: number }>(
        `SELECT seq - 1 AS "row", first - 1 AS "first" FROM article
         JOIN (SELECT key AS shared, min(seq) AS first FROM article GROUP BY key
               HAVING count(*) > 1) AS several
           ON key = shared WHERE seq > first ORDER BY seq`,
      );
      return new Map(rows.map(({ row, first }) => [row, first]));
    },
    articlesByIds: async (ids) => {
      const rows = await sql.rows<ArticleRow>('SELECT * FROM article WHERE id = ANY($1)', [ids]);
      return new Map(rows.map((row) => [row.id as ArticleId, articleOfRow(row)]));
    },
    capturesByIds: async (ids) => {
      const rows = await sql.rows<CaptureRow>('SELECT * FROM capture WHERE id = ANY($1)', [ids]);
      return new Map(rows.map((row) => [row.id as CaptureId, captureOfRow(row)]));
    },
    idsLike: async (prefix, limit) => {
      // Ids are hexadecimal, so that 'g' is above every continuation of a prefix.
      const rows = await sql.rows<{ id: ArticleId | CascadeId }>(
        `SELECT id FROM article WHERE id >= $1 AND id < $2
         UNION ALL SELECT id FROM cascade WHERE id >= $1 AND id < $2 LIMIT $3`,
        [prefix, `${prefix}g`, limit],
      );
      return rows.map(({ id }) => id);
    },
  };
}

/** `seq` counts from 1 without gaps: articles are never deleted, and a batch is kept whole or not. */
async function atRows<Row>(sql: Sql, columns: string, rows: readonly number[]): Promise<Row[]> {
  const found = await sql.rows<Row & { seq: number }>(
    `SELECT seq, ${columns} FROM article WHERE seq = ANY($1::bigint[])`,
    [[...new Set(rows)].map((row) => row + 1)],
  );
  const bySeq = new Map(found.map(({ seq, ...row }) => [seq, row as Row]));
  return rows.map((row) => {
    const one = bySeq.get(row + 1);
    if (one === undefined) throw new Error(`the desk holds no article in row ${row}`);
    return one;
  });
}
