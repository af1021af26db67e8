/**
 * Robust covariance of coefficients (sandwich): no belief in Poisson variance is needed. Clustered by host
 * where there are enough hosts, else by row (White 1980; Cameron, Gelbach and Miller 2008,
 * doi:10.1162/rest.90.3.414, on why few clusters understate errors). O(columns³ + rows · nonzeros + groups · columns²).
 */
import { solveBy } from './cholesky.ts';
import type { PoissonFit, SparseRows } from './poisson-fit.ts';

/** Under this many clusters, clustered errors are too small. */
const ENOUGH_CLUSTERS = 20;

export interface Covariance {
  readonly kind: 'clustered' | 'by-row';
  /** Flat, row by row; rows and columns that the fit dropped are 0. */
  readonly values: Float64Array;
}

/** The covariance of a fit's coefficients; `groupOf[i]` is the number of row i's host, from 0. */
export function covarianceOf(
  rows: SparseRows,
  counts: Float64Array,
  fit: PoissonFit,
  groupOf: Int32Array,
): Covariance {
  const p = rows.columns;
  const n = counts.length;
  const groups = groupOf.reduce((most, group) => Math.max(most, group + 1), 0);
  const clustered = groups >= ENOUGH_CLUSTERS;
  const clusters = clustered ? groups : n;
  const scores = Array.from({ length: clusters }, () => new Float64Array(p));
  for (let i = 0; i < n; i++) {
    const score = scores[clustered ? groupOf[i]! : i]!;
    for (let k = rows.starts[i]!; k < rows.starts[i + 1]!; k++)
      score[rows.at[k]!]! += (counts[i]! - fit.fitted[i]!) * rows.values[k]!;
  }
  const values = new Float64Array(p * p);
  for (const score of scores) {
    const moved = solveBy(fit.information, score);
    for (let i = 0; i < p; i++)
      for (let j = 0; j < p; j++) values[i * p + j]! += moved[i]! * moved[j]!;
  }
  const fitted = fit.kept.filter(Boolean).length;
  const small = clustered ? clusters / (clusters - 1) : n / Math.max(1, n - fitted);
  return {
    kind: clustered ? 'clustered' : 'by-row',
    values: values.map((value) => value * small),
  };
}

/** Variance of the index of row `i`. */
export function indexVariance(rows: SparseRows, i: number, { values }: Covariance): number {
  let sum = 0;
  for (let k = rows.starts[i]!; k < rows.starts[i + 1]!; k++)
    for (let m = rows.starts[i]!; m < rows.starts[i + 1]!; m++)
      sum += rows.values[k]! * rows.values[m]! * values[rows.at[k]! * rows.columns + rows.at[m]!]!;
  return Math.max(0, sum);
}
