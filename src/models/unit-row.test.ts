import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toUnitRow } from './unit-row.ts';

describe('toUnitRow', () => {
  it('gives length 1 and keeps the direction, however large or small the numbers', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), {
          minLength: 1,
          maxLength: 9,
        }),
        (values) => {
          const row = new Float32Array(values.length);
          expect(toUnitRow(values, row)).toBe(-1);
          const square = row.reduce((sum, value) => sum + value * value, 0);
          expect(square).toBeCloseTo(values.some((value) => value !== 0) ? 1 : 0, 5);
          for (const [d, value] of values.entries())
            expect(row[d]! * value).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });

  it('has the shares of the numbers', () => {
    const row = new Float32Array(2);
    toUnitRow([3, -4], row);
    expect([...row]).toEqual([0.6, -0.8].map(Math.fround));
  });

  it.each([[[1, Number.NaN]], [[1, Infinity]], [[1, '2']], [[1, null]], [[1]]])(
    'says where %j is no number',
    (values) => {
      expect(toUnitRow(values, new Float32Array(2))).toBe(1);
    },
  );

  it('overwrites what stood in the row', () => {
    const row = Float32Array.of(1, 1);
    toUnitRow([0, 0], row);
    expect([...row]).toEqual([0, 0]);
  });
});
