/**
 * Moments in the forms that others read. Where a format takes shortened dates (`2024-09`), a moment is
 * written as far as it is known and no further; where it wants a point, it gets the earliest bound.
 */
import type { Moment, Precision } from '../../domain/moment.ts';
import { DAY, isoOf, isPlaced, SECOND } from '../moments.ts';

/** Units of `2024-09-23T14:05:09` that stand for each precision. */
const LENGTH: Readonly<Record<Precision, number>> = {
  year: 4,
  month: 7,
  day: 10,
  hour: 13,
  minute: 16,
  second: 19,
};
const LENGTHS = [19, 16, 13, 10, 7, 4];
/** Widest that a moment of the calendar can be: an unknown zone adds 26 hours. */
const WIDEST: Readonly<Partial<Record<Precision, number>>> = {
  day: 2.2 * DAY,
  month: 32.2 * DAY,
  year: 367.2 * DAY,
};
const PLAIN = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;

/**
 * The moment as a beginning of `YYYY-MM-DDTHH:MM:SS`, UTC: the day, month or year as stated; of a
 * clock time as much as both bounds share. Undefined where they share not even the year.
 */
export function partialDate(moment: Moment | undefined): string | undefined {
  if (!isPlaced(moment)) return undefined;
  const first = isoOf(moment.earliest)?.slice(0, 19);
  const last = isoOf(moment.latest)?.slice(0, 19);
  if (!isCommon(first) || !isCommon(last)) return undefined;
  const widest = WIDEST[moment.precision];
  if (widest !== undefined && moment.latest - moment.earliest <= widest) {
    return isoOf((moment.earliest + moment.latest) / 2)?.slice(0, LENGTH[moment.precision]);
  }
  const length = LENGTHS.find(
    (n) => n <= LENGTH[moment.precision] && first.slice(0, n) === last.slice(0, n),
  );
  return length === undefined ? undefined : first.slice(0, length);
}

/** The earliest bound as `YYYY-MM-DDTHH:MM:SSZ`; undefined beyond the years 1 to 9999. */
export function pointDate(ms: number | undefined): string | undefined {
  if (ms === undefined || !Number.isFinite(ms)) return undefined;
  const iso = isoOf(Math.floor(ms / SECOND) * SECOND)?.slice(0, 19);
  return isCommon(iso) ? `${iso}Z` : undefined;
}

/** As `partialDate`, but a clock time as a whole point: the earliest bound. */
export function isoDate(moment: Moment | undefined): string | undefined {
  const partial = partialDate(moment);
  return partial === undefined || partial.length <= 10 ? partial : pointDate(moment?.earliest);
}

/** `between 2024-09-22T10:00:00Z and 2024-09-24T11:59:59Z (day, zone unknown)`: all that is known. */
export function boundsWords(moment: Moment | undefined): string | undefined {
  if (!isPlaced(moment)) return undefined;
  const first = pointDate(moment.earliest);
  const last = pointDate(moment.latest);
  if (first === undefined || last === undefined) return undefined;
  return `between ${first} and ${last} (precision: ${moment.precision}, zone: ${moment.zone})`;
}

/** A TIMEX3 value that is a day, a month or a year; undefined for all others. */
export function timexDate(value: string | undefined): string | undefined {
  if (value === undefined || !PLAIN.test(value)) return undefined;
  const [year = '', month = '01', day = '01'] = value.split('-');
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const iso = isoOf(date.getTime());
  return isCommon(iso) && iso.startsWith(`${year}-${month}-${day}`) ? value : undefined;
}

/** Whether it is a year that shortened dates can hold: four digits, no sign. */
function isCommon(iso: string | undefined): iso is string {
  return iso !== undefined && /^\d{4}-/.test(iso) && !iso.startsWith('0000');
}
