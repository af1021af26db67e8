/**
 * The median of a stream in constant memory: a histogram whose cells grow by 2 % (DDSketch: Masson,
 * Rim, Lee 2019, doi:10.14778/3352063.3352135). What is given back are the ends of the cell that holds
 * the median: 2 % apart or less, and the median lies between them for sure. Milliseconds of a hundred
 * years take some 1,500 cells; adding is one step, asking sorts the cells.
 */

/** Ratio of a cell's ends. */
const GROWTH = 1.02;
const LOG_GROWTH = Math.log(GROWTH);

/** Counts of values by cell: 0 holds zero, `k` magnitudes up to `GROWTH^(k-1)`, negatives mirrored. */
export interface Quantiles {
  readonly cells: Map<number, number>;
  count: number;
}

export function openQuantiles(): Quantiles {
  return { cells: new Map(), count: 0 };
}

/** Adds one whole number. */
export function addValue(quantiles: Quantiles, value: number): void {
  const cell = cellOf(value);
  quantiles.cells.set(cell, (quantiles.cells.get(cell) ?? 0) + 1);
  quantiles.count++;
}

/**
 * Ends of the cells between which the median lies, both inclusive; undefined without values. Of an
 * even number the median is any value from the lower to the upper one in the middle.
 */
export function medianOf({ cells, count }: Quantiles): { min: number; max: number } | undefined {
  if (count === 0) return undefined;
  const order = [...cells].sort(([a], [b]) => a - b);
  const at = (rank: number): number => {
    let seen = 0;
    for (const [cell, held] of order) {
      seen += held;
      if (seen > rank) return cell;
    }
    return 0;
  };
  return {
    min: endsOf(at(Math.floor((count - 1) / 2))).min,
    max: endsOf(at(Math.floor(count / 2))).max,
  };
}

/** Magnitude 1 stands in cell 1; the cells grow from there. */
function cellOf(value: number): number {
  if (value === 0) return 0;
  return Math.sign(value) * (1 + Math.ceil(Math.log(Math.abs(value)) / LOG_GROWTH));
}

/** A hair wider than the cell, since the logarithm is not exact; whole numbers outward. */
function endsOf(cell: number): { min: number; max: number } {
  if (cell === 0) return { min: 0, max: 0 };
  const rank = Math.abs(cell) - 1;
  const near = Math.max(1, Math.floor(GROWTH ** (rank - 1) * (1 - 1e-9)));
  const far = Math.max(1, Math.ceil(GROWTH ** rank * (1 + 1e-9)));
  return cell > 0 ? { min: near, max: far } : { min: -far, max: -near };
}
