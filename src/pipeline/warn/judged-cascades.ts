/** Cascades of a period with their judgements: several measures ask for the same ones. */
import type { Cascade } from '../../domain/trace.ts';
import type { Store } from '../../store/store.ts';
import type { Period } from '../../store/warning.ts';
import type { Judge } from '../judge/judge.ts';
import { type JudgedCascade, judgeCascade } from '../judge/judge-cascade.ts';

/** Widest cascades that one measure judges in a round; the rest is counted. */
const MOST_JUDGED = 400;

export interface JudgedIn {
  readonly judged: readonly { readonly cascade: Cascade; readonly judgement: JudgedCascade }[];
  /** Cascades of the period that there was no room for. */
  readonly left: number;
}

/** Those whose newest member was published in the period, of at least so many publishers. */
export type JudgedCascades = (period: Period, minReach: number) => Promise<JudgedIn>;

export function judgedCascades(
  store: Store,
  judge: () => Promise<Judge>,
  onProgress: (stage: string, done: number, total: number) => void,
): JudgedCascades {
  const known = new Map<string, JudgedCascade>();
  return async (period, minReach) => {
    const cascades = await store.cascadesIn(period, minReach, MOST_JUDGED);
    const judged: JudgedIn['judged'][number][] = [];
    for (const [done, cascade] of cascades.entries()) {
      onProgress('judging cascades', done, cascades.length);
      const judgement = known.get(cascade.id) ?? (await judgeCascade(await judge(), cascade));
      known.set(cascade.id, judgement);
      judged.push({ cascade, judgement });
    }
    const all = await store.countCascadesIn(period, minReach);
    return { judged, left: all - cascades.length };
  };
}
