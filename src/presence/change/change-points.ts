/**
 * Change points in a series of counts of equal spacing: the split that best tells two rates apart, with the
 * *exact* probability that the best of all splits would be as good if the rate were one. Given the sum, the
 * cumulative counts are a chain of binomials, and the probability that no split reaches the score is summed
 * along it (after Worsley 1986, doi:10.1093/biomet/73.1.91). Each part is then asked in the same way.
 * Made for flows (people expelled, arrived) by month or year; of levels, which are steadier than Poisson
 * counts, it finds too few rather than too many. O(length · sum²) a part, up to a bound; beyond it the splits' exact p-values are added up (Bonferroni),
 * which never finds more.
 */
import { logFactorial, twoSided } from './binomial.ts';

export interface ChangePoint {
  /** The first place of the new rate, from 1. */
  readonly at: number;
  /** Mean counts of the parts on either side, as far as the next change point. */
  readonly before: number;
  readonly after: number;
  /** If the rate were one, a split as good as this would be found with this probability (or less). */
  readonly p: number;
  readonly exact: boolean;
}

/** Work above which the exact sum gives way to its bound. */
const MOST_WORK = 10_000_000;

/**
 * Finds change points at a level (0.05: one in twenty steady series shows one), in order of place. Throws
 * on a count that is not a whole number from 0.
 */
export function changePoints(counts: readonly number[], level: number): ChangePoint[] {
  for (const count of counts)
    if (!Number.isSafeInteger(count) || count < 0)
      throw new Error(`changePoints: ${count} is no count; whole numbers from 0 are.`);
  const found: { at: number; p: number; exact: boolean }[] = [];
  const waiting: [number, number][] = [[0, counts.length]];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    const [from, to] = part;
    const best = bestSplit(counts.slice(from, to));
    if (best === undefined || best.p > level) continue;
    found.push({ ...best, at: from + best.at });
    waiting.push([from, from + best.at], [from + best.at, to]);
  }
  found.sort((a, b) => a.at - b.at);
  const meanOf = (from: number, to: number) =>
    counts.slice(from, to).reduce((sum, count) => sum + count, 0) / (to - from);
  return found.map((one, i) => ({
    ...one,
    before: meanOf(found[i - 1]?.at ?? 0, one.at),
    after: meanOf(one.at, found[i + 1]?.at ?? counts.length),
  }));
}

/** The best split of a part and its p-value; absent where there is nothing to split. */
function bestSplit(
  counts: readonly number[],
): { at: number; p: number; exact: boolean } | undefined {
  const length = counts.length;
  const sum = counts.reduce((all, count) => all + count, 0);
  if (length < 2 || sum === 0) return undefined;
  let [at, score, left] = [0, -Infinity, 0];
  for (let k = 1; k < length; k++) {
    left += counts[k - 1]!;
    const here = splitScore(left, sum, k / length);
    if (here > score) [at, score] = [k, here];
  }
  const exact = length * sum * sum <= MOST_WORK;
  return { at, exact, p: exact ? exactP(score, length, sum) : boundedP(counts, sum) };
}

/** The log-likelihood that two rates gain over one, with `left` of `sum` in a share of the time. */
function splitScore(left: number, sum: number, share: number): number {
  const right = sum - left;
  const term = (count: number, part: number) =>
    count === 0 ? 0 : count * Math.log(count / (sum * part));
  return term(left, share) + term(right, 1 - share);
}

/** The probability that some split of a steady series with this sum scores as high. */
function exactP(score: number, length: number, sum: number): number {
  // Equal but for rounding is as high.
  const reached = score - 1e-9;
  const logs = Float64Array.from({ length: sum + 1 }, (_, k) => logFactorial(k));
  let chain = new Float64Array(sum + 1);
  chain[0] = 1;
  let p = 0;
  for (let k = 1; k < length; k++) {
    const next = nextCounts(chain, 1 / (length - k + 1), logs);
    // Paths that reach the score end here, once: p itself is summed, so that small ones keep their digits.
    for (let s = 0; s <= sum; s++) {
      if (splitScore(s, sum, k / length) < reached) continue;
      p += next[s]!;
      next[s] = 0;
    }
    chain = next;
  }
  return Math.min(1, p);
}

/** Chances of each cumulative count one place on: each of what is left falls here with this chance. */
function nextCounts(chain: Float64Array, chance: number, logs: Float64Array) {
  const sum = chain.length - 1;
  const [here, later] = [Math.log(chance), Math.log1p(-chance)];
  const next = new Float64Array(chain.length);
  for (let s = 0; s <= sum; s++) {
    if (chain[s] === 0) continue;
    const left = sum - s;
    for (let more = 0; more <= left; more++) {
      const ways = logs[left]! - logs[more]! - logs[left - more]!;
      next[s + more]! += chain[s]! * Math.exp(ways + more * here + (left - more) * later);
    }
  }
  return next;
}

/** Every split's own exact p-value, the least taken as many times as there are splits. */
function boundedP(counts: readonly number[], sum: number): number {
  let least = 1;
  let left = 0;
  for (let k = 1; k < counts.length; k++) {
    left += counts[k - 1]!;
    least = Math.min(least, twoSided(left, sum, k / counts.length));
  }
  return Math.min(1, least * (counts.length - 1));
}
