/**
 * What an expression of time stands for: its TIMEX3 type and value, free of any language, resolved
 * against the day of publication, the date that the text named last, and the tense beside it. Without
 * a day of publication relative expressions stay unresolved (`XXXX-…`).
 */
import type { DateType } from '../../domain/reading.ts';
import { civilOf, dayNumber, isoDay, monthLength, pad } from './calendar.ts';
import { durationOf, setOf } from './durations.ts';
import {
  dayNear,
  dayOfMonthNear,
  monthNear,
  seasonNear,
  unitAt,
  weekdayNear,
  weekendNear,
} from './nearest.ts';
import { shiftedFrom } from './shifts.ts';
import type { Expression, Slots } from './slots.ts';
import type { Tense } from './tense.ts';
import type { Valued } from './timex.ts';

/** What is known where the expression stands. */
export interface Anchor {
  /** The day of publication, as a day number. */
  readonly published: number | undefined;
  /** The date that the text named last, if it named one near. */
  readonly previous: { readonly value: string; readonly day: number } | undefined;
  tense(): Tense | undefined;
}

const DAY = /^\d{4}-\d\d-\d\d$/;
const QUARTER = /^\d{4}-Q\d$/;

/** The value of an expression; `undefined` where the words make none (31 February). */
export function valuedBy(is: Expression, slots: Slots, anchor: Anchor): Valued | undefined {
  switch (is) {
    case 'none':
      return undefined;
    case 'reference':
      return { type: 'DATE', value: slots.reference ?? 'PRESENT_REF', basis: 'unresolved' };
    case 'duration':
      return absolute(durationOf(slots), 'DURATION');
    case 'set':
      return absolute(setOf(slots), 'SET');
    case 'decade':
      return absolute(slots.decade === undefined ? undefined : String(slots.decade));
    case 'century':
      return absolute(slots.ordinal === undefined ? undefined : pad(slots.ordinal - 1, 2));
    default:
      return timed(pointOf(is, slots, anchor), slots);
  }
}

function absolute(value: string | undefined, type: DateType = 'DATE'): Valued | undefined {
  return value === undefined ? undefined : { type, value, basis: 'absolute' };
}

const relative = (value: string): Valued => ({ type: 'DATE', value, basis: 'relative' });
const unresolved = (value: string): Valued => ({ type: 'DATE', value, basis: 'unresolved' });

/** With the hour or the part of the day, if the expression says it. */
function timed(point: Valued | undefined, { clock, meridiem, part }: Slots): Valued | undefined {
  if (point === undefined || !DAY.test(point.value.replaceAll('X', '0'))) return point;
  if (clock !== undefined) {
    const later = meridiem === 'P' && clock < 720 ? 720 : 0;
    const minutes = meridiem === 'A' && clock >= 720 ? clock - 720 : clock + later;
    const hour = `T${pad(Math.floor(minutes / 60), 2)}:${pad(minutes % 60, 2)}`;
    return { ...point, type: 'TIME', value: point.value + hour };
  }
  if (part !== undefined) return { ...point, type: 'TIME', value: `${point.value}T${part}` };
  return point;
}

type PointExpression = Exclude<
  Expression,
  'none' | 'reference' | 'duration' | 'set' | 'decade' | 'century'
>;

function pointOf(is: PointExpression, slots: Slots, anchor: Anchor): Valued | undefined {
  if (is === 'date') return dateOf(slots, anchor);
  const year = statedYear(slots);
  if (year !== undefined) {
    const named = partOfYear(is, year, slots);
    if (named !== undefined) return absolute(named);
  }
  const from = slots.anaphor === 1 ? (anchor.previous?.day ?? anchor.published) : anchor.published;
  if (from === undefined) return unresolved(unknownOf(is, slots));
  const { direction } = slots;
  switch (is) {
    case 'weekday':
      return relative(isoDay(weekdayNear(slots.weekday!, from, direction, anchor.tense)));
    case 'day':
      return relative(isoDay(from + (slots.offset ?? direction ?? 0)));
    case 'unit':
      return maybeRelative(unitAt(slots.unit ?? 'D', direction ?? 0, from));
    case 'shift':
      return shiftedFrom(slots, from, anchor.previous?.value);
    case 'weekend':
      return relative(weekendNear(from, direction, anchor.tense));
    case 'season':
      return relative(
        slots.unit === 'Y'
          ? `${civilOf(from).year + (direction ?? 0)}-${slots.season}`
          : seasonNear(slots.season!, from, direction, anchor.tense),
      );
    case 'quarter':
    case 'half':
      return maybeRelative(quarterOrHalf(is, slots, from, anchor));
    case 'year-end':
      return relative(`${civilOf(from).year + (direction ?? 0)}-12-31`);
  }
}

function maybeRelative(value: string | undefined): Valued | undefined {
  return value === undefined ? undefined : relative(value);
}

function statedYear({ year, head, tail }: Slots): number | undefined {
  return year ?? (head !== undefined && tail !== undefined ? head * 100 + tail : undefined);
}

