/** The stored trace: alignments, cascades, boilerplate and the index, replaced or added to. */
import type { Cascade } from '../../domain/trace.ts';
import type { BoilerplateView } from '../../domain/views.ts';
import type {
  CascadeSort,
  ClusterCascade,
  RetellKeys,
  Store,
  StoredTrace,
  TraceStep,
} from '../store.ts';
import { storedCascade } from '../stored-cascade.ts';
import type { Sql, SqlValue } from './database.ts';
import { setSetting } from './ingest.ts';
import { insertRows, lastOf, replacing } from './insert.ts';
import { addReprints } from './reprints.ts';

type TraceTables = Pick<
  Store,
  | 'tracedArticles'
  | 'saveTrace'
  | 'extendTrace'
  | 'cascades'
  | 'countCascades'
  | 'cascadeById'
  | 'cascadesOfArticle'
  | 'boilerplate'
  | 'retellKeys'
  | 'saveRetellKeys'
>;

const TRACED = 'traced-articles';

/** Each is the order of an index. */
const ORDERS: Readonly<Record<CascadeSort, string>> = {
  widest: 'reach DESC, articles DESC, latest DESC NULLS LAST, id',
  newest: 'latest DESC NULLS LAST, id DESC',
  dropped: `(length(body) - length(replace(body, '"credit":"dropped"', ''))) DESC, reach DESC, articles DESC, id`,
};

export function traceTables(sql: Sql): TraceTables {
  return {
    ...cascadeTable(sql),
    tracedArticles: async () => {
      const text = 'SELECT value FROM setting WHERE name = $1';
      return Number((await sql.row<{ value: string }>(text, [TRACED]))?.value ?? 0);
    },
    saveTrace: (trace) =>
      sql.transaction(async (inner) => {
        await clear(inner, ['alignment', 'cascade', 'cascade_article', 'boilerplate', 'segment']);
        await clear(inner, ['reprint']);
        await addTrace(inner, trace);
      }),
    // One transaction, so that a segment is there if and only if its alignments are.
    extendTrace: (step) =>
      sql.transaction(async (inner) => {
        await clear(inner, ['boilerplate']);
        const [first] = step.segments;
        if (first !== undefined) {
          await inner.run('DELETE FROM segment WHERE base >= $1', [first.base]);
        }
        await dropCascades(inner, step);
        await addTrace(inner, step);
      }),
    boilerplate: () =>
      sql.rows<BoilerplateView>('SELECT * FROM boilerplate ORDER BY articles DESC, domain'),
    retellKeys: async (base) => {
      const text = 'SELECT * FROM retell_keys WHERE row >= $1 ORDER BY row';
      return (await sql.rows<KeyRow>(text, [base])).map(keysOfRow);
    },
    saveRetellKeys: (rows) => sql.transaction((inner) => saveKeys(inner, rows)),
  };
}

type CascadeTable = Pick<Store, 'cascades' | 'countCascades' | 'cascadeById' | 'cascadesOfArticle'>;

function cascadeTable(sql: Sql): CascadeTable {
  const cascades = async (text: string, values: readonly SqlValue[]): Promise<Cascade[]> =>
    (await sql.rows<{ body: string }>(text, values)).map(({ body }) => storedCascade(body));
  return {
    cascades: ({ limit, offset, minReach, sort = 'widest' }) =>
      cascades(
        `SELECT body FROM cascade WHERE reach >= $1 ORDER BY ${ORDERS[sort]} LIMIT $2 OFFSET $3`,
        [minReach, limit, offset],
      ),
    countCascades: async (minReach) => {
      const text = 'SELECT count(*) AS n FROM cascade WHERE reach >= $1';
      return (await sql.row<{ n: number }>(text, [minReach]))!.n;
    },
    cascadeById: async (id) => (await cascades('SELECT body FROM cascade WHERE id = $1', [id]))[0],
    cascadesOfArticle: (id) =>
      cascades(
        `SELECT body FROM cascade JOIN cascade_article ON cascade_id = id
         WHERE article_id = $1 ORDER BY ${ORDERS.widest}`,
        [id],
      ),
  };
}

