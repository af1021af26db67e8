/** One cheap answer for the first page of the console: alerts, what came last, what the desk rests on. */
import { z } from 'zod';
import type { AlertsView } from '../domain/alert-views.ts';
import { SEVERITIES } from '../domain/alerts.ts';
import type { CascadeId } from '../domain/ids.ts';
import type { CascadeLine, Coverage, TodayView } from '../domain/today-views.ts';
import type { Cascade } from '../domain/trace.ts';
import { isPlaced } from '../export/moments.ts';
import { foreign } from '../export/terminal/ink.ts';
import { counted } from '../export/wording.ts';
import { healthOf } from '../pipeline/watch/health.ts';
import { BY_HAND } from '../pipeline/watch/sources.ts';
import type { Store } from '../store/store.ts';
import { alertsOperation } from './alerts.ts';
import { articleViews } from './cascade-views.ts';
import { type Context, operation } from './operation.ts';

const MOST_ALERTS = 8;
const MOST_ARTICLES = 8;
const MOST_CASCADES = 6;
/** Cascades are looked for among so many of the articles kept last. */
const LATELY = 60;

export const todayOperation = operation({
  input: z.object({}),
  creates: false,
  remote: { role: 'reader', changes: false },
  run: async (_input, context): Promise<TodayView> => {
    const { store, now } = context.desk;
    const { articles, outlets } = await store.counts();
    const rows = Array.from({ length: Math.min(LATELY, articles) }, (_, i) => articles - 1 - i);
    const last = (await store.articlesAt(rows)).map(({ id }) => id);
    const cascades = new Map<CascadeId, Cascade>();
    for (const id of last) {
      for (const one of await store.cascadesOfArticle(id)) cascades.set(one.id, one);
    }
    const widest = [...cascades.values()]
      .filter(({ reach }) => reach >= 2)
      .sort((a, b) => b.reach - a.reach || b.echoes.length - a.echoes.length)
      .slice(0, MOST_CASCADES);
    return {
      now: now(),
      coverage: await coverageOf(context),
      articles,
      outlets,
      cascadesTotal: await store.countCascades(2),
      alerts: await gravest(context),
      newest: await articleViews(store, last.slice(0, MOST_ARTICLES)),
      cascades: await linesOf(store, widest),
    };
  },
  text: (view) => todayText(view),
});

/** Every page shows it, and counting items takes tenths of a second on a large desk: milliseconds kept. */
const COVERAGE_KEPT = 10_000;
const coverages = new WeakMap<
  Store,
  { readonly until: number; readonly value: Promise<Coverage> }
>();

/** What the desk's answers rest on, as of some seconds ago at the most. */
export function coverageOf(context: Pick<Context, 'desk'>): Promise<Coverage> {
  const { store, now } = context.desk;
  const known = coverages.get(store);
  if (known !== undefined && now() < known.until) return known.value;
  const value = countedCoverage(context);
  coverages.set(store, { until: now() + COVERAGE_KEPT, value });
  value.catch(() => coverages.delete(store));
  return value;
}

/** Its watch, if it has one, else the files that it read. */
async function countedCoverage({ desk: { store, now } }: Pick<Context, 'desk'>): Promise<Coverage> {
  const watched = (await store.sources()).filter(({ id, active }) => active && id !== BY_HAND);
  if (watched.length === 0) {
    const { items, articles, refused } = await store.tally();
    const unread = Object.values(refused).reduce((sum, n) => sum + n, 0);
    return { kind: 'files', items, articles, unread };
  }
  const at = now();
  const health = watched.map((source) => healthOf(source, at));
  const among = (...kinds: readonly string[]): number =>
    health.filter((one) => kinds.includes(one)).length;
  return {
    kind: 'watch',
    sources: watched.length,
    speaking: among('well', 'slow'),
    silent: among('silent'),
    blocked: among('dead', 'failing', 'moved'),
    waiting: among('new'),
  };
}

/** Open alerts, the gravest first, and of equal gravity those first that nobody has looked at. */
async function gravest(context: Context): Promise<AlertsView> {
  const ask = (severity?: string, limit = MOST_ALERTS): Promise<AlertsView> =>
    alertsOperation.run(alertsOperation.input.parse({ state: 'open', severity, limit }), context);
  const { total, readings } = await ask(undefined, 1);
  const alerts: AlertsView['alerts'][number][] = [];
  for (const severity of SEVERITIES.toReversed()) {
    if (alerts.length >= MOST_ALERTS) break;
    const { alerts: found } = await ask(severity);
    const rank = (one: (typeof found)[number]): number => (one.alert.state === 'new' ? 0 : 1);
    alerts.push(...found.toSorted((a, b) => rank(a) - rank(b)));
  }
  return { alerts: alerts.slice(0, MOST_ALERTS), total, readings };
}

async function linesOf(store: Store, cascades: readonly Cascade[]): Promise<CascadeLine[]> {
  const named = cascades.map((one) => one.earliest[0] ?? one.echoes[0]!.article);
  const ids = cascades.flatMap(({ echoes }) => echoes.map(({ article }) => article));
  const articles = await store.articlesByIds([...new Set([...named, ...ids])]);
  return cascades.map((cascade, i) => {
    const first = articles.get(named[i]!);
    const dates = cascade.echoes
      .map(({ article }) => articles.get(article)?.published)
      .filter(isPlaced)
      .map(({ latest }) => latest);
    return {
      id: cascade.id,
      title: first?.title ?? cascade.id,
      language: first?.language ?? 'und',
      articles: cascade.echoes.length,
      reach: cascade.reach,
      latest: dates.length === 0 ? undefined : dates.reduce((a, b) => Math.max(a, b)),
    };
  });
}

function todayText({ alerts, cascades, newest, articles, outlets }: TodayView): string {
  return [
    `${counted(articles, 'article')} of ${counted(outlets, 'outlet')}; ${counted(alerts.total, 'open alert')}.`,
    ...alerts.alerts.map(
      ({ alert }) =>
        `${alert.severity}: ${alert.indicator}, ${foreign(alert.subject)} (${alert.value})`,
    ),
    ...cascades.map(
      ({ title, reach, id }) => `${counted(reach, 'publisher')}: ${foreign(title)} (${id})`,
    ),
    ...newest.map(({ title, outlet }) => `${foreign(outlet)}: ${foreign(title)}`),
  ].join('\n');
}
