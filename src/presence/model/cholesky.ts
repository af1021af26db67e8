/**
 * Cholesky factors of small symmetric matrices (row by row in a flat array), with columns that depend on
 * earlier ones left out. O(n³/6) to factor, O(n²) a solution. Golub and Van Loan, Matrix Computations,
 * 4th ed., 4.2.
 */

/** The lower factor; `kept[i]` is false where column i depends on earlier ones, its row then is zero. */
export interface Factor {
  readonly size: number;
  readonly lower: Float64Array;
  readonly kept: readonly boolean[];
}

/** Below this part of its own diagonal a pivot is rounding, and its column depends on earlier ones. */
const DEPENDENT = 1e-9;

/** Factors a symmetric, positive semi-definite matrix of `size` rows; only its lower half is read. */
export function factorOf(matrix: Float64Array, size: number): Factor {
  if (matrix.length !== size * size)
    throw new Error(`factorOf: ${matrix.length} values for a matrix of ${size} rows.`);
  const lower = new Float64Array(size * size);
  const kept = new Array<boolean>(size).fill(true);
  for (let j = 0; j < size; j++) {
    for (let k = 0; k < j; k++) {
      if (!kept[k]) continue;
      let sum = matrix[j * size + k]!;
      for (let m = 0; m < k; m++) sum -= lower[j * size + m]! * lower[k * size + m]!;
      lower[j * size + k] = sum / lower[k * size + k]!;
    }
    let pivot = matrix[j * size + j]!;
    for (let m = 0; m < j; m++) pivot -= lower[j * size + m]! ** 2;
    if (pivot > DEPENDENT * matrix[j * size + j]!) lower[j * size + j] = Math.sqrt(pivot);
    else {
      kept[j] = false;
      lower.fill(0, j * size, (j + 1) * size);
    }
  }
  return { size, lower, kept };
}

/** Solves `matrix · x = right`; what depends on earlier columns is 0 in the answer. */
export function solveBy({ size, lower, kept }: Factor, right: Float64Array): Float64Array {
  const x = Float64Array.from(right);
  for (let i = 0; i < size; i++) {
    if (!kept[i]) {
      x[i] = 0;
      continue;
    }
    for (let m = 0; m < i; m++) x[i]! -= lower[i * size + m]! * x[m]!;
    x[i]! /= lower[i * size + i]!;
  }
  for (let i = size - 1; i >= 0; i--) {
    if (!kept[i]) continue;
    for (let m = i + 1; m < size; m++) if (kept[m]) x[i]! -= lower[m * size + i]! * x[m]!;
    x[i]! /= lower[i * size + i]!;
  }
  return x;
}
