/** Days (`YYYY-MM-DD`) as bounds: which come surely before which, and how far apart. O(1). */
import type { Moment } from '../../domain/moment.ts';
import type { Days } from '../../domain/tenure.ts';

const DAY = 86_400_000;

/** The days in which a moment may lie, in UTC; the bounds of a day without a zone span three. */
export function daysOf({ earliest, latest }: Moment): Days {
  return { first: dayOf(earliest), last: dayOf(latest) };
}

/** The days that a stated `YYYY`, `YYYY-MM` or `YYYY-MM-DD` spans; `undefined` for anything else. */
export function statedDays(date: string): Days | undefined {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(date) ?? [];
  if (year === undefined) return undefined;
  if (day !== undefined) return { first: date, last: date };
  if (month === undefined) return { first: `${year}-01-01`, last: `${year}-12-31` };
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10);
  return { first: `${date}-01`, last };
}

/** Whole days from `a` to `b`, negative where `b` is earlier; `NaN` where one is no day. */
export function daysBetween(a: string, b: string): number {
  return Math.round((Date.parse(`${b}T00:00:00Z`) - Date.parse(`${a}T00:00:00Z`)) / DAY);
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
