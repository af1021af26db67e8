/**
 * Search on PostgreSQL's full text (GIN). As on SQLite no query looks at all it matches: a bounded number of
 * matches, those kept last, is sorted and counted here; what lies behind is said as `more`.
 */

import { facetsOf, type Match, mostMatches, ordered, TITLE_WEIGHT, UNSPACED } from '../matches.ts';
import type {
  ArticleSearch,
  FoundArticle,
  FoundArticles,
  PeriodCounts,
  SearchStore,
} from '../search.ts';
import type { Sql, SqlValue } from './database.ts';
import { type WordsAsked, wordsAsked } from './words.ts';

export function searchTables(sql: Sql): SearchStore {
  return {
    searchArticles: (search) => searchArticles(sql, search),
    periodCounts: (from, to) => periodCounts(sql, from, to),
  };
}

const IN_PERIOD = 'FROM article_facet WHERE published BETWEEN $1 AND $2 AND newer IS NULL';

async function periodCounts(sql: Sql, from: number, to: number): Promise<PeriodCounts> {
  const languages = await sql.rows<PeriodCounts['languages'][number]>(
    `SELECT language, count(*) AS articles ${IN_PERIOD}
     GROUP BY language ORDER BY articles DESC, language`,
    [from, to],
  );
  const others = await sql.row<{ outlets: number; undated: number; newest: number | null }>(
    `SELECT (SELECT count(DISTINCT domain) ${IN_PERIOD}) AS outlets,
       (SELECT count(*) FROM article_facet WHERE published IS NULL AND newer IS NULL) AS undated,
       (SELECT max(published) FROM article_facet WHERE published <= $2) AS newest`,
    [from, to],
  );
  const { outlets, undated, newest } = others!;
  const articles = languages.reduce((sum, one) => sum + one.articles, 0);
  return { articles, outlets, languages, undated, newest: newest ?? undefined };
}

async function searchArticles(sql: Sql, search: ArticleSearch): Promise<FoundArticles> {
  const asked = wordsAsked(search.words);
  const looksInside = asked.inside.length + asked.notInside.length > 0;
  const weighs = search.sort === 'relevance' && asked.match !== undefined;
  const most = mostMatches(looksInside, weighs);
  const rows = await sql.rows<MatchRow>(...queryOf(asked, search, { most, weighs }));
  // The last one asked for only tells that there are more.
  const more = rows.length > most;
  const matches = (more ? rows.slice(0, most) : rows)
    .filter(({ held }) => held)
    .map(
      ({ seq, language, domain, published, weight }): Match => [
        ...([seq, language, domain, published, weight] as const),
      ],
    );
  const { offset, limit } = search;
  const shown = ordered(matches, weighs).slice(offset, offset + limit);
  return {
    hits: await articlesAt(
      sql,
      shown.map(([seq]) => seq),
    ),
    total: matches.length,
    more,
    facets: facetsOf(matches),
  };
}

interface MatchRow {
  readonly seq: number;
  readonly language: string;
  readonly domain: string;
  readonly published: number | null;
  readonly weight: number;
  /** Whether title or text hold the pieces that the index does not know. */
  readonly held: boolean;
}

interface Look {
  readonly most: number;
  readonly weighs: boolean;
}

/**
 * Which articles hold the words is asked by itself, of the index alone: the planner takes `@@` for cheap and would
 * rather read the newest articles' words one by one, which are kept apart and packed.
 */
const HOLDING = (query: string): string =>
  `SELECT seq FROM unnest(ARRAY[${query}]) AS asked(query) JOIN article_words ON words @@ query::tsquery`;

function queryOf(asked: WordsAsked, search: ArticleSearch, look: Look): [string, SqlValue[]] {
  const { language, domain, from, to } = search;
  const values: SqlValue[] = [];
  const given = (value: SqlValue): string => `$${values.push(value)}`;
  const { match, without } = asked;
  const query = match === undefined ? '' : given(match);
  const unspaced = asked.inside.length > 0 && match === undefined && language === undefined;
  const where = [
    'newer IS NULL',
    ...(match === undefined ? [] : ['seq = ANY(ARRAY(SELECT seq FROM holding))']),
    ...(without === undefined
      ? []
      : ['NOT EXISTS (SELECT 1 FROM left_out WHERE left_out.seq = article_facet.seq)']),
    ...(unspaced ? [`language = ANY(${given(UNSPACED)})`] : []),
    ...(language === undefined ? [] : [`language = ${given(language)}`]),
    ...(domain === undefined ? [] : [`domain = ${given(domain)}`]),
    ...(from === undefined ? [] : [`published >= ${given(from)}`]),
    ...(to === undefined ? [] : [`published <= ${given(to)}`]),
  ];
  const parts = [
    ...(match === undefined ? [] : [`holding AS MATERIALIZED (${HOLDING(query)})`]),
    ...(without === undefined ? [] : [`left_out AS MATERIALIZED (${HOLDING(given(without))})`]),
  ];
  const order = match === undefined ? 'published DESC NULLS LAST, seq DESC' : 'seq DESC';
  const [least, weights] = [1 / TITLE_WEIGHT, `{0, 0, 0, 1}`];
  const weight = look.weighs
    ? `-ts_rank('${weights.replace('{0', `{${least}`)}', words, ${query}::tsquery, 1)`
    : '0';
  const held = heldOf(asked, given);
  const found = `SELECT seq, language, domain, published
    FROM article_facet WHERE ${where.join(' AND ')} ORDER BY ${order} LIMIT ${look.most + 1}`;
  const text = `${parts.length === 0 ? '' : `WITH ${parts.join(', ')}`}
    SELECT found.seq, found.language, found.domain, found.published, ${weight}::float8 AS weight, ${held ?? 'true'} AS held FROM (${found}) AS found
    ${look.weighs ? 'JOIN article_words USING (seq)' : ''}
    ${held === undefined ? '' : 'JOIN article USING (seq)'} ORDER BY found.${order.replace(', ', ', found.')}`;
  return [text, values];
}

/** Whether an article holds pieces of text, one of each list, inside longer runs too. */
function heldOf(
  { inside, notInside }: WordsAsked,
  given: (value: SqlValue) => string,
): string | undefined {
  if (inside.length + notInside.length === 0) return undefined;
  const holds = (piece: string): string => {
    const at = given(piece);
    return `(strpos(article.title, ${at}) > 0 OR strpos(article.text, ${at}) > 0)`;
  };
  return [
    ...inside.map((pieces) => `(${pieces.map(holds).join(' OR ')})`),
    ...notInside.map((piece) => `NOT ${holds(piece)}`),
  ].join(' AND ');
}

async function articlesAt(sql: Sql, rows: readonly number[]): Promise<FoundArticle[]> {
  const found = await sql.rows<FoundArticle & { seq: number }>(
    `SELECT seq, id AS article,
       (SELECT count(*) FROM article AS other WHERE other.key = article.key) AS versions
     FROM article WHERE seq = ANY($1::bigint[])`,
    [rows],
  );
  const bySeq = new Map(found.map(({ seq, ...one }) => [seq, one]));
  return rows.map((row) => bySeq.get(row)!);
}
