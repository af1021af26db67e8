/** What indicators are measured on. Each query walks an index on time, never the whole desk. */
import type Database from 'better-sqlite3';
import type { ArticleId } from '../../domain/ids.ts';
import { storedCascade } from '../stored-cascade.ts';
import {
  DAY_WIDE,
  type DayCount,
  type NamedTimes,
  type Period,
  type WarningStore,
} from '../warning.ts';

export function warningReads(db: Database.Database): WarningStore {
  return { ...cascadeReads(db), ...articleReads(db), ...wordReads(db), ...timeReads(db) };
}

function cascadeReads(db: Database.Database): Pick<WarningStore, 'cascadesIn' | 'countCascadesIn'> {
  const where = 'FROM cascade WHERE latest BETWEEN ? AND ? AND reach >= ?';
  const list = db
    .prepare(`SELECT body ${where} ORDER BY reach DESC, articles DESC, latest DESC, id LIMIT ?`)
    .pluck();
  const count = db.prepare(`SELECT count(*) ${where}`).pluck();
  return {
    cascadesIn: async ({ from, to }, minReach, limit) =>
      (list.all(from, to, minReach, limit) as string[]).map(storedCascade),
    countCascadesIn: async ({ from, to }, minReach) => count.get(from, to, minReach) as number,
  };
}

function articleReads(db: Database.Database): Pick<WarningStore, 'articlesIn' | 'newestPublished'> {
  const place = db.prepare('SELECT published_earliest AS at, seq FROM article WHERE id = ?');
  const list = db
    .prepare(
      `SELECT id FROM article
       WHERE published_earliest >= @from AND published_latest <= @to
         AND (published_earliest, seq) > (@at, @seq)
         AND EXISTS (SELECT 1 FROM reading WHERE article_id = article.id)
       ORDER BY published_earliest, seq LIMIT @limit`,
    )
    .pluck();
  // The latest bound lies behind the earliest one by some days at most, but for dates that say little.
  const newest = db
    .prepare(
      `SELECT max(published_latest) FROM (
         SELECT published_earliest, published_latest FROM article WHERE published_earliest <= @before
         ORDER BY published_earliest DESC LIMIT 100)
       WHERE published_latest - published_earliest <= ${DAY_WIDE}`,
    )
    .pluck();
  return {
    articlesIn: async ({ from, to }, after, limit) => {
      const behind =
        after === undefined
          ? { at: from, seq: 0 }
          : (place.get(after) as { at: number; seq: number });
      return list.all({ from, to, limit, ...behind }) as ArticleId[];
    },
    newestPublished: async (before) => {
      const at = newest.get({ before }) as number | null;
      return at === null ? undefined : Math.min(at, before);
    },
  };
}

function wordReads(db: Database.Database): Pick<WarningStore, 'wordDays' | 'articlesWithIn'> {
  const where = `FROM article_words JOIN article ON article.seq = article_words.rowid
    WHERE article_words MATCH @query
      AND published_earliest >= @from AND published_latest <= @to
      AND published_latest - published_earliest <= ${DAY_WIDE}`;
  const days = db.prepare(
    `SELECT date((published_earliest + published_latest) / 2000, 'unixepoch') AS day,
       count(DISTINCT key) AS count ${where} GROUP BY day ORDER BY day`,
  );
  const list = db
    .prepare(`SELECT id ${where} ORDER BY published_earliest, article.seq LIMIT @limit`)
    .pluck();
  const asked = (beginnings: readonly string[]): string =>
    beginnings.flatMap(phraseOf).join(' OR ');
  return {
    wordDays: async (beginnings, { from, to }) => {
      const query = asked(beginnings);
      return query === '' ? [] : (days.all({ query, from, to }) as DayCount[]);
    },
    articlesWithIn: async (beginnings, { from, to }, limit) => {
      const query = asked(beginnings);
      return query === '' ? [] : (list.all({ query, from, to, limit }) as ArticleId[]);
    },
  };
}

/** Words in a row, the last by its beginning; what is no letter or digit would be FTS5's syntax. */
function phraseOf(text: string): string[] {
  const words = text.match(/[\p{L}\p{M}\p{N}]+/gu);
  return words === null ? [] : [`"${words.join(' ')}"*`];
}

interface TimesRow {
  readonly key: string;
  readonly outlet: string;
  readonly times: string;
}

function timeReads(db: Database.Database): Pick<WarningStore, 'outletTimes' | 'sourceTimes'> {
  const outlets = db.prepare(
    `SELECT domain AS key, min(outlet) AS outlet, json_group_array(day) AS times FROM (
       SELECT domain, min(outlet) AS outlet, min(published_earliest) AS day,
         row_number() OVER (PARTITION BY domain ORDER BY max(published_earliest) DESC) AS place,
         count(*) OVER (PARTITION BY domain) AS days
       FROM article
       WHERE published_earliest BETWEEN @from AND @to
         AND published_latest - published_earliest <= ${DAY_WIDE}
       GROUP BY domain, published_earliest / 86400000
     ) WHERE place <= @most AND days >= @least GROUP BY domain ORDER BY domain`,
  );
  const sources = db.prepare(
    `SELECT id AS key, coalesce(json_extract(body, '$.outlet'), id) AS outlet,
       (SELECT json_group_array(seen_at) FROM (
         SELECT DISTINCT seen_at FROM entry WHERE source_id = source.id
         ORDER BY seen_at DESC LIMIT ?)) AS times
     FROM source ORDER BY id`,
  );
  return {
    outletTimes: async ({ from, to }: Period, least, most) =>
      (outlets.all({ from, to, least, most }) as TimesRow[]).map(timesOf),
    sourceTimes: async (most) => (sources.all(most) as TimesRow[]).map(timesOf),
  };
}

const timesOf = ({ key, outlet, times }: TimesRow): NamedTimes => ({
  key,
  outlet,
  times: (JSON.parse(times) as number[]).sort((a, b) => a - b),
});
