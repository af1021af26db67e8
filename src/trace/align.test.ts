import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Aligner, type AlignText, PASSAGE_WIDTH, SEED } from './align.ts';

interface Found {
  readonly aBegin: number;
  readonly aEnd: number;
  readonly bBegin: number;
  readonly bEnd: number;
  readonly equal: number;
}

function text(ids: ArrayLike<number>, mask?: readonly number[]): AlignText {
  const count = ids.length;
  return {
    count,
    ids: Int32Array.from(ids),
    mask: mask === undefined ? new Uint8Array(count) : Uint8Array.from(mask),
  };
}

function align(a: AlignText, b: AlignText, aligner = new Aligner()): Found[] {
  aligner.first(a);
  const out: number[] = [];
  const passages = aligner.align(b, out);
  expect(out).toHaveLength(passages * PASSAGE_WIDTH);
  return Array.from({ length: passages }, (_, p) => {
    const [aBegin, aEnd, bBegin, bEnd, equal] = out.slice(p * PASSAGE_WIDTH) as [
      number,
      number,
      number,
      number,
      number,
    ];
    return { aBegin, aEnd, bBegin, bEnd, equal };
  });
}

const lastTo = (last: number): number[] => Array.from({ length: last }, (_, i) => i);
/** `length` words that stand nowhere else. */
const fresh = (from: number, length: number): number[] => lastTo(length).map((i) => from + i);

/** Longest common subsequence by the textbook table. */
function commonLength(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (let i = 0; i < a.length; i++) {
    const next = [0];
    for (let j = 0; j < b.length; j++) {
      next.push(a[i] === b[j] ? row[j]! + 1 : Math.max(row[j + 1]!, next[j]!));
    }
    row = next;
  }
  return row.at(-1)!;
}

/** The naive twin of finding: all longest runs of equal unmasked words, by trying every pair. */
function runsOf(a: AlignText, b: AlignText, least: number): { i: number; j: number; n: number }[] {
  const same = (i: number, j: number): boolean =>
    i >= 0 && j >= 0 && i < a.count && j < b.count && a.ids[i] === b.ids[j] && !a.mask[i] && !b.mask[j];
  const runs: { i: number; j: number; n: number }[] = [];
  for (let i = 0; i < a.count; i++) {
    for (let j = 0; j < b.count; j++) {
      if (!same(i, j) || same(i - 1, j - 1)) continue;
      let n = 0;
      while (same(i + n, j + n)) n++;
      if (n >= least) runs.push({ i, j, n });
    }
  }
  return runs;
}

/** Two texts that share blocks, in any order, with words of their own between and changed words. */
const pair = fc
  .record({
    blocks: fc.array(fc.array(fc.nat(60), { minLength: 1, maxLength: 20 }), { maxLength: 4 }),
    a: fc.array(fc.oneof(fc.nat(60), fc.constantFrom('0', '1', '2', '3')), { maxLength: 40 }),
    b: fc.array(fc.oneof(fc.nat(60), fc.constantFrom('0', '1', '2', '3')), { maxLength: 40 }),
    changed: fc.array(fc.nat(100), { maxLength: 5 }),
    masked: fc.array(fc.nat(100), { maxLength: 3 }),
  })
  .map(({ blocks, a, b, changed, masked }) => {
    const spell = (parts: readonly (number | string)[]): number[] =>
      parts.flatMap((part) => (typeof part === 'number' ? [part] : (blocks[Number(part)] ?? [])));
    const left = spell(a);
    const right = spell(b);
    for (const at of changed) if (at < right.length) right[at] = 1000 + at;
    const mask = left.map((_, i) => (masked.includes(i) ? 1 : 0));
    return { a: text(left, mask), b: text(right) };
  });

describe('Aligner', () => {
  it('keeps passages in bounds, apart in b, and counts no more equal words than there are', () => {
    fc.assert(
      fc.property(pair, ({ a, b }) => {
        const found = align(a, b);
        for (const { aBegin, aEnd, bBegin, bEnd, equal } of found) {
          expect([aBegin >= 0, aEnd <= a.count, bBegin >= 0, bEnd <= b.count]).not.toContain(false);
          expect(equal).toBeGreaterThanOrEqual(SEED);
          const [left, right] = [a.ids.slice(aBegin, aEnd), b.ids.slice(bBegin, bEnd)];
          expect(equal).toBeLessThanOrEqual(commonLength(left, right));
          for (const [i, j] of [
            [aBegin, bBegin],
            [aEnd - 1, bEnd - 1],
          ] as const) {
            expect([a.ids[i], a.mask[i]]).toEqual([b.ids[j], 0]);
          }
        }
        const sorted = found.sort((x, y) => x.bBegin - y.bBegin);
        for (let p = 1; p < sorted.length; p++) {
          expect(sorted[p]!.bBegin).toBeGreaterThanOrEqual(sorted[p - 1]!.bEnd);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('covers every shared run of 8 words but for ends of less than a seed', () => {
    fc.assert(
      fc.property(pair, ({ a, b }) => {
        const covered = new Set(
          align(a, b).flatMap((p) => fresh(p.bBegin, p.bEnd - p.bBegin)),
        );
        const runs = runsOf(a, b, 8).filter((run) => !repeated(a, run));
        for (const { j, n } of runs) {
          let bare = 0;
          for (let at = j; at < j + n; at++) {
            bare = covered.has(at) ? 0 : bare + 1;
            expect(bare).toBeLessThan(SEED);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });
});

/** Whether a gram of the run stands at more than eight places of a: there the aligner may stop. */
function repeated(a: AlignText, run: { i: number; n: number }): boolean {
  const gram = (at: number): string => a.ids.slice(at, at + SEED).join(' ');
  const all = lastTo(a.count).map(gram);
  return fresh(run.i, run.n - SEED + 1).some((i) => all.filter((g) => g === gram(i)).length > 8);
}
