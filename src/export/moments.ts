/**
 * Times in words. A moment is printed with its precision and its zone as they were stated, in UTC;
 * a lag is printed as bounds wherever it is not a point. Lower bounds are rounded down and upper
 * bounds up, so that words never claim more than the dates do.
 */
import type { Moment } from '../domain/moment.ts';
import type { WordingLanguage } from './alert-wording.ts';
import { counted } from './wording.ts';

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Months of the year, shortened. */
export const MONTHS: Readonly<Record<WordingLanguage, readonly string[]>> = {
  en: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '),
  es: 'ene feb mar abr may jun jul ago sept oct nov dic'.split(' '),
};
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

/** `23 Sep 2024`, `23 sept 2024`, UTC. */
export function dayWords(ms: number, language: WordingLanguage = 'en'): string {
  if (!(Math.abs(ms) <= DATE_LIMIT)) return WORDS[language].outOfRange;
  const date = new Date(ms);
  return `${date.getUTCDate()} ${monthName(date, language)} ${date.getUTCFullYear()}`;
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
export function momentWords(
  moment: Moment | undefined,
  language: WordingLanguage = 'en',
): MomentWords {
  const words = WORDS[language];
  if (!isPlaced(moment)) return { main: words.undated, note: undefined };
  const notes: string[] = [];
  if (isCalendar(moment)) notes.push(words.only[moment.precision]);
  if (moment.zone === 'unknown') notes.push(words.noZone);
  if (moment.zone === 'set') notes.push(words.setZone);
  if (isCalendar(moment) && !isAligned(moment)) notes.push(rangeWords(moment, language));
  const main = mainWords(moment, language);
  return { main, note: notes.length > 0 ? notes.join('; ') : undefined };
}

function mainWords(moment: Moment, language: WordingLanguage): string {
  const middle = new Date((moment.earliest + moment.latest) / 2);
  switch (moment.precision) {
    case 'year':
      return String(middle.getUTCFullYear());
    case 'month':
      return `${monthName(middle, language)} ${middle.getUTCFullYear()}`;
    case 'day':
      return dayWords(middle.getTime(), language);
    case 'hour':
      return rangeWords(moment, language);
    case 'minute':
    case 'second':
      if (moment.latest - moment.earliest >= MINUTE) return rangeWords(moment, language);
      return WORDS[language].at(
        dayWords(moment.earliest, language),
        clockWords(moment.earliest, moment.precision === 'second'),
      );
  }
}

/** `23 Sep 2024 14:00 to 14:59 UTC`, with the second day where it is another. */
function rangeWords({ earliest, latest }: Moment, language: WordingLanguage): string {
  const first = dayWords(earliest, language);
  const last = dayWords(latest, language);
  const words = WORDS[language];
  return first === last
    ? words.withinDay(first, clockWords(earliest), clockWords(latest))
    : words.overDays(first, clockWords(earliest), last, clockWords(latest));
}

function isCalendar(moment: Moment): moment is Moment & { readonly precision: Calendar } {
  return ['day', 'month', 'year'].includes(moment.precision);
}

/** Whether the bounds are whole UTC days, so that the words already say them. */
function isAligned(moment: Moment): boolean {
  return moment.earliest % DAY === 0 && (moment.latest + 1) % DAY === 0;
}

function monthName(date: Date, language: WordingLanguage): string {
  return MONTHS[language][date.getUTCMonth()] ?? '';
}

/** A lag from parent to echo in words: `2 h 14 min later`, `between 3 h and 1 day later`. */
export function lagWords(
  { min, max }: { readonly min: number; readonly max: number },
  language: WordingLanguage = 'en',
): string {
  const words = WORDS[language];
  if (!Number.isFinite(min) || !Number.isFinite(max) || min > max) return words.noLag;
  if (max < 0) return words.earlier(distanceWords(-max, -min, language));
  if (min > 0) return words.later(distanceWords(min, max, language));
  const reach = Math.max(-min, max);
  if (reach <= MINUTE) return words.withinMinute;
  if (reach <= HOUR) return words.withinHour;
  if (reach <= DAY) return words.within24Hours;
  return words.open(durationWords(-min, 'up', language), durationWords(max, 'up', language));
}

function distanceWords(least: number, most: number, language: WordingLanguage): string {
  const middle = (least + most) / 2;
  if (most - least <= POINT_WIDTH && middle >= 5 * MINUTE) {
    return durationWords(middle, 'near', language);
  }
  const low = durationWords(least, 'down', language);
  const high = durationWords(most, 'up', language);
  return low === high ? low : WORDS[language].between(low, high);
}

type Rounding = 'down' | 'near' | 'up';
const ROUND: Readonly<Record<Rounding, (n: number) => number>> = {
  down: Math.floor,
  near: Math.round,
  up: Math.ceil,
};

/** Milliseconds in at most two units: `40 s`, `2 h 14 min`, `3 days 4 h`, `120 days`. */
export function durationWords(
  ms: number,
  rounding: Rounding = 'near',
  language: WordingLanguage = 'en',
): string {
  const round = ROUND[rounding];
  const seconds = round(ms / SECOND);
  if (seconds < 60) return `${seconds} s`;
  const minutes = round(ms / MINUTE);
  if (minutes < 60) return `${minutes} min`;
  if (minutes < 24 * 60) return twoUnits(`${Math.floor(minutes / 60)} h`, minutes % 60, 'min');
  const hours = round(ms / HOUR);
  const { days } = WORDS[language];
  if (hours < 14 * 24) return twoUnits(days(Math.floor(hours / 24)), hours % 24, 'h');
  return days(round(ms / DAY));
}

function twoUnits(head: string, small: number, unit: string): string {
  return small === 0 ? head : `${head} ${small} ${unit}`;
}

type Calendar = 'day' | 'month' | 'year';
interface MomentWording {
  readonly undated: string;
  readonly outOfRange: string;
  readonly only: Readonly<Record<Calendar, string>>;
  readonly noZone: string;
  readonly setZone: string;
  readonly at: (day: string, clock: string) => string;
  readonly withinDay: (day: string, from: string, to: string) => string;
  readonly overDays: (first: string, from: string, last: string, to: string) => string;
  readonly noLag: string;
  readonly earlier: (distance: string) => string;
  readonly later: (distance: string) => string;
  readonly withinMinute: string;
  readonly withinHour: string;
  readonly within24Hours: string;
  readonly open: (earlier: string, later: string) => string;
  readonly between: (low: string, high: string) => string;
  readonly days: (n: number) => string;
}

const WORDS: Readonly<Record<WordingLanguage, MomentWording>> = {
  en: {
    undated: 'undated',
    outOfRange: 'out of range',
    only: { day: 'day only', month: 'month only', year: 'year only' },
    noZone: 'zone not stated',
    setZone: 'zone set by the desk',
    at: (day, clock) => `${day} ${clock} UTC`,
    withinDay: (day, from, to) => `${day} ${from} to ${to} UTC`,
    overDays: (first, from, last, to) => `${first} ${from} to ${last} ${to} UTC`,
    noLag: 'lag not known',
    earlier: (distance) => `${distance} earlier`,
    later: (distance) => `${distance} later`,
    withinMinute: 'within a minute, order open',
    withinHour: 'within an hour, order open',
    within24Hours: 'within a day, order open',
    open: (earlier, later) => `order open: ${earlier} earlier to ${later} later`,
    between: (low, high) => `between ${low} and ${high}`,
    days: (n) => counted(n, 'day'),
  },
  es: {
    undated: 'sin fecha',
    outOfRange: 'fuera de rango',
    only: { day: 'solo el día', month: 'solo el mes', year: 'solo el año' },
    noZone: 'zona horaria no indicada',
    setZone: 'zona horaria fijada por la mesa',
    at: (day, clock) => `${day}, ${clock} UTC`,
    withinDay: (day, from, to) => `${day}, de ${from} a ${to} UTC`,
    overDays: (first, from, last, to) => `del ${first}, ${from}, al ${last}, ${to} UTC`,
    noLag: 'retraso desconocido',
    earlier: (distance) => `${distance} antes`,
    later: (distance) => `${distance} después`,
    withinMinute: 'a un minuto como mucho, orden abierto',
    withinHour: 'a una hora como mucho, orden abierto',
    within24Hours: 'a un día como mucho, orden abierto',
    open: (earlier, later) => `orden abierto: de ${earlier} antes a ${later} después`,
    between: (low, high) => `entre ${low} y ${high}`,
    days: (n) => counted(n, 'día', 'días', 'es'),
  },
};