interface KeyRow {
  readonly row: number;
  readonly language: string;
  readonly domain: string;
  readonly keys: Buffer;
}

/** A copy, since a buffer of the driver begins at any byte. */
function keysOfRow({ row, language, domain, keys }: KeyRow): RetellKeys {
  return { row, language, domain, keys: new Uint32Array(new Uint8Array(keys).buffer) };
}

async function saveKeys(sql: Sql, given: readonly RetellKeys[]): Promise<void> {
  const rows = lastOf(given, ({ row }) => String(row));
  await insertRows(
    sql,
    {
      table: 'retell_keys',
      columns: 'row bigint, language text, domain text, keys bytea',
      onConflict: replacing('row', ['language', 'domain', 'keys']),
    },
    rows.map(({ row, language, domain, keys }) => [
      ...[row, language, domain],
      new Uint8Array(keys.buffer, keys.byteOffset, keys.byteLength),
    ]),
  );
}

async function clear(sql: Sql, tables: readonly string[]): Promise<void> {
  for (const table of tables) await sql.run(`DELETE FROM ${table}`);
}

async function dropCascades(sql: Sql, { keptClusters }: TraceStep): Promise<void> {
  const all = await sql.rows<{ id: string; cluster: string }>('SELECT id, cluster FROM cascade');
  const gone = all.filter(({ cluster }) => !keptClusters.has(cluster)).map(({ id }) => id);
  if (gone.length === 0) return;
  await sql.run('DELETE FROM cascade_article WHERE cascade_id = ANY($1)', [gone]);
  await sql.run('DELETE FROM reprint WHERE cascade_id = ANY($1)', [gone]);
  await sql.run('DELETE FROM cascade WHERE id = ANY($1)', [gone]);
}

/** Adds alignments, cascades, boilerplate and segments; sets the state and what is covered. */
async function addTrace(sql: Sql, trace: StoredTrace): Promise<void> {
  await insertRows(
    sql,
    { table: 'alignment', columns: 'a text, b text, passages text' },
    trace.alignments.map(({ a, b, passages }) => [a, b, JSON.stringify(passages)]),
  );
  await addCascades(sql, trace.cascades);
  await insertRows(
    sql,
    { table: 'boilerplate', columns: 'domain text, articles bigint, sample text' },
    trace.boilerplate.map(({ domain, articles, sample }) => [domain, articles, sample]),
  );
  // One at a time: a segment is megabytes.
  for (const { base, rows, data } of trace.segments) {
    await sql.run('INSERT INTO segment VALUES ($1, $2, $3)', [base, rows, data]);
  }
  await sql.run(
    'INSERT INTO trace_state VALUES (1, $1) ON CONFLICT (id) DO UPDATE SET data = excluded.data',
    [trace.state],
  );
  await setSetting(sql, TRACED, String(trace.articles));
}

async function addCascades(sql: Sql, cascades: readonly ClusterCascade[]): Promise<void> {
  if (cascades.length === 0) return;
  const members = cascades.flatMap(({ cascade }) =>
    cascade.echoes.map((echo) => [echo.article, cascade.id]),
  );
  await insertRows(
    sql,
    {
      table: 'cascade',
      columns: 'id text, reach bigint, articles bigint, body text, cluster text',
    },
    cascades.map(({ cascade, cluster }) => [
      ...[cascade.id, cascade.reach, cascade.echoes.length],
      ...[JSON.stringify(cascade), cluster],
    ]),
  );
  await insertRows(
    sql,
    { table: 'cascade_article', columns: 'article_id text, cascade_id text' },
    members,
  );
  await sql.run(
    `UPDATE cascade SET latest = newest FROM (
       SELECT cascade_id, max(published_latest) AS newest
       FROM cascade_article JOIN article ON article.id = article_id
       WHERE cascade_id = ANY($1) GROUP BY cascade_id) AS found
     WHERE cascade.id = found.cascade_id`,
    [cascades.map(({ cascade }) => cascade.id)],
  );
  await addReprints(
    sql,
    cascades.map(({ cascade }) => cascade),
  );
}
