import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countQuantile, dispersionOf } from './negative-binomial.ts';

describe('countQuantile', () => {
  // SciPy: nbinom.ppf(share, 1/alpha, 1/(1 + alpha·mean)), poisson.ppf(share, mean).
  it.each([
    [0.05, 4, 0.5, 0],
    [0.95, 4, 0.5, 11],
    [0.5, 20, 2, 9],
    [0.95, 300, 0.01, 359],
    [0.95, 7.3, 0, 12],
    [0.05, 900, 0, 851],
  ])('of %d at mean %d and alpha %d is %i', (share, mean, alpha, count) => {
    expect(countQuantile(share, mean, alpha)).toBe(count);
  });

  it('is ordered by share and by mean', () => {
    const mean = fc.double({ min: 0.1, max: 60, noNaN: true });
    const alpha = fc.double({ min: 0, max: 3, noNaN: true });
    fc.assert(
      fc.property(mean, alpha, (mu, a) => {
        const low = countQuantile(0.05, mu, a);
        expect(low).toBeLessThanOrEqual(countQuantile(0.95, mu, a));
        expect(low).toBeLessThanOrEqual(countQuantile(0.05, mu * 2, a));
      }),
    );
  });

  it('is 0 where nothing is expected', () => {
    expect(countQuantile(0.95, 0, 1)).toBe(0);
    expect(countQuantile(0.05, 7, Infinity)).toBe(0);
  });
});

describe('dispersionOf', () => {
  it('is the root that SciPy finds', () => {
    const counts = Float64Array.of(0, 3, 1, 12, 4, 9, 2, 0, 30, 5);
    const fitted = Float64Array.of(1, 2, 2, 8, 5, 6, 3, 1, 15, 5);
    expect(dispersionOf(counts, fitted, 2)).toBeCloseTo(0.1949449335604, 9);
  });

  it('is 0 for counts steadier than Poisson, and where nothing is left to learn from', () => {
    expect(dispersionOf(Float64Array.of(5, 5, 5), Float64Array.of(5, 5, 5), 1)).toBe(0);
    expect(dispersionOf(Float64Array.of(50), Float64Array.of(5), 1)).toBe(0);
  });
});
