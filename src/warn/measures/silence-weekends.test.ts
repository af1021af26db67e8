import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { observeSilence, usualGap } from './silence.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A Monday. */
const MONDAY = Date.UTC(2024, 0, 1);

/** Ten items a day from 9 to 18 h, on the days for which `works` holds; the last `most` of `days` days. */
function newsroom(days: number, works: (weekday: number) => boolean, most = 200): number[] {
  const times: number[] = [];
  for (let day = 0; day < days; day++) {
    const at = MONDAY + day * DAY;
    if (!works(new Date(at).getUTCDay())) continue;
    for (let hour = 9; hour < 19; hour++) times.push(at + hour * HOUR);
  }
  return times.slice(-most);
}

const workdays = (weekday: number): boolean => weekday > 0 && weekday < 6;

function valueAfter(namedAt: readonly number[], quiet: number): number {
  const now = namedAt.at(-1)! + quiet;
  const facts = { source: 'voz', outlet: 'voz.example', polledAt: now, answeredAt: now };
  return observeSilence({ ...facts, namedAt, now }).value;
}

describe('usualGap', () => {
  test('an ordinary weekend is usual, however much is published on workdays', () => {
    const toFriday = newsroom(4 * 7 + 5, workdays);
    expect(new Date(toFriday.at(-1)!).getUTCDay()).toBe(5);
    expect(valueAfter(toFriday, 63 * HOUR)).toBe(1);
  });

  test('two weeks without a word are not', () => {
    const toFriday = newsroom(4 * 7 + 5, workdays);
    expect(valueAfter(toFriday, 14 * DAY)).toBeGreaterThan(5);
  });

  test('of a source that works on weekends, a weekend without a word is told', () => {
    expect(
      valueAfter(
        newsroom(20, () => true),
        63 * HOUR,
      ),
    ).toBeGreaterThan(3);
  });

  test('times of two days show no weekend, so that one is taken for usual', () => {
    const twoDays = newsroom(2, () => true);
    expect(valueAfter(twoDays, 63 * HOUR)).toBeLessThanOrEqual(1);
    expect(valueAfter(twoDays, 9 * DAY)).toBeGreaterThan(3);
  });

  test('needs five gaps', () => {
    const weekly = [0, 7, 14, 21, 28, 35].map((day) => MONDAY + day * DAY);
    expect(usualGap(weekly)).toBe(7 * DAY);
    expect(usualGap(weekly.slice(1))).toBeUndefined();
    expect(usualGap([])).toBeUndefined();
  });

  test('is no shorter than half a day, even where all times are one', () => {
    const hourly = Array.from({ length: 15 * 24 }, (_, hour) => MONDAY + hour * HOUR);
    expect(usualGap(hourly)).toBe(DAY / 2);
    expect(usualGap(Array.from({ length: 9 }, () => MONDAY))).toBe(2.75 * DAY);
  });

  test('is the 95th of a hundred hours, each taken with the gap that it lies in', () => {
    const gaps = fc.array(fc.integer({ min: 13, max: 300 }), { minLength: 26, maxLength: 60 });
    fc.assert(
      fc.property(gaps, (hours) => {
        const times = [MONDAY];
        for (const gap of hours) times.push(times.at(-1)! + gap * HOUR);
        const each = hours.flatMap((gap) => Array.from({ length: gap }, () => gap));
        const sorted = each.sort((a, b) => a - b);
        const naive = sorted[Math.ceil((95 * sorted.length) / 100) - 1]!;
        expect(usualGap(times)! / HOUR).toBe(naive);
      }),
    );
  });
});
