/** The stored trace: alignments, cascades, boilerplate and the index, replaced or added to. */
import type Database from 'better-sqlite3';
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
  widest: 'reach DESC, articles DESC, latest DESC, id',
  newest: 'latest DESC, id DESC',
  dropped: `(length(body) - length(replace(body, '"credit":"dropped"', ''))) DESC, reach DESC, articles DESC, id`,
};

export function traceTables(db: Database.Database): TraceTables {
  const traced = db.prepare('SELECT value FROM setting WHERE name = ?').pluck();
  const ranked = (sort: CascadeSort): Database.Statement =>
    // The plus keeps the planner on the index of the order: nearly all cascades have the reach asked for.
    db.prepare(
      `SELECT body FROM cascade WHERE +reach >= ? ORDER BY ${ORDERS[sort]} LIMIT ? OFFSET ?`,
    );
  const count = db.prepare('SELECT count(*) FROM cascade WHERE reach >= ?').pluck();
  const byId = db.prepare('SELECT body FROM cascade WHERE id = ?').pluck();
  const ofArticle = db.prepare(
    `SELECT body FROM cascade JOIN cascade_article ON cascade_id = id
     WHERE article_id = ? ORDER BY reach DESC, articles DESC, latest DESC, id`,
  );
  const boilerplate = db.prepare('SELECT * FROM boilerplate ORDER BY articles DESC, domain');
  const { save, extend } = traceSavers(db);
  const keysFrom = db.prepare('SELECT * FROM retell_keys WHERE row >= ? ORDER BY row');
  const keep = db.prepare('INSERT OR REPLACE INTO retell_keys VALUES (?, ?, ?, ?)');
  const saveKeys = db.transaction((rows: readonly RetellKeys[]) => {
    for (const { row, language, domain, keys } of rows) {
      keep.run(row, language, domain, Buffer.from(keys.buffer, keys.byteOffset, keys.byteLength));
    }
  }).immediate;
  return {
    tracedArticles: async () => Number(traced.get(TRACED) ?? 0),
    saveTrace: async (trace) => save(trace),
    extendTrace: async (step) => extend(step),
    cascades: async ({ limit, offset, minReach, sort = 'widest' }) =>
      ranked(sort).pluck().all(minReach, limit, offset).map(cascadeOf),
    countCascades: async (minReach) => count.get(minReach) as number,
    cascadeById: async (id) => {
      const body = byId.get(id);
      return body === undefined ? undefined : cascadeOf(body);
    },
    cascadesOfArticle: async (id) => ofArticle.pluck().all(id).map(cascadeOf),
    boilerplate: async () => boilerplate.all() as BoilerplateView[],
    retellKeys: async (base) => (keysFrom.all(base) as KeyRow[]).map(keysOfRow),
    saveRetellKeys: async (rows) => saveKeys(rows),
  };
}

const cascadeOf = (body: unknown): Cascade => storedCascade(body as string);

interface KeyRow {
  readonly row: number;
  readonly language: string;
  readonly domain: string;
  readonly keys: Buffer;
}

/** A copy, since a buffer of the database begins at any byte. */
function keysOfRow({ row, language, domain, keys }: KeyRow): RetellKeys {
  return { row, language, domain, keys: new Uint32Array(new Uint8Array(keys).buffer) };
}

interface Savers {
  readonly save: (trace: StoredTrace) => void;
  readonly extend: (step: TraceStep) => void;
}

/** Each is one transaction, so that a segment is there if and only if its alignments are. */
function traceSavers(db: Database.Database): Savers {
  const add = traceAdder(db);
  const clear = (tables: readonly string[]): void => {
    for (const table of tables) db.exec(`DELETE FROM ${table}`);
  };
  const dropSegments = db.prepare('DELETE FROM segment WHERE base >= ?');
  const dropCascades = cascadeDropper(db);
  return {
    save: db.transaction((trace: StoredTrace) => {
      clear(['alignment', 'cascade', 'cascade_article', 'boilerplate', 'segment']);
      add(trace);
    }).immediate,
    extend: db.transaction((step: TraceStep) => {
      clear(['boilerplate']);
      const [first] = step.segments;
      if (first !== undefined) dropSegments.run(first.base);
      dropCascades(step.keptClusters);
      add(step);
    }).immediate,
  };
}

function cascadeDropper(db: Database.Database): (kept: ReadonlySet<string>) => void {
  const all = db.prepare('SELECT id, cluster FROM cascade');
  const body = db.prepare('SELECT body FROM cascade WHERE id = ?').pluck();
  const member = db.prepare('DELETE FROM cascade_article WHERE article_id = ? AND cascade_id = ?');
  const drop = db.prepare('DELETE FROM cascade WHERE id = ?');
  return (kept) => {
    for (const { id, cluster } of all.all() as { id: string; cluster: string }[]) {
      if (kept.has(cluster)) continue;
      for (const { article } of cascadeOf(body.get(id)).echoes) member.run(article, id);
      drop.run(id);
    }
  };
}

/** Adds alignments, cascades, boilerplate and segments; sets the state and what is covered. */
function traceAdder(db: Database.Database): (trace: StoredTrace) => void {
  const alignment = db.prepare('INSERT INTO alignment VALUES (?, ?, ?)');
  const phrase = db.prepare('INSERT INTO boilerplate VALUES (?, ?, ?)');
  const segment = db.prepare('INSERT INTO segment VALUES (?, ?, ?)');
  const state = db.prepare('INSERT OR REPLACE INTO trace_state VALUES (1, ?)');
  const setting = db.prepare('INSERT OR REPLACE INTO setting VALUES (?, ?)');
  const addCascade = cascadeAdder(db);
  return (trace) => {
    for (const { a, b, passages } of trace.alignments) {
      alignment.run(a, b, JSON.stringify(passages));
    }
    for (const one of trace.cascades) addCascade(one);
    for (const { domain, articles, sample } of trace.boilerplate) {
      phrase.run(domain, articles, sample);
    }
    for (const { base, rows, data } of trace.segments) segment.run(base, rows, data);
    state.run(trace.state);
    setting.run(TRACED, String(trace.articles));
  };
}

function cascadeAdder(db: Database.Database): (one: ClusterCascade) => void {
  const cascade = db.prepare(
    'INSERT INTO cascade (id, reach, articles, latest, body, cluster) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const member = db.prepare('INSERT INTO cascade_article VALUES (?, ?)');
  const latest = db.prepare(
    `SELECT max(published_latest) FROM article
     WHERE id IN (SELECT value FROM json_each(?))`,
  );
  return ({ cascade: one, cluster }) => {
    const articles = one.echoes.map((echo) => echo.article);
    const newest = latest.pluck().get(JSON.stringify(articles));
    cascade.run(one.id, one.reach, articles.length, newest, JSON.stringify(one), cluster);
    for (const article of articles) member.run(article, one.id);
  };
}
