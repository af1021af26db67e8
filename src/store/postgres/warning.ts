/** What indicators are measured on. Each query walks an index on time, never the whole desk. */
import type { ArticleId } from '../../domain/ids.ts';
import { storedCascade } from '../stored-cascade.ts';
import { DAY_WIDE, type DayCount, type NamedTimes, type WarningStore } from '../warning.ts';
import type { SourceRow } from '../watching.ts';
import type { Sql } from './database.ts';
import { anyPhrase, beginningOf } from './words.ts';

export function warningReads(sql: Sql): WarningStore {
  return { ...cascadeReads(sql), ...articleReads(sql), ...wordReads(sql), ...timeReads(sql) };
}

function cascadeReads(sql: Sql): Pick<WarningStore, 'cascadesIn' | 'countCascadesIn'> {
  const where = 'FROM cascade WHERE latest BETWEEN $1 AND $2 AND reach >= $3';
  return {
    cascadesIn: async ({ from, to }, minReach, limit) => {
      const rows = await sql.rows<{ body: string }>(
        `SELECT body ${where} ORDER BY reach DESC, articles DESC, latest DESC, id LIMIT $4`,
        [from, to, minReach, limit],
      );
      return rows.map(({ body }) => storedCascade(body));
    },
    countCascadesIn: async ({ from, to }, minReach) =>
      (await sql.row<{ n: number }>(`SELECT count(*) AS n ${where}`, [from, to, minReach]))!.n,
  };
}

function articleReads(sql: Sql): Pick<WarningStore, 'articlesIn' | 'newestPublished'> {
  return {
    articlesIn: async ({ from, to }, after, limit) => {
      const place =
        after === undefined
          ? { at: from, seq: 0 }
          : (await sql.row<{ at: number; seq: number }>(
              'SELECT published_earliest AS at, seq FROM article WHERE id = $1',
              [after],
            ))!;
      const rows = await sql.rows<{ id: ArticleId }>(
        `SELECT id FROM article
         WHERE published_earliest >= $1 AND published_latest <= $2
           AND (published_earliest, seq) > ($3, $4)
           AND EXISTS (SELECT 1 FROM reading WHERE article_id = article.id)
         ORDER BY published_earliest, seq LIMIT $5`,
        [from, to, place.at, place.seq, limit],
      );
      return rows.map(({ id }) => id);
    },
    newestPublished: async (before) => {
      // The latest bound lies behind the earliest one by some days at most, but for dates that say little.
      const row = await sql.row<{ at: number | null }>(
        `SELECT max(published_latest) AS at FROM (
           SELECT published_earliest, published_latest FROM article WHERE published_earliest <= $1
           ORDER BY published_earliest DESC LIMIT 100) AS newest
         WHERE published_latest - published_earliest <= ${DAY_WIDE}`,
        [before],
      );
      const at = row?.at ?? undefined;
      return at === undefined ? undefined : Math.min(at, before);
    },
  };
}

const WITH_WORDS = `FROM article_words JOIN article USING (seq)
  WHERE words @@ $1::tsquery AND published_earliest >= $2 AND published_latest <= $3
    AND published_latest - published_earliest <= ${DAY_WIDE}`;

function wordReads(sql: Sql): Pick<WarningStore, 'wordDays' | 'articlesWithIn'> {
  const asked = (beginnings: readonly string[]) => anyPhrase(beginnings.map(beginningOf));
  return {
    wordDays: async (beginnings, { from, to }) => {
      const query = asked(beginnings);
      if (query === undefined) return [];
      return sql.rows<DayCount>(
        `SELECT to_char(to_timestamp((published_earliest + published_latest) / 2000)
             AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day,
           count(DISTINCT key) AS count ${WITH_WORDS} GROUP BY day ORDER BY day`,
        [query, from, to],
      );
    },
    articlesWithIn: async (beginnings, { from, to }, limit) => {
      const query = asked(beginnings);
      if (query === undefined) return [];
      const rows = await sql.rows<{ id: ArticleId }>(
        `SELECT id ${WITH_WORDS} ORDER BY published_earliest, seq LIMIT $4`,
        [query, from, to, limit],
      );
      return rows.map(({ id }) => id);
    },
  };
}

const OUTLET_TIMES = `SELECT domain AS key, min(outlet) AS outlet, json_agg(day ORDER BY day) AS times FROM (
    SELECT domain, min(outlet) AS outlet, min(published_earliest) AS day,
      row_number() OVER (PARTITION BY domain ORDER BY max(published_earliest) DESC) AS place,
      count(*) OVER (PARTITION BY domain) AS days
    FROM article
    WHERE published_earliest BETWEEN $1 AND $2
      AND published_latest - published_earliest <= ${DAY_WIDE}
    GROUP BY domain, published_earliest / 86400000
  ) AS placed WHERE place <= $3 AND days >= $4 GROUP BY domain ORDER BY domain`;

const SOURCE_TIMES = `SELECT id AS key, body, (SELECT json_agg(seen_at ORDER BY seen_at) FROM (
    SELECT DISTINCT seen_at FROM entry WHERE source_id = source.id
    ORDER BY seen_at DESC LIMIT $1) AS newest) AS times
  FROM source ORDER BY id`;

function timeReads(sql: Sql): Pick<WarningStore, 'outletTimes' | 'sourceTimes'> {
  return {
    outletTimes: ({ from, to }, least, most) =>
      sql.rows<NamedTimes>(OUTLET_TIMES, [from, to, most, least]),
    sourceTimes: async (most) => {
      const rows = await sql.rows<{ key: string; body: string; times: number[] | null }>(
        SOURCE_TIMES,
        [most],
      );
      return rows.map(({ key, body, times }) => {
        const { outlet = key } = JSON.parse(body) as Partial<SourceRow>;
        return { key, outlet, times: times ?? [] };
      });
    },
  };
}
