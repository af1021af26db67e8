import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AT, DAY, daysOf, evenDays, indicatorOf } from '../invented.fixture.ts';
import { moreAtLeast, observeWarnings } from './warnings.ts';

const RISING = indicatorOf('official-warnings', { windowDays: 7, baselineDays: 21, threshold: 1 });
const observed = (counts: readonly number[]) =>
  observeWarnings({ unit: 'topic:XV', subject: 'Valdoria', days: daysOf(counts) }, RISING);

/** P(X ≥ count) of a binomial, by the triangle. */
function naiveTail(count: number, n: number, p: number): number {
  let row = [1];
  for (let i = 0; i < n; i++) {
    row = [...row, 0].map((_, k) => (row[k] ?? 0) * (1 - p) + (row[k - 1] ?? 0) * p);
  }
  return row.slice(count).reduce((sum, chance) => sum + chance, 0);
}

/** The bound of the share that a rise was computed from, where it was computed from one. */
function shareBehind(more: number, past: number, share: number): number {
  const usual = (past * share) / (1 - share);
  const odds = ((more / usual + 1) * share) / (1 - share);
  return odds / (1 + odds);
}

describe('moreAtLeast', () => {
  test.each([
    // Successes, trials, and the lower end of the 90 % interval of Clopper and Pearson.
    [1, 10, 0.0051],
    [3, 10, 0.0873],
    [5, 10, 0.2224],
    [8, 10, 0.4931],
    [10, 20, 0.302],
    [15, 20, 0.5444],
  ])('%i of %i: the share is %f at the least', (count, n, low) => {
    const share = low / 10;
    const more = moreAtLeast(count, n - count, share, ((n - count) * share) / (1 - share));
    expect(shareBehind(more, n - count, share)).toBeCloseTo(low, 4);
  });

  test('agrees with a search of all shares', () => {
    const cases = fc.record({
      count: fc.integer({ min: 1, max: 25 }),
      past: fc.integer({ min: 1, max: 25 }),
      share: fc.double({ min: 0.02, max: 0.6, noNaN: true }),
    });
    fc.assert(
      fc.property(cases, ({ count, past, share }) => {
        const n = count + past;
        const usual = (past * share) / (1 - share);
        const more = moreAtLeast(count, past, share, usual);
        const unlikely = naiveTail(count, n, share) < 0.05;
        expect(more > 0).toBe(unlikely);
        if (!unlikely || more === count) return;
        const low = shareBehind(more, past, share);
        expect(naiveTail(count, n, low)).toBeCloseTo(0.05, 6);
      }),
    );
  });

  test('without any before, the usual is the most that nothing leaves likely', () => {
    // Of 100 days without a warning up to 3 might have been expected; a window of 25 has a quarter of that.
    expect(moreAtLeast(5, 0, 0.2, 0)).toBeCloseTo(5 + Math.log(0.05) / 4, 9);
    expect(moreAtLeast(1, 0, 0.2, 0)).toBe(0);
  });

  test('takes many', () => {
    expect(moreAtLeast(9000, 9000, 1 / 7, 1500)).toBeGreaterThan(7000);
    expect(moreAtLeast(0, 20_000, 1 / 7, 3333)).toBe(0);
    expect(moreAtLeast(20_000, 0, 1 / 7, 0)).toBeGreaterThan(19_999);
  });
});

describe('observeWarnings', () => {
  test('of no days measures nothing', () => {
    expect(observed([])).toMatchObject({ value: 0, at: 0, findings: [], confidence: 'likely' });
  });

  test('stands on the last day with a warning, and shows its articles', () => {
    const found = observed([...evenDays(21, 0), 3, 0, 4, 0, 0, 0, 0]);
    expect(found.value).toBeGreaterThan(1);
    expect(found.at).toBe(AT + 23 * DAY);
    expect(found.findings[0]).toMatchObject({ figures: { warnings: 7, days: 7 } });
    expect(found.findings[0]?.refs).toHaveLength(2);
    expect(found.counter).toEqual([]);
  });

  test('a window without a warning stands on its last day', () => {
    expect(observed(evenDays(28, 0))).toMatchObject({ value: 0, at: AT + 27 * DAY });
  });

  test('says no more than the bound: "at least" is not rounded up', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 28, maxLength: 28 });
    fc.assert(
      fc.property(counts, (days) => {
        const sum = (some: readonly number[]): number => some.reduce((a, b) => a + b, 0);
        const past = sum(days.slice(0, 21));
        const more = moreAtLeast(sum(days.slice(21)), past, 0.25, past / 3);
        expect(observed(days).value).toBeLessThanOrEqual(more);
      }),
    );
  });
});
