/** Counts by the day, every day from the first to the last, and what is usual of them. */
import type { ArticleId } from '../../domain/ids.ts';

export interface DayFacts {
  /** `YYYY-MM-DD`, UTC. */
  readonly day: string;
  readonly count: number;
  /** Some of its articles. */
  readonly articles: readonly ArticleId[];
}

export interface DailyFacts {
  readonly unit: string;
  readonly subject: string;
  readonly days: readonly DayFacts[];
}

/** Days that a baseline needs: four of each weekday. */
export const LEAST_BASELINE = 28;

export interface Usual {
  readonly median: number;
  /** Robust standard deviation; never below that of a Poisson count of the median, nor below 1. */
  readonly spread: number;
}

/** Makes the median absolute deviation a standard deviation (Rousseeuw and Croux 1993, 10.2307/2291267). */
const CONSISTENT = 1.4826;

/**
 * What is usual on the weekday of the last of `days`, of the days before it: the median of days of that
 * weekday, the spread of all days about the medians of their weekdays. O(n log n).
 */
export function usualBefore(days: readonly DayFacts[], last: DayFacts): Usual {
  const weekdays = Array.from({ length: 7 }, (): number[] => []);
  for (const { day, count } of days) weekdays[weekdayOf(day)]!.push(count);
  const medians = weekdays.map(medianOf);
  const deviations = days.map(({ day, count }) => Math.abs(count - medians[weekdayOf(day)]!));
  const median = medians[weekdayOf(last.day)]!;
  const spread = Math.max(CONSISTENT * medianOf(deviations), Math.sqrt(median), 1);
  return { median, spread };
}

export function medianOf(values: readonly number[]): number {
  if (values.length === 0) return 0;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();

/** The start of a day, milliseconds since the epoch. */
export const dayStart = (day: string): number => Date.parse(`${day}T00:00:00Z`);
