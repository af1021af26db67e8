import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PairCounts, ROW_LIMIT } from './pair-counts.ts';

/** The naive twin: a map from pairs to sums. */
function twinOf(additions: readonly (readonly [number, number, number])[]): [number, number][] {
  const sums = new Map<number, number>();
  for (const [a, b, weight] of additions) {
    sums.set(a * ROW_LIMIT + b, (sums.get(a * ROW_LIMIT + b) ?? 0) + weight);
  }
  const found = [...sums].filter(([, sum]) => sum >= 4).map(([pair]) => pair);
  return found
    .sort((x, y) => x - y)
    .map((pair) => [Math.floor(pair / ROW_LIMIT), pair % ROW_LIMIT]);
}

function countsOf(rows: number, additions: readonly (readonly [number, number, number])[]) {
  const counts = new PairCounts(rows);
  for (const [a, b, weight] of additions) counts.add(a, b, weight);
  const { a, b } = counts.found();
  return [...a].map((row, i) => [row, b[i]!]);
}

const weight = fc.integer({ min: 1, max: 4 });

describe('PairCounts', () => {
  it('finds the pairs that a map of sums finds', () => {
    const rows = 20;
    const addition = fc.tuple(fc.nat(rows - 1), fc.nat(rows - 1), weight);
    fc.assert(
      fc.property(fc.array(addition, { maxLength: 400 }), (additions) => {
        expect(countsOf(rows, additions)).toEqual(twinOf(additions));
      }),
    );
  });

  it('loses nothing by adding up early', () => {
    let state = 1;
    const next = (below: number): number => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
      return Math.floor(((state >>> 8) / 2 ** 24) * below);
    };
    // All in one part, six times as many as are kept before they are added up.
    const additions = Array.from({ length: 200_000 }, (): [number, number, number] => [
      next(10),
      10 + next(9000),
      1 + next(2),
    ]);
    expect(countsOf(1_000_000, additions)).toEqual(twinOf(additions));
  });

  it('names the last rows there can be', () => {
    const pair: [number, number, number] = [ROW_LIMIT - 2, ROW_LIMIT - 1, 4];
    expect(countsOf(ROW_LIMIT, [pair])).toEqual([pair.slice(0, 2)]);
    expect(countsOf(0, [])).toEqual([]);
  });
});
