/** The network of outlets, counted over rows that are kept of each cascade. */
import type { ArticleId, CascadeId } from '../../domain/ids.ts';
import type { Cascade } from '../../domain/trace.ts';
import type {
  DomainCount,
  ReprintLag,
  ReprintPair,
  ReprintPeriod,
  ReprintStore,
} from '../reprints.ts';
import type { Sql, SqlScalar } from './database.ts';
import { insertRows } from './insert.ts';

export function reprintReads(sql: Sql): ReprintStore {
  return {
    reprintPairs: (period) =>
      sql.rows<ReprintPair>(
        `SELECT earlier, later, count(*) AS reprints, count(*) FILTER (WHERE credit = 'kept') AS credited,
           count(*) FILTER (WHERE credit = 'dropped') AS dropped, min(cascade_id) AS example
         FROM reprint WHERE ${inPeriod(1)} GROUP BY earlier, later ORDER BY earlier, later`,
        bounds(period),
      ),
    reprintLags: async (asked, period, limit) => {
      const lags: ReprintLag[] = [];
      for (const [earlier, later] of asked) {
        const found = await sql.rows<ReprintLag>(
          `SELECT lag_min AS min, lag_max AS max FROM reprint
           WHERE ${inPeriod(1)} AND earlier = $4 AND later = $5
           ORDER BY cascade_id, article_id LIMIT $6`,
          [...bounds(period), earlier, later, limit],
        );
        lags.push(...found);
      }
      return lags;
    },
    domainArticles: (period) =>
      sql.rows<DomainCount>(
        `SELECT domain, count(*) AS articles FROM article_facet
         WHERE newer IS NULL AND ${inPeriod(1)} GROUP BY domain ORDER BY domain`,
        bounds(period),
      ),
    cascadesOfDomains: async (domains, { limit, offset, minReach }) => {
      const total = await sql.row<{ n: number }>(`SELECT count(*) AS n ${HELD}`, [
        minReach,
        domains,
      ]);
      const rows = await sql.rows<{ id: CascadeId }>(
        `SELECT id ${HELD} ORDER BY latest DESC NULLS LAST, id LIMIT $3 OFFSET $4`,
        [minReach, domains, limit, offset],
      );
      return { total: total!.n, ids: rows.map(({ id }) => id) };
    },
  };
}

const HELD = `FROM cascade WHERE reach >= $1 AND id IN (
  SELECT cascade_id FROM cascade_article WHERE article_id IN (
    SELECT id FROM article WHERE domain = ANY($2)))`;

const inPeriod = (at: number): string =>
  `($${at}::boolean OR published BETWEEN $${at + 1} AND $${at + 2})`;

function bounds({ from, to }: ReprintPeriod): [boolean, number, number] {
  return [from === undefined && to === undefined, from ?? -8.64e15, to ?? 8.64e15];
}

const REPRINT = {
  table: 'reprint',
  columns:
    'earlier text, later text, cascade_id text, article_id text, published bigint, credit text, lag_min bigint, lag_max bigint',
  onConflict: 'ON CONFLICT DO NOTHING',
};

/** Keeps a row of each echo whose likely parent is another publisher's. */
export async function addReprints(sql: Sql, cascades: readonly Cascade[]): Promise<void> {
  const ids = new Set(
    cascades.flatMap(({ echoes }) =>
      echoes.flatMap(({ article, parent }) =>
        parent === undefined ? [] : [article, parent.article],
      ),
    ),
  );
  const rows = await sql.rows<{ id: ArticleId; domain: string; published: number | null }>(
    'SELECT id, domain, published_earliest AS published FROM article WHERE id = ANY($1)',
    [[...ids]],
  );
  const known = new Map(rows.map((row) => [row.id, row]));
  const reprints = cascades.flatMap((cascade) =>
    cascade.echoes.flatMap(({ article, parent, credit }): SqlScalar[][] => {
      const own = known.get(article);
      const source = parent && known.get(parent.article);
      if (own === undefined || source === undefined || own.domain === source.domain) return [];
      const { min, max } = parent!.lag;
      const who = [source.domain, own.domain, cascade.id, article];
      return [[...who, own.published, credit ?? 'unknown', min, max]];
    }),
  );
  await insertRows(sql, REPRINT, reprints);
}
