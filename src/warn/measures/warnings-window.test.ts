import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Indicator } from '../../domain/alerts.ts';
import type { DailyFacts } from './daily.ts';
import { moreAtLeast, observeWarnings } from './warnings.ts';

const nothing = { en: '-', es: '-' };
const RISING: Indicator = {
  id: 'warnings-rising',
  measure: 'official-warnings',
  title: nothing,
  why: nothing,
  severity: 'medium',
  threshold: 1,
  lookBackDays: 90,
  windowDays: 14,
  baselineDays: 84,
  rivals: [],
  clears: [],
  enabled: true,
};

/** So many warnings a day, from 2024-01-01 on. */
function daily(counts: readonly number[]): DailyFacts {
  const days = counts.map((count, i) => {
    const day = new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(0, 10);
    return { day, count, articles: [] };
  });
  return { unit: 'topic:xv', subject: 'Valdoria', days };
}

const steady = (days: number, count: number): number[] => Array.from({ length: days }, () => count);

describe('observeWarnings', () => {
  test('a rise in the newest window counts', () => {
    const risen = observeWarnings(daily([...steady(84, 1), ...steady(14, 3)]), RISING);
    expect(risen.value).toBeGreaterThan(10);
    expect(risen.findings[0]?.figures).toEqual({ warnings: 42, days: 14 });
    expect(risen.findings[1]?.figures).toEqual({ usual: 14 });
  });

  test('a rise that is over does not: two weeks at the usual level clear it', () => {
    const over = [...steady(84, 1), ...steady(14, 3), ...steady(14, 1)];
    expect(observeWarnings(daily(over), RISING).value).toBe(0);
  });

  test('says that the baseline is short, and measures nothing with less than three windows', () => {
    const short = observeWarnings(daily([...steady(42, 0), ...steady(14, 1)]), RISING);
    expect(short.value).toBeGreaterThan(1);
    expect(short.counter[0]).toMatchObject({ code: 'short-baseline', figures: { days: 42 } });
    const none = observeWarnings(daily([...steady(41, 0), ...steady(14, 1)]), RISING);
    expect(none).toMatchObject({ value: 0, at: 0, findings: [] });
    expect(none.counter[0]?.code).toBe('short-baseline');
  });
});

/** The chance of `k` of `n`, each with chance `p`, as the book has it. */
function chanceOf(k: number, n: number, p: number): number {
  let ways = 1;
  for (let i = 1; i <= k; i++) ways = (ways * (n - k + i)) / i;
  return ways * p ** k * (1 - p) ** (n - k);
}

describe('moreAtLeast', () => {
  test('without a change it says "more" at most one time in twenty', () => {
    const cases = fc.record({
      n: fc.integer({ min: 1, max: 60 }),
      share: fc.double({ min: 0.02, max: 0.9, noNaN: true }),
    });
    fc.assert(
      fc.property(cases, ({ n, share }) => {
        let wrong = 0;
        for (let count = 0; count <= n; count++) {
          const past = n - count;
          if (moreAtLeast(count, past, share, past * (share / (1 - share))) > 0) {
            wrong += chanceOf(count, n, share);
          }
        }
        expect(wrong).toBeLessThanOrEqual(0.05 + 1e-9);
      }),
    );
  });

  test('its bound is that of Clopper and Pearson, where these can be had in closed form', () => {
    // One warning before and 4 now: 5 × p⁴ − 4 × p⁵ = 0.05 at p = 0.342592.
    const [share, usual] = [1 / 7, 1 / 6];
    const ratio = (0.342592 / (1 - 0.342592)) * 6;
    expect(moreAtLeast(4, 1, share, usual)).toBeCloseTo((ratio - 1) * usual, 4);
  });

  test('is never more than there are, and never below none', () => {
    const counts = fc.integer({ min: 0, max: 400 });
    fc.assert(
      fc.property(counts, counts, (count, past) => {
        const more = moreAtLeast(count, past, 1 / 7, past / 6);
        expect(more).toBeGreaterThanOrEqual(0);
        expect(more).toBeLessThanOrEqual(count);
      }),
    );
  });
});
