/** What a watch keeps: sources, entries, pages and exchanges with the web. */
import type { ArticleId } from '../../domain/ids.ts';
import type {
  EntryRow,
  FetchOutcome,
  FetchRow,
  PageRow,
  PageState,
  SourceRow,
  VersionedRow,
  WatchStore,
} from '../watching.ts';
import { bodiesOf } from './bodies.ts';
import type { Sql } from './database.ts';
import { writeBatch } from './ingest.ts';
import { insertRows, lastOf, replacing } from './insert.ts';

export function watchTables(sql: Sql): WatchStore {
  return {
    ...watchReads(sql),
    ...knownBefore(sql),
    ...watchTallies(sql),
    saveWatch: (step) =>
      sql.transaction(async (inner) => {
        await writeBatch(inner, step);
        await saveSources(inner, step.sources);
        await saveEntries(inner, step.entries);
        await savePages(inner, step.pages);
        await saveFetches(inner, step.fetches);
      }),
  };
}

// Ordered without the bodies: with them, of many due pages, it takes far longer.
const DUE_PAGES = `SELECT page.body FROM (
    SELECT url_key, url, place, next_at FROM (
      SELECT url_key, url, page.next_at,
        row_number() OVER (PARTITION BY host ORDER BY page.next_at, url) AS place
      FROM page JOIN source ON source.id = page.source_id
      WHERE page.next_at <= $1 AND source.active = 1
        AND ($2::text IS NULL OR page.source_id = $2)) AS placed
    WHERE place <= $3 ORDER BY place, next_at, url LIMIT $4) AS due
  JOIN page USING (url_key) ORDER BY due.place, due.next_at, page.url`;

const NEXT_DUE = `SELECT min(due) AS due FROM (
    SELECT min(next_at) AS due FROM source WHERE active = 1 AND $1::text IS NULL
    UNION ALL SELECT min(page.next_at) FROM page JOIN source ON source.id = page.source_id
      WHERE page.next_at IS NOT NULL AND source.active = 1
        AND ($1::text IS NULL OR page.source_id = $1)) AS either`;

// Told by the text of the body: PostgreSQL refuses to look into JSON that holds an escaped U+0000. Within
// a text of the body the quotation marks would be escaped.
const REFUSED_PAGES = `SELECT body FROM page WHERE strpos(body, '"refusal":{') > 0
  ORDER BY fetched_at DESC NULLS LAST, url LIMIT $1`;

function watchReads(
  sql: Sql,
): Pick<WatchStore, 'sources' | 'dueSources' | 'duePages' | 'nextDue' | 'refusedPages'> {
  return {
    sources: () => bodiesOf<SourceRow>(sql, 'SELECT body FROM source ORDER BY id'),
    dueSources: (now, limit) =>
      bodiesOf<SourceRow>(
        sql,
        'SELECT body FROM source WHERE active = 1 AND next_at <= $1 ORDER BY next_at, id LIMIT $2',
        [now, limit],
      ),
    duePages: ({ now, limit, perHost, source }) =>
      bodiesOf<PageRow>(sql, DUE_PAGES, [now, source, perHost, limit]),
    nextDue: async (source) =>
      (await sql.row<{ due: number | null }>(NEXT_DUE, [source]))?.due ?? undefined,
    refusedPages: (limit) => bodiesOf<PageRow>(sql, REFUSED_PAGES, [limit]),
  };
}

const EARLIER = `SELECT
    EXISTS (SELECT 1 FROM entry
      WHERE source_id = asked.source AND entry.content = asked.content) AS said,
    (SELECT url FROM entry WHERE source_id = asked.source AND entry.name = asked.name
     ORDER BY seen_at, entry.content LIMIT 1) AS url
  FROM unnest($1::text[], $2::text[], $3::text[]) WITH ORDINALITY AS asked(source, name, content, place)
  ORDER BY place`;

