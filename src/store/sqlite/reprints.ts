/** The network of outlets, counted over the rows that the database keeps of each cascade. */
import type Database from 'better-sqlite3';
import type { CascadeId } from '../../domain/ids.ts';
import type {
  DomainCount,
  ReprintLag,
  ReprintPair,
  ReprintPeriod,
  ReprintStore,
} from '../reprints.ts';

export function reprintReads(db: Database.Database): ReprintStore {
  // `+`: by no index of its own, so that pairs are gone through in the order in which they lie.
  const inPeriod = `(@whole OR +published BETWEEN @from AND @to)`;
  const pairs = db.prepare(
    `SELECT earlier, later, count(*) AS reprints, sum(credit = 'kept') AS credited,
       sum(credit = 'dropped') AS dropped, min(cascade_id) AS example
     FROM reprint WHERE ${inPeriod} GROUP BY earlier, later ORDER BY earlier, later`,
  );
  const lags = db.prepare(
    `SELECT lag_min AS min, lag_max AS max FROM reprint
     WHERE earlier = @earlier AND later = @later AND ${inPeriod} LIMIT @limit`,
  );
  const articles = db.prepare(
    `SELECT domain, count(*) AS articles FROM article_facet
     WHERE newer IS NULL AND ${inPeriod} GROUP BY domain`,
  );
  const held = `FROM cascade WHERE reach >= @minReach AND id IN (
    SELECT cascade_id FROM cascade_article WHERE article_id IN (
      SELECT id FROM article WHERE domain IN (SELECT value FROM json_each(@domains))))`;
  const count = db.prepare(`SELECT count(*) ${held}`).pluck();
  const newest = db
    .prepare(`SELECT id ${held} ORDER BY latest DESC, id LIMIT @limit OFFSET @offset`)
    .pluck();
  return {
    reprintPairs: async (period) => pairs.all(bounds(period)) as ReprintPair[],
    reprintLags: async (asked, period, limit) =>
      asked.flatMap(
        ([earlier, later]) =>
          lags.all({ earlier, later, limit, ...bounds(period) }) as ReprintLag[],
      ),
    domainArticles: async (period) => articles.all(bounds(period)) as DomainCount[],
    cascadesOfDomains: async (domains, { limit, offset, minReach }) => {
      const asked = { domains: JSON.stringify(domains), minReach };
      return {
        total: count.get(asked) as number,
        ids: newest.all({ ...asked, limit, offset }) as CascadeId[],
      };
    },
  };
}

function bounds({ from, to }: ReprintPeriod): { whole: number; from: number; to: number } {
  const whole = from === undefined && to === undefined ? 1 : 0;
  return { whole, from: from ?? -8.64e15, to: to ?? 8.64e15 };
}
