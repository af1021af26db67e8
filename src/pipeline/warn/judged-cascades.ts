/** Cascades of a period with their judgements: several measures ask for the same ones. */
import { digestOf } from '../../domain/ids.ts';
import type { Cascade } from '../../domain/trace.ts';
import type { Period } from '../../store/warning.ts';
import type { Desk } from '../desk.ts';
import type { Judge } from '../judge/judge.ts';
import { type JudgedCascade, judgeCascade } from '../judge/judge-cascade.ts';
import type { RoundMemory } from './round-memory.ts';

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
  { store, now }: Pick<Desk, 'store' | 'now'>,
  judge: () => Promise<Judge>,
  memory: RoundMemory,
  onProgress: (stage: string, done: number, total: number) => void,
): JudgedCascades {
  return async (period, minReach) => {
    const cascades = await store.cascadesIn(period, minReach, MOST_JUDGED);
    const judged: JudgedIn['judged'][number][] = [];
    for (const [done, cascade] of cascades.entries()) {
      onProgress('judging cascades', done, cascades.length);
      // By all that it is: a cascade keeps its id where its members or credits change.
      const key = digestOf(JSON.stringify(cascade));
      const anew = async () => judgeCascade(await judge(), cascade);
      const judgement = await memory.cascades.get(key, now(), anew);
      judged.push({ cascade, judgement });
    }
    const all = await store.countCascadesIn(period, minReach);
    return { judged, left: all - cascades.length };
  };
}
