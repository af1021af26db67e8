import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lagOf, type Moment, orderOf } from './moment.ts';

const moment = fc.tuple(fc.nat(30), fc.nat(10)).map(
  ([earliest, width]): Moment => ({
    earliest,
    latest: earliest + width,
    precision: 'day',
    zone: 'unknown',
  }),
);

/** All milliseconds that a moment may be. */
const points = ({ earliest, latest }: Moment): number[] =>
  Array.from({ length: latest - earliest + 1 }, (_, i) => earliest + i);

describe('orderOf', () => {
  it('is known exactly where every choice of points agrees', () => {
    fc.assert(
      fc.property(moment, moment, (a, b) => {
        const all = (test: (x: number, y: number) => boolean): boolean =>
          points(a).every((x) => points(b).every((y) => test(x, y)));
        const expected = all((x, y) => x < y)
          ? 'before'
          : all((x, y) => x > y)
            ? 'after'
            : 'unknown';
        expect(orderOf(a, b)).toBe(expected);
      }),
    );
  });

  it('is unknown where bounds touch or a date is missing', () => {
    const at = (earliest: number, latest: number): Moment => ({
      earliest,
      latest,
      precision: 'second',
      zone: 'stated',
    });
    expect(orderOf(at(0, 5), at(5, 9))).toBe('unknown');
    expect(orderOf(at(0, 4), at(5, 9))).toBe('before');
    expect(orderOf(at(5, 9), at(0, 4))).toBe('after');
    expect(orderOf(at(5, 5), at(5, 5))).toBe('unknown');
    for (const [a, b] of [
      [undefined, at(0, 1)],
      [at(0, 1), undefined],
      [undefined, undefined],
    ]) {
      expect(orderOf(a, b)).toBe('unknown');
    }
  });
});

describe('lagOf', () => {
  it('bounds the lag between any two points, and no closer bounds do', () => {
    fc.assert(
      fc.property(moment, moment, (a, b) => {
        const lags = points(a).flatMap((x) => points(b).map((y) => y - x));
        expect(lagOf(a, b)).toEqual({ min: Math.min(...lags), max: Math.max(...lags) });
      }),
    );
  });
});
