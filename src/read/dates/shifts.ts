/** "two years ago", "a week later": so many units before or after a day, as coarse as the unit. */
import { isoDay, pad } from './calendar.ts';
import { durationOf } from './durations.ts';
import { unitAt } from './nearest.ts';
import type { Slots } from './slots.ts';
import type { Valued } from './timex.ts';

/** What lies before the year 0 or after 9999 has no TIMEX3 value. */
const FOUR_DIGITS = /^\d{4}(?!\d)/;

/**
 * The point that a `shift` names, counted from a day. A year from a quarter that the text has just named
 * (`previous`) is that quarter of another year.
 */
export function shiftedFrom(
  slots: Slots,
  from: number,
  previous: string | undefined,
): Valued | undefined {
  const { unit = 'D', number = 1, sign = -1, half } = slots;
  if (number === 'X') {
    // "a few days later": of no known date, but of a known kind.
    const length = slots.anaphor === 1 ? durationOf(slots) : undefined;
    if (length !== undefined) return { type: 'DURATION', value: length, basis: 'absolute' };
    const value = sign < 0 ? 'PAST_REF' : 'FUTURE_REF';
    return { type: 'DATE', value, basis: 'unresolved' };
  }
  const value = pointAt(unit, number + (half === 1 ? 0.5 : 0), sign, from, previous);
  if (value === undefined || !FOUR_DIGITS.test(value)) return undefined;
  return { type: 'DATE', value, basis: 'relative' };
}

function pointAt(
  unit: NonNullable<Slots['unit']>,
  number: number,
  sign: number,
  from: number,
  previous: string | undefined,
): string | undefined {
  if (unit === 'TH') return isoDay(from + sign * Math.floor(number / 24));
  if (unit === 'TM' || unit === 'TS') return isoDay(from);
  if (unit === 'DE' || unit === 'CE') {
    return pointAt('Y', number * (unit === 'DE' ? 10 : 100), sign, from, undefined);
  }
  if (!Number.isInteger(number)) {
    return unit === 'Y' ? unitAt('M', sign * Math.round(number * 12), from) : undefined;
  }
  if (unit === 'Y' && number === 1 && previous !== undefined) {
    const coarse = /^(\d{4})(-Q\d)$/.exec(previous);
    if (coarse !== null) return `${pad(Number(coarse[1]) + sign, 4)}${coarse[2]}`;
  }
  return unitAt(unit, sign * number, from);
}
