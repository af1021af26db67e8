/**
 * Search on FTS5. A word may stand in every article, so that no query looks at all it matches: the
 * matches are taken from the article kept last backwards, at most `MOST_COUNTED` of them, and sorted
 * and counted here; what lies behind is said as `more`. Texts are read of the hits shown alone, but for
 * scripts without spaces, whose words the index does not part: there `MOST_READ` texts are looked through.
 */
import type Database from 'better-sqlite3';
import type { ArticleId } from '../../domain/ids.ts';
import type { FacetCount, SearchFacets } from '../../domain/search.ts';
import type {
  ArticleSearch,
  FoundArticle,
  FoundArticles,
  PeriodCounts,
  SearchStore,
} from '../search.ts';
import { type MatchPlan, matchPlan } from './match-expression.ts';

/** Matches sorted and counted: see docs/search.md for what they cost. */
const MOST_COUNTED = 20_000;
/** Of a search by relevance, which weighs each match. */
const MOST_WEIGHED = 5000;
/** Texts looked through for words that stand inside longer runs. */
const MOST_READ = 4000;
/** A word of the headline counts as much as so many of the text. */
const TITLE_WEIGHT = 5;
/** Values told of each facet. */
const FACET_VALUES = 24;
/** Languages whose words are not parted by spaces, and what could not be told. */
const UNSPACED = ['zh', 'yue', 'wuu', 'ja', 'th', 'lo', 'km', 'my', 'bo', 'und'];

/** One match: its row, language, publisher, time and, sorted by relevance, its weight (less is better). */
type Match = readonly [
  seq: number,
  language: string,
  domain: string,
  published: number | null,
  weight: number,
];

export function searchTables(db: Database.Database): SearchStore {
  return {
    searchArticles: async (search) => searchArticles(db, search),
    periodCounts: async (from, to) => periodCounts(db, from, to),
  };
}

function periodCounts(db: Database.Database, from: number, to: number): PeriodCounts {
  const ask = <T>(sql: string, ...values: number[]): T[] => db.prepare(sql).all(...values) as T[];
  const inPeriod = 'FROM article_facet WHERE published BETWEEN ? AND ? AND newer IS NULL';
  const languages = ask<PeriodCounts['languages'][number]>(
    `SELECT language, count(*) AS articles ${inPeriod}
     GROUP BY language ORDER BY articles DESC, language`,
    from,
    to,
  );
  const count = (sql: string, ...values: number[]): number =>
    ask<{ n: number }>(sql, ...values)[0]!.n;
  const [latest] = ask<{ newest: number | null }>(
    'SELECT max(published) AS newest FROM article_facet WHERE published <= ?',
    to,
  );
  return {
    articles: languages.reduce((sum, { articles }) => sum + articles, 0),
    outlets: count(`SELECT count(DISTINCT domain) AS n ${inPeriod}`, from, to),
    languages,
    undated: count(
      'SELECT count(*) AS n FROM article_facet WHERE published IS NULL AND newer IS NULL',
    ),
    newest: latest?.newest ?? undefined,
  };
}

function searchArticles(db: Database.Database, search: ArticleSearch): FoundArticles {
  const plan = matchPlan(search.words);
  const { sql, values, most } = queryOf(plan, search);
  const rows = db.prepare(sql).raw().all(values) as Match[];
  // The last one asked for only tells that there are more.
  const more = rows.length > most;
  const read = more ? rows.slice(0, most) : rows;
  const matches = insideMatches(db, plan, read);
  const { sort, offset, limit } = search;
  const ordered = matches.sort(
    sort === 'relevance' && plan.match !== undefined ? byWeight : byTime,
  );
  return {
    hits: articlesAt(
      db,
      ordered.slice(offset, offset + limit).map(([seq]) => seq),
    ),
    total: matches.length,
    more,
    facets: facetsOf(matches),
  };
}

interface Query {
  readonly sql: string;
  readonly values: Readonly<Record<string, string | number>>;
  readonly most: number;
}

