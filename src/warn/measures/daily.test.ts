import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AT, DAY, daysOf } from '../invented.fixture.ts';
import { dayStart, medianOf, usualBefore } from './daily.ts';

const counts = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 70 });

/** Half of the values lie on either side: the middle of the least and the greatest that do. */
function naiveMedian(values: readonly number[]): number {
  if (values.length === 0) return 0;
  const half = values.filter((value) => {
    const below = values.filter((other) => other < value).length;
    const above = values.filter((other) => other > value).length;
    return 2 * below <= values.length && 2 * above <= values.length;
  });
  return (Math.min(...half) + Math.max(...half)) / 2;
}

describe('medianOf', () => {
  test('of none, one, two and three', () => {
    expect([[], [7], [7, 2], [9, 1, 4]].map(medianOf)).toEqual([0, 7, 4.5, 4]);
  });

  test('has half of the values on either side, and leaves them as they stand', () => {
    fc.assert(
      fc.property(counts, (values) => {
        const before = [...values];
        expect(medianOf(values)).toBe(naiveMedian(values));
        expect(values).toEqual(before);
      }),
    );
  });
});

describe('usualBefore', () => {
  test('knows weekdays apart', () => {
    // Ten on Mondays, none on any other day, for five weeks; the sixth Monday, and the Tuesday after it.
    const weeks = Array.from({ length: 37 }, (_, i) => (i % 7 === 0 ? 10 : 0));
    const days = daysOf(weeks);
    expect(usualBefore(days.slice(0, 35), days[35]!)).toEqual({
      median: 10,
      spread: Math.sqrt(10),
    });
    expect(usualBefore(days.slice(0, 36), days[36]!)).toEqual({ median: 0, spread: 1 });
  });

  test('of no days is none, with a spread of 1', () => {
    expect(usualBefore([], daysOf([5])[0]!)).toEqual({ median: 0, spread: 1 });
  });

  test('agrees with the book', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 0, max: 40 }), (before, last) => {
        const days = daysOf([...before, last]);
        const on = (weekday: number): number =>
          naiveMedian(before.filter((_, i) => i % 7 === weekday));
        const median = on(before.length % 7);
        const deviation = naiveMedian(before.map((count, i) => Math.abs(count - on(i % 7))));
        const usual = usualBefore(days.slice(0, -1), days.at(-1)!);
        expect(usual.median).toBe(median);
        expect(usual.spread).toBeCloseTo(Math.max(1.4826 * deviation, Math.sqrt(median), 1), 9);
      }),
    );
  });
});

test('dayStart is the first moment of a day of UTC', () => {
  expect(dayStart('2024-01-03')).toBe(AT + 2 * DAY);
});
