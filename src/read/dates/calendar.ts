/**
 * Days of the Gregorian calendar as numbers: 0 is 1970-01-01. Weeks are ISO 8601's: they begin on
 * Monday and belong to the year of their Thursday. Years 0 to 9999.
 */

const DAY_MS = 86_400_000;

export interface Civil {
  readonly year: number;
  /** 1–12; beyond, the year is carried. */
  readonly month: number;
  /** 1–31; beyond, the month is carried. */
  readonly day: number;
}

/** The number of a day. */
export function dayNumber({ year, month, day }: Civil): number {
  // `Date.UTC` would take the years 0 to 99 for 1900 to 1999.
  return new Date(0).setUTCFullYear(year, month - 1, day) / DAY_MS;
}

/** The calendar day of a number. */
export function civilOf(day: number): Civil {
  const date = new Date(day * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** `YYYY-MM-DD`. */
export function isoDay(day: number): string {
  const { year, month, day: ofMonth } = civilOf(day);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(ofMonth, 2)}`;
}

/** The number of an ISO day; `undefined` where it is none. */
export function dayOfIso(text: string): number | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (match === null) return undefined;
  const day = dayNumber({ year: +match[1]!, month: +match[2]!, day: +match[3]! });
  return isoDay(day) === text ? day : undefined;
}

/** 1 (Monday) to 7 (Sunday). */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** `YYYY-Www`, the ISO week that holds a day. */
export function isoWeek(day: number): string {
  const thursday = day - weekdayOf(day) + 4;
  const { year } = civilOf(thursday);
  const week = Math.floor((thursday - dayNumber({ year, month: 1, day: 1 })) / 7) + 1;
  return `${pad(year, 4)}-W${pad(week, 2)}`;
}

/** How many days a month has. */
export function monthLength(year: number, month: number): number {
  return dayNumber({ year, month: month + 1, day: 1 }) - dayNumber({ year, month, day: 1 });
}

/** `n` with leading zeros. */
export function pad(n: number, digits: number): string {
  return String(n).padStart(digits, '0');
}

/**
 * First and last day of a TIMEX3 date value (`2022`, `199`, `18`, `2024-09`, `2024-09-23TMO`,
 * `2024-W38`, `2024-W38-WE`, `2024-Q3`, `2024-H1`, `2024-SU`); `undefined` where it holds no days.
 */
export function daysOfValue(
  value: string,
): { readonly first: string; readonly last: string } | undefined {
  const day = /^(\d{4}-\d\d-\d\d)(?:T.*)?$/.exec(value);
  if (day !== null) return dayOfIso(day[1]!) === undefined ? undefined : range(day[1]!, day[1]!);
  const month = /^(\d{4})-(\d\d)$/.exec(value);
  if (month !== null) return months(+month[1]!, +month[2]!, 1);
  const week = /^(\d{4})-W(\d\d)(-WE)?$/.exec(value);
  if (week !== null) return weekDays(+week[1]!, +week[2]!, week[3] !== undefined);
  const part = /^(\d{4})-([QH])(\d)$/.exec(value);
  if (part !== null) {
    const length = part[2] === 'Q' ? 3 : 6;
    return months(+part[1]!, (+part[3]! - 1) * length + 1, length);
  }
  const season = /^(\d{4})-(SP|SU|FA|WI)$/.exec(value);
  // Seasons differ by hemisphere: all that is sure is the year, and the winter's next.
  if (season !== null) return range(`${season[1]}-01-01`, `${+season[1]! + 1}-03-31`);
  if (/^\d{4}$/.test(value)) return range(`${value}-01-01`, `${value}-12-31`);
  if (/^\d{3}$/.test(value)) return range(`${value}0-01-01`, `${value}9-12-31`);
  if (/^\d{2}$/.test(value)) return range(`${value}00-01-01`, `${value}99-12-31`);
  return undefined;
}

const range = (first: string, last: string) => ({ first, last });

function months(year: number, month: number, count: number) {
  const first = dayNumber({ year, month, day: 1 });
  return range(isoDay(first), isoDay(dayNumber({ year, month: month + count, day: 1 }) - 1));
}

function weekDays(year: number, week: number, weekend: boolean) {
  const fourth = dayNumber({ year, month: 1, day: 4 });
  const monday = fourth - weekdayOf(fourth) + 1 + (week - 1) * 7;
  return range(isoDay(weekend ? monday + 5 : monday), isoDay(monday + 6));
}
