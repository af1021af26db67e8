/** What a watch keeps: sources, entries, pages and exchanges with the web. */
import type Database from 'better-sqlite3';
import type { ArticleId } from '../../domain/ids.ts';
import type {
  EarlierEntry,
  EntryRow,
  FetchOutcome,
  FetchRow,
  PageRow,
  PageState,
  SourceRow,
  VersionedRow,
  WatchStep,
  WatchStore,
} from '../watching.ts';
import { batchWriter } from './ingest.ts';

export function watchTables(db: Database.Database): WatchStore {
  return { ...watchReads(db), ...knownBefore(db), ...watchTallies(db), saveWatch: stepWriter(db) };
}

type Body = { readonly body: string };
const bodiesOf = <T>(rows: unknown[]): T[] =>
  (rows as Body[]).map(({ body }) => JSON.parse(body) as T);

function watchReads(
  db: Database.Database,
): Pick<WatchStore, 'sources' | 'dueSources' | 'duePages' | 'nextDue' | 'refusedPages'> {
  const sources = db.prepare('SELECT body FROM source ORDER BY id');
  const dueSources = db.prepare(
    'SELECT body FROM source WHERE active = 1 AND next_at <= ? ORDER BY next_at, id LIMIT ?',
  );
  const duePages = db.prepare(
    // Ordered without the bodies: with them, of 50,000 due pages, it takes twice as long.
    `SELECT page.body FROM (
       SELECT url, place, next_at FROM (
         SELECT url, page.next_at,
           row_number() OVER (PARTITION BY host ORDER BY page.next_at, url) AS place
         FROM page JOIN source ON source.id = page.source_id
         WHERE page.next_at <= @now AND source.active = 1
           AND (@source IS NULL OR page.source_id = @source))
       WHERE place <= @perHost ORDER BY place, next_at, url LIMIT @limit) AS due
     JOIN page USING (url) ORDER BY due.place, due.next_at, url`,
  );
  const next = db
    .prepare(
      `SELECT min(due) FROM (
         SELECT min(next_at) AS due FROM source WHERE active = 1 AND @source IS NULL
         UNION ALL SELECT min(page.next_at) FROM page JOIN source ON source.id = page.source_id
           WHERE page.next_at IS NOT NULL AND source.active = 1
             AND (@source IS NULL OR page.source_id = @source))`,
    )
    .pluck();
  const refused = db.prepare(
    `SELECT body FROM page WHERE json_extract(body, '$.refusal') IS NOT NULL
     ORDER BY fetched_at DESC, url LIMIT ?`,
  );
  return {
    sources: async () => bodiesOf<SourceRow>(sources.all()),
    dueSources: async (now, limit) => bodiesOf<SourceRow>(dueSources.all(now, limit)),
    duePages: async ({ now, limit, perHost, source }) =>
      bodiesOf<PageRow>(duePages.all({ now, limit, perHost, source: source ?? null })),
    nextDue: async (source) => (next.get({ source: source ?? null }) as number | null) ?? undefined,
    refusedPages: async (limit) => bodiesOf<PageRow>(refused.all(limit)),
  };
}

function knownBefore(
  db: Database.Database,
): Pick<WatchStore, 'earlierEntries' | 'pagesByUrls' | 'versionsOf'> {
  const said = db.prepare('SELECT 1 FROM entry WHERE source_id = ? AND content = ?').pluck();
  const named = db
    .prepare(
      'SELECT url FROM entry WHERE source_id = ? AND name = ? ORDER BY seen_at, content LIMIT 1',
    )
    .pluck();
  const pages = db.prepare('SELECT body FROM page WHERE url IN (SELECT value FROM json_each(?))');
  const versions = db.prepare('SELECT id FROM article WHERE key = ? ORDER BY seq').pluck();
  return {
    earlierEntries: async (entries) =>
      entries.map(
        ({ source, name, content }): EarlierEntry => ({
          said: said.get(source, content) !== undefined,
          url: named.get(source, name) as string | undefined,
        }),
      ),
    pagesByUrls: async (urls) =>
      new Map(
        bodiesOf<PageRow>(pages.all(JSON.stringify(urls))).map((page) => [page.url, page] as const),
      ),
    versionsOf: async (key) => versions.all(key) as ArticleId[],
  };
}

function watchTallies(
  db: Database.Database,
): Pick<WatchStore, 'fetchTally' | 'pageTally' | 'versioned'> {
  const fetches = db.prepare(
    `SELECT source_id AS source, outcome, reason, count(*) AS count FROM fetch
     GROUP BY source_id, outcome, reason ORDER BY source_id, count DESC, outcome, reason`,
  );
  const pages = db.prepare(
    `SELECT source_id AS source, state, count(*) AS count FROM page
     GROUP BY source_id, state ORDER BY source_id, state`,
  );
  const versioned = db.prepare(
    `SELECT key, count(*) AS versions, max(captured_at) AS latest FROM article
     GROUP BY key HAVING count(*) > 1 ORDER BY latest DESC, key LIMIT ? OFFSET ?`,
  );
  return {
    fetchTally: async () =>
      (
        fetches.all() as {
          source: string;
          outcome: FetchOutcome;
          reason: string | null;
          count: number;
        }[]
      ).map((row) => ({ ...row, reason: row.reason ?? undefined })),
    pageTally: async () => pages.all() as { source: string; state: PageState; count: number }[],
    versioned: async (limit, offset) => versioned.all(limit, offset) as VersionedRow[],
  };
}

function stepWriter(db: Database.Database): WatchStore['saveWatch'] {
  const batch = batchWriter(db);
  const source = db.prepare('INSERT OR REPLACE INTO source VALUES (?, ?, ?, ?)');
  const entry = db.prepare('INSERT OR IGNORE INTO entry VALUES (?, ?, ?, ?, ?)');
  const page = db.prepare('INSERT OR REPLACE INTO page VALUES (?, ?, ?, ?, ?, ?, ?)');
  const exchange = db.prepare(
    `INSERT INTO fetch (at, source_id, url, purpose, outcome, reason, status, ms, bytes, capture_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const save = db.transaction((step: WatchStep) => {
    batch(step);
    for (const one of step.sources) source.run(...sourceValues(one));
    for (const one of step.entries) entry.run(...entryValues(one));
    for (const one of step.pages) page.run(...pageValues(one));
    for (const one of step.fetches) exchange.run(...fetchValues(one));
  }).immediate;
  return async (step) => save(step);
}

const sourceValues = (row: SourceRow): unknown[] => [
  row.id,
  row.active ? 1 : 0,
  row.nextAt,
  JSON.stringify(row),
];

const entryValues = ({ source, name, content, url, at }: EntryRow): unknown[] => [
  source,
  name,
  content,
  url,
  at,
];

const pageValues = (row: PageRow): unknown[] => [
  row.url,
  row.host,
  row.source,
  row.state,
  row.nextAt ?? null,
  row.fetchedAt ?? null,
  JSON.stringify(row),
];

const fetchValues = (row: FetchRow): unknown[] => [
  row.at,
  row.source,
  row.url,
  row.purpose,
  row.outcome,
  row.reason ?? null,
  row.status ?? null,
  row.ms,
  row.bytes,
  row.capture ?? null,
];
