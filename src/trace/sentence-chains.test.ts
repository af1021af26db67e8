import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chainSentences, type SentenceGrid } from './sentence-chains.ts';

/** A grid of unrelated sentences (.1, a little noise) in which `matches` stand out. */
function grid(
  rows: number,
  columns: number,
  matches: readonly (readonly [number, number])[],
): SentenceGrid {
  const scores = new Float32Array(rows * columns).map((_, at) => 0.08 + ((at * 7) % 5) * 0.015);
  for (const [i, j] of matches) scores[i * columns + j] = 0.6;
  return {
    rows,
    columns,
    scores,
    aWords: new Array<number>(rows).fill(20),
    bWords: new Array<number>(columns).fill(20),
    sameLanguage: false,
  };
}

const spansOf = (chains: ReturnType<typeof chainSentences>) =>
  chains.map(({ aBegin, aEnd, bBegin, bEnd }) => [aBegin, aEnd, bBegin, bEnd]);

const diagonal = (i: number, j: number, length: number) =>
  Array.from({ length }, (_, k) => [i + k, j + k] as const);

describe('chainSentences', () => {
  it('finds nothing among unrelated sentences', () => {
    expect(chainSentences(grid(30, 30, []))).toEqual([]);
  });

  it('finds a rendered passage with its bounds, wherever it stands', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.nat(20), fc.integer({ min: 2, max: 8 }), (i, j, length) => {
        const chains = chainSentences(grid(30, 30, diagonal(i, j, length)));
        expect(spansOf(chains)).toEqual([[i, i + length, j, j + length]]);
      }),
    );
  });

  it('bridges a sentence without counterpart, but not four', () => {
    const gap = (skipped: number) => [
      ...diagonal(2, 2, 3),
      ...diagonal(5 + skipped, 5 + skipped, 3),
    ];
    expect(spansOf(chainSentences(grid(30, 30, gap(1))))).toEqual([[2, 9, 2, 9]]);
    expect(spansOf(chainSentences(grid(30, 30, gap(4)))).sort()).toEqual([
      [2, 5, 2, 5],
      [9, 12, 9, 12],
    ]);
  });

  it('lets two sentences render one', () => {
    const matches = [...diagonal(2, 2, 2), [4, 4], [4, 5], ...diagonal(5, 6, 2)] as const;
    expect(spansOf(chainSentences(grid(30, 30, matches)))).toEqual([[2, 7, 2, 8]]);
  });

  it('finds two passages that stand in another order', () => {
    const matches = [...diagonal(2, 20, 3), ...diagonal(20, 2, 4)];
    expect(spansOf(chainSentences(grid(30, 30, matches)))).toEqual([
      [20, 24, 2, 6],
      [2, 5, 20, 23],
    ]);
  });

  it('finds a short text that renders another whole, where the matches are a tenth of all', () => {
    expect(spansOf(chainSentences(grid(7, 7, diagonal(0, 0, 7))))).toEqual([[0, 7, 0, 7]]);
  });

  it('gives chains that overlap on no side', () => {
    const cell = fc.tuple(fc.nat(14), fc.nat(14));
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 40 }), (matches) => {
        const spans = spansOf(chainSentences(grid(15, 15, matches)));
        for (const [k, x] of spans.entries()) {
          for (const y of spans.slice(k + 1)) {
            expect(x[1]! <= y[0]! || y[1]! <= x[0]!).toBe(true);
            expect(x[3]! <= y[2]! || y[3]! <= x[2]!).toBe(true);
          }
        }
      }),
    );
  });

  it('reads a grid without cells', () => {
    expect(chainSentences(grid(0, 5, []))).toEqual([]);
  });
});
