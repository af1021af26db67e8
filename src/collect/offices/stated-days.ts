/** Days as lists of office holders write them, with how wide they are; total. O(1). */
import type { Days } from '../../domain/tenure.ts';

/**
 * The days of `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, or of a time stamp that begins so; `undefined` for
 * anything else, and for days that no calendar has.
 */
export function daysStated(text: string): Days | undefined {
  const match = /^\+?(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?)?)?$/.exec(
    text.trim(),
  );
  if (match === null) return undefined;
  const [, year, month, day] = match;
  if (month === undefined || month === '00') return yearOf(year!);
  if (day === undefined || day === '00') return monthOf(year!, month);
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const iso = `${year}-${month}-${day}`;
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== iso
    ? undefined
    : { first: iso, last: iso };
}

/**
 * A time stamp of Wikidata with its precision (9 a year, 10 a month, 11 a day). Query results come
 * without one: there the first of January may be a year, and is taken for one.
 */
export function daysOfWikidata(time: string, precision: unknown): Days | undefined {
  const days = daysStated(time);
  if (days === undefined || precision === 11) return days;
  const [year, month] = [days.first.slice(0, 4), days.first.slice(5, 7)];
  if (precision === 10) return monthOf(year, month);
  if (precision === 9) return yearOf(year);
  if (precision !== undefined) return undefined;
  return days.first.endsWith('-01-01') ? yearOf(year) : days;
}

function yearOf(year: string): Days | undefined {
  return Number(year) === 0 ? undefined : { first: `${year}-01-01`, last: `${year}-12-31` };
}

function monthOf(year: string, month: string): Days | undefined {
  if (Number(month) < 1 || Number(month) > 12) return undefined;
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return {
    first: `${year}-${month}-01`,
    last: `${year}-${month}-${String(last).padStart(2, '0')}`,
  };
}
