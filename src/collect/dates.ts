/**
 * When a text says it was published: bounds, never a guess. A local time without a zone is widened
 * to all zones in use; a day spans its day; what cannot be read stays unknown with a doubt.
 */
import type { Moment } from '../domain/moment.ts';
import type { Doubt, DoubtKind } from '../domain/outcome.ts';
import { rangeOf, type WrittenDate } from './calendar.ts';
import { proseDate } from './prose-dates.ts';
import { shortened } from './refusals.ts';
import { writtenDate } from './written-dates.ts';
import { instantsOf, isTimezone } from './zones.ts';

export interface DateOptions {
  /** IANA name of the zone in which times without a zone were written. */
  readonly timezone?: string;
  /** Milliseconds since the epoch: nothing is published after it. */
  readonly now: number;
}

export interface DateReading {
  readonly moment?: Moment;
  readonly doubts: readonly Doubt[];
}

const DAY = 86_400_000;
/** Longest text taken for a date, in UTF-16 units. */
const MAX_LENGTH = 100;

/**
 * The moment that a field states. Total in `value`: whatever cannot be read becomes a doubt.
 * Throws where `options.timezone` is no IANA name: that is the caller's mistake.
 */
export function momentOf(value: unknown, options: DateOptions): DateReading {
  if (options.timezone !== undefined && !isTimezone(options.timezone)) {
    throw new Error(
      `unknown time zone '${options.timezone}': give an IANA name such as America/Mexico_City`,
    );
  }
  const bare = unwrapped(value);
  if (bare === undefined || bare === null || bare === '') return { doubts: [{ kind: 'no-date' }] };
  const shown = typeof bare === 'object' ? Object.keys(bare).join(', ') : String(bare);
  const doubtful = (kind: DoubtKind): DateReading => ({
    doubts: [{ kind, value: shortened(shown) }],
  });
  const stated = statedMoment(bare, options);
  if (stated === undefined) return doubtful('unreadable-date');
  const { moment, epoch } = stated;
  if (epoch) return doubtful('epoch-date');
  if (moment.earliest > options.now + DAY) return doubtful('future-date');
  if (moment.zone !== 'unknown') return { moment, doubts: [] };
  return { moment, ...doubtful('assumed-zone') };
}

/**
 * The calendar day of a moment where it was written, as `2024-09-23`: the evening of the 23rd in Mexico
 * is the 23rd, though it is the 24th in UTC. Absent where the value states no day or not one only.
 */
export function writtenDay(value: string, now: number): string | undefined {
  const { moment } = momentOf(value, { now });
  if (moment === undefined || moment.precision === 'month' || moment.precision === 'year') {
    return undefined;
  }
  const text = value.trim();
  // A clock's reading is placed in UTC; a compact date (8 digits and more) is a date as written.
  const clock = /^\d+(\.\d+)?$/.test(text) && moment.zone === 'stated';
  const date = clock ? undefined : (writtenDate(text) ?? proseDate(text, now));
  if (date?.month === undefined || date.day === undefined) {
    return new Date(moment.earliest).toISOString().slice(0, 10);
  }
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.year}-${two(date.month)}-${two(date.day)}`;
}

/** Dates as objects: JavaScript's own, and MongoDB's `{"$date": …}`. Texts trimmed. */
function unwrapped(value: unknown): unknown {
  if (value instanceof Date) return value.getTime();
  if (typeof value === 'object' && value !== null) {
    const inner = '$date' in value ? value.$date : undefined;
    const long = typeof inner === 'object' && inner !== null && '$numberLong' in inner;
    if (inner !== undefined) return long ? inner.$numberLong : inner;
  }
  return typeof value === 'string' ? value.trim() : value;
}

interface Stated {
  readonly moment: Moment;
  /** Whether it is the zero of a clock that was never set. */
  readonly epoch: boolean;
}

function statedMoment(value: unknown, options: DateOptions): Stated | undefined {
  if (typeof value === 'number') return numberMoment(String(value), options);
  if (typeof value !== 'string' || value.length > MAX_LENGTH) return undefined;
  if (/^\d+(\.\d+)?$/.test(value)) return numberMoment(value, options);
  const date = writtenDate(value) ?? proseDate(value, options.now);
  return date && placed(date, options);
}

/** Digits alone: a compact date (4, 8, 12, 14 digits), else a clock by its size. */
function numberMoment(digits: string, options: DateOptions): Stated | undefined {
  if (/^0+(\.0+)?$/.test(digits)) return instant(0, 1);
  const year = /^(\d{4})(?:\d{4}|\d{8}|\d{10})?$/.exec(digits)?.[1];
  if (year !== undefined && year >= '1900' && year < '2100') {
    const date = digits.length === 4 ? { year: Number(year) } : writtenDate(digits);
    const read = date && placed(date, options);
    if (read !== undefined) return read;
  }
  const size = Number(digits);
  // Seconds up to the year 5138, and the same clock in thousandths, millionths and billionths.
  if (size >= 1e8 && size < 1e11)
    return instant(Math.floor(size * 1000), digits.includes('.') ? 1 : 1000);
  if (size >= 1e11 && size < 1e14) return instant(Math.floor(size), 1);
  if (size >= 1e14 && size < 1e17) return instant(Math.floor(size / 1e3), 1);
  if (size >= 1e17 && size < 1e20) return instant(Math.floor(size / 1e6), 1);
  return undefined;
}

/** A clock's reading is in UTC; on an exact midnight it is a day that was made a number. */
function instant(at: number, width: number): Stated {
  const day = at % DAY === 0;
  const latest = at + (day ? DAY : width) - 1;
  const moment: Moment = {
    earliest: at,
    latest,
    precision: day ? 'day' : 'second',
    zone: 'stated',
  };
  return { moment, epoch: at === 0 };
}

function placed(date: WrittenDate, options: DateOptions): Stated | undefined {
  const range = rangeOf(date);
  if (range === undefined) return undefined;
  const zone = date.zone ?? options.timezone;
  const { earliest } = instantsOf(range.begin, zone);
  const latest = instantsOf(range.end - 1, zone).latest;
  const stated = date.zone !== undefined ? 'stated' : zone !== undefined ? 'set' : 'unknown';
  const moment: Moment = { earliest, latest, precision: range.precision, zone: stated };
  // 1970-01-01T00:00 in some zone or in UTC: a program wrote a date that it did not have.
  const dated = date.day !== undefined && !date.swappable;
  return { moment, epoch: dated && (range.begin === 0 || earliest === 0) && atMidnight(date) };
}

function atMidnight(date: WrittenDate): boolean {
  return date.time === undefined || date.time === 0 || date.zone !== undefined;
}
