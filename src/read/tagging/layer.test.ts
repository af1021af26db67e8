import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestClass, FeatureRows } from './layer.ts';

const BUCKETS = 16;
const CLASSES = 4;

/** The same by the definition: the class with the highest sum, the first of several. */
function naive(weights: Int8Array, rows: readonly number[]): number {
  const sums = Array.from({ length: CLASSES }, (_, c) =>
    rows.reduce((sum, row) => sum + weights[row * CLASSES + c]!, 0),
  );
  return sums.indexOf(Math.max(...sums));
}

describe('bestClass', () => {
  it('is the class with the highest sum', () => {
    const weights = fc.int8Array({ minLength: BUCKETS * CLASSES, maxLength: BUCKETS * CLASSES });
    const values = fc.array(fc.integer(), { maxLength: 20 });
    fc.assert(
      fc.property(weights, values, (given, features) => {
        const rows = new FeatureRows(BUCKETS);
        for (const [template, value] of features.entries()) rows.add(template, value);
        const layer = { classes: CLASSES, buckets: BUCKETS, weights: given };
        const used = [...rows.rows.subarray(0, rows.count)];
        expect(bestClass(layer, rows, new Float64Array(CLASSES))).toBe(naive(given, used));
      }),
    );
  });
});

describe('FeatureRows', () => {
  it('keeps rows within the layer and starts anew', () => {
    const rows = new FeatureRows(BUCKETS);
    for (const value of [-5, 0, 2 ** 31 - 1]) rows.add(3, value);
    expect(rows.count).toBe(3);
    expect([...rows.rows].every((row) => row >= 0 && row < BUCKETS)).toBe(true);
    rows.clear();
    expect(rows.count).toBe(0);
  });

  it('tells templates apart', () => {
    const rows = new FeatureRows(2 ** 20);
    rows.add(1, 77);
    rows.add(2, 77);
    expect(rows.rows[0]).not.toBe(rows.rows[1]);
  });
});