/** A part of a stated year. */
function partOfYear(is: PointExpression, year: number, slots: Slots): string | undefined {
  const { season, ordinal } = slots;
  if (is === 'season') return `${year}-${season}`;
  if (is === 'year-end') return `${year}-12-31`;
  if (is === 'quarter' && ordinal !== undefined && ordinal <= 4) return `${year}-Q${ordinal}`;
  if (is === 'half' && ordinal !== undefined && ordinal <= 2) return `${year}-H${ordinal}`;
  return is === 'unit' ? String(year) : undefined;
}

/** Year, month and day as far as they are stated; the rest is resolved. */
function dateOf(slots: Slots, anchor: Anchor): Valued | undefined {
  const { month, day, direction } = slots;
  const from = anchor.published;
  const stated = statedYear(slots);
  const near =
    slots.unit === 'Y' && from !== undefined ? civilOf(from).year + (direction ?? 0) : undefined;
  const year = stated ?? near;
  if (month === undefined)
    return year === undefined ? dayAlone(day, anchor) : absolute(pad(year, 4));
  if (slots.ordinal !== undefined && slots.weekday !== undefined && day === undefined) {
    return from === undefined ? undefined : nthWeekday(slots, year, month, from, anchor);
  }
  if (day !== undefined && day > monthLength(year ?? 2000, month)) return undefined;
  const rest = `-${pad(month, 2)}${day === undefined ? '' : `-${pad(day, 2)}`}`;
  if (year !== undefined) {
    const value = `${pad(year, 4)}${rest}`;
    return stated === undefined ? relative(value) : absolute(value);
  }
  if (from === undefined) return unresolved(`XXXX${rest}`);
  if (day === undefined) return relative(monthNear(month, from, direction, anchor.tense));
  const here = dayNear(month, day, from, anchor.tense);
  return here === undefined ? undefined : relative(isoDay(here));
}

/** "el día 29": of the nearest month. */
function dayAlone(day: number | undefined, { published, tense }: Anchor): Valued | undefined {
  if (day === undefined) return undefined;
  if (published === undefined) return unresolved(`XXXX-XX-${pad(day, 2)}`);
  return relative(isoDay(dayOfMonthNear(day, published, tense)));
}

/** "the fourth Thursday of November" of the stated or else the nearest year. */
function nthWeekday(
  { ordinal = 1, weekday = 1, direction }: Slots,
  year: number | undefined,
  month: number,
  from: number,
  anchor: Anchor,
): Valued {
  const of = year ?? Number(monthNear(month, from, direction, anchor.tense).slice(0, 4));
  const first = dayNumber({ year: of, month, day: 1 });
  const day = weekdayNear(weekday, first, undefined, () => 'future') + 7 * (ordinal - 1);
  return relative(isoDay(day));
}

/** A quarter or half by its number: the last one that has begun, or the next by the tense. */
function quarterOrHalf(
  is: 'quarter' | 'half',
  { ordinal, direction, unit, anaphor }: Slots,
  from: number,
  anchor: Anchor,
): string | undefined {
  const [letter, length] = is === 'quarter' ? (['Q', 3] as const) : (['H', 6] as const);
  const { year, month } = civilOf(from);
  if (ordinal === undefined) {
    // "the quarter": the one just spoken of, else the one that the form points to.
    const spoken = anaphor === 1 ? anchor.previous?.value : undefined;
    if (spoken !== undefined && QUARTER.test(spoken)) return spoken;
    return is === 'quarter' ? unitAt('Q', direction ?? 0, anchor.published ?? from) : undefined;
  }
  if (ordinal > 12 / length) return undefined;
  if (unit === 'Y') return `${year + (direction ?? 0)}-${letter}${ordinal}`;
  const begun = (ordinal - 1) * length + 1 <= month;
  const shift = begun || anchor.tense() === 'future' ? 0 : -1;
  return `${year + shift}-${letter}${ordinal}`;
}

/** What can be said without a day to count from. */
function unknownOf(is: PointExpression, slots: Slots): string {
  switch (is) {
    case 'weekday':
      return `XXXX-WXX-${slots.weekday}`;
    case 'weekend':
      return 'XXXX-WXX-WE';
    case 'season':
      return `XXXX-${slots.season}`;
    case 'quarter':
      return `XXXX-Q${slots.ordinal ?? 'X'}`;
    case 'half':
      return `XXXX-H${slots.ordinal ?? 'X'}`;
    case 'year-end':
      return 'XXXX-12-31';
    default:
      return UNKNOWN_UNITS[slots.unit ?? 'D'] ?? 'XXXX-XX-XX';
  }
}

const UNKNOWN_UNITS: Readonly<Partial<Record<NonNullable<Slots['unit']>, string>>> = {
  Y: 'XXXX',
  Q: 'XXXX-QX',
  M: 'XXXX-XX',
  W: 'XXXX-WXX',
};
