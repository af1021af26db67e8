/** Fact-checks, tenures, and articles by their words (FTS5, ranked by BM25). */
import type Database from 'better-sqlite3';
import type { FactCheck } from '../../domain/checks.ts';
import type { ArticleId, CheckId } from '../../domain/ids.ts';
import type { Tenure } from '../../domain/tenure.ts';
import type { CheckBatch, CheckCounts, JudgeStore, OutletArticles } from '../judging.ts';
import { batchWriter } from './ingest.ts';

/** Rows read at a time: a cursor kept open would forbid writing on the same connection. */
const PAGE = 2000;
/** Counts named of checkers and languages. */
const NAMED = 20;

export function judgeTables(db: Database.Database): JudgeStore {
  return {
    ...checkTables(db),
    ...tenureTables(db),
    outletArticles: outletCounts(db),
    articlesWith: articleSearch(db),
  };
}

type CheckTables = Pick<
  JudgeStore,
  'saveChecks' | 'knownChecks' | 'checks' | 'checksByIds' | 'checkCounts'
>;

function checkTables(db: Database.Database): CheckTables {
  const save = db.transaction(checkWriter(db)).immediate;
  const known = db.prepare(
    'SELECT id, capture_id AS capture FROM fact_check WHERE id IN (SELECT value FROM json_each(?))',
  );
  const byIds = db
    .prepare('SELECT body FROM fact_check WHERE id IN (SELECT value FROM json_each(?))')
    .pluck();
  return {
    saveChecks: async (batch) => save(batch),
    knownChecks: async (ids) => {
      const rows = known.all(JSON.stringify(ids)) as Pick<FactCheck, 'id' | 'capture'>[];
      return new Map(rows.map(({ id, capture }) => [id, capture]));
    },
    checks: () => readChecks(db),
    checksByIds: async (ids) => {
      const checks = (byIds.all(JSON.stringify(ids)) as string[]).map(checkOf);
      return new Map(checks.map((check): [CheckId, FactCheck] => [check.id, check]));
    },
    checkCounts: async () => countsOf(db),
  };
}

const checkOf = (body: string): FactCheck => JSON.parse(body) as FactCheck;

function checkWriter(db: Database.Database): (batch: CheckBatch) => void {
  const write = batchWriter(db);
  const check = db.prepare(
    `INSERT INTO fact_check (id, checker, language, capture_id, body) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET checker = excluded.checker, language = excluded.language,
       capture_id = excluded.capture_id, body = excluded.body`,
  );
  const version = db.prepare(
    `INSERT INTO setting VALUES ('checks-version', '1')
     ON CONFLICT (name) DO UPDATE SET value = CAST(value AS INTEGER) + 1`,
  );
  return ({ captures, checks, archiveEnd }) => {
    write({ captures, articles: [], items: [], ...(archiveEnd !== undefined && { archiveEnd }) });
    for (const one of checks) {
      const { id, checker, language, capture } = one;
      check.run(id, checker, language ?? null, capture, JSON.stringify(one));
    }
    if (checks.length > 0) version.run();
  };
}

async function* readChecks(db: Database.Database): AsyncGenerator<FactCheck> {
  const page = db.prepare('SELECT seq, body FROM fact_check WHERE seq > ? ORDER BY seq LIMIT ?');
  let after = 0;
  for (;;) {
    const rows = page.all(after, PAGE) as { seq: number; body: string }[];
    for (const { body } of rows) yield checkOf(body);
    if (rows.length < PAGE) return;
    after = rows[rows.length - 1]!.seq;
  }
}

function countsOf(db: Database.Database): CheckCounts {
  const by = (column: 'checker' | 'language'): unknown[] =>
    db
      .prepare(
        `SELECT ${column}, count(*) AS checks FROM fact_check WHERE ${column} IS NOT NULL
         GROUP BY ${column} ORDER BY checks DESC, ${column} LIMIT ${NAMED}`,
      )
      .all();
  const version = db.prepare("SELECT value FROM setting WHERE name = 'checks-version'").pluck();
  return {
    checks: db.prepare('SELECT count(*) FROM fact_check').pluck().get() as number,
    checkers: by('checker') as CheckCounts['checkers'],
    languages: by('language') as CheckCounts['languages'],
    version: (version.get() as string | undefined) ?? '0',
  };
}

function tenureTables(db: Database.Database): Pick<JudgeStore, 'saveTenures' | 'tenures'> {
  const keep = db.prepare(
    `INSERT INTO tenure (person, office, begins, source, body) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (person, office, begins, source) DO UPDATE SET body = excluded.body`,
  );
  const all = db.prepare('SELECT body FROM tenure ORDER BY seq').pluck();
  const save = db.transaction((tenures: readonly Tenure[]) => {
    for (const one of tenures) {
      const { person, office, from, source } = one;
      keep.run(person, office, from?.first ?? '', source.name, JSON.stringify(one));
    }
  }).immediate;
  return {
    saveTenures: async (tenures) => save(tenures),
    tenures: async () => (all.all() as string[]).map((body) => JSON.parse(body) as Tenure),
  };
}

function outletCounts(db: Database.Database): JudgeStore['outletArticles'] {
  const counts = db.prepare(
    `SELECT domain, count(DISTINCT key) AS articles, coalesce(max(looked), 0) AS followed,
       max(outlet) AS name
     FROM article LEFT JOIN
       (SELECT domain AS of, count(*) AS looked FROM page
        JOIN article ON id = json_extract(body, '$.article')
        WHERE json_extract(body, '$.fetches') > 1 GROUP BY domain) ON of = domain
     GROUP BY domain ORDER BY articles DESC, domain`,
  );
  return async () => counts.all() as OutletArticles[];
}

function articleSearch(db: Database.Database): JudgeStore['articlesWith'] {
  const found = db
    .prepare(
      // Ranked before the articles are looked up: a common word stands in most of them.
      `SELECT article.id FROM
         (SELECT rowid AS found, bm25(article_words) AS score FROM article_words
          WHERE article_words MATCH ? ORDER BY score, found LIMIT ?)
       JOIN article ON seq = found ORDER BY score, found`,
    )
    .pluck();
  return async (beginnings, limit) => {
    const query = beginnings.flatMap((one) => beginningOf(one)).join(' OR ');
    return query === '' ? [] : (found.all(query, limit) as ArticleId[]);
  };
}

/** A prefix as FTS5 reads it; what is no letter or digit would be its syntax, and holds no words. */
function beginningOf(text: string): string[] {
  return (text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map((word) => `"${word}"*`);
}
