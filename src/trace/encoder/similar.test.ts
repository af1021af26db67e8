import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { passagesWith, readPassages } from './passages.ts';
import { bestMatches, marginsOf, similarities } from './similar.ts';
import { addDots, invert, type Sparse } from './sparse.ts';

const ES = ['Xóchitl Gálvez habló en 2024', 'El volcán Popocatépetl', 'Vladímir Putin viajó'];
const RU = ['Владимир Путин приехал', 'Сочитль Гальвес выступила в 2024', 'Вулкан Попокатепетль'];
const MATCH = [1, 2, 0];

describe('similarities', () => {
  test('finds names and numbers across alphabets without any model', () => {
    const a = readPassages(ES, 'es', undefined);
    const b = readPassages(RU, 'ru', undefined);
    const scores = similarities(a, b, undefined);
    MATCH.forEach((column, row) => {
      const own = scores.subarray(row * 3, row * 3 + 3);
      expect(own.indexOf(Math.max(...own))).toBe(column);
    });
  });

  test('adds the weighted cosine of vectors', () => {
    const a = passagesWith(['x'], 'en', Float32Array.of(0.6, 0.8));
    const b = passagesWith(['y', 'z'], 'en', Float32Array.of(0.6, 0.8, 0.8, -0.6));
    const weights = { vectors: 2, lexicon: 0, grams: 0 };
    const scores = similarities(a, b, undefined, { weights });
    expect(scores[0]).toBeCloseTo(2);
    expect(scores[1]).toBeCloseTo(0);
  });

  test('refuses vectors of two encoders', () => {
    const a = passagesWith(['x'], 'en', Float32Array.of(1, 0));
    const b = passagesWith(['y'], 'en', Float32Array.of(1, 0, 0));
    expect(() => similarities(a, b, undefined)).toThrow('two encoders');
  });

  test('has nothing to say of empty lists and empty passages', () => {
    const none = readPassages([], 'es', undefined);
    const blank = readPassages(['', '…'], 'ru', undefined);
    expect(similarities(none, blank, undefined)).toHaveLength(0);
    expect([...similarities(blank, blank, undefined)]).toEqual([0, 0, 0, 0]);
    expect(bestMatches(none, blank, undefined).backward.rows).toHaveLength(0);
  });
});

/** The definition of the margin, by sorting. */
function naiveMargins(scores: readonly number[], columns: number, k: number) {
  const mean = (list: number[]): number => {
    const best = list.sort((x, y) => y - x).slice(0, k);
    return best.reduce((sum, score) => sum + score, 0) / best.length;
  };
  const row = (i: number) => mean(scores.slice(i * columns, (i + 1) * columns));
  const column = (j: number) => mean(scores.filter((_, at) => at % columns === j));
  return scores.map((s, at) => 2 * s - row(Math.floor(at / columns)) - column(at % columns));
}

describe('marginsOf', () => {
  test('equals the definition', () => {
    const matrix = fc
      .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
      .chain(([rows, columns]) =>
        fc.tuple(
          fc.constant(rows),
          fc.constant(columns),
          fc.array(fc.integer({ min: 0, max: 50 }), {
            minLength: rows * columns,
            maxLength: rows * columns,
          }),
        ),
      );
    fc.assert(
      fc.property(matrix, fc.integer({ min: 1, max: 4 }), ([rows, columns, scores], k) => {
        const margins = marginsOf(Float32Array.from(scores), rows, columns, k);
        naiveMargins(scores, columns, k).forEach((margin, at) => {
          expect(margins[at]).toBeCloseTo(margin, 3);
        });
      }),
    );
  });
});

describe('bestMatches', () => {
  test('agrees with the margins of the whole matrix, both ways', () => {
    const a = readPassages(ES, 'es', undefined);
    const b = readPassages(RU, 'ru', undefined);
    const margins = marginsOf(similarities(a, b, undefined), 3, 3);
    const { forward, backward } = bestMatches(a, b, undefined);
    expect(forward.width).toBe(3);
    MATCH.forEach((column, row) => {
      expect(forward.rows[row * 3]).toBe(column);
      expect(backward.rows[column * 3]).toBe(row);
      expect(forward.margins[row * 3]).toBeCloseTo(margins[row * 3 + column]!, 4);
    });
  });

  test('gives the same answer twice', () => {
    const a = readPassages(ES, 'es', undefined);
    const b = readPassages(RU, 'ru', undefined);
    expect(bestMatches(a, b, undefined)).toEqual(bestMatches(a, b, undefined));
  });
});

describe('addDots', () => {
  test('equals the dense product', () => {
    const TERMS = 5;
    const rows = fc.array(
      fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 5, maxLength: 5 }),
      {
        maxLength: 6,
      },
    );
    fc.assert(
      fc.property(rows, rows, (a, b) => {
        const postings = invert(sparseOf(b), TERMS);
        a.forEach((x, i) => {
          const out = new Float32Array(b.length);
          addDots(sparseOf(a), i, postings, out);
          expect([...out]).toEqual(b.map((y) => y.reduce((sum, v, t) => sum + v * x[t]!, 0)));
        });
      }),
    );
  });
});

function sparseOf(rows: readonly (readonly number[])[]): Sparse {
  const entries = rows.map((row) =>
    row.flatMap((value, term) => (value > 0 ? [{ term, value }] : [])),
  );
  const offsets = new Uint32Array(rows.length + 1);
  entries.forEach((row, r) => {
    offsets[r + 1] = offsets[r]! + row.length;
  });
  return {
    offsets,
    terms: Uint32Array.from(entries.flat().map(({ term }) => term)),
    weights: Float32Array.from(entries.flat().map(({ value }) => value)),
  };
}
