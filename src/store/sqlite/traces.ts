/** The stored trace: alignments, cascades and boilerplate, replaced as a whole. */
import type Database from 'better-sqlite3';
import type { Cascade } from '../../domain/trace.ts';
import type { BoilerplateView } from '../../domain/views.ts';
import type { Store, StoredTrace } from '../store.ts';

type TraceTables = Pick<
  Store,
  | 'tracedArticles'
  | 'saveTrace'
  | 'cascades'
  | 'countCascades'
  | 'cascadeById'
  | 'cascadesOfArticle'
  | 'boilerplate'
>;

const TRACED = 'traced-articles';

export function traceTables(db: Database.Database): TraceTables {
  const traced = db.prepare('SELECT value FROM setting WHERE name = ?').pluck();
  const ranked = db.prepare(
    `SELECT body FROM cascade WHERE reach >= ?
     ORDER BY reach DESC, articles DESC, latest DESC, id LIMIT ? OFFSET ?`,
  );
  const count = db.prepare('SELECT count(*) FROM cascade WHERE reach >= ?').pluck();
  const byId = db.prepare('SELECT body FROM cascade WHERE id = ?').pluck();
  const ofArticle = db.prepare(
    `SELECT body FROM cascade JOIN cascade_article ON cascade_id = id
     WHERE article_id = ? ORDER BY reach DESC, articles DESC, latest DESC, id`,
  );
  const boilerplate = db.prepare('SELECT * FROM boilerplate ORDER BY articles DESC, domain');
  const save = traceSaver(db);
  return {
    tracedArticles: async () => Number(traced.get(TRACED) ?? 0),
    saveTrace: async (trace) => save(trace),
    cascades: async ({ limit, offset, minReach }) =>
      ranked.pluck().all(minReach, limit, offset).map(cascadeOf),
    countCascades: async (minReach) => count.get(minReach) as number,
    cascadeById: async (id) => {
      const body = byId.get(id);
      return body === undefined ? undefined : cascadeOf(body);
    },
    cascadesOfArticle: async (id) => ofArticle.pluck().all(id).map(cascadeOf),
    boilerplate: async () => boilerplate.all() as BoilerplateView[],
  };
}

/** JSON leaves out what is undefined; reading it back gives the same fields as absent. */
const cascadeOf = (body: unknown): Cascade => JSON.parse(body as string) as Cascade;

function traceSaver(db: Database.Database): (trace: StoredTrace) => void {
  const clear = ['alignment', 'cascade', 'cascade_article', 'boilerplate'];
  const alignment = db.prepare('INSERT INTO alignment VALUES (?, ?, ?)');
  const cascade = db.prepare('INSERT INTO cascade VALUES (?, ?, ?, ?, ?)');
  const member = db.prepare('INSERT INTO cascade_article VALUES (?, ?)');
  const phrase = db.prepare('INSERT INTO boilerplate VALUES (?, ?, ?)');
  const setting = db.prepare('INSERT OR REPLACE INTO setting VALUES (?, ?)');
  const latest = db.prepare(
    `SELECT max(published_latest) FROM article
     WHERE id IN (SELECT value FROM json_each(?))`,
  );
  return db.transaction((trace: StoredTrace) => {
    for (const table of clear) db.exec(`DELETE FROM ${table}`);
    for (const { a, b, passages } of trace.alignments) {
      alignment.run(a, b, JSON.stringify(passages));
    }
    for (const one of trace.cascades) {
      const articles = one.echoes.map((echo) => echo.article);
      const newest = latest.pluck().get(JSON.stringify(articles));
      cascade.run(one.id, one.reach, articles.length, newest, JSON.stringify(one));
      for (const article of articles) member.run(article, one.id);
    }
    for (const { domain, articles, sample } of trace.boilerplate) {
      phrase.run(domain, articles, sample);
    }
    setting.run(TRACED, String(trace.articles));
  }).immediate;
}
