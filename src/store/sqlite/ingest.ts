/** Writing of an ingest: captures, articles, doubts and the fate of every item, batch by batch. */
import type Database from 'better-sqlite3';
import type { ArticleId, CaptureId, ItemId } from '../../domain/ids.ts';
import type { ArchiveEnd, Batch, ItemFate } from '../batch.ts';
import { itemValues, rowOfArticle, rowOfCapture } from '../rows.ts';
import type { Store } from '../store.ts';

type IngestWrites = Pick<Store, 'knownItems' | 'knownArticles' | 'saveBatch' | 'archiveEnd'>;

export function ingestWrites(db: Database.Database): IngestWrites {
  const lastRecord = db.prepare(
    `SELECT archive_file AS file, max(archive_offset + archive_length) AS length
     FROM capture WHERE archive_file = (SELECT max(archive_file) FROM capture)`,
  );
  const fates = db.prepare(
    'SELECT id, fate FROM item WHERE id IN (SELECT value FROM json_each(?))',
  );
  const articles = db.prepare(
    `SELECT id, capture_id AS capture FROM article
     WHERE id IN (SELECT value FROM json_each(?))`,
  );
  const stated = db.prepare("SELECT value FROM setting WHERE name = 'archive-end'").pluck();
  const save = db.transaction(batchWriter(db)).immediate;
  return {
    knownItems: async (ids) => {
      const rows = fates.all(JSON.stringify(ids)) as { id: ItemId; fate: ItemFate['kind'] }[];
      return new Map(rows.map(({ id, fate }) => [id, fate]));
    },
    knownArticles: async (ids) => {
      const rows = articles.all(JSON.stringify(ids)) as { id: ArticleId; capture: CaptureId }[];
      return new Map(rows.map(({ id, capture }) => [id, capture]));
    },
    saveBatch: async (batch) => save(batch),
    archiveEnd: async () => {
      const end = stated.get() as string | undefined;
      if (end !== undefined) return JSON.parse(end) as ArchiveEnd;
      const row = lastRecord.get() as { file: string | null; length: number };
      return row.file === null ? undefined : { file: row.file, length: row.length };
    },
  };
}

/** Writes a batch inside the caller's transaction. */
export function batchWriter(db: Database.Database): (batch: Batch) => void {
  const capture = db.prepare(
    `INSERT INTO capture VALUES (@id, @digest, @media_type, @length, @captured_at, @origin,
       @archive_file, @archive_offset, @archive_length)`,
  );
  const article = db.prepare(
    `INSERT INTO article (id, key, capture_id, url, domain, outlet, title, text, language,
       published_earliest, published_latest, published_precision, published_zone,
       seen_earliest, seen_latest, seen_precision, seen_zone, captured_at,
       modified_earliest, modified_latest, modified_precision, modified_zone, authors, based_on)
     VALUES (@id, @key, @capture_id, @url, @domain, @outlet, @title, @text, @language,
       @published_earliest, @published_latest, @published_precision, @published_zone,
       @seen_earliest, @seen_latest, @seen_precision, @seen_zone, @captured_at,
       @modified_earliest, @modified_latest, @modified_precision, @modified_zone, @authors,
       @based_on)`,
  );
  const doubt = db.prepare('INSERT INTO doubt VALUES (?, ?, ?)');
  const item = db.prepare('INSERT OR REPLACE INTO item VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const end = db.prepare("INSERT OR REPLACE INTO setting VALUES ('archive-end', ?)");
  return (batch) => {
    for (const one of batch.captures) capture.run(rowOfCapture(one));
    for (const one of batch.articles) {
      article.run(rowOfArticle(one.article));
      for (const { kind, value } of one.doubts) doubt.run(one.article.id, kind, value ?? null);
    }
    for (const one of batch.items) item.run(...itemValues(one));
    if (batch.archiveEnd !== undefined) end.run(JSON.stringify(batch.archiveEnd));
  };
}
