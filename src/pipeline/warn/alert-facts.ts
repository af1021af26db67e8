/**
 * The facts of one alert, gathered again from the desk: its unit alone where that can be asked for, else
 * all units of its measure at the moment that it was last measured.
 */
import type { Alert, Indicator } from '../../domain/alerts.ts';
import type { ArticleId, CascadeId } from '../../domain/ids.ts';
import type { Cascade } from '../../domain/trace.ts';
import { type MeasureFacts, observe } from '../../warn/observe.ts';
import type { Desk } from '../desk.ts';
import { judgeCascade } from '../judge/judge-cascade.ts';
import { gatherFacts } from './gather.ts';
import { openScene, type Scene, type SceneOptions } from './scene.ts';

const DAY = 86_400_000;

/**
 * The facts whose value is that of the alert, else those with the highest value; undefined where the desk no
 * longer measures this unit.
 */
export async function factsOfAlert(
  desk: Desk,
  alert: Alert,
  indicator: Indicator,
  options: SceneOptions,
): Promise<MeasureFacts | undefined> {
  // As the round that measured it saw the desk: silences are counted up to then.
  const then: Desk = { ...desk, now: () => alert.measuredAt };
  let best: { readonly facts: MeasureFacts; readonly value: number } | undefined;
  for (const asOf of momentsOf(alert, options.asOf)) {
    const scene = await openScene(then, { ...options, asOf });
    const near = await narrowed(scene, alert, indicator);
    if (near === undefined) return undefined;
    const gathered = await gatherFacts(near.scene, { ...indicator, lookBackDays: near.days });
    for (const facts of gathered.facts) {
      const { unit, value } = observe(facts, indicator);
      if (unit !== alert.unit) continue;
      if (value === alert.value) return facts;
      if (best === undefined || value > best.value) best = { facts, value };
    }
  }
  return best?.facts;
}

/** Where a round is likely to have looked from: the desk's newest day, else the evidence's own. */
function momentsOf(
  { unit, at }: Alert,
  asked: number | undefined,
): readonly (number | undefined)[] {
  if (asked !== undefined) return [asked];
  if (/^(?:cascade|article):/.test(unit)) return [undefined];
  return [undefined, at, Math.floor(at / DAY) * DAY + DAY - 1];
}

interface Near {
  readonly scene: Scene;
  readonly days: number;
}

/** The same look at no more of the desk than the unit needs. */
async function narrowed(
  scene: Scene,
  { unit }: Alert,
  { lookBackDays }: Indicator,
): Promise<Near | undefined> {
  const { store } = scene.desk;
  const [kind, id = ''] = unit.split(/:(.*)/s);
  if (kind === 'cascade') {
    const cascade = await store.cascadeById(id as CascadeId);
    if (cascade === undefined) return undefined;
    const members = cascade.echoes.map(({ article }) => article);
    return aroundArticles(scene, members, [cascade]);
  }
  if (kind === 'article') {
    const article = id as ArticleId;
    return aroundArticles(scene, [article], await store.cascadesOfArticle(article));
  }
  return { scene, days: lookBackDays };
}

/** The days on which the newest of some articles was published, with these cascades alone. */
async function aroundArticles(
  scene: Scene,
  ids: readonly ArticleId[],
  cascades: readonly Cascade[],
): Promise<Near | undefined> {
  const known = await scene.desk.store.articlesByIds(ids);
  const dates = [...known.values()].flatMap(({ published }) => published ?? []);
  if (dates.length === 0) return undefined;
  let [last, newest] = [dates[0]!.latest, dates[0]!.earliest];
  for (const { latest, earliest } of dates) {
    last = Math.max(last, latest);
    newest = Math.max(newest, earliest);
  }
  const judged = async (): ReturnType<Scene['judged']> => {
    const judge = await scene.judge();
    const all = cascades.map(async (cascade) => ({
      cascade,
      judgement: await judgeCascade(judge, cascade),
    }));
    return { judged: await Promise.all(all), left: 0 };
  };
  const days = Math.ceil((last - newest) / DAY) + 1;
  return { scene: { ...scene, asOf: last, judged }, days };
}
