/**
 * Ticks of a time axis in UTC: the finest step of a fixed ladder that leaves room for its labels.
 * Steps below a day stand on multiples since the epoch, months and years on the calendar.
 */
import type { WordingLanguage } from './alert-wording.ts';
import { clockWords, DAY, dayWords, HOUR, MINUTE, SECOND } from './moments.ts';

/** One tick: its time, the label under it and a second line where the day or year changes. */
export interface Tick {
  readonly at: number;
  readonly label: string;
  readonly below: string | undefined;
}

type Unit = 'clock' | 'day' | 'month' | 'year';
interface Step {
  readonly unit: Unit;
  /** Milliseconds for clock and day steps, months for the others. */
  readonly size: number;
  /** Shortest length of the step, milliseconds. */
  readonly least: number;
}

const MONTH = 28 * DAY;
const STEPS: readonly Step[] = [
  ...[1, 5, 15, 30].map((n) => step('clock', n * SECOND)),
  ...[1, 5, 15, 30].map((n) => step('clock', n * MINUTE)),
  ...[1, 3, 6, 12].map((n) => step('clock', n * HOUR)),
  ...[1, 2, 7, 14].map((n) => step('day', n * DAY)),
  ...[1, 3, 6].map((n): Step => ({ unit: 'month', size: n, least: n * MONTH })),
  ...[1, 2, 5, 10, 25, 100, 1000, 10_000, 100_000].map(
    (n): Step => ({ unit: 'year', size: n * 12, least: n * 365 * DAY }),
  ),
];

function step(unit: 'clock' | 'day', size: number): Step {
  return { unit, size, least: size };
}

/**
 * Ticks within `[from, to]` (milliseconds) for an axis of `width` pixels, no two nearer than `gap`
 * pixels. Where no round time falls inside, the one tick is `from` itself.
 */
export function axisTicks(
  from: number,
  to: number,
  width: number,
  gap: number,
  language: WordingLanguage = 'en',
): readonly Tick[] {
  if (!(to > from)) return [lone(from, language)];
  const least = ((to - from) / width) * gap;
  const chosen = STEPS.find((candidate) => candidate.least >= least);
  const times = chosen === undefined ? [] : timesOf(chosen, from, to);
  if (chosen === undefined || times.length === 0) return [lone(from, language)];
  return times.map((at, i) => labelled(chosen, at, times[i - 1], language));
}

function timesOf(chosen: Step, from: number, to: number): number[] {
  const times: number[] = [];
  if (chosen.unit === 'clock' || chosen.unit === 'day') {
    for (let at = Math.ceil(from / chosen.size) * chosen.size; at <= to; at += chosen.size) {
      times.push(at);
    }
    return times;
  }
  const first = new Date(from);
  const months = first.getUTCFullYear() * 12 + first.getUTCMonth();
  for (let month = Math.floor(months / chosen.size) * chosen.size; ; month += chosen.size) {
    const at = startOfMonth(month);
    if (!(at <= to)) return times;
    if (at >= from) times.push(at);
  }
}

/** Months since year 0. `Date.UTC` would read years 0–99 as 1900–1999. */
function startOfMonth(month: number): number {
  return new Date(0).setUTCFullYear(Math.floor(month / 12), month - Math.floor(month / 12) * 12, 1);
}

function labelled(
  chosen: Step,
  at: number,
  before: number | undefined,
  language: WordingLanguage,
): Tick {
  const day = dayWords(at, language);
  const year = day.slice(day.lastIndexOf(' ') + 1);
  const sinceDay = before === undefined || dayWords(before, language) !== day;
  const sinceYear = before === undefined || !dayWords(before).endsWith(` ${year}`);
  switch (chosen.unit) {
    case 'clock':
      return {
        at,
        label: clockWords(at, chosen.size < MINUTE),
        below: sinceDay ? day : undefined,
      };
    case 'day':
      return { at, label: day.slice(0, -year.length - 1), below: sinceYear ? year : undefined };
    case 'month':
      return { at, label: day.split(' ')[1] ?? '', below: sinceYear ? year : undefined };
    case 'year':
      return { at, label: year, below: undefined };
  }
}

function lone(at: number, language: WordingLanguage): Tick {
  return { at, label: clockWords(at, at % MINUTE !== 0), below: dayWords(at, language) };
}
