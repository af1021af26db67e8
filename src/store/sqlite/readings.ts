/** What readers made of articles, and who is quoted. */
import type Database from 'better-sqlite3';
import type { ArticleId } from '../../domain/ids.ts';
import type { Reading } from '../../domain/reading.ts';
import { foldName, partsOf } from '../reader-name.ts';
import { type ArticleRow, articleOfRow } from '../rows.ts';
import type { ReadingCounts, SpeakerRow, StatementRow, Store } from '../store.ts';

type ReadingTables = Pick<
  Store,
  | 'unread'
  | 'saveReadings'
  | 'readingsOf'
  | 'articlesWithCounts'
  | 'readingCounts'
  | 'languages'
  | 'speakers'
  | 'statementsOf'
  | 'articlesQuoting'
>;

export function readingTables(db: Database.Database): ReadingTables {
  const save = readingSaver(db);
  const readings = db
    .prepare(
      `SELECT article_id, body FROM reading
       WHERE article_id IN (SELECT value FROM json_each(?)) ORDER BY article_id, reader`,
    )
    .raw();
  const counting = db
    .prepare(
      `SELECT DISTINCT article_id FROM reading WHERE json_array_length(body, '$.counts') > 0
       ORDER BY article_id`,
    )
    .pluck();
  return {
    ...readingQueries(db),
    articlesWithCounts: async () => counting.all() as ArticleId[],
    unread: unreadArticles(db),
    saveReadings: async (rows) => save(rows),
    readingsOf: async (ids) => {
      const found = new Map<ArticleId, Reading[]>();
      for (const [id, body] of readings.all(JSON.stringify(ids)) as [ArticleId, string][]) {
        const known = found.get(id);
        const reading = JSON.parse(body) as Reading;
        if (known === undefined) found.set(id, [reading]);
        else known.push(reading);
      }
      return found;
    },
  };
}

type Queries = Pick<
  Store,
  'readingCounts' | 'languages' | 'speakers' | 'statementsOf' | 'articlesQuoting'
>;

function readingQueries(db: Database.Database): Queries {
  const counts = db.prepare(
    `SELECT (SELECT count(*) FROM reading WHERE reader = @name AND version = @version) AS articles,
       (SELECT count(*) FROM statement WHERE reader = @name) AS statements`,
  );
  const languages = db.prepare(
    `SELECT language, count(*) AS articles FROM article_facet
     GROUP BY language ORDER BY articles DESC, language`,
  );
  const speakers = db.prepare(
    `SELECT entity, max(named) AS most, name, sum(named) AS statements, sum(articles) AS articles
     FROM (SELECT entity, name, count(*) AS named, count(DISTINCT article_id) AS articles
           FROM statement GROUP BY entity, name)
     WHERE entity IN (SELECT entity FROM statement WHERE instr(folded, @part) > 0)
     GROUP BY entity ORDER BY statements DESC, entity LIMIT @limit`,
  );
  const statements = db.prepare(
    `SELECT s.article_id AS article, s.reader || '@' || r.version AS reader, s.place
     FROM statement s JOIN article a ON a.id = s.article_id
     JOIN reading r ON r.article_id = s.article_id AND r.reader = s.reader
     WHERE s.entity = ?
     ORDER BY a.published_latest IS NULL, a.published_latest DESC, a.seq, s.reader, s.place
     LIMIT ? OFFSET ?`,
  );
  const quoting = db
    .prepare(
      // Sorted behind the limit: one who is quoted everywhere is not looked up everywhere.
      `SELECT id FROM
         (SELECT DISTINCT a.id, a.seq FROM statement AS s CROSS JOIN article AS a ON a.id = s.article_id
          WHERE s.entity = @entity AND published_latest >= @from AND published_earliest <= @to
          LIMIT @limit)
       ORDER BY seq`,
    )
    .pluck();
  const quotingAmong = db
    .prepare(
      `SELECT a.id FROM json_each(@among) JOIN article AS a ON a.id = value
       WHERE published_latest >= @from AND published_earliest <= @to
         AND EXISTS (SELECT 1 FROM statement WHERE article_id = a.id AND entity = @entity)
       ORDER BY seq LIMIT @limit`,
    )
    .pluck();
  return {
    readingCounts: async (reader) => counts.get(partsOf(reader)) as ReadingCounts,
    languages: async () => languages.all() as { language: string; articles: number }[],
    speakers: async (part, limit) =>
      (speakers.all({ part: foldName(part), limit }) as (SpeakerRow & { most: number })[]).map(
        ({ entity, name, statements: many, articles }) => ({
          entity,
          name,
          statements: many,
          articles,
        }),
      ),
    statementsOf: async (entity, limit, offset) =>
      statements.all(entity, limit, offset) as StatementRow[],
    articlesQuoting: async ({ among, ...query }) =>
      (among === undefined
        ? quoting.all(query)
        : quotingAmong.all({ ...query, among: JSON.stringify(among) })) as ArticleId[],
  };
}

function unreadArticles(db: Database.Database): Store['unread'] {
  const unread = db.prepare(
    `SELECT article.* FROM article
     LEFT JOIN reading ON article_id = article.id AND reader = @name AND version = @version
     WHERE seq > @from AND seq <= @to AND article_id IS NULL
       AND language IN (SELECT value FROM json_each(@languages))
     ORDER BY seq LIMIT @limit`,
  );
  return async ({ reader, languages, from, to = Number.MAX_SAFE_INTEGER, limit }) => {
    const rows = unread.all({
      ...partsOf(reader),
      languages: JSON.stringify(languages),
      from,
      to,
      limit,
    }) as (ArticleRow & { seq: number })[];
    return rows.map((row) => ({ row: row.seq - 1, article: articleOfRow(row) }));
  };
}

function readingSaver(db: Database.Database): (readings: readonly Reading[]) => void {
  const drop = db.prepare('DELETE FROM statement WHERE article_id = ? AND reader = ?');
  const reading = db.prepare('INSERT OR REPLACE INTO reading VALUES (?, ?, ?, ?)');
  const statement = db.prepare('INSERT INTO statement VALUES (?, ?, ?, ?, ?, ?)');
  return db.transaction((readings: readonly Reading[]) => {
    for (const one of readings) {
      const { name, version } = partsOf(one.reader);
      drop.run(one.article, name);
      reading.run(one.article, name, version, JSON.stringify(one));
      for (const [place, { source }] of one.attributions.entries()) {
        if (source?.entity === undefined) continue;
        const who = source.name ?? source.text;
        statement.run(one.article, name, place, source.entity, who, foldName(who));
      }
    }
  }).immediate;
}
