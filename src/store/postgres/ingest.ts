/** Writing of an ingest: captures, articles, doubts and the fate of every item, batch by batch. */
import type { ArticleId, CaptureId, ItemId } from '../../domain/ids.ts';
import type { ArchiveEnd, Batch, ItemFate } from '../batch.ts';
import { itemValues, rowOfArticle, rowOfCapture } from '../rows.ts';
import type { Store } from '../store.ts';
import type { Sql } from './database.ts';
import { insertRows, lastOf, replacing } from './insert.ts';
import { vectorOf } from './words.ts';

type IngestWrites = Pick<Store, 'knownItems' | 'knownArticles' | 'saveBatch' | 'archiveEnd'>;

export function ingestWrites(sql: Sql): IngestWrites {
  return {
    knownItems: async (ids) => {
      const rows = await sql.rows<{ id: ItemId; fate: ItemFate['kind'] }>(
        'SELECT id, fate FROM item WHERE id = ANY($1)',
        [ids],
      );
      return new Map(rows.map(({ id, fate }) => [id, fate]));
    },
    knownArticles: async (ids) => {
      const rows = await sql.rows<{ id: ArticleId; capture: CaptureId }>(
        'SELECT id, capture_id AS capture FROM article WHERE id = ANY($1)',
        [ids],
      );
      return new Map(rows.map(({ id, capture }) => [id, capture]));
    },
    saveBatch: (batch) => sql.transaction((inner) => writeBatch(inner, batch)),
    archiveEnd: () => archiveEnd(sql),
  };
}

async function archiveEnd(sql: Sql): Promise<ArchiveEnd | undefined> {
  const stated = await sql.row<{ value: string }>(
    "SELECT value FROM setting WHERE name = 'archive-end'",
  );
  if (stated !== undefined) return JSON.parse(stated.value) as ArchiveEnd;
  return sql.row<ArchiveEnd>(
    `SELECT archive_file AS file, max(archive_offset + archive_length) AS length
     FROM capture WHERE archive_file = (SELECT max(archive_file) FROM capture)
     GROUP BY archive_file`,
  );
}

/** Held while a batch is written: any number that no other program on that database takes. */
const BATCH_LOCK = 4_611_202_418;

const CAPTURES = {
  table: 'capture',
  columns: `id text, digest text, media_type text, length bigint, captured_at bigint, origin text, archive_file text, archive_offset bigint, archive_length bigint`,
};

const ARTICLES = {
  table: 'article',
  columns: `seq bigint, id text, key text, capture_id text, url text, domain text, outlet text, title text, text text, language text, published_earliest bigint, published_latest bigint, published_precision text, published_zone text, seen_earliest bigint, seen_latest bigint, seen_precision text, seen_zone text, captured_at bigint, modified_earliest bigint, modified_latest bigint, modified_precision text, modified_zone text, authors text, based_on text`,
};

const ITEMS = {
  table: 'item',
  columns: `id text, file text, line bigint, capture_id text, fate text, article_id text, refusal_kind text, refusal_detail text, refusal_value text`,
  onConflict: replacing('id', [
    ...['file', 'line', 'capture_id', 'fate', 'article_id'],
    ...['refusal_kind', 'refusal_detail', 'refusal_value'],
  ]),
};

/** Writes a batch inside the caller's transaction. */
export async function writeBatch(sql: Sql, batch: Batch): Promise<void> {
  await insertRows(
    sql,
    CAPTURES,
    batch.captures.map((one) => Object.values(rowOfCapture(one))),
  );
  await writeArticles(sql, batch.articles);
  const items = lastOf(batch.items, ({ id }) => id);
  await insertRows(sql, ITEMS, items.map(itemValues));
  if (batch.archiveEnd !== undefined) {
    await setSetting(sql, 'archive-end', JSON.stringify(batch.archiveEnd));
  }
}

export async function setSetting(sql: Sql, name: string, value: string): Promise<void> {
  await sql.run(
    'INSERT INTO setting VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
    [name, value],
  );
}

async function writeArticles(sql: Sql, articles: Batch['articles']): Promise<void> {
  if (articles.length === 0) return;
  // Places in the order of keeping have no gaps, whoever else writes: a sequence would leave some.
  await sql.rows('SELECT pg_advisory_xact_lock($1)', [BATCH_LOCK]);
  const { last } = (await sql.row<{ last: number }>(
    'SELECT coalesce(max(seq), 0) AS last FROM article',
  ))!;
  await insertRows(
    sql,
    ARTICLES,
    articles.map(({ article }, i) => [last + 1 + i, ...Object.values(rowOfArticle(article))]),
  );
  await insertRows(
    sql,
    { table: 'article_words', columns: 'seq bigint, words tsvector' },
    articles.map(({ article }, i) => [last + 1 + i, vectorOf(article.title, article.text)]),
  );
  await insertRows(
    sql,
    { table: 'doubt', columns: 'article_id text, kind text, value text' },
    articles.flatMap(({ article, doubts }) =>
      doubts.map(({ kind, value }) => [article.id, kind, value]),
    ),
  );
}
