/**
 * Rows of weighted terms, compressed: terms of row r are `terms[offsets[r] … offsets[r+1]-1]`.
 * Dot products of one row with all rows of another list go through an inverted index (postings), in
 * O(postings of the row's terms).
 */
export interface Sparse {
  readonly offsets: Uint32Array;
  readonly terms: Uint32Array;
  readonly weights: Float32Array;
}

/** The same matrix by term: which rows have a term, and with what weight. */
export interface Postings {
  readonly offsets: Uint32Array;
  readonly rows: Uint32Array;
  readonly weights: Float32Array;
}

/** Collects rows one after the other. */
export class SparseBuilder {
  private readonly starts: number[] = [0];
  private readonly terms: number[] = [];
  private readonly weights: number[] = [];

  add(term: number, weight: number): void {
    this.terms.push(term);
    this.weights.push(weight);
  }

  endRow(): void {
    this.starts.push(this.terms.length);
  }

  build(): Sparse {
    return {
      offsets: Uint32Array.from(this.starts),
      terms: Uint32Array.from(this.terms),
      weights: Float32Array.from(this.weights),
    };
  }
}

/** Turns rows into postings; `size` is above every term. O(entries + size). */
export function invert(matrix: Sparse, size: number): Postings {
  const { offsets, terms, weights } = matrix;
  const starts = new Uint32Array(size + 1);
  for (let i = 0; i < terms.length; i++) starts[terms[i]! + 1]!++;
  for (let t = 0; t < size; t++) starts[t + 1]! += starts[t]!;
  const next = starts.slice();
  const rows = new Uint32Array(terms.length);
  const values = new Float32Array(terms.length);
  for (let r = 0; r + 1 < offsets.length; r++) {
    for (let i = offsets[r]!; i < offsets[r + 1]!; i++) {
      const at = next[terms[i]!]!++;
      rows[at] = r;
      values[at] = weights[i]!;
    }
  }
  return { offsets: starts, rows, weights: values };
}

/** out[j] += row · other row j, for the rows behind `postings`. */
export function addDots(matrix: Sparse, row: number, postings: Postings, out: Float32Array): void {
  const { offsets, terms, weights } = matrix;
  for (let i = offsets[row]!; i < offsets[row + 1]!; i++) {
    const term = terms[i]!;
    const weight = weights[i]!;
    for (let p = postings.offsets[term]!; p < postings.offsets[term + 1]!; p++) {
      const j = postings.rows[p]!;
      out[j] = out[j]! + weight * postings.weights[p]!;
    }
  }
}

/** Scales every row to length `length`; a row of zeros stays. In place. */
export function scaleRows(matrix: Sparse, length: number): Sparse {
  const { offsets, weights } = matrix;
  for (let r = 0; r + 1 < offsets.length; r++) {
    let sum = 0;
    for (let i = offsets[r]!; i < offsets[r + 1]!; i++) sum += weights[i]! * weights[i]!;
    if (sum === 0) continue;
    const scale = length / Math.sqrt(sum);
    for (let i = offsets[r]!; i < offsets[r + 1]!; i++) weights[i] = weights[i]! * scale;
  }
  return matrix;
}
