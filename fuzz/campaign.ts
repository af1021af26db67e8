/** Many cases of many targets, each with its share. */
import { type Failure, runCase } from './one-case.ts';
import type { Target } from './target.ts';

/** Failures of one target after which it is given up: they would mostly be one fault again. */
const MOST_FAILURES = 5;

export interface Tally {
  readonly target: string;
  readonly cases: number;
  readonly ms: number;
  /** The longest case, in ms, and its number. */
  readonly slowest: { readonly ms: number; readonly case: number };
  readonly failures: readonly Failure[];
}

/** How many of `cases` each target gets, by weight; at least one each. */
export function sharesOf(targets: readonly Target[], cases: number): readonly number[] {
  const total = targets.reduce((sum, { weight }) => sum + weight, 0);
  return targets.map(({ weight }) => Math.max(1, Math.ceil((cases * weight) / total)));
}

/** Runs cases 0 to `cases` - 1 of a target; `onCase` is told of each before it runs. */
export async function runTarget(
  target: Target,
  { seed, cases }: { readonly seed: number; readonly cases: number },
  onCase: (number: number) => void = () => {},
): Promise<Tally> {
  const failures: Failure[] = [];
  const begin = performance.now();
  let slowest = { ms: 0, case: 0 };
  let done = 0;
  for (; done < cases && failures.length < MOST_FAILURES; done++) {
    onCase(done);
    const start = performance.now();
    const failure = await runCase(target, seed, done);
    const ms = performance.now() - start;
    if (failure !== undefined) failures.push(failure);
    else if (ms > slowest.ms) slowest = { ms, case: done };
  }
  return { target: target.name, cases: done, ms: performance.now() - begin, slowest, failures };
}
