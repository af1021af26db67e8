/**
 * Times in words. A moment is printed with its precision and its zone as they were stated, in UTC;
 * a lag is printed as bounds wherever it is not a point. Lower bounds are rounded down and upper
 * bounds up, so that words never claim more than the dates do.
 */
import type { Moment } from '../domain/moment.ts';

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
/** The range of ECMAScript dates; beyond it a Date throws when printed. */
const DATE_LIMIT = 8.64e15;
/** Two dates to the minute give a lag known within two minutes: still a point to a reader. */
const POINT_WIDTH = 2 * MINUTE;

/** A moment as a reader sees it: the main words, and what they leave in doubt. */
export interface MomentWords {
  readonly main: string;
  readonly note: string | undefined;
}

/** Whether both bounds are dates that can be printed and compared. */
export function isPlaced(moment: Moment | undefined): moment is Moment {
  return (
    moment !== undefined &&
    Math.abs(moment.earliest) <= DATE_LIMIT &&
    Math.abs(moment.latest) <= DATE_LIMIT &&
    moment.earliest <= moment.latest
  );
}

/** `2024-09-23T14:05:00.000Z`; undefined for a time that no calendar holds. */
export function isoOf(ms: number): string | undefined {
  return Math.abs(ms) <= DATE_LIMIT ? new Date(ms).toISOString() : undefined;
}

/** `23 Sep 2024`, UTC. */
export function dayWords(ms: number): string {
  if (!(Math.abs(ms) <= DATE_LIMIT)) return 'out of range';
  const date = new Date(ms);
  return `${date.getUTCDate()} ${monthName(date)} ${date.getUTCFullYear()}`;
}

/** `14:05`, or `14:05:09` where asked, UTC. */
export function clockWords(ms: number, seconds = false): string {
  return isoOf(ms)?.slice(-13, seconds ? -5 : -8) ?? 'out of range';
}

/** `23 Sep 2024 14:05 UTC`. */
export function instantWords(ms: number): string {
  return `${dayWords(ms)} ${clockWords(ms)} UTC`;
}

/** What the publisher stated, and how far it reaches. */
export function momentWords(moment: Moment | undefined): MomentWords {
  if (!isPlaced(moment)) return { main: 'undated', note: undefined };
  const notes: string[] = [];
  if (isCalendar(moment)) notes.push(`${moment.precision} only`);
  if (moment.zone === 'unknown') notes.push('zone not stated');
  if (moment.zone === 'set') notes.push('zone set by the desk');
  if (isCalendar(moment) && !isAligned(moment)) notes.push(rangeWords(moment));
  return { main: mainWords(moment), note: notes.length > 0 ? notes.join('; ') : undefined };
}

function mainWords(moment: Moment): string {
  const middle = new Date((moment.earliest + moment.latest) / 2);
  switch (moment.precision) {
    case 'year':
      return String(middle.getUTCFullYear());
    case 'month':
      return `${monthName(middle)} ${middle.getUTCFullYear()}`;
    case 'day':
      return dayWords(middle.getTime());
    case 'hour':
      return rangeWords(moment);
    case 'minute':
    case 'second':
      if (moment.latest - moment.earliest >= MINUTE) return rangeWords(moment);
      return `${dayWords(moment.earliest)} ${clockWords(moment.earliest, moment.precision === 'second')} UTC`;
  }
}

/** `23 Sep 2024 14:00 to 14:59 UTC`, with the second day where it is another. */
function rangeWords(moment: Moment): string {
  const first = dayWords(moment.earliest);
  const last = dayWords(moment.latest);
  const end = clockWords(moment.latest);
  const until = first === last ? end : `${last} ${end}`;
  return `${first} ${clockWords(moment.earliest)} to ${until} UTC`;
}

function isCalendar(moment: Moment): boolean {
  return ['day', 'month', 'year'].includes(moment.precision);
}

/** Whether the bounds are whole UTC days, so that the words already say them. */
function isAligned(moment: Moment): boolean {
  return moment.earliest % DAY === 0 && (moment.latest + 1) % DAY === 0;
}

function monthName(date: Date): string {
  return MONTHS[date.getUTCMonth()] ?? '';
}

/** A lag from parent to echo in words: `2 h 14 min later`, `between 3 h and 1 day later`. */
export function lagWords(lag: { readonly min: number; readonly max: number }): string {
  const { min, max } = lag;
  if (!Number.isFinite(min) || !Number.isFinite(max) || min > max) return 'lag not known';
  if (max < 0) return `${distanceWords(-max, -min)} earlier`;
  if (min > 0) return `${distanceWords(min, max)} later`;
  const reach = Math.max(-min, max);
  if (reach <= MINUTE) return 'within a minute, order open';
  if (reach <= HOUR) return 'within an hour, order open';
  if (reach <= DAY) return 'within a day, order open';
  return `order open: ${durationWords(-min, 'up')} earlier to ${durationWords(max, 'up')} later`;
}

function distanceWords(least: number, most: number): string {
  const middle = (least + most) / 2;
  if (most - least <= POINT_WIDTH && middle >= 5 * MINUTE) return durationWords(middle, 'near');
  const low = durationWords(least, 'down');
  const high = durationWords(most, 'up');
  return low === high ? low : `between ${low} and ${high}`;
}

type Rounding = 'down' | 'near' | 'up';
const ROUND: Readonly<Record<Rounding, (n: number) => number>> = {
  down: Math.floor,
  near: Math.round,
  up: Math.ceil,
};

/** Milliseconds in at most two units: `40 s`, `2 h 14 min`, `3 days 4 h`, `120 days`. */
export function durationWords(ms: number, rounding: Rounding = 'near'): string {
  const round = ROUND[rounding];
  const seconds = round(ms / SECOND);
  if (seconds < 60) return `${seconds} s`;
  const minutes = round(ms / MINUTE);
  if (minutes < 60) return `${minutes} min`;
  if (minutes < 24 * 60) return twoUnits(Math.floor(minutes / 60), 'h', minutes % 60, 'min');
  const hours = round(ms / HOUR);
  if (hours < 14 * 24) return twoUnits(Math.floor(hours / 24), 'days', hours % 24, 'h');
  return daysWords(round(ms / DAY));
}

function twoUnits(large: number, unit: 'h' | 'days', small: number, smallUnit: string): string {
  const head = unit === 'days' ? daysWords(large) : `${large} h`;
  return small === 0 ? head : `${head} ${small} ${smallUnit}`;
}

function daysWords(days: number): string {
  return days === 1 ? '1 day' : `${String(days).replace(/\B(?=(\d{3})+$)/g, ',')} days`;
}
