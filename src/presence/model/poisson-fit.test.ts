import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { solveBy } from './cholesky.ts';
import { covarianceOf } from './covariance.ts';
import { devianceOf, fitPoisson, indexOf, type SparseRows } from './poisson-fit.ts';

function sparse(rows: readonly (readonly number[])[]): SparseRows {
  const starts = new Int32Array(rows.length + 1);
  const at: number[] = [];
  const values: number[] = [];
  for (const [i, row] of rows.entries()) {
    for (const [column, value] of row.entries()) {
      if (value === 0) continue;
      at.push(column);
      values.push(value);
    }
    starts[i + 1] = at.length;
  }
  return {
    columns: rows[0]?.length ?? 0,
    starts,
    at: Int32Array.from(at),
    values: Float64Array.from(values),
  };
}

/** Dobson (1990), An Introduction to Generalized Linear Models, p. 93: randomised trial, as in R's `?glm`. */
const DOBSON = Float64Array.of(18, 17, 15, 20, 10, 20, 25, 13, 12);
const DOBSON_ROWS = sparse(
  [...DOBSON].map((_, i) => {
    const [outcome, treatment] = [i % 3, Math.floor(i / 3)];
    return [1, +(outcome === 1), +(outcome === 2), +(treatment === 1), +(treatment === 2)];
  }),
);

describe('fitPoisson', () => {
  const fit = fitPoisson(DOBSON_ROWS, DOBSON);

  it('gives the published coefficients, errors and deviance', () => {
    const published = [3.04452, -0.454255, -0.292987, 0, 0];
    for (const [i, value] of published.entries()) expect(fit.coefficients[i]).toBeCloseTo(value, 5);
    const errors = [0.17089865, 0.20217076, 0.19274235, 0.2, 0.2];
    for (const [i, value] of errors.entries()) {
      const unit = new Float64Array(5);
      unit[i] = 1;
      expect(Math.sqrt(solveBy(fit.information, unit)[i]!)).toBeCloseTo(value, 7);
    }
    expect(fit.deviance).toBeCloseTo(5.12914, 5);
    expect(fit.converged).toBe(true);
  });

  it('has robust errors as computed independently (NumPy, Newton steps and the sandwich)', () => {
    const { kind, values } = covarianceOf(
      DOBSON_ROWS,
      DOBSON,
      fit,
      Int32Array.from(DOBSON, () => 0),
    );
    expect(kind).toBe('by-row');
    const errors = [0.17440017, 0.22232123, 0.21911687, 0.22, 0.21725561];
    for (const [i, value] of errors.entries())
      expect(Math.sqrt(values[i * 5 + i]!)).toBeCloseTo(value, 7);
  });

  it('leaves no score: what is fitted sums to what is counted in every column', () => {
    const row = fc.tuple(fc.integer({ min: -3, max: 3 }), fc.boolean(), fc.nat(12));
    fc.assert(
      fc.property(fc.array(row, { minLength: 12, maxLength: 30 }), (drawn) => {
        // One count above 0 at every corner, so that no coefficient runs away.
        const corners = [-3, 3].flatMap((x) =>
          [false, true].map((flag) => [x, flag, 1] as [number, boolean, number]),
        );
        const all = [...drawn, ...corners];
        const plain = all.map(([x, flag]) => [1, x, +flag]);
        const counts = Float64Array.from(all, ([, , count]) => count);
        const { fitted } = fitPoisson(sparse(plain), counts);
        for (let column = 0; column < 3; column++) {
          let score = 0;
          for (const [i, values] of plain.entries())
            score += values[column]! * (counts[i]! - fitted[i]!);
          expect(Math.abs(score)).toBeLessThan(1e-4);
        }
      }),
    );
  });

  it('drops a column that repeats another, and fits as without it', () => {
    const once = fitPoisson(sparse([[1], [1], [1]]), Float64Array.of(2, 4, 6));
    const twice = fitPoisson(
      sparse([
        [1, 1],
        [1, 1],
        [1, 1],
      ]),
      Float64Array.of(2, 4, 6),
    );
    expect(twice.kept).toEqual([true, false]);
    expect(twice.fitted[0]).toBeCloseTo(once.fitted[0]!, 9);
  });

  it('stays finite where all counts are 0 or an index would overflow', () => {
    const none = fitPoisson(sparse([[1], [1]]), Float64Array.of(0, 0));
    expect(none.fitted.every((value) => value < 1e-9)).toBe(true);
    expect(indexOf(sparse([[1e9]]), Float64Array.of(1e9))[0]).toBe(30);
  });

  it('refuses counts for other rows', () => {
    expect(() => fitPoisson(sparse([[1]]), Float64Array.of(1, 2))).toThrow('2 counts for 1 rows');
  });
});

describe('covarianceOf', () => {
  it('clusters by host from twenty hosts on: a doubled sample is no better known', () => {
    const counts = Array.from({ length: 20 }, (_, i) => (i * 7) % 11);
    const rows = counts.map((_, i) => [1, (i % 5) - 2]);
    const covariance = (times: number) => {
      const all = Array.from({ length: times }, () => rows).flat();
      const many = Float64Array.from(Array.from({ length: times }, () => counts).flat());
      const hosts = Int32Array.from(many, (_, i) => i % 20);
      return covarianceOf(sparse(all), many, fitPoisson(sparse(all), many), hosts);
    };
    const [once, twice] = [covariance(1), covariance(2)];
    expect(once.kind).toBe('clustered');
    for (const [i, value] of once.values.entries()) expect(twice.values[i]).toBeCloseTo(value, 9);
  });
});

describe('devianceOf', () => {
  it('is 0 only where everything is as fitted', () => {
    expect(devianceOf(Float64Array.of(3, 0), Float64Array.of(3, 1e-12))).toBeCloseTo(0, 9);
    expect(devianceOf(Float64Array.of(3), Float64Array.of(4))).toBeGreaterThan(0);
  });
});
