/** What a run of load comes to, for people and as one line of JSON. */
import { drawTable } from '../eval/table.ts';
import type { LoadResult } from './load.ts';
import type { Visit } from './walk.ts';

export interface LoadFigures {
  readonly requests: number;
  readonly errors: number;
  /** Milliseconds as the analysts saw it. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
  readonly ingestedPerSecond: number;
  readonly lagSeconds: number;
  readonly untraced: number;
  readonly memoryMb: number;
  /** At the end of each minute. */
  readonly memoryByMinute: readonly number[];
  /** Of the second half of the run, by least squares. */
  readonly memorySlopeMbPerMinute: number;
  readonly defects: number;
}

/** The bars of this project: p95 in milliseconds, and no errors. */
const MOST_P95 = 500;

export function figuresOf(result: LoadResult): LoadFigures {
  const { visits, memoryMb, ingested, seconds, lag, untraced, defects } = result;
  return {
    requests: visits.length,
    errors: visits.filter(isError).length,
    ...percentiles(visits),
    ingestedPerSecond: ingested / seconds,
    lagSeconds: lag,
    untraced,
    memoryMb: Math.max(0, ...memoryMb),
    memoryByMinute: memoryMb.filter((_, at) => at % 60 === 59).map(Math.round),
    memorySlopeMbPerMinute: slope(memoryMb.slice(Math.floor(memoryMb.length / 2))) * 60,
    defects: defects.length,
  };
}

/** A run in which nobody was served shows nothing. */
export const isGood = ({ requests, p95, errors, defects, memoryMb }: LoadFigures): boolean =>
  requests > 0 && memoryMb > 0 && p95 <= MOST_P95 && errors === 0 && defects === 0;

/** Analysts follow links that the pages themselves show: one that leads nowhere is an error, too. */
const isError = ({ status }: Visit): boolean => status === 0 || status >= 400;

function percentiles(visits: readonly Visit[]): Pick<LoadFigures, 'p50' | 'p95' | 'p99' | 'max'> {
  const ms = visits.map((visit) => visit.ms).sort((a, b) => a - b);
  const at = (part: number): number => ms[Math.max(0, Math.ceil(part * ms.length) - 1)] ?? 0;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
}

/** Least squares over equal steps: the change a step. */
export function slope(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  let [products, squares] = [0, 0];
  for (const [at, value] of values.entries()) {
    products += (at - middle) * (value - mean);
    squares += (at - middle) ** 2;
  }
  return squares === 0 ? 0 : products / squares;
}

export function tableOf({ visits }: LoadResult): string {
  const routes = new Map<string, Visit[]>();
  for (const visit of visits) routes.set(visit.route, [...(routes.get(visit.route) ?? []), visit]);
  const rows = [...routes]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([route, own]) => {
      const { p50, p95, p99, max } = percentiles(own);
      const errors = own.filter(isError).length;
      return [
        route,
        String(own.length),
        ...[p50, p95, p99, max].map((ms) => ms.toFixed(0)),
        String(errors),
      ];
    });
  return drawTable(['route', 'visits', 'p50, ms', 'p95, ms', 'p99, ms', 'max, ms', 'errors'], rows);
}
