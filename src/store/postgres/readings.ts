/** What readers made of articles, and who is quoted. */
import type { ArticleId } from '../../domain/ids.ts';
import type { Reading } from '../../domain/reading.ts';
import { foldName, partsOf } from '../reader-name.ts';
import { type ArticleRow, articleOfRow } from '../rows.ts';
import type { ReadingCounts, SpeakerRow, StatementRow, Store } from '../store.ts';
import type { Sql, SqlScalar } from './database.ts';
import { insertRows, lastOf, replacing } from './insert.ts';
import { RELATION, relationRows } from './relations.ts';

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

export function readingTables(sql: Sql): ReadingTables {
  return {
    ...speakerQueries(sql),
    unread: unreadArticles(sql),
    saveReadings: (readings) => sql.transaction((inner) => saveReadings(inner, readings)),
    readingsOf: (ids) => readingsOf(sql, ids),
    articlesWithCounts: async () => {
      const rows = await sql.rows<{ id: ArticleId }>(
        `SELECT DISTINCT article_id AS id FROM reading
         WHERE json_array_length(body::json -> 'counts') > 0 ORDER BY id`,
      );
      return rows.map(({ id }) => id);
    },
    readingCounts: async (reader) => {
      const { name, version } = partsOf(reader);
      const row = await sql.row<ReadingCounts>(
        `SELECT (SELECT count(*) FROM reading WHERE reader = $1 AND version = $2) AS articles,
           (SELECT count(*) FROM statement WHERE reader = $1) AS statements`,
        [name, version],
      );
      return row!;
    },
    languages: () =>
      sql.rows<{ language: string; articles: number }>(
        `SELECT language, count(*) AS articles FROM article_facet
         GROUP BY language ORDER BY articles DESC, language`,
      ),
  };
}

const SPEAKERS = `WITH named AS (
    SELECT entity, name, count(*) AS named, count(DISTINCT article_id) AS articles FROM statement
    WHERE entity IN (SELECT entity FROM statement WHERE strpos(folded, $1) > 0)
    GROUP BY entity, name)
  SELECT entity, (array_agg(name ORDER BY named DESC, name))[1] AS name,
    sum(named) AS statements, sum(articles) AS articles
  FROM named GROUP BY entity ORDER BY statements DESC, entity LIMIT $2`;

const STATEMENTS = `SELECT s.article_id AS article, s.reader || '@' || r.version AS reader, s.place
  FROM statement s JOIN article a ON a.id = s.article_id
  JOIN reading r ON r.article_id = s.article_id AND r.reader = s.reader
  WHERE s.entity = $1
  ORDER BY a.published_latest DESC NULLS LAST, a.seq, s.reader, s.place LIMIT $2 OFFSET $3`;

const QUOTING = `SELECT id FROM article
  WHERE id IN (SELECT article_id FROM statement WHERE entity = $1)
    AND ($2::text[] IS NULL OR id = ANY($2))
    AND published_latest >= $3 AND published_earliest <= $4 ORDER BY seq LIMIT $5`;

function speakerQueries(sql: Sql): Pick<Store, 'speakers' | 'statementsOf' | 'articlesQuoting'> {
  return {
    speakers: (part, limit) => sql.rows<SpeakerRow>(SPEAKERS, [foldName(part), limit]),
    statementsOf: (entity, limit, offset) =>
      sql.rows<StatementRow>(STATEMENTS, [entity, limit, offset]),
    articlesQuoting: async ({ entity, among, from, to, limit }) => {
      const rows = await sql.rows<{ id: ArticleId }>(QUOTING, [entity, among, from, to, limit]);
      return rows.map(({ id }) => id);
    },
  };
}

function unreadArticles(sql: Sql): Store['unread'] {
  return async ({ reader, languages, from, to = Number.MAX_SAFE_INTEGER, limit }) => {
    const { name, version } = partsOf(reader);
    const rows = await sql.rows<ArticleRow & { seq: number }>(
      `SELECT * FROM article WHERE seq > $1 AND seq <= $2 AND language = ANY($3)
         AND NOT EXISTS (SELECT 1 FROM reading
           WHERE article_id = article.id AND reader = $4 AND version = $5)
       ORDER BY seq LIMIT $6`,
      [from, to, languages, name, version, limit],
    );
    return rows.map((row) => ({ row: row.seq - 1, article: articleOfRow(row) }));
  };
}

async function readingsOf(
  sql: Sql,
  ids: readonly ArticleId[],
): Promise<Map<ArticleId, readonly Reading[]>> {
  const rows = await sql.rows<{ id: ArticleId; body: string }>(
    `SELECT article_id AS id, body FROM reading WHERE article_id = ANY($1)
     ORDER BY article_id, reader`,
    [ids],
  );
  const found = new Map<ArticleId, Reading[]>();
  for (const { id, body } of rows) {
    const known = found.get(id);
    const reading = JSON.parse(body) as Reading;
    if (known === undefined) found.set(id, [reading]);
    else known.push(reading);
  }
  return found;
}

const READING = {
  table: 'reading',
  columns: 'article_id text, reader text, version text, body text',
  onConflict: replacing('article_id, reader', ['version', 'body']),
};

const STATEMENT = {
  table: 'statement',
  columns: 'article_id text, reader text, place bigint, entity text, name text, folded text',
};

async function saveReadings(sql: Sql, given: readonly Reading[]): Promise<void> {
  const nameOf = (reading: Reading): string => partsOf(reading.reader).name;
  const readings = lastOf(given, (one) => `${one.article} ${nameOf(one)}`);
  if (readings.length === 0) return;
  const whose = [readings.map(({ article }) => article), readings.map(nameOf)];
  const ofThese = 'IN (SELECT * FROM unnest($1::text[], $2::text[]))';
  await sql.run(`DELETE FROM statement WHERE (article_id, reader) ${ofThese}`, whose);
  await sql.run(`DELETE FROM relation WHERE (article_id, reader) ${ofThese}`, whose);
  await insertRows(
    sql,
    READING,
    readings.map((one) => {
      const { name, version } = partsOf(one.reader);
      return [one.article, name, version, JSON.stringify(one)];
    }),
  );
  await insertRows(sql, STATEMENT, readings.flatMap(statementRows));
  await insertRows(sql, RELATION, readings.flatMap(relationRows));
}

function statementRows({ article, reader, attributions }: Reading): SqlScalar[][] {
  const { name } = partsOf(reader);
  return attributions.flatMap(({ source }, place) => {
    if (source?.entity === undefined) return [];
    const who = source.name ?? source.text;
    return [[article, name, place, source.entity, who, foldName(who)]];
  });
}
