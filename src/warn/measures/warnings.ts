/**
 * Official warnings of the newest window against the days before it. Value: how many more than usual, at
 * least, with 95 % confidence: the lower bound of the ratio of two Poisson rates, given their sum
 * (Przyborowski and Wilenski 1940, 10.1093/biomet/31.3-4.313), times the usual, minus the usual.
 */
import type { Indicator, Observation } from '../../domain/alerts.ts';
import { type DailyFacts, dayStart } from './daily.ts';
import { finding, where } from './finding.ts';

/** One-sided. */
const ERROR = 0.05;
/** Windows that the baseline needs. */
const LEAST_WINDOWS = 3;

export function observeWarnings(
  { unit, subject, days }: DailyFacts,
  { windowDays, baselineDays }: Indicator,
): Observation {
  // One window and no search for the best of many: the 95 % would hold of none that was picked.
  const newest = newestWindow(days, windowDays, baselineDays);
  const articles = newest?.now.flatMap((day) => day.articles) ?? [];
  const last = newest?.now.findLast(({ count }) => count > 0) ?? newest?.now.at(-1);
  return {
    measure: 'official-warnings',
    unit,
    subject,
    // Down: it is said to be that many at the least.
    value: newest === undefined ? 0 : Math.floor(newest.more * 10) / 10,
    at: last === undefined ? 0 : dayStart(last.day),
    findings:
      newest === undefined
        ? []
        : [
            finding(
              'warnings-now',
              { warnings: newest.count, days: windowDays },
              articles.map((article) => ({ kind: 'article', article }) as const),
            ),
            finding('usual-before', { usual: Math.round(newest.usual * 10) / 10 }),
          ],
    counter: where(newest === undefined || newest.before.length < baselineDays, () =>
      finding('short-baseline', { days: newest?.before.length ?? days.length, of: baselineDays }),
    ),
    confidence: 'likely',
  };
}

interface Window {
  readonly now: DailyFacts['days'];
  readonly before: DailyFacts['days'];
  readonly count: number;
  /** Of a window of this length, by the days before it. */
  readonly usual: number;
  readonly more: number;
}

/** The last `windowDays` against the days before them; undefined where these are too few. */
function newestWindow(
  days: DailyFacts['days'],
  windowDays: number,
  baselineDays: number,
): Window | undefined {
  const start = days.length - windowDays;
  if (start < windowDays * LEAST_WINDOWS) return undefined;
  const now = days.slice(start);
  const before = days.slice(Math.max(0, start - baselineDays), start);
  const [count, past] = [sumOf(now), sumOf(before)];
  const share = windowDays / (windowDays + before.length);
  const usual = (past * windowDays) / before.length;
  return { now, before, count, usual, more: moreAtLeast(count, past, share, usual) };
}

const sumOf = (days: readonly { readonly count: number }[]): number =>
  days.reduce((sum, { count }) => sum + count, 0);

/**
 * How many more than usual there are at least. Given `count + past`, the share that falls into the window is
 * binomial; its exact lower bound (Clopper and Pearson 1934) is turned back into a count.
 */
export function moreAtLeast(count: number, past: number, share: number, usual: number): number {
  if (count === 0 || tail(count, count + past, share) >= ERROR) return 0;
  const low = lowerShare(count, count + past);
  // Without any before, the usual is taken as the most that zero counts leave likely.
  const base = past === 0 ? (-Math.log(ERROR) * share) / (1 - share) : usual;
  const ratio = (low / (1 - low)) * ((1 - share) / share);
  return Math.max(0, Math.min(count, past === 0 ? count - base : (ratio - 1) * base));
}

/** The least share under which at least `count` of `n` are not too unlikely; by bisection. */
function lowerShare(count: number, n: number): number {
  if (count === 0) return 0;
  let [low, high] = [0, count / n];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (tail(count, n, middle) < ERROR) low = middle;
    else high = middle;
  }
  return low;
}

/** P(X ≥ count) for a binomial of `n` and `p`. O(n). */
function tail(count: number, n: number, p: number): number {
  let sum = 0;
  let logTerm = n * Math.log1p(-p);
  for (let k = 0; k <= n; k++) {
    if (k >= count) sum += Math.exp(logTerm);
    logTerm += Math.log((n - k) / (k + 1)) + Math.log(p) - Math.log1p(-p);
  }
  return Math.min(1, sum);
}
