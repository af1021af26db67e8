import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareTwoCounts, holm, logFactorial, twoSided, upperTail } from './binomial.ts';

/** Ways to draw, exactly. */
function ways(n: number, k: number): bigint {
  let out = 1n;
  for (let i = 1; i <= k; i++) out = (out * BigInt(n - k + i)) / BigInt(i);
  return out;
}

/** P(X ≥ k) at one half, in whole numbers. */
function plainTail(k: number, n: number): number {
  let sum = 0n;
  for (let i = k; i <= n; i++) sum += ways(n, i);
  return Number((sum * 10n ** 17n) / 2n ** BigInt(n)) / 1e17;
}

describe('logFactorial', () => {
  it('is the sum of logarithms on both sides of the series', () => {
    for (const k of [0, 1, 5, 19, 20, 21, 50, 170]) {
      let sum = 0;
      for (let i = 2; i <= k; i++) sum += Math.log(i);
      expect(logFactorial(k)).toBeCloseTo(sum, 10);
    }
  });
});

describe('upperTail', () => {
  it('is what counting draws gives', () => {
    fc.assert(
      fc.property(fc.nat(120), fc.nat(120), (a, b) => {
        expect(upperTail(a, a + b, 0.5)).toBeCloseTo(plainTail(a, a + b), 10);
      }),
    );
  });

  it('is 1 from nothing on, and 0 beyond all trials', () => {
    expect(upperTail(0, 7, 0.3)).toBe(1);
    expect(upperTail(8, 7, 0.3)).toBe(0);
    expect(upperTail(7, 7, 0.3)).toBeCloseTo(0.3 ** 7, 15);
  });

  it('stays quick and finite for a million trials', () => {
    expect(upperTail(500_000, 1_000_000, 0.5)).toBeCloseTo(0.5, 2);
    expect(upperTail(900_000, 1_000_000, 0.5)).toBe(0);
    const { p, ratio } = compareTwoCounts(1e15, 2e15);
    expect(p).toBeLessThan(1e-9);
    expect(ratio.low).toBeGreaterThan(1.9);
    expect(ratio.high).toBeLessThan(2.1);
  });
});

describe('twoSided', () => {
  it('asks both sides alike', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(60), (a, b) => {
        expect(twoSided(a, a + b, 0.5)).toBeCloseTo(twoSided(b, a + b, 0.5), 12);
      }),
    );
  });
});

describe('compareTwoCounts', () => {
  it('gives the published bounds of Clopper and Pearson, as odds', () => {
    // R's manual, binom.test(682, 925): 0.7076683 to 0.7654066.
    const { ratio } = compareTwoCounts(925 - 682, 682);
    expect(ratio.low / (1 + ratio.low)).toBeCloseTo(0.7076683, 6);
    expect(ratio.high / (1 + ratio.high)).toBeCloseTo(0.7654066, 6);
  });

  it('has no upper bound of a ratio to nothing, and no p for nothing at all', () => {
    const { p, ratio } = compareTwoCounts(0, 6);
    expect(p).toBeCloseTo(2 / 64, 12);
    expect(ratio.high).toBe(Infinity);
    expect(compareTwoCounts(0, 0).p).toBe(1);
  });
});

describe('holm', () => {
  it('multiplies step by step and keeps the order', () => {
    expect(holm([0.01, 0.04, 0.03])).toEqual([0.03, 0.06, 0.06]);
    expect(holm([])).toEqual([]);
    expect(holm([0.9, 0.8])).toEqual([1, 1]);
  });
});
