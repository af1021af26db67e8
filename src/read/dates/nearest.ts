/**
 * Which one is meant: of all Fridays, Mays, 5 Mays, summers or weekends the one before or after a day,
 * by "last" (-1), "this" (0), "next" (1) or else by the tense. News tells of what was: without any sign
 * weekdays lie behind. Days are day numbers.
 */
import { civilOf, dayNumber, isoDay, isoWeek, monthLength, pad, weekdayOf } from './calendar.ts';
import type { Slots } from './slots.ts';
import type { Tense } from './tense.ts';

type TenseOf = () => Tense | undefined;

/** The weekday (1–7) nearest to a day; undirected, the day itself counts. */
export function weekdayNear(
  wanted: number,
  from: number,
  direction: number | undefined,
  tense: TenseOf,
): number {
  const back = (weekdayOf(from) - wanted + 7) % 7;
  const ahead = (7 - back) % 7;
  switch (direction) {
    case -1:
      return from - (back === 0 ? 7 : back);
    case 1:
      return from + (ahead === 0 ? 7 : ahead);
    case 0: {
      const here = from - weekdayOf(from) + wanted;
      // "announced this Friday", told on a Monday.
      return here > from && tense() === 'past' ? here - 7 : here;
    }
    default:
      return tense() === 'future' ? from + ahead : from - back;
  }
}

/** Months ahead that are still told of without a sign of tense. */
const NEAR_MONTHS = 2;

/** `YYYY-MM`. */
export function monthNear(
  month: number,
  from: number,
  direction: number | undefined,
  tense: TenseOf,
): string {
  const now = civilOf(from);
  const ahead = (month - now.month + 12) % 12;
  const next = month < now.month ? now.year + 1 : now.year;
  const last = month > now.month ? now.year - 1 : now.year;
  const value = (year: number) => `${year}-${pad(month, 2)}`;
  switch (direction) {
    case -1:
      return value(month === now.month ? now.year - 1 : last);
    case 1:
      return value(month === now.month ? now.year + 1 : next);
    case 0:
      return value(now.year);
    default: {
      const shown = tense();
      if (shown === 'future') return value(next);
      return value(shown === undefined && ahead <= NEAR_MONTHS ? next : last);
    }
  }
}

/** How far ahead a day without a year may lie; farther, the writer would have told the year. */
const NEAR_DAYS = 100;
/** How far back it may lie where the words beside it are of what is to come. */
const NEAR_DAYS_BACK = 60;

/** The day of that month nearest to a day; `undefined` where that year has no such day. */
export function dayNear(
  month: number,
  day: number,
  from: number,
  tense: TenseOf,
): number | undefined {
  const { year } = civilOf(from);
  const least = tense() === 'future' ? from - NEAR_DAYS_BACK : from + NEAR_DAYS - 365;
  const fits = (of: number) => dayNumber({ year: of, month, day }) > least;
  const chosen = fits(year - 1) ? year - 1 : fits(year) ? year : year + 1;
  return day <= monthLength(chosen, month) ? dayNumber({ year: chosen, month, day }) : undefined;
}

/** The day of that number in this month or, by the tense, in the one before or after. */
export function dayOfMonthNear(day: number, from: number, tense: TenseOf): number {
  const now = civilOf(from);
  const shown = tense();
  const shift =
    shown === 'future' && day < now.day ? 1 : shown === 'past' && day > now.day ? -1 : 0;
  const first = civilOf(dayNumber({ year: now.year, month: now.month + shift, day: 1 }));
  return dayNumber({ ...first, day: Math.min(day, monthLength(first.year, first.month)) });
}

/** First month of a season in the north; TimeML does not tell the hemispheres apart. */
const SEASON_START = { SP: 3, SU: 6, FA: 9, WI: 12 } as const;

/** `YYYY-SU`. */
export function seasonNear(
  season: NonNullable<Slots['season']>,
  from: number,
  direction: number | undefined,
  tense: TenseOf,
): string {
  const { year, month } = civilOf(from);
  const start = SEASON_START[season];
  const shown = direction ?? { past: -1, future: 1, none: 0 }[tense() ?? 'none'];
  // A winter's January belongs to the year before.
  const current = season === 'WI' && month < 3 ? year - 1 : year;
  const inside = season === 'WI' ? month === 12 || month < 3 : month >= start && month < start + 3;
  const begun = current < year || month >= start;
  if (shown < 0 && direction === undefined && inside) return `${current}-${season}`;
  if (shown < 0) return `${begun && !inside ? current : current - 1}-${season}`;
  if (shown > 0) return `${begun ? current + 1 : current}-${season}`;
  return `${current}-${season}`;
}

/** `YYYY-Www-WE`. On working days the weekend just past, or by the tense the one to come. */
export function weekendNear(from: number, direction: number | undefined, tense: TenseOf): string {
  const within = weekdayOf(from) > 5;
  const shift =
    direction === -1 || direction === 1
      ? within || direction < 0
        ? direction
        : 0
      : within || tense() === 'future'
        ? 0
        : -1;
  return `${isoWeek(from + 7 * shift)}-WE`;
}

/** The year, quarter, month, week, day and so on that holds a day, or so many before or after it. */
export function unitAt(
  unit: NonNullable<Slots['unit']>,
  shift: number,
  from: number,
): string | undefined {
  const { year, month } = civilOf(from);
  switch (unit) {
    case 'Y':
      return pad(year + shift, 4);
    case 'Q': {
      const quarter = year * 4 + Math.floor((month - 1) / 3) + shift;
      return `${pad(Math.floor(quarter / 4), 4)}-Q${(quarter % 4) + 1}`;
    }
    case 'M':
      return isoDay(dayNumber({ year, month: month + shift, day: 1 })).slice(0, 7);
    case 'W':
      return isoWeek(from + 7 * shift);
    case 'D':
      return isoDay(from + shift);
    case 'DE':
      return String(Math.floor(year / 10) + shift);
    case 'CE':
      return String(Math.floor(year / 100) + shift);
    case 'TH':
    case 'TM':
    case 'TS':
    case 'WE':
      return undefined;
  }
}
