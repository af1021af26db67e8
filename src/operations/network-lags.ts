/** Median delays of pairs of publishers: the median of the least and of the greatest delays, as bounds. */
import type { NetworkEdge } from '../domain/network-views.ts';
import type { ReprintPeriod, ReprintStore } from '../store/reprints.ts';

/** Delays looked at of one pair of domains: ids are hashes, so these are as good as drawn by lot. */
const MOST_OF_PAIR = 100;

interface Pair {
  readonly domains: readonly (readonly [earlier: string, later: string])[];
}

/** In the order of the pairs; undefined where none is known. */
export async function pairDelays(
  store: ReprintStore,
  pairs: readonly Pair[],
  period: ReprintPeriod,
): Promise<NetworkEdge['lag'][]> {
  const delays: NetworkEdge['lag'][] = [];
  for (const { domains } of pairs) {
    const lags = await store.reprintLags(domains, period, MOST_OF_PAIR);
    const min = median(lags.map((lag) => lag.min));
    const max = median(lags.map((lag) => lag.max));
    delays.push(min === undefined || max === undefined ? undefined : { min, max });
  }
  return delays;
}

/** The lower middle one. */
function median(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)];
}
