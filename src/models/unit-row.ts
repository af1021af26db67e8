/** A model's numbers as a row of length 1. Linear in its length. */

/**
 * Writes `values` to `row` at length 1, zeros as zeros. Gives the place of the first value that is
 * no finite number, -1 if all are. `values` is as long as `row`.
 */
export function toUnitRow(values: ArrayLike<unknown>, row: Float32Array): number {
  let most = 0;
  for (let d = 0; d < row.length; d++) {
    const value = values[d];
    if (typeof value !== 'number' || !Number.isFinite(value)) return d;
    most = Math.max(most, Math.abs(value));
  }
  if (most === 0) {
    row.fill(0);
    return -1;
  }
  // Of the shares of the largest no square is too large or too small to be held.
  let sum = 0;
  for (let d = 0; d < row.length; d++) sum += ((values[d] as number) / most) ** 2;
  const length = Math.sqrt(sum);
  for (let d = 0; d < row.length; d++) row[d] = (values[d] as number) / most / length;
  return -1;
}
