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
    i >= 0 &&
    j >= 0 &&
    i < a.count &&
    j < b.count &&
    a.ids[i] === b.ids[j] &&
    !a.mask[i] &&
    !b.mask[j];
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
    blocks: fc.array(fc.array(fc.nat(60), { minLength: 1, maxLength: 20, size: 'max' }), {
      maxLength: 4,
    }),
    a: fc.array(fc.oneof(fc.nat(60), fc.constantFrom('0', '1', '2', '3')), {
      maxLength: 40,
      size: 'max',
    }),
    b: fc.array(fc.oneof(fc.nat(60), fc.constantFrom('0', '1', '2', '3')), {
      maxLength: 40,
      size: 'max',
    }),
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
      { numRuns: 200 },
    );
  });

  it('covers every shared run of 8 words but for ends of less than a seed', () => {
    fc.assert(
      fc.property(pair, ({ a, b }) => {
        const covered = new Set(align(a, b).flatMap((p) => fresh(p.bBegin, p.bEnd - p.bBegin)));
        const runs = runsOf(a, b, 8).filter((run) => !repeated(a, run));
        for (const { j, n } of runs) {
          let bare = 0;
          for (let at = j; at < j + n; at++) {
            bare = covered.has(at) ? 0 : bare + 1;
            expect(bare).toBeLessThan(SEED);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('finds the same passages from either side where words are edited in place', () => {
    const edits = fc.array(fc.record({ at: fc.nat(120), cut: fc.nat(12), put: fc.nat(12) }), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(edits, (changes) => {
        const ids = lastTo(120);
        let word = 1000;
        for (const { at, cut, put } of changes) {
          ids.splice(at, cut, ...fresh(word, put));
          word += 100;
        }
        const [a, b] = [text(lastTo(120)), text(ids)];
        const mirrored = align(b, a).map(({ aBegin, aEnd, bBegin, bEnd, equal }) => ({
          aBegin: bBegin,
          aEnd: bEnd,
          bBegin: aBegin,
          bEnd: aEnd,
          equal,
        }));
        expect(align(a, b)).toEqual(mirrored);
      }),
    );
  });

  it('finds the same after other texts were aligned', () => {
    const aligner = new Aligner();
    fc.assert(
      fc.property(pair, ({ a, b }) => {
        expect(align(a, b, aligner)).toEqual(align(a, b));
      }),
    );
  });

  it('bridges changed words, and gaps of up to 16', () => {
    const a = text(lastTo(60));
    expect(align(a, a)).toEqual([{ aBegin: 0, aEnd: 60, bBegin: 0, bEnd: 60, equal: 60 }]);
    const gap = (length: number): AlignText =>
      text([...lastTo(30), ...fresh(900, length), ...fresh(30, 30)]);
    expect(align(a, gap(16))).toEqual([{ aBegin: 0, aEnd: 60, bBegin: 0, bEnd: 76, equal: 60 }]);
    expect(align(a, gap(17))).toHaveLength(2);
    const changed = text(lastTo(60).map((id) => (id % 7 === 3 ? 900 + id : id)));
    expect(align(a, changed)).toEqual([{ aBegin: 0, aEnd: 59, bBegin: 0, bEnd: 59, equal: 51 }]);
  });

  it('keeps a paragraph that shares words at the seam with a longer one', () => {
    const seam = [7, 8, 9, 10];
    const [long, short] = [fresh(100, 60), fresh(200, 40)];
    const a = text([...long, ...seam, ...fresh(300, 50), ...seam, ...short]);
    const b = text([...long, ...seam, ...short]);
    expect(align(a, b)).toEqual([
      { aBegin: 0, aEnd: 64, bBegin: 0, bEnd: 64, equal: 64 },
      { aBegin: 118, aEnd: 158, bBegin: 64, bEnd: 104, equal: 40 },
    ]);
  });

  it('keeps boilerplate out of seeds, gaps and ends', () => {
    const mask = (from: number, to: number): number[] =>
      lastTo(40).map((i) => (i >= from && i < to ? 1 : 0));
    const whole = text(lastTo(40));
    expect(align(text(lastTo(40), mask(0, 40)), whole)).toEqual([]);
    expect(align(whole, text(lastTo(40), mask(0, 37)))).toEqual([]);
    expect(align(whole, text(lastTo(40), mask(18, 20)))[0]?.equal).toBe(38);
    expect(align(text(lastTo(40), mask(20, 40)), whole)).toEqual([
      { aBegin: 0, aEnd: 20, bBegin: 0, bEnd: 20, equal: 20 },
    ]);
  });

  it('finds nothing in texts without four words in a row', () => {
    for (const ids of [[], [1], [1, 2, 3], [1, 2, 3, 9, 4, 5, 6, 9]]) {
      expect(align(text([1, 2, 3, 4, 5, 6]), text(ids))).toEqual([]);
      expect(align(text(ids), text([1, 2, 3, 4, 5, 6]))).toEqual([]);
    }
  });

  // A quadratic aligner would take 10^12 steps here and run into the test's time limit.
  it('ends on one word a million times, on short periods and on a million words', () => {
    const million = (id: (i: number) => number): AlignText => text(lastTo(1_000_000).map(id));
    const same = million(() => 1);
    expect(align(same, same)[0]?.equal).toBe(1_000_000);
    expect(
      align(
        million((i) => i % 5),
        million((i) => (i * 3) % 5),
      ).length,
    ).toBeLessThan(10);
    const long = million((i) => i);
    expect(
      align(
        long,
        million((i) => i + 500_000),
      ),
    ).toEqual([{ aBegin: 500_000, aEnd: 1_000_000, bBegin: 0, bEnd: 500_000, equal: 500_000 }]);
    const hash = (i: number): number => Math.imul(i ^ (i >>> 3), 0x9e3779b1) >>> 26;
    const noise = align(
      text(lastTo(200_000).map(hash)),
      text(lastTo(200_000).map((i) => hash(i + 77_777))),
    );
    expect(noise.length).toBeGreaterThan(0);
  }, 60_000);
});

/** Whether a gram of the run stands at more than eight places of a: there the aligner may stop. */
function repeated(a: AlignText, run: { i: number; n: number }): boolean {
  const gram = (at: number): string => a.ids.slice(at, at + SEED).join(' ');
  const all = lastTo(a.count).map(gram);
  return fresh(run.i, run.n - SEED + 1).some((i) => all.filter((g) => g === gram(i)).length > 8);
}
