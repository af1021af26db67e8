/** Fact-checks, tenures, and articles by their words. */
import type { FactCheck } from '../../domain/checks.ts';
import type { ArticleId, CheckId } from '../../domain/ids.ts';
import type { Tenure } from '../../domain/tenure.ts';
import type { CheckBatch, CheckCounts, JudgeStore, OutletArticles } from '../judging.ts';
import { bodiesOf } from './bodies.ts';
import type { Sql } from './database.ts';
import { writeBatch } from './ingest.ts';
import { insertRows, lastOf, replacing } from './insert.ts';
import { beginningsOf } from './words.ts';

/** Rows read at a time: a cursor would hold a connection. */
const PAGE = 2000;
/** Counts named of checkers and languages. */
const NAMED = 20;

export function judgeTables(sql: Sql): JudgeStore {
  return {
    ...checkTables(sql),
    ...tenureTables(sql),
    outletArticles: () => sql.rows<OutletArticles>(OUTLET_ARTICLES),
    articlesWith: articleSearch(sql),
  };
}

type CheckTables = Pick<
  JudgeStore,
  'saveChecks' | 'knownChecks' | 'checks' | 'checksByIds' | 'checkCounts'
>;

function checkTables(sql: Sql): CheckTables {
  return {
    saveChecks: (batch) => sql.transaction((inner) => writeChecks(inner, batch)),
    knownChecks: async (ids) => {
      const rows = await sql.rows<Pick<FactCheck, 'id' | 'capture'>>(
        'SELECT id, capture_id AS capture FROM fact_check WHERE id = ANY($1)',
        [ids],
      );
      return new Map(rows.map(({ id, capture }) => [id, capture]));
    },
    checks: () => readChecks(sql),
    checksByIds: async (ids) => {
      const text = 'SELECT body FROM fact_check WHERE id = ANY($1)';
      const checks = await bodiesOf<FactCheck>(sql, text, [ids]);
      return new Map(checks.map((check): [CheckId, FactCheck] => [check.id, check]));
    },
    checkCounts: () => countsOf(sql),
  };
}

const CHECK = {
  table: 'fact_check',
  columns: 'id text, checker text, language text, capture_id text, body text',
  onConflict: replacing('id', ['checker', 'language', 'capture_id', 'body']),
};

async function writeChecks(sql: Sql, { captures, checks, archiveEnd }: CheckBatch): Promise<void> {
  const ends = archiveEnd === undefined ? {} : { archiveEnd };
  await writeBatch(sql, { captures, articles: [], items: [], ...ends });
  if (checks.length === 0) return;
  const rows = lastOf(checks, ({ id }) => id);
  await insertRows(
    sql,
    CHECK,
    rows.map((one) => [one.id, one.checker, one.language, one.capture, JSON.stringify(one)]),
  );
  await sql.run(
    `INSERT INTO setting VALUES ('checks-version', '1')
     ON CONFLICT (name) DO UPDATE SET value = setting.value::bigint + 1`,
  );
}

async function* readChecks(sql: Sql): AsyncGenerator<FactCheck> {
  let after = 0;
  for (;;) {
    const rows = await sql.rows<{ seq: number; body: string }>(
      'SELECT seq, body FROM fact_check WHERE seq > $1 ORDER BY seq LIMIT $2',
      [after, PAGE],
    );
    for (const { body } of rows) yield JSON.parse(body) as FactCheck;
    if (rows.length < PAGE) return;
    after = rows[rows.length - 1]!.seq;
  }
}

async function countsOf(sql: Sql): Promise<CheckCounts> {
  const by = <T>(column: 'checker' | 'language'): Promise<T[]> =>
    sql.rows<T>(
      `SELECT ${column}, count(*) AS checks FROM fact_check WHERE ${column} IS NOT NULL
       GROUP BY ${column} ORDER BY checks DESC, ${column} LIMIT ${NAMED}`,
    );
  const checks = await sql.row<{ n: number }>('SELECT count(*) AS n FROM fact_check');
  const version = await sql.row<{ value: string }>(
    "SELECT value FROM setting WHERE name = 'checks-version'",
  );
  return {
    checks: checks!.n,
    checkers: await by<CheckCounts['checkers'][number]>('checker'),
    languages: await by<CheckCounts['languages'][number]>('language'),
    version: version?.value ?? '0',
  };
}

function tenureTables(sql: Sql): Pick<JudgeStore, 'saveTenures' | 'tenures'> {
  return {
    saveTenures: (tenures) => sql.transaction((inner) => saveTenures(inner, tenures)),
    tenures: () => bodiesOf<Tenure>(sql, 'SELECT body FROM tenure ORDER BY seq'),
  };
}

const TENURE = {
  table: 'tenure',
  columns: 'person text, office text, begins text, source text, body text',
  onConflict: replacing('person, office, begins, source', ['body']),
};

async function saveTenures(sql: Sql, tenures: readonly Tenure[]): Promise<void> {
  const rows = tenures.map((one) => {
    const { person, office, from, source } = one;
    return [person, office, from?.first ?? '', source.name, JSON.stringify(one)] as const;
  });
  await insertRows(
    sql,
    TENURE,
    lastOf(rows, (row) => JSON.stringify(row.slice(0, 4))),
  );
}

// Told by the texts of the bodies: PostgreSQL refuses to look into JSON that holds an escaped U+0000. Within
// a text of a body the quotation marks would be escaped.
const OUTLET_ARTICLES = `SELECT domain, count(DISTINCT key) AS articles,
    coalesce(max(looked), 0) AS followed, max(outlet) AS name
  FROM article LEFT JOIN
    (SELECT domain AS of, count(*) AS looked FROM page
     JOIN article ON id = substring(body FROM '"article":"([0-9a-f]+)"')
     WHERE body ~ '"fetches":([2-9]|[1-9][0-9])' GROUP BY domain) AS followed ON of = domain
  GROUP BY domain ORDER BY articles DESC, domain`;

/**
 * Ranked by the words that an article holds, each weighed by how few hold it (inverse document frequency, as
 * BM25 weighs it). How often it holds them would have to be read from every article's words. A word of more than
 * half of the desk weighs next to nothing and costs most: it counts only where there is no rarer one.
 */
const RANKED = `WITH hits AS MATERIALIZED (
    SELECT array_agg(seq) AS seqs FROM unnest($1::text[]) WITH ORDINALITY AS given(query, place)
    JOIN article_words ON words @@ query::tsquery GROUP BY place),
  counted AS MATERIALIZED (
    SELECT seqs, cardinality(seqs)::float8 AS holders,
      (SELECT max(seq) FROM article_words)::float8 AS total FROM hits),
  weighed AS MATERIALIZED (
    SELECT seqs, ln(1 + (total - holders + 0.5) / (holders + 0.5)) AS weight FROM counted
    WHERE holders <= greatest(total / 2, (SELECT min(holders) FROM counted)))
  SELECT article.id FROM (
    SELECT seq, sum(weight) AS score
    FROM (SELECT unnest(seqs) AS seq, weight FROM weighed OFFSET 0) AS held
    GROUP BY seq ORDER BY score DESC, seq LIMIT $2) AS found
  JOIN article USING (seq) ORDER BY score DESC, seq`;

function articleSearch(sql: Sql): JudgeStore['articlesWith'] {
  return async (beginnings, limit) => {
    const queries = [...new Set(beginnings.flatMap(beginningsOf))];
    if (queries.length === 0) return [];
    const rows = await sql.rows<{ id: ArticleId }>(RANKED, [queries, limit]);
    return rows.map(({ id }) => id);
  };
}
