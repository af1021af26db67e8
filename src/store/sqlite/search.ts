/**
 * Search on FTS5. A word may stand in every article, so that no query looks at all it matches: the
 * matches are taken from the article kept last backwards, a bounded number of them, and sorted
 * and counted here; what lies behind is said as `more`. Texts are read of the hits shown alone, but for
 * scripts without spaces, whose words the index does not part: there some thousand texts are looked through.
 */
import type Database from 'better-sqlite3';
import type { ArticleId } from '../../domain/ids.ts';
import { facetsOf, type Match, mostMatches, ordered, TITLE_WEIGHT, UNSPACED } from '../matches.ts';
import type {
  ArticleSearch,
  FoundArticle,
  FoundArticles,
  PeriodCounts,
  SearchStore,
} from '../search.ts';
import { type MatchPlan, matchPlan } from './match-expression.ts';

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
  const inOrder = ordered(matches, sort === 'relevance' && plan.match !== undefined);
  return {
    hits: articlesAt(
      db,
      inOrder.slice(offset, offset + limit).map(([seq]) => seq),
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
  const most = mostMatches(looksInside, weighs);
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

function articlesAt(db: Database.Database, rows: readonly number[]): FoundArticle[] {
  const found = db.prepare(
    `SELECT id AS article, (SELECT count(*) FROM article AS other WHERE other.key = article.key) AS versions
     FROM article WHERE seq = ?`,
  );
  return rows.map((seq) => found.get(seq) as { article: ArticleId; versions: number });
}
