/** Pearson's correlation. */

/**
 * The linear correlation of two lists of equal length, -1 to 1; `NaN` where there are fewer than
 * two values or one list does not vary. Two passes, so that large means lose no digits.
 */
export function pearson(x: readonly number[], y: readonly number[]): number {
  if (x.length !== y.length) throw new Error(`pearson: ${x.length} values against ${y.length}`);
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const meanX = mean(x);
  const meanY = mean(y);
  let product = 0;
  let squareX = 0;
  let squareY = 0;
  for (const [i, value] of x.entries()) {
    const dx = value - meanX;
    const dy = y[i]! - meanY;
    product += dx * dy;
    squareX += dx * dx;
    squareY += dy * dy;
  }
  if (x.length < 2 || squareX === 0 || squareY === 0) return Number.NaN;
  return product / Math.sqrt(squareX * squareY);
}
