/**
 * Poisson pseudo-maximum likelihood: the mean of a count as the exponential of a linear index, fitted by
 * iteratively reweighted least squares. Consistent for any distribution with that mean, zeros included
 * (Santos Silva and Tenreyro 2006, doi:10.1162/rest.88.4.641). Rows are sparse, so that effects of many
 * senders and hosts stay cheap: O(rows · nonzeros² + columns³) a step, about ten steps.
 */
import { type Factor, factorOf, solveBy } from './cholesky.ts';

/** Rows by their nonzero columns: row i is `at[starts[i] … starts[i + 1]]` with `values` beside it. */
export interface SparseRows {
  readonly columns: number;
  readonly starts: Int32Array;
  readonly at: Int32Array;
  readonly values: Float64Array;
}

export interface PoissonFit {
  readonly coefficients: Float64Array;
  /** False: the column depends on earlier ones, and its coefficient is 0. */
  readonly kept: readonly boolean[];
  /** The mean of each row. */
  readonly fitted: Float64Array;
  /** Of X'WX at the solution: its inverse is the covariance if counts were Poisson. */
  readonly information: Factor;
  readonly deviance: number;
  readonly steps: number;
  readonly converged: boolean;
}

const MOST_STEPS = 100;
/** Relative change of the deviance at which the fit stands. */
const STILL = 1e-12;
/** A larger index would overflow; none that is meant comes near. */
const MOST_INDEX = 30;

/**
 * Fits counts (≥ 0) by rows of predictors. Separation (a column that is nonzero only where counts are 0)
 * is the caller's to remove: such a coefficient runs towards minus infinity and is stopped at its bound.
 * Throws where the numbers of rows differ.
 */
export function fitPoisson(rows: SparseRows, counts: Float64Array): PoissonFit {
  const n = counts.length;
  if (rows.starts.length !== n + 1)
    throw new Error(`fitPoisson: ${n} counts for ${rows.starts.length - 1} rows.`);
  const mean = counts.reduce((sum, count) => sum + count, 0) / Math.max(1, n);
  let fitted: Float64Array = counts.map((count) => (count + Math.max(mean, 1e-9)) / 2);
  let index: Float64Array = fitted.map(Math.log);
  let deviance = devianceOf(counts, fitted);
  let coefficients: Float64Array = new Float64Array(rows.columns);
  let steps = 0;
  let converged = false;
  while (steps < MOST_STEPS && !converged) {
    steps++;
    const working = index.map((eta, i) => eta + (counts[i]! - fitted[i]!) / fitted[i]!);
    coefficients = solveBy(
      factorOf(weightedSquares(rows, fitted), rows.columns),
      weightedSums(rows, fitted, working),
    );
    index = indexOf(rows, coefficients);
    fitted = index.map(Math.exp);
    const next = devianceOf(counts, fitted);
    converged = Math.abs(next - deviance) <= STILL * (Math.abs(next) + 1);
    deviance = next;
  }
  const information = factorOf(weightedSquares(rows, fitted), rows.columns);
  return { coefficients, kept: information.kept, fitted, information, deviance, steps, converged };
}

/** Rows times coefficients, kept within what an exponential bears. */
export function indexOf(rows: SparseRows, coefficients: Float64Array): Float64Array {
  const out = new Float64Array(rows.starts.length - 1);
  for (let i = 0; i < out.length; i++) {
    let sum = 0;
    for (let k = rows.starts[i]!; k < rows.starts[i + 1]!; k++)
      sum += rows.values[k]! * coefficients[rows.at[k]!]!;
    out[i] = Math.min(MOST_INDEX, Math.max(-MOST_INDEX, sum));
  }
  return out;
}

/** Twice the gap in log-likelihood to a fit without error. */
export function devianceOf(counts: Float64Array, fitted: Float64Array): number {
  let sum = 0;
  for (const [i, count] of counts.entries()) {
    const mu = fitted[i]!;
    sum += (count > 0 ? count * Math.log(count / mu) : 0) - (count - mu);
  }
  return 2 * sum;
}

/** X'WX, lower half. */
function weightedSquares(rows: SparseRows, weights: Float64Array): Float64Array {
  const { columns, starts, at, values } = rows;
  const out = new Float64Array(columns * columns);
  for (let i = 0; i < weights.length; i++) {
    for (let k = starts[i]!; k < starts[i + 1]!; k++) {
      const weighted = weights[i]! * values[k]!;
      for (let m = starts[i]!; m < starts[i + 1]!; m++)
        if (at[m]! <= at[k]!) out[at[k]! * columns + at[m]!]! += weighted * values[m]!;
    }
  }
  return out;
}

/** X'Wz. */
function weightedSums(rows: SparseRows, weights: Float64Array, z: Float64Array): Float64Array {
  const out = new Float64Array(rows.columns);
  for (let i = 0; i < weights.length; i++)
    for (let k = rows.starts[i]!; k < rows.starts[i + 1]!; k++)
      out[rows.at[k]!]! += weights[i]! * rows.values[k]! * z[i]!;
  return out;
}