function knownBefore(sql: Sql): Pick<WatchStore, 'earlierEntries' | 'pagesByUrls' | 'versionsOf'> {
  return {
    earlierEntries: async (entries) => {
      const rows = await sql.rows<{ said: boolean; url: string | null }>(EARLIER, [
        entries.map(({ source }) => source),
        entries.map(({ name }) => name),
        entries.map(({ content }) => content),
      ]);
      return rows.map(({ said, url }) => ({ said, url: url ?? undefined }));
    },
    pagesByUrls: async (urls) => {
      const text = `SELECT body FROM page
        WHERE url_key IN (SELECT md5(url) FROM unnest($1::text[]) AS asked(url))`;
      const pages = await bodiesOf<PageRow>(sql, text, [urls]);
      return new Map(pages.map((page) => [page.url, page]));
    },
    versionsOf: async (key) => {
      const text = 'SELECT id FROM article WHERE key = $1 ORDER BY seq';
      return (await sql.rows<{ id: ArticleId }>(text, [key])).map(({ id }) => id);
    },
  };
}

interface FetchCount {
  readonly source: string;
  readonly outcome: FetchOutcome;
  readonly reason: string | null;
  readonly count: number;
}

function watchTallies(sql: Sql): Pick<WatchStore, 'fetchTally' | 'pageTally' | 'versioned'> {
  return {
    fetchTally: async () => {
      const rows = await sql.rows<FetchCount>(
        `SELECT source_id AS source, outcome, reason, count(*) AS count FROM "fetch"
         GROUP BY source_id, outcome, reason
         ORDER BY source_id, count DESC, outcome, reason NULLS FIRST`,
      );
      return rows.map((row) => ({ ...row, reason: row.reason ?? undefined }));
    },
    pageTally: () =>
      sql.rows<{ source: string; state: PageState; count: number }>(
        `SELECT source_id AS source, state, count(*) AS count FROM page
         GROUP BY source_id, state ORDER BY source_id, state`,
      ),
    versioned: (limit, offset) =>
      sql.rows<VersionedRow>(
        `SELECT key, count(*) AS versions, max(captured_at) AS latest FROM article
         GROUP BY key HAVING count(*) > 1 ORDER BY latest DESC, key LIMIT $1 OFFSET $2`,
        [limit, offset],
      ),
  };
}

const SOURCE = {
  table: 'source',
  columns: 'id text, active bigint, next_at bigint, body text',
  onConflict: replacing('id', ['active', 'next_at', 'body']),
};

async function saveSources(sql: Sql, sources: readonly SourceRow[]): Promise<void> {
  const rows = lastOf(sources, ({ id }) => id);
  await insertRows(
    sql,
    SOURCE,
    rows.map((row) => [row.id, Number(row.active), row.nextAt, JSON.stringify(row)]),
  );
}

const ENTRY = {
  table: 'entry',
  columns: 'source_id text, name text, content text, url text, seen_at bigint',
  onConflict: 'ON CONFLICT DO NOTHING',
};

async function saveEntries(sql: Sql, rows: readonly EntryRow[]): Promise<void> {
  await insertRows(
    sql,
    ENTRY,
    rows.map(({ source, name, content, url, at }) => [source, name, content, url, at]),
  );
}

const PAGE = {
  table: 'page',
  columns:
    'url text, host text, source_id text, state text, next_at bigint, fetched_at bigint, body text',
  onConflict: replacing('url_key', ['host', 'source_id', 'state', 'next_at', 'fetched_at', 'body']),
};

async function savePages(sql: Sql, pages: readonly PageRow[]): Promise<void> {
  await insertRows(
    sql,
    PAGE,
    lastOf(pages, ({ url }) => url).map((row) => [
      ...[row.url, row.host, row.source, row.state, row.nextAt, row.fetchedAt],
      JSON.stringify(row),
    ]),
  );
}

const FETCH = {
  table: '"fetch"',
  columns:
    'at bigint, source_id text, url text, purpose text, outcome text, reason text, status bigint, ms bigint, bytes bigint, capture_id text',
};

async function saveFetches(sql: Sql, rows: readonly FetchRow[]): Promise<void> {
  await insertRows(
    sql,
    FETCH,
    rows.map(({ at, source, url, purpose, outcome, reason, status, ms, bytes, capture }) => [
      ...[at, source, url, purpose, outcome, reason, status, ms, bytes, capture],
    ]),
  );
}
