/**
 * How much counts differ from list to list where nothing is known to have happened: new postings, vacancies,
 * late printing, our own reading of a list. Learned from pairs of lists of one host. A step is then set
 * against what other states' counts did between the same kind of lists, whatever their distribution.
 */

import type { LikeGroup, SetEntry } from '../like-with-like.ts';

/** One state's counts in two lists of one host, the earlier first. */
export interface ListPair {
  readonly before: number;
  readonly after: number;
}

export interface NoiseFloor {
  readonly pairs: number;
  /** Variance of a count over what Poisson counts would have; below 1 where staff are steadier. */
  readonly dispersion: number;
  /** Sizes of change, ascending: distances of square roots, in which change is alike at all sizes. */
  readonly sizes: readonly number[];
}

/** Under this many pairs with someone on either list, the floor is a guess. */
const LEAST_PAIRS = 20;

/** Lists further apart differ by more than noise. */
const MOST_DAYS_APART = 400;
const DAY_MS = 86_400_000;

/**
 * Pairs of neighbouring official lists: exact levels of one group. A state that is missing on one of two
 * lists gives no pair: nothing says whether it left or was passed over. O(entries).
 */
export function listPairs(groups: readonly LikeGroup<SetEntry>[]): ListPair[] {
  return groups.flatMap(({ measure, entries }) => {
    const lists = entries.filter(
      ({ kind, number, asOf }) => kind === 'official-list' && asOf && number?.min === number?.max,
    );
    return lists.slice(1).flatMap((now, i) => {
      const old = lists[i]!;
      const apart = Date.parse(now.asOf!.first) - Date.parse(old.asOf!.last);
      if (measure !== 'level' || !(apart > 0 && apart <= MOST_DAYS_APART * DAY_MS)) return [];
      if (old.number === undefined || now.number === undefined) return [];
      return [{ before: old.number.min, after: now.number.min }];
    });
  });
}

/** Learns the floor; absent where fewer than `LEAST_PAIRS` pairs count anyone. O(n log n). */
export function noiseFloorOf(pairs: readonly ListPair[]): NoiseFloor | undefined {
  const counted = pairs.filter(({ before, after }) => before + after > 0);
  if (counted.length < LEAST_PAIRS) return undefined;
  let sum = 0;
  for (const { before, after } of counted) sum += (after - before) ** 2 / (before + after);
  const sizes = counted.map(sizeOfChange).sort((a, b) => a - b);
  return { pairs: counted.length, dispersion: sum / counted.length, sizes };
}

/**
 * The size of a change: twice the distance of Anscombe's square roots (1948, doi:10.2307/2332343), whose
 * variance is near 1 for Poisson counts of any mean, so that small and large states share one floor.
 */
export function sizeOfChange({ before, after }: ListPair): number {
  return 2 * Math.abs(Math.sqrt(after + 3 / 8) - Math.sqrt(before + 3 / 8));
}

/**
 * The part of changes that are as large as this one or larger, this one counted in: never 0. Exact if
 * the pair is like those of the floor, whatever the distribution (a rank test). O(log n).
 */
export function shareAsLarge({ sizes }: NoiseFloor, pair: ListPair): number {
  // What is equal but for rounding is as large.
  const size = sizeOfChange(pair) - 1e-9;
  let [low, high] = [0, sizes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sizes[middle]! < size) low = middle + 1;
    else high = middle;
  }
  return (sizes.length - low + 1) / (sizes.length + 1);
}
