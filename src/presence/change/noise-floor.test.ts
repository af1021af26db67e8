import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likeWithLike, type SetEntry } from '../like-with-like.ts';
import { listPairs, noiseFloorOf, shareAsLarge, sizeOfChange } from './noise-floor.ts';

const pair = fc.record({ before: fc.nat(40), after: fc.nat(40) });

/** As few pairs as make a floor. */
const LEAST_PAIRS = 20;

describe('noiseFloorOf', () => {
  it('is no floor of too few pairs, and does not count pairs of nobody', () => {
    const steady = { before: 3, after: 3 };
    expect(noiseFloorOf(Array(LEAST_PAIRS - 1).fill(steady))).toBeUndefined();
    const nobody = Array(100).fill({ before: 0, after: 0 });
    expect(noiseFloorOf([...nobody, ...Array(LEAST_PAIRS - 1).fill(steady)])).toBeUndefined();
    expect(noiseFloorOf(Array(LEAST_PAIRS).fill(steady))).toMatchObject({
      pairs: LEAST_PAIRS,
      dispersion: 0,
    });
  });

  it('has dispersion 1 where differences squared are what sums are', () => {
    const pairs = Array(30).fill({ before: 6, after: 10 });
    expect(noiseFloorOf(pairs)?.dispersion).toBe(1);
  });
});

describe('shareAsLarge', () => {
  it('is the part that counting gives', () => {
    fc.assert(
      fc.property(fc.array(pair, { minLength: 60, maxLength: 90 }), pair, (pairs, asked) => {
        const floor = noiseFloorOf(pairs);
        if (floor === undefined) throw new Error('the floor is too small for this test');
        const sizes = pairs.filter((one) => one.before + one.after > 0).map(sizeOfChange);
        const large = sizes.filter((size) => size >= sizeOfChange(asked) - 1e-9).length;
        expect(shareAsLarge(floor, asked)).toBeCloseTo((large + 1) / (sizes.length + 1), 12);
      }),
    );
  });
});

describe('listPairs', () => {
  const list = (count: number, day: string, more: Partial<SetEntry> = {}): SetEntry => ({
    sender: 'AA',
    host: 'BB',
    measure: 'level',
    number: { min: count, max: count },
    unit: 'diplomats',
    scope: 'embassy',
    asOf: { first: day, last: day },
    kind: 'official-list',
    source: { name: 'an invented list' },
    ...more,
  });

  it('pairs neighbouring lists of one kind, and nothing else', () => {
    const entries = [
      list(5, '2024-01-01'),
      list(6, '2024-07-01'),
      list(8, '2024-12-01'),
      // Told by the press, far away, of another unit, or in a range: no pair.
      list(30, '2025-01-01', { kind: 'press' }),
      list(9, '2026-12-01'),
      list(3, '2024-08-01', { unit: 'staff' }),
      list(1, '2025-02-01', { number: { min: 1, max: 4 } }),
    ];
    expect(listPairs(likeWithLike(entries))).toEqual([
      { before: 5, after: 6 },
      { before: 6, after: 8 },
    ]);
  });
});
