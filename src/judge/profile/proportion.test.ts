import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proportionOf } from './proportion.ts';

describe('proportionOf', () => {
  // Newcombe 1998, Statistics in Medicine 17: 857-872, table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('gives the published interval of %d of %d', (count, n, low, high) => {
    const { rate } = proportionOf(count, n);
    expect(rate!.low).toBeCloseTo(low, 4);
    expect(rate!.high).toBeCloseTo(high, 4);
  });

  it('says no rate of fewer than five', () => {
    expect(proportionOf(2, 4)).toEqual({ count: 2, n: 4 });
    expect(proportionOf(0, 0)).toEqual({ count: 0, n: 0 });
    expect(proportionOf(5, 5).rate).toMatchObject({ share: 1, high: 1 });
  });

  it('holds exactly the shares from which the count is not far (the naive definition)', () => {
    const sample = fc
      .integer({ min: 5, max: 2000 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
    fc.assert(
      fc.property(sample, fc.double({ min: 0.001, max: 0.999, noNaN: true }), ([count, n], p) => {
        const { share, low, high } = proportionOf(count, n).rate!;
        expect(low).toBeLessThanOrEqual(share);
        expect(high).toBeGreaterThanOrEqual(share);
        const away = Math.abs(share - p) / Math.sqrt((p * (1 - p)) / n);
        fc.pre(Math.abs(away - 1.959964) > 1e-4);
        expect(p >= low && p <= high).toBe(away < 1.959964);
      }),
    );
  });
});
