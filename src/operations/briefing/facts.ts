/** What a briefing may rest on: the desk, seen through one watch and one period. */
import type { AlertView } from '../../domain/alert-views.ts';
import { SEVERITIES } from '../../domain/alerts.ts';
import type { BriefingFacts } from '../../domain/briefing.ts';
import type { ArticleId } from '../../domain/ids.ts';
import type { Reading } from '../../domain/reading.ts';
import type { SaidView } from '../../domain/reading-views.ts';
import type { Span } from '../../domain/span.ts';
import type { Cascade } from '../../domain/trace.ts';
import type { Watch } from '../../domain/watch.ts';
import type { Desk } from '../../pipeline/desk.ts';
import { judgeCascade } from '../../pipeline/judge/judge-cascade.ts';
import { keptFacts, keptJudge } from '../../pipeline/judge/kept-judge.ts';
import { readingOf } from '../../pipeline/judge/own-reading.ts';
import { presenceOf } from '../../pipeline/presence/presence-of.ts';
import { alertViews } from '../../pipeline/warn/alert-views.ts';
import { deskIndicators } from '../../pipeline/warn/indicators.ts';
import { healthOf } from '../../pipeline/watch/health.ts';
import { BY_HAND } from '../../pipeline/watch/sources.ts';
import { openWatchList } from '../../pipeline/watch/watch-list.ts';
import type { Store } from '../../store/store.ts';
import { cascadeRows } from '../cascade-rows.ts';
import { articleViews, cascadeViews } from '../cascade-views.ts';
import { claimView } from '../claim-views.ts';
import { keptPresenceBasis } from '../presence-kept.ts';
import { statementView } from '../reading-views.ts';
import { coverageOf } from '../today.ts';

export interface FactsOptions {
  readonly watchFile: string | undefined;
  /** Days, `YYYY-MM-DD`, both inclusive; without them the week that ends with the newest article. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** Of the program. */
  readonly version: string;
  readonly onProgress: (stage: string, done: number, total: number) => void;
}

const DAY = 86_400_000;
const WEEK = 7;
const CASCADES = 12;
const CLAIMS = 5;
const ALERTS = 40;
const PAGE = 200;

/** Milliseconds since the epoch, both inclusive. */
interface Period {
  readonly from: number;
  readonly to: number;
}

/** Gathers it; only what stands on the desk, and never the clock. */
export async function briefingFacts(desk: Desk, options: FactsOptions): Promise<BriefingFacts> {
  const { store } = desk;
  const { watchFile, version, onProgress } = options;
  const watch = watchFile === undefined ? undefined : (await openWatchList(watchFile)).watch;
  const period = await periodMeant(desk, options);
  const counts = await store.periodCounts(period.from, period.to);
  onProgress('cascades', 0, 0);
  const all = await cascadesIn(store, period);
  const widest = all.slice(0, CASCADES);
  const { refused } = await store.tally();
  return {
    title: watch?.name,
    host: watch?.host,
    sponsors: watch?.sponsors ?? [],
    period: { first: dayOf(period.from), last: dayOf(period.to) },
    version,
    articles: counts.articles,
    outlets: counts.outlets,
    undated: counts.undated,
    languages: counts.languages,
    coverage: await coverageOf({ desk }),
    gaps: await gapsOf(desk),
    refused,
    alerts: await alertsIn(desk, period),
    readings: await store.indicatorReadings(),
    cascades: await cascadeViews(store, widest, await keptFacts(desk, watchFile)),
    cascadesTotal: all.length,
    claims: await claimsOf(desk, widest.slice(0, CLAIMS), options),
    presence: await presenceIn(desk, watch),
    said: await saidIn(store, widest),
  };
}

async function periodMeant(
  { store, now }: Desk,
  { from, to }: Pick<FactsOptions, 'from' | 'to'>,
): Promise<Period> {
  const { newest } = await store.periodCounts(0, now());
  const end = to === undefined ? (newest ?? now()) : Date.parse(to);
  const last = Math.floor(end / DAY) * DAY;
  const first = from === undefined ? last - (WEEK - 1) * DAY : Date.parse(from);
  if (first > last) {
    throw new Error(`the period ends (${dayOf(last)}) before it begins (${dayOf(first)})`);
  }
  return { from: first, to: last + DAY - 1 };
}

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** Cascades of several publishers with a member that is dated in the period, the widest first. */
async function cascadesIn(store: Store, { from, to }: Period): Promise<Cascade[]> {
  const found: Cascade[] = [];
  for (let offset = 0; ; offset += PAGE) {
    const query = { sort: 'newest', limit: PAGE, offset, minReach: 2 } as const;
    const page = await store.cascades(query);
    const ids = new Set(page.flatMap(({ echoes }) => echoes.map(({ article }) => article)));
    const articles = await store.articlesByIds([...ids]);
    let later = false;
    for (const cascade of page) {
      const dates = cascade.echoes.flatMap(({ article }) => articles.get(article)?.published ?? []);
      if (dates.some(({ earliest, latest }) => latest >= from && earliest <= to)) {
        found.push(cascade);
      }
      later ||= dates.some(({ latest }) => latest >= from);
    }
    if (page.length < PAGE || !later) break;
  }
  return found.sort(
    (a, b) => b.reach - a.reach || b.echoes.length - a.echoes.length || (a.id < b.id ? -1 : 1),
  );
}

