/**
 * Exact binomial tails, and what two counts say of the ratio of their rates. Given their sum, the later of
 * two Poisson counts is binomial (Przyborowski and Wilenski 1940, doi:10.2307/2332612), so that tests and
 * bounds are exact however small the counts. O(√trials) a tail.
 */

/** ln of k!, by Stirling's series from 20 on, where its error is below 1e-15. */
export function logFactorial(k: number): number {
  if (k < 20) {
    let product = 1;
    for (let i = 2; i <= k; i++) product *= i;
    return Math.log(product);
  }
  const x = k + 1;
  const square = x * x;
  const series = (1 / 12 - (1 / 360 - (1 / 1260 - 1 / (1680 * square)) / square) / square) / x;
  return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + series;
}

/** The probability of `k` successes in `n` trials. */
function binomialMass(k: number, n: number, p: number): number {
  if (k < 0 || k > n) return 0;
  if (p <= 0) return k === 0 ? 1 : 0;
  if (p >= 1) return k === n ? 1 : 0;
  const ways = logFactorial(n) - logFactorial(k) - logFactorial(n - k);
  return Math.exp(ways + k * Math.log(p) + (n - k) * Math.log1p(-p));
}

/** Terms this much smaller than their sum no longer change it. */
const NOTHING = 1e-18;

/** More trials are scaled down to it: that only weakens what is found, and no count costs minutes. */
const MOST_TRIALS = 1_000_000;

/** The probability of `k` successes or more. Sums outwards from `k`: O(√n) terms matter. */
export function upperTail(k: number, n: number, p: number): number {
  if (n > MOST_TRIALS) return upperTail(Math.round((k / n) * MOST_TRIALS), MOST_TRIALS, p);
  const outwards = k > n * p;
  let sum = 0;
  for (let i = outwards ? k : k - 1; i >= 0 && i <= n; i += outwards ? 1 : -1) {
    const mass = binomialMass(i, n, p);
    sum += mass;
    if (mass <= sum * NOTHING) break;
  }
  return Math.min(1, Math.max(0, outwards ? sum : 1 - sum));
}

/** Two-sided p-value of `k` successes: the smaller tail doubled, at most 1. */
export function twoSided(k: number, n: number, p: number): number {
  return Math.min(1, 2 * Math.min(upperTail(k, n, p), upperTail(n - k, n, 1 - p)));
}

/** How sure the bounds of a ratio are. */
const RATIO_CONFIDENCE = 0.95;
const HALVINGS = 60;

export interface TwoCounts {
  /** Two-sided. */
  readonly p: number;
  /** Bounds of the later rate over the earlier one; `high` is Infinity where the earlier count is 0. */
  readonly ratio: { readonly low: number; readonly high: number };
}

/**
 * Whether two counts of equally long or equally wide observation have one rate, if they are Poisson, and
 * between what the ratio of rates lies (Clopper and Pearson 1934, doi:10.1093/biomet/26.4.404).
 */
export function compareTwoCounts(before: number, after: number): TwoCounts {
  const n = before + after;
  const tail = (1 - RATIO_CONFIDENCE) / 2;
  const low = after === 0 ? 0 : shareWhere((p) => upperTail(after, n, p) < tail);
  const high = before === 0 ? 1 : 1 - shareWhere((p) => upperTail(before, n, p) < tail);
  return {
    p: twoSided(after, n, 0.5),
    ratio: { low: low / (1 - low), high: high >= 1 ? Infinity : high / (1 - high) },
  };
}

/** The share up to which `isBelow` holds. */
function shareWhere(isBelow: (share: number) => boolean): number {
  let [low, high] = [0, 1];
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2;
    if (isBelow(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/**
 * Holm's correction for many questions asked at once (Holm 1979, jstor.org/stable/4615733): the p-values
 * as they stand once all are counted, in the order given. O(n log n).
 */
export function holm(ps: readonly number[]): number[] {
  const order = [...ps.keys()].sort((a, b) => ps[a]! - ps[b]!);
  const out = new Array<number>(ps.length);
  let most = 0;
  for (const [rank, at] of order.entries()) {
    most = Math.max(most, Math.min(1, (ps.length - rank) * ps[at]!));
    out[at] = most;
  }
  return out;
}
