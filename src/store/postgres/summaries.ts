/** Counts over the tables: what the desk holds, and what became of every item. */
import type { DoubtKind, RefusalKind } from '../../domain/outcome.ts';
import { type RefusalListRow, refusalOf } from '../rows.ts';
import type { Store } from '../store.ts';
import type { Sql } from './database.ts';

type Summaries = Pick<Store, 'faults' | 'counts' | 'tally' | 'refusals'>;

/** Outlets are few, so each is leapt to. */
const COUNTS = `WITH RECURSIVE one(domain) AS (
    SELECT min(domain) FROM article UNION ALL
    SELECT (SELECT min(domain) FROM article WHERE domain > one.domain) FROM one
    WHERE one.domain IS NOT NULL)
  SELECT (SELECT count(*) FROM article) AS articles,
    (SELECT count(domain) FROM one) AS outlets,
    (SELECT count(*) FROM article WHERE published_earliest IS NULL) AS undated,
    (SELECT min(published_earliest) FROM article) AS "from",
    (SELECT max(published_latest) FROM article) AS "to"`;

export function summaries(sql: Sql): Summaries {
  return {
    faults: () => faults(sql),
    counts: async () => {
      const row = (await sql.row<
        Record<'articles' | 'outlets' | 'undated', number> & Record<'from' | 'to', number | null>
      >(COUNTS))!;
      const { articles, outlets, undated, from, to } = row;
      const period = from === null || to === null ? undefined : { from, to };
      return { articles, outlets, undated, period };
    },
    tally: async () => {
      const fate = await numbers(sql, 'SELECT fate AS name, count(*) AS n FROM item GROUP BY fate');
      return {
        items: Object.values(fate).reduce((sum, n) => sum + n, 0),
        articles: fate['article'] ?? 0,
        sameBytes: fate['same-bytes'] ?? 0,
        sameArticle: fate['same-article'] ?? 0,
        refused: (await numbers(sql, REFUSED)) as Partial<Record<RefusalKind, number>>,
        doubts: (await numbers(sql, DOUBTS)) as Partial<Record<DoubtKind, number>>,
      };
    },
    refusals: async (limit) => {
      const rows = await sql.rows<RefusalListRow>(
        `SELECT refusal_kind AS kind, refusal_detail AS detail, refusal_value AS value, file, line,
           capture_id AS capture FROM item WHERE refusal_kind IS NOT NULL
         ORDER BY refusal_kind, file, line NULLS FIRST LIMIT $1`,
        [limit],
      );
      return rows.map(refusalOf);
    },
  };
}

const REFUSED = `SELECT refusal_kind AS name, count(*) AS n FROM item
  WHERE refusal_kind IS NOT NULL GROUP BY refusal_kind ORDER BY n DESC, name`;

const DOUBTS = `SELECT kind AS name, count(DISTINCT article_id) AS n FROM doubt
  GROUP BY kind ORDER BY n DESC, name`;

async function numbers(sql: Sql, text: string): Promise<Record<string, number>> {
  const rows = await sql.rows<{ name: string; n: number }>(text);
  return Object.fromEntries(rows.map(({ name, n }) => [name, n]));
}

/** The server looks after its files; what only we know is that places of articles have no gaps. */
async function faults(sql: Sql): Promise<string[]> {
  const row = (await sql.row<{ articles: number; last: number; words: number }>(
    `SELECT count(*) AS articles, coalesce(max(seq), 0) AS last,
       (SELECT count(*) FROM article_words) AS words FROM article`,
  ))!;
  const { articles, last, words } = row;
  return [
    ...(articles === last ? [] : [`${articles} articles have places up to ${last}`]),
    ...(articles === words ? [] : [`${articles} articles, but the words of ${words}`]),
  ];
}
