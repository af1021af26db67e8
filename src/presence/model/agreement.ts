/**
 * How well expected counts agree with counted ones. Two shares are given, as they differ on skewed counts:
 * `r2` is the squared correlation of counted and expected (the one usual for PPML, as Stata's `ppml` and
 * `ppmlhdfe` state it for gravity models), `devianceR2` the part of the deviance from the mean that is
 * explained (Cameron and Windmeijer 1996, doi:10.1080/07350015.1996.10524648). `spearman` compares ranks.
 */
import { devianceOf } from './poisson-fit.ts';

export interface Agreement {
  readonly n: number;
  /** Squared correlation, 0 to 1; `NaN` where one side does not vary. */
  readonly r2: number;
  /** At most 1; below 0 where the mean would do better. */
  readonly devianceR2: number;
  readonly spearman: number;
}

/** Agreement of counts with what was expected of each. O(n log n). */
export function agreementOf(counts: Float64Array, expected: Float64Array): Agreement {
  const n = counts.length;
  const mean = counts.reduce((sum, count) => sum + count, 0) / n;
  // A count expected to be 0 has no finite deviance where it is not; the floor keeps it a large one.
  const floored = expected.map((value) => Math.max(value, 1e-9));
  return {
    n,
    r2: correlation(counts, expected) ** 2,
    devianceR2:
      1 - devianceOf(counts, floored) / devianceOf(counts, new Float64Array(n).fill(mean)),
    spearman: correlation(ranksOf(counts), ranksOf(expected)),
  };
}

function correlation(a: Float64Array, b: Float64Array): number {
  const meanA = a.reduce((sum, value) => sum + value, 0) / a.length;
  const meanB = b.reduce((sum, value) => sum + value, 0) / b.length;
  let [product, squareA, squareB] = [0, 0, 0];
  for (const [i, value] of a.entries()) {
    const [x, y] = [value - meanA, b[i]! - meanB];
    product += x * y;
    squareA += x * x;
    squareB += y * y;
  }
  return squareA === 0 || squareB === 0 ? Number.NaN : product / Math.sqrt(squareA * squareB);
}

/** Ranks from 1; equal values share the mean of theirs. */
function ranksOf(values: Float64Array): Float64Array {
  const order = Array.from(values.keys()).sort((i, j) => values[i]! - values[j]!);
  const ranks = new Float64Array(values.length);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to < order.length && values[order[to]!] === values[order[from]!]) to++;
    for (let k = from; k < to; k++) ranks[order[k]!] = (from + 1 + to) / 2;
    from = to;
  }
  return ranks;
}
