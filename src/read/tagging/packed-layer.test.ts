import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestClass, FeatureRows } from './layer.ts';
import { bestPacked, packLayer } from './packed-layer.ts';

const BUCKETS = 16;

describe('bestPacked', () => {
  it('gives the class that the plain layer gives, for few and for many classes', () => {
    const weights = fc.int8Array({ minLength: BUCKETS * 18, maxLength: BUCKETS * 18 });
    const values = fc.array(fc.integer(), { maxLength: 32 });
    fc.assert(
      fc.property(weights, values, fc.integer({ min: 1, max: 18 }), (given, features, classes) => {
        const rows = new FeatureRows(BUCKETS);
        for (const [template, value] of features.entries()) rows.add(template, value);
        const layer = { classes, buckets: BUCKETS, weights: given };
        const expected = bestClass(layer, rows, new Float64Array(classes));
        expect(bestPacked(packLayer(layer), rows)).toBe(expected);
      }),
    );
  });

  it('holds the heaviest weights of as many features as a token can have', () => {
    const rows = new FeatureRows(1);
    for (let i = 0; i < 32; i++) rows.add(i, i);
    const weights = Int8Array.from({ length: 18 }, (_, c) =>
      c === 17 ? 127 : c === 16 ? 126 : -128,
    );
    expect(bestPacked(packLayer({ classes: 18, buckets: 1, weights }), rows)).toBe(17);
  });
});

describe('packLayer', () => {
  it('says where there are too many classes', () => {
    const layer = { classes: 19, buckets: 1, weights: new Int8Array(19) };
    expect(() => packLayer(layer)).toThrow('19 classes of a layer, expected at most 18');
  });
});
