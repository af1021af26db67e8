/** One round of indicators over the desk: measured, held against thresholds, kept with its log. */
import type { Alert, IndicatorReading, Observation } from '../../domain/alerts.ts';
import { alertIdOf } from '../../domain/ids.ts';
import type { Store } from '../../store/store.ts';
import { raise } from '../../warn/alerts.ts';
import { observe } from '../../warn/observe.ts';
import type { Desk } from '../desk.ts';
import { gatherFacts } from './gather.ts';
import { deskIndicators } from './indicators.ts';
import { openScene, type SceneOptions } from './scene.ts';

export interface WarnRound {
  /** The moment that evidence was looked at from, milliseconds since the epoch. */
  readonly asOf: number;
  readonly readings: readonly IndicatorReading[];
  /** Alerts that this round raised, or opened again. */
  readonly raised: readonly Alert[];
  /** Alerts that are known and were measured anew. */
  readonly measured: number;
  /** Cascades that there was no room to judge, the narrowest. */
  readonly left: number;
}

export interface RoundOptions extends SceneOptions {
  readonly version: string;
}

interface Observed {
  readonly indicator: string;
  readonly observation: Observation;
}

/** Measures every indicator that is switched on, and keeps what fires. It is one write, and takes no lock. */
export async function warnRound(desk: Desk, options: RoundOptions): Promise<WarnRound> {
  const indicators = (await deskIndicators(desk.folder)).filter(({ enabled }) => enabled);
  const scene = await openScene(desk, options);
  const observed: Observed[] = [];
  const cannot = new Map<string, string>();
  let left = 0;
  for (const [done, indicator] of indicators.entries()) {
    options.onProgress('measuring indicators', done, indicators.length);
    const gathered = await gatherFacts(scene, indicator);
    if (gathered.cannot !== undefined) cannot.set(indicator.id, gathered.cannot);
    left = Math.max(left, gathered.left);
    for (const facts of gathered.facts) {
      observed.push({ indicator: indicator.id, observation: observe(facts, indicator) });
    }
  }
  const { asOf } = scene;
  const known = await knownAlerts(desk.store, observed);
  const { version } = options;
  const result = raise({ indicators, observed, cannot, known, asOf, now: desk.now(), version });
  await desk.store.saveAlerts(result);
  const anew = new Set(
    result.events.flatMap(({ alert, action }) =>
      action === 'raised' || action === 'reopened' ? [alert] : [],
    ),
  );
  return {
    asOf,
    readings: result.readings,
    raised: result.alerts.filter(({ id }) => anew.has(id)),
    measured: result.alerts.filter(({ id }) => !anew.has(id)).length,
    left,
  };
}

/** Alerts on what was observed, and all that still stand: of those some may stand no more. */
async function knownAlerts(store: Store, observed: readonly Observed[]) {
  const ids = observed.map(({ indicator, observation }) => alertIdOf(indicator, observation.unit));
  const known = new Map(await store.alertsByIds([...new Set(ids)]));
  const standing = await store.countAlerts({ stands: true });
  for (const alert of await store.alerts({ stands: true, limit: standing, offset: 0 })) {
    known.set(alert.id, alert);
  }
  return known;
}
