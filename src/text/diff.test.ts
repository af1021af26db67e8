import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DiffRun, diffWords } from './diff.ts';

const words = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 30 });

/** Longest common subsequence by the textbook table: the naive twin. */
function commonLength(a: readonly number[], b: readonly number[]): number {
  const table = a.map(() => new Array<number>(b.length).fill(0));
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < b.length; j++) {
      table[i]![j] =
        a[i] === b[j]
          ? (table[i - 1]?.[j - 1] ?? 0) + 1
          : Math.max(table[i - 1]?.[j] ?? 0, table[i]![j - 1] ?? 0);
    }
  }
  return a.length === 0 || b.length === 0 ? 0 : table[a.length - 1]![b.length - 1]!;
}

const size = (runs: readonly DiffRun[], kind: DiffRun['kind']): number =>
  runs
    .filter((run) => run.kind === kind)
    .reduce((sum, run) => sum + Math.max(run.aEnd - run.aBegin, run.bEnd - run.bBegin), 0);

describe('diffWords', () => {
  it('keeps as many words as the longest common subsequence', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        const runs = diffWords(Int32Array.from(a), Int32Array.from(b));
        expect(size(runs, 'same')).toBe(commonLength(a, b));
      }),
    );
  });

  it('spells both sides when its runs are put together', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        const runs = diffWords(Int32Array.from(a), Int32Array.from(b));
        expect(runs.flatMap((run) => a.slice(run.aBegin, run.aEnd))).toEqual(a);
        expect(runs.flatMap((run) => b.slice(run.bBegin, run.bEnd))).toEqual(b);
        for (const run of runs.filter((r) => r.kind === 'same')) {
          expect(a.slice(run.aBegin, run.aEnd)).toEqual(b.slice(run.bBegin, run.bEnd));
        }
      }),
    );
  });

  it('gives two texts with nothing in common as one removal and one addition', () => {
    const a = Int32Array.from({ length: 5000 }, (_, i) => i);
    const b = Int32Array.from({ length: 5000 }, (_, i) => -i - 1);
    expect(diffWords(a, b).map((run) => run.kind)).toEqual(['removed', 'added']);
  });
});
