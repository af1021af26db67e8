/** Written dates taken apart: ISO 8601, RFC 2822, numeric forms and forms with a month's name. */
import { timeOf, type WrittenDate } from './calendar.ts';
import { isSilent, monthNamed } from './month-names.ts';
import { type Zone, zoneOf } from './zones.ts';

const ISO_DAY = /^(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?/;
const DAY_FIRST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?)?(?=Z|[+-]|$)/;
const TIME =
  /(?<![\d:.])(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s?([ap]\.?\s?m\b\.?)?|(?<![\d:.])(\d{1,2})\s?([ap]\.?\s?m\b\.?)/i;
/** A zone right after a time, in brackets or not. */
const ZONE =
  /^\s?[([]?((?:UTC|GMT)?\s?[+\-−]\d{1,2}(?::?\d{2})?|[A-Z][A-Za-z_]+\/[A-Za-z_/+-]+\d{0,2}|[A-ZА-Я]{1,5}(?![a-zа-я]))[)\]]?/;
/** Words in a date; more is a sentence with a date in it. */
const MAX_TOKENS = 14;

/** The date that `text` (trimmed) states in full, nothing left over; `undefined` otherwise. */
export function writtenDate(text: string): WrittenDate | undefined {
  return compactDate(text) ?? numericDate(dateFirst(text)) ?? namedDate(text);
}

/** `Published: 14:05, 23.09.2024` with the silent words gone and the time behind the date. */
function dateFirst(text: string): string {
  const [, words = '', rest = text] = /^((?:\p{L}+:?\s+)*)(.*)$/su.exec(text) ?? [];
  const silent = words.split(/[\s:]+/).every((word) => word === '' || isSilent(word.toLowerCase()));
  const bare = silent ? rest : text;
  return bare.replace(/^(\d{1,2}:\d{2}(?::\d{2})?)[\s,|]+(\S.*)$/s, '$2 $1');
}

/** `20240923`, `20240923T140500Z`, `20240923140500`. */
function compactDate(text: string): WrittenDate | undefined {
  const match = COMPACT.exec(text);
  if (match === null) return undefined;
  const [whole, year, month, day, hours, minutes, seconds] = match;
  const date = { year: Number(year), month: Number(month), day: Number(day) };
  const rest = text.slice(whole.length);
  if (hours === undefined) return rest === '' ? date : undefined;
  const time = timeOf(hours, minutes, seconds, undefined, undefined);
  if (time === undefined) return undefined;
  if (rest === '') return { ...date, ...time };
  const zone = zoneOf(rest);
  return zone === undefined ? undefined : { ...date, ...time, zone };
}

/** `2024-09-23…`, `2024/09`, `23.09.2024…`, `9/23/2024…`. */
function numericDate(text: string): WrittenDate | undefined {
  const iso = ISO_DAY.exec(text);
  if (iso !== null) {
    const [whole, year, , month, day] = iso;
    const date = { year: Number(year), month: Number(month) };
    const rest = text.slice(whole.length);
    if (day !== undefined) return withTime({ ...date, day: Number(day) }, rest);
    return rest === '' ? date : undefined;
  }
  const match = DAY_FIRST.exec(text);
  if (match === null) return undefined;
  const [whole, first, separator, second, year] = match;
  const [a, b] = [Number(first), Number(second)];
  const order = b > 12 ? { day: b, month: a } : { day: a, month: b };
  const swappable = separator !== '.' && a <= 12 && b <= 12 && a !== b;
  return withTime({ year: fullYear(year!), ...order, swappable }, text.slice(whole.length));
}

/** Two digits are of this century below 70, as in RFC 2822's reading of old mail. */
function fullYear(year: string): number {
  if (year.length > 2) return Number(year);
  return Number(year) + (Number(year) < 70 ? 2000 : 1900);
}

/** The date with the time that follows it; `undefined` where something else does. */
function withTime(date: WrittenDate, rest: string): WrittenDate | undefined {
  const plain = rest.replace(/^(?:T|_|,|\s|-(?=\s)|(?:at|в|a las)\s)+/i, ' ').trimEnd();
  if (plain.trim() === '') return date;
  const hourOnly = /^ (\d{2})(?=Z|[+-]|$)/.exec(plain);
  if (hourOnly !== null)
    return ended(
      date,
      timeOf(hourOnly[1]!, undefined, undefined, undefined, undefined),
      plain.slice(3),
    );
  const bare = /^ (\d{2})(\d{2})(\d{2})?(?=Z|[+-]|$)/.exec(plain);
  if (bare !== null) {
    return ended(
      date,
      timeOf(bare[1]!, bare[2], bare[3], undefined, undefined),
      plain.slice(bare[0].length),
    );
  }
  const found = timeIn(plain);
  if (found === undefined || plain.slice(0, found.begin).trim() !== '') return undefined;
  return leftover(plain.slice(found.end)) ? undefined : { ...date, ...found.time };
}

function ended(
  date: WrittenDate,
  time: ReturnType<typeof timeOf>,
  rest: string,
): WrittenDate | undefined {
  if (time === undefined) return undefined;
  if (rest.trim() === '') return { ...date, ...time };
  const zone = zoneOf(rest.trim());
  return zone === undefined ? undefined : { ...date, ...time, zone };
}

/** Whether more follows a time than comments in brackets and words that say nothing. */
function leftover(rest: string): boolean {
  const bare = rest.replace(/\([^()]*\)|\[[^[\]]*\]/g, ' ');
  return bare.split(/[\s,.]+/).some((word) => word !== '' && !isSilent(word.toLowerCase()));
}

interface FoundTime {
  readonly begin: number;
  readonly end: number;
  readonly time: Pick<WrittenDate, 'time' | 'timePrecision' | 'zone'>;
}

/** The time of day in `text` with the zone behind it. */
function timeIn(text: string): FoundTime | undefined {
  const match = TIME.exec(text);
  if (match === null) return undefined;
  const time = timeOf(match[1] ?? match[6]!, match[2], match[3], match[4], match[5] ?? match[7]);
  if (time === undefined) return undefined;
  const begin = match.index;
  let end = begin + match[0].length;
  let zone: Zone;
  for (let found = ZONE.exec(text.slice(end)); found !== null; found = ZONE.exec(text.slice(end))) {
    const read = zoneOf(found[1]!.trim());
    if (read === undefined) break;
    zone ??= read;
    end += found[0].length;
  }
  return { begin, end, time: zone === undefined ? time : { ...time, zone } };
}

/** `September 23, 2024`, `23 de septiembre de 2024, 14:05`, `Mon, 23 Sep 2024 14:05:00 +0300`. */
function namedDate(text: string): WrittenDate | undefined {
  const bare = text.replace(/\([^()]*\)/g, ' ');
  const found = timeIn(bare);
  const rest = found ? `${bare.slice(0, found.begin)} ${bare.slice(found.end)}` : bare;
  const words = rest.split(/[\s,|·•–—-]+/).filter(Boolean);
  if (words.length > MAX_TOKENS) return undefined;
  let month: number | undefined;
  const numbers: string[] = [];
  for (const raw of words) {
    const word = raw.toLowerCase().replace(/(?<![.:])[.:]+$/, '');
    const number = /^(\d{1,4})(?:st|nd|rd|th|º|ª|er|г)?$/.exec(word)?.[1];
    const named = monthNamed(word);
    if (number !== undefined) numbers.push(number);
    else if (named !== undefined && month === undefined) month = named;
    else if (word !== '' && !isSilent(word)) return undefined;
  }
  const date = assembled(month, numbers);
  if (date === undefined || found === undefined) return date;
  return date.day === undefined ? undefined : { ...date, ...found.time };
}

/** Month and numbers in the order in which they stood. */
function assembled(month: number | undefined, numbers: readonly string[]): WrittenDate | undefined {
  const years = numbers.filter((number) => number.length === 4);
  const small = numbers.filter((number) => number.length <= 2);
  if (years.length + small.length !== numbers.length || years.length > 1) return undefined;
  const year = years[0] ?? (small.length === 2 ? small[1] : undefined);
  if (year === undefined) return undefined;
  const days = years.length === 1 ? small : small.slice(0, 1);
  if (days.length > 1 || (month === undefined && days.length > 0)) return undefined;
  const whole = { year: fullYear(year) };
  if (month === undefined) return whole;
  const day = days[0];
  return day === undefined ? { ...whole, month } : { ...whole, month, day: Number(day) };
}
