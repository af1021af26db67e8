/** Counts over the tables: what the desk holds, and what became of every item. */
import type Database from 'better-sqlite3';
import type { DoubtKind, RefusalKind } from '../../domain/outcome.ts';
import { type RefusalListRow, refusalOf } from '../rows.ts';
import type { Store } from '../store.ts';

type Summaries = Pick<Store, 'faults' | 'counts' | 'tally' | 'refusals'>;

export function summaries(db: Database.Database): Summaries {
  const counts = db.prepare(
    // Each by an index of its own: together they would read every article's text. Outlets are few, so
    // each is leapt to.
    `SELECT (SELECT count(*) FROM article) AS articles,
       (WITH RECURSIVE one(domain) AS (SELECT min(domain) FROM article UNION ALL
          SELECT (SELECT min(domain) FROM article WHERE domain > one.domain) FROM one
          WHERE one.domain IS NOT NULL)
        SELECT count(domain) FROM one) AS outlets,
       (SELECT count(*) FROM article WHERE published_earliest IS NULL) AS undated,
       (SELECT min(published_earliest) FROM article) AS "from",
       (SELECT max(published_latest) FROM article) AS "to"`,
  );
  const fates = db.prepare('SELECT fate AS name, count(*) AS n FROM item GROUP BY fate');
  const refused = db.prepare(
    `SELECT refusal_kind AS name, count(*) AS n FROM item
     WHERE refusal_kind IS NOT NULL GROUP BY refusal_kind ORDER BY n DESC, name`,
  );
  const doubts = db.prepare(
    `SELECT kind AS name, count(DISTINCT article_id) AS n FROM doubt
     GROUP BY kind ORDER BY n DESC, name`,
  );
  const list = db.prepare(
    `SELECT refusal_kind AS kind, refusal_detail AS detail, refusal_value AS value, file, line,
       capture_id AS capture FROM item WHERE refusal_kind IS NOT NULL
     ORDER BY refusal_kind, file, line LIMIT ?`,
  );
  return {
    faults: async () => {
      const rows = db.pragma('quick_check(10)') as { quick_check: string }[];
      return rows.map((row) => row.quick_check).filter((fault) => fault !== 'ok');
    },
    counts: async () => {
      const row = counts.get() as Record<'articles' | 'outlets', number> &
        Record<'undated' | 'from' | 'to', number | null>;
      return {
        articles: row.articles,
        outlets: row.outlets,
        undated: row.undated ?? 0,
        period: row.from === null || row.to === null ? undefined : { from: row.from, to: row.to },
      };
    },
    tally: async () => {
      const fate = numbers(fates);
      const total = Object.values(fate).reduce((sum, n) => sum + n, 0);
      return {
        items: total,
        articles: fate['article'] ?? 0,
        sameBytes: fate['same-bytes'] ?? 0,
        sameArticle: fate['same-article'] ?? 0,
        refused: numbers(refused) as Partial<Record<RefusalKind, number>>,
        doubts: numbers(doubts) as Partial<Record<DoubtKind, number>>,
      };
    },
    refusals: async (limit) => (list.all(limit) as RefusalListRow[]).map(refusalOf),
  };
}

function numbers(statement: Database.Statement): Record<string, number> {
  const rows = statement.all() as { name: string; n: number }[];
  return Object.fromEntries(rows.map(({ name, n }) => [name, n]));
}
