import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factorOf, solveBy } from './cholesky.ts';

/** X'X of rows, plainly. */
function gram(rows: readonly (readonly number[])[], size: number): Float64Array {
  const out = new Float64Array(size * size);
  for (const row of rows)
    for (let i = 0; i < size; i++)
      for (let j = 0; j < size; j++) out[i * size + j]! += row[i]! * row[j]!;
  return out;
}

const value = fc.integer({ min: -20, max: 20 });

describe('factorOf and solveBy', () => {
  it('solve what multiplying back gives again', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(value, value, value), { minLength: 0, maxLength: 8 }),
        fc.tuple(value, value, value),
        (rows, wanted) => {
          // A ridge makes every draw positive definite.
          const matrix = gram([...rows, [1, 0, 0], [0, 1, 0], [0, 0, 1]], 3);
          const right = new Float64Array(3);
          for (let i = 0; i < 3; i++)
            for (let j = 0; j < 3; j++) right[i]! += matrix[i * 3 + j]! * wanted[j]!;
          const found = solveBy(factorOf(matrix, 3), right);
          for (let i = 0; i < 3; i++) expect(found[i]).toBeCloseTo(wanted[i]!, 5);
        },
      ),
    );
  });

  it('leave out a column that depends on earlier ones', () => {
    const rows = [
      [1, 2, 3],
      [1, 5, 6],
      [1, 7, 8],
      [1, 0, 1],
    ];
    const factor = factorOf(gram(rows, 3), 3);
    expect(factor.kept).toEqual([true, true, false]);
    const [a, b, c] = solveBy(factor, Float64Array.of(4, 14, 18));
    expect(c).toBe(0);
    // 4a + 14b = 4, 14a + 78b = 14.
    expect(a).toBeCloseTo(1, 10);
    expect(b).toBeCloseTo(0, 10);
  });

  it('refuse a matrix of the wrong size', () => {
    expect(() => factorOf(new Float64Array(5), 2)).toThrow('5 values for a matrix of 2 rows');
  });
});