/** Alerts whose newest evidence is of the period, the gravest first. */
async function alertsIn({ store, folder }: Desk, { from, to }: Period): Promise<AlertView[]> {
  const alerts = [];
  const total = await store.countAlerts({});
  for (let offset = 0; offset < total; offset += PAGE) {
    for (const alert of await store.alerts({ limit: PAGE, offset })) {
      if (from <= alert.at && alert.at <= to) alerts.push(alert);
    }
  }
  const gravity = (severity: (typeof SEVERITIES)[number]): number => SEVERITIES.indexOf(severity);
  alerts.sort(
    (a, b) => gravity(b.severity) - gravity(a.severity) || b.at - a.at || (a.id < b.id ? -1 : 1),
  );
  const byId = new Map((await deskIndicators(folder)).map((one) => [one.id, one]));
  return alertViews(store, alerts.slice(0, ALERTS), (id) => byId.get(id));
}

async function claimsOf(
  desk: Desk,
  cascades: readonly Cascade[],
  { watchFile, onProgress }: Pick<FactsOptions, 'watchFile' | 'onProgress'>,
): Promise<BriefingFacts['claims']> {
  if (cascades.length === 0) return [];
  const judge = await keptJudge(desk, watchFile);
  const rows = await cascadeRows(desk.store, cascades);
  const claims = [];
  for (const [i, cascade] of cascades.entries()) {
    onProgress('claims', i, cascades.length);
    const judged = await claimView(desk.store, await judgeCascade(judge, cascade));
    claims.push({ cascade: rows[i]!, judged });
  }
  return claims;
}

async function presenceIn(
  desk: Desk,
  watch: Watch | undefined,
): Promise<BriefingFacts['presence']> {
  if (watch === undefined) return [];
  const basis = await keptPresenceBasis(desk);
  const views = [];
  for (const sponsor of watch.sponsors) {
    const view = await presenceOf(desk, sponsor, watch.host, basis);
    if (view.series.length > 0) views.push(view);
  }
  return views;
}

/** Sources that name nothing, or cannot be read. */
async function gapsOf({ store, now }: Desk): Promise<BriefingFacts['gaps']> {
  const at = now();
  return (await store.sources())
    .filter(({ id, active }) => active && id !== BY_HAND)
    .flatMap((source) => {
      const health = healthOf(source, at);
      const isGap = ['silent', 'dead', 'failing', 'moved', 'new'].includes(health);
      return isGap ? [{ source: source.id, why: health }] : [];
    });
}

/** What is first stated in the passages that were repeated, of each cascade one statement. */
async function saidIn(store: Store, cascades: readonly Cascade[]): Promise<SaidView[]> {
  const firsts = cascades.map(({ earliest, echoes }) => earliest[0] ?? echoes[0]!.article);
  const articles = await store.articlesByIds(firsts);
  const readings = await store.readingsOf(firsts);
  const views = new Map((await articleViews(store, firsts)).map((view) => [view.id, view]));
  return cascades.flatMap((cascade, i) => {
    const id = firsts[i]!;
    const reading = readingOf(readings, id);
    const said = reading && firstStated(reading, sharedWith(cascade, id));
    if (said === undefined) return [];
    const statement = statementView(said, articles.get(id)!.text, reading!.dates);
    return [{ article: views.get(id)!, reader: reading!.reader, statement }];
  });
}

function firstStated(reading: Reading, spans: readonly Span[]) {
  const inside = ({ begin, end }: Span): boolean =>
    spans.some((span) => span.begin < end && begin < span.end);
  return reading.attributions.find(
    ({ source, content }) => source?.entity !== undefined && content.some(inside),
  );
}

function sharedWith({ echoes }: Cascade, id: ArticleId): Span[] {
  return echoes.flatMap(({ article, comparedWith, passages }) =>
    passages.flatMap(({ a, b }) => [
      ...(comparedWith === id ? [a] : []),
      ...(article === id ? [b] : []),
    ]),
  );
}
