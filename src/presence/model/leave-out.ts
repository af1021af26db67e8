/**
 * How well a model expects what it has not seen: each host is left out in turn, the model is fitted on the
 * others, and its expectation is set beside the counts of the host left out. One fit a fold.
 */
import { type Agreement, agreementOf } from './agreement.ts';
import type { DesignChoice } from './design.ts';
import { fitGravity, predictCounts } from './gravity.ts';
import type { Observation } from './predictors.ts';

/** With more hosts than this, several are left out together: the time would grow and the answer not. */
const MOST_FOLDS = 25;

export interface LeftOut extends Agreement {
  readonly hosts: number;
  /** Mean of |counted - expected|. */
  readonly meanError: number;
  /** Part of the counts within their prediction interval; 0.9 of them should be. */
  readonly covered: number;
}

/** Leaves every host out once. Throws where there are fewer than two. */
export function leaveHostsOut(observations: readonly Observation[], choice: DesignChoice): LeftOut {
  const hosts = [...new Set(observations.map(({ host }) => host))].sort();
  if (hosts.length < 2) throw new Error(`leaveHostsOut: ${hosts.length} hosts; at least 2 needed.`);
  const folds = Math.min(MOST_FOLDS, hosts.length);
  const foldOf = new Map(hosts.map((host, i) => [host, i % folds]));
  const counts: number[] = [];
  const expected: number[] = [];
  let covered = 0;
  let error = 0;
  for (let fold = 0; fold < folds; fold++) {
    const model = fitGravity(
      observations.filter(({ host }) => foldOf.get(host) !== fold),
      choice,
    );
    const out = observations.filter(({ host }) => foldOf.get(host) === fold);
    for (const [i, { mean, low, high }] of predictCounts(model, out).entries()) {
      const { count } = out[i]!;
      counts.push(count);
      expected.push(mean);
      error += Math.abs(count - mean);
      if (low <= count && count <= high) covered++;
    }
  }
  return {
    ...agreementOf(Float64Array.from(counts), Float64Array.from(expected)),
    hosts: hosts.length,
    meanError: error / counts.length,
    covered: covered / counts.length,
  };
}
