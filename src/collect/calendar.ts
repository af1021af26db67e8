/** A written date taken apart, before it is known where on the globe it was written. */
import type { Precision } from '../domain/moment.ts';
import type { Zone } from './zones.ts';

/** A date as written. Parts that are absent were not stated. */
export interface WrittenDate {
  readonly year: number;
  /** 1–12. */
  readonly month?: number;
  readonly day?: number;
  /** Milliseconds after local midnight. */
  readonly time?: number;
  /** What the time was stated to. */
  readonly timePrecision?: 'instant' | 'second' | 'minute' | 'hour';
  readonly zone?: Zone;
  /** Day and month may be the other way round. */
  readonly swappable?: boolean;
}

const DAY = 86_400_000;
const SPAN = { instant: 1, second: 1000, minute: 60_000, hour: 3_600_000 } as const;

/** A range of local time, as if it were UTC: `[begin, end)` in milliseconds. */
export interface LocalRange {
  readonly begin: number;
  readonly end: number;
  readonly precision: Precision;
}

/**
 * The local time that a written date spans; `undefined` where the calendar has no such day. Where
 * day and month may be swapped, it runs from the earlier reading to the later one.
 */
export function rangeOf(date: WrittenDate): LocalRange | undefined {
  const one = rangeAsWritten(date);
  if (one === undefined || !date.swappable) return one;
  const { day, month } = date;
  const other = rangeAsWritten({ ...date, day: month!, month: day! });
  if (other === undefined || other.begin === one.begin) return one;
  const begin = Math.min(one.begin, other.begin);
  const end = Math.max(one.end, other.end);
  return { begin, end, precision: 'year' };
}

function rangeAsWritten(date: WrittenDate): LocalRange | undefined {
  const { year, month, day, time } = date;
  if (!(year >= 1000 && year <= 9999)) return undefined;
  if (month === undefined) return span(utc(year, 1, 1), utc(year + 1, 1, 1), 'year');
  if (month < 1 || month > 12) return undefined;
  if (day === undefined) return span(utc(year, month, 1), utc(year, month + 1, 1), 'month');
  const midnight = utc(year, month, day);
  if (day < 1 || day > new Date(utc(year, month + 1, 0)).getUTCDate()) return undefined;
  const precision = date.timePrecision;
  // An exact midnight is nearly always a day that a program gave a time to: it spans the day.
  if (time === undefined || precision === undefined || time === 0) {
    return span(midnight, midnight + DAY, 'day');
  }
  const begin = midnight + time;
  return span(begin, begin + SPAN[precision], precision === 'instant' ? 'second' : precision);
}

function span(begin: number, end: number, precision: Precision): LocalRange {
  return { begin, end, precision };
}

function utc(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day);
}

/** Hours, minutes, seconds and fraction as written; `undefined` where no clock shows them. */
export function timeOf(
  hours: string,
  minutes: string | undefined,
  seconds: string | undefined,
  fraction: string | undefined,
  half: string | undefined,
): Pick<WrittenDate, 'time' | 'timePrecision'> | undefined {
  const h = hoursOf(Number(hours), half?.toLowerCase().replace(/[^apm]/g, ''));
  const m = Number(minutes ?? 0);
  // A leap second is read as the second before it: JavaScript's clock has none.
  const s = Math.min(Number(seconds ?? 0), seconds === '60' ? 59 : Number.POSITIVE_INFINITY);
  if (h === undefined || m > 59 || s > 59 || (h === 24 && (m > 0 || s > 0))) return undefined;
  const ms = fraction === undefined ? 0 : Math.floor(Number(`0.${fraction}`) * 1000 + 1e-6);
  const time = ((h * 60 + m) * 60 + s) * 1000 + ms;
  if (fraction !== undefined) return { time, timePrecision: 'instant' };
  const timePrecision =
    seconds !== undefined ? 'second' : minutes !== undefined ? 'minute' : 'hour';
  return { time, timePrecision };
}

function hoursOf(hours: number, half: string | undefined): number | undefined {
  if (half === undefined) return hours <= 24 ? hours : undefined;
  if (hours < 1 || hours > 12) return undefined;
  return (hours % 12) + (half === 'pm' ? 12 : 0);
}
