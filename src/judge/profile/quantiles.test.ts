import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addValue, medianOf, openQuantiles } from './quantiles.ts';

function median(values: readonly number[]): { min: number; max: number } | undefined {
  const quantiles = openQuantiles();
  for (const value of values) addValue(quantiles, value);
  return medianOf(quantiles);
}

describe('medianOf', () => {
  it('is absent without values, and a point where the cells are', () => {
    expect(median([])).toBeUndefined();
    expect(median([0])).toEqual({ min: 0, max: 0 });
    expect(median([1, 1, 1])).toEqual({ min: 1, max: 2 });
  });

  it('lies between the ends, which are 2 % apart of each middle value', () => {
    const lag = fc.integer({ min: -1e6, max: 3e12 });
    fc.assert(
      fc.property(fc.array(lag, { minLength: 1, maxLength: 60 }), (lags) => {
        const sorted = [...lags].sort((a, b) => a - b);
        const lower = sorted[Math.floor((lags.length - 1) / 2)]!;
        const upper = sorted[Math.floor(lags.length / 2)]!;
        const { min, max } = median(lags)!;
        expect(min).toBeLessThanOrEqual(lower);
        expect(max).toBeGreaterThanOrEqual(upper);
        expect(lower - min).toBeLessThanOrEqual(Math.abs(lower) * 0.0201 + 1);
        expect(max - upper).toBeLessThanOrEqual(Math.abs(upper) * 0.0201 + 1);
      }),
      { numRuns: 300 },
    );
  });

  it('takes the same memory for ever', () => {
    const quantiles = openQuantiles();
    let value = 1;
    for (let i = 0; i < 200_000; i++) {
      value = (value * 48_271) % 2_147_483_647;
      addValue(quantiles, value);
    }
    expect(quantiles.count).toBe(200_000);
    expect(quantiles.cells.size).toBeLessThan(1100);
  });
});