function queryOf(plan: MatchPlan, search: ArticleSearch): Query {
  const { language, domain, from, to, sort } = search;
  const looksInside = plan.inside.length + plan.notInside.length > 0;
  const weighs = sort === 'relevance' && plan.match !== undefined;
  const most = looksInside ? MOST_READ : weighs ? MOST_WEIGHED : MOST_COUNTED;
  const where = [
    'newer IS NULL',
    ...(plan.match === undefined ? [] : ['article_words MATCH @match']),
    ...(plan.without === undefined
      ? []
      : ['f.seq NOT IN (SELECT rowid FROM article_words WHERE article_words MATCH @without)']),
    ...(plan.inside.length > 0 && plan.match === undefined && language === undefined
      ? [`language IN (${UNSPACED.map((one) => `'${one}'`).join(', ')})`]
      : []),
    ...(language === undefined ? [] : ['language = @language']),
    ...(domain === undefined ? [] : ['domain = @domain']),
    ...(from === undefined ? [] : ['published >= @from']),
    ...(to === undefined ? [] : ['published <= @to']),
  ];
  const [tables, order] =
    plan.match === undefined
      ? ['article_facet AS f', 'published DESC, f.seq DESC']
      : [
          'article_words CROSS JOIN article_facet AS f ON f.seq = article_words.rowid',
          'article_words.rowid DESC',
        ];
  const weight = weighs ? `bm25(article_words, ${TITLE_WEIGHT}, 1)` : '0';
  return {
    sql: `SELECT f.seq, language, domain, published, ${weight} FROM ${tables}
      WHERE ${where.join(' AND ')} ORDER BY ${order} LIMIT ${most + 1}`,
    values: {
      ...(plan.match !== undefined && { match: plan.match }),
      ...(plan.without !== undefined && { without: plan.without }),
      ...(language !== undefined && { language }),
      ...(domain !== undefined && { domain }),
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
    },
    most,
  };
}

/** Of the matches those whose title or text holds the pieces. One text is in memory at a time. */
function insideMatches(db: Database.Database, plan: MatchPlan, rows: Match[]): Match[] {
  const { inside, notInside } = plan;
  if (inside.length + notInside.length === 0) return rows;
  const textAt = db.prepare('SELECT title, text FROM article WHERE seq = ?');
  return rows.filter(([seq]) => {
    const { title, text } = textAt.get(seq) as { title: string; text: string };
    const holds = (piece: string): boolean => title.includes(piece) || text.includes(piece);
    return inside.every((pieces) => pieces.some(holds)) && !notInside.some(holds);
  });
}

/** The newest first, undated ones last; at the same time the one kept later. */
function byTime(a: Match, b: Match): number {
  return (b[3] ?? Number.NEGATIVE_INFINITY) - (a[3] ?? Number.NEGATIVE_INFINITY) || b[0] - a[0];
}

const byWeight = (a: Match, b: Match): number => a[4] - b[4] || b[0] - a[0];

function articlesAt(db: Database.Database, rows: readonly number[]): FoundArticle[] {
  const found = db.prepare(
    `SELECT id AS article, (SELECT count(*) FROM article AS other WHERE other.key = article.key) AS versions
     FROM article WHERE seq = ?`,
  );
  return rows.map((seq) => found.get(seq) as { article: ArticleId; versions: number });
}

function facetsOf(matches: readonly Match[]): SearchFacets {
  const languages = new Map<string, number>();
  const outlets = new Map<string, number>();
  const months = new Map<string, number>();
  const monthAt = new Map<number, string>();
  for (const [, language, domain, published] of matches) {
    add(languages, language);
    add(outlets, domain);
    if (published === null) continue;
    const day = Math.floor(published / 86_400_000);
    let month = monthAt.get(day);
    if (month === undefined) {
      month = monthOf(published);
      monthAt.set(day, month);
    }
    if (month !== '') add(months, month);
  }
  return {
    languages: mostFirst(languages),
    outlets: mostFirst(outlets),
    months: [...months]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => (a.value < b.value ? 1 : -1))
      .slice(0, FACET_VALUES),
  };
}

/** `2024-09`; empty for a time beyond the four-digit years. */
function monthOf(at: number): string {
  const date = new Date(at);
  const year = date.getUTCFullYear();
  return year >= 0 && year <= 9999 ? date.toISOString().slice(0, 7) : '';
}

function add(counts: Map<string, number>, value: string): void {
  counts.set(value, (counts.get(value) ?? 0) + 1);
}

function mostFirst(counts: ReadonlyMap<string, number>): FacetCount[] {
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, FACET_VALUES);
}
