/**
 * How alike passages of two languages are, and which are each other's best match.
 *
 * Score: a weighted sum of the cosine of their vectors, their lexicon overlap and their shared
 * sound n-grams and numbers (`space.ts`). A raw score has no global threshold: some passages are
 * near to everything. The margin corrects that, 2 s(x, y) − r(x) − r(y), with r the mean score of
 * the nearest neighbours on the other side (CSLS: A. Conneau et al., *Word Translation Without
 * Parallel Data*, ICLR 2018, https://arxiv.org/abs/1710.04087).
 *
 * O(n × m × dims) for vectors, plus the shared terms; nothing of size n × m is kept by
 * `bestMatches`. No chance: the same input gives the same numbers; ties go to the lower row.
 */
import type { LexiconShelf } from '../lexicon/shelf.ts';
import type { Passages } from './passages.ts';
import { type ChannelWeights, commonSpace, type Space } from './space.ts';
import { addDots, invert, type Postings } from './sparse.ts';

/** From a trial on news sentences; not fitted to any test set here. */
export const WEIGHTS = { vectors: 0.5, lexicon: 0.6, grams: 0.4 } as const;

/** Neighbours whose mean is taken off. */
const NEIGHBOURS = 10;

export interface SimilarityOptions {
  readonly weights?: ChannelWeights & { readonly vectors: number };
  /** How many neighbours make the mean of the margin; at most the size of the other list. */
  readonly neighbours?: number;
  /** How many matches to keep for each passage, at least `neighbours`. */
  readonly keep?: number;
}

/** The best matches of each row of one list in the other. Places without one hold -1. */
export interface Matches {
  /** Matches a row; entry `row × width + rank`, best margin first. */
  readonly width: number;
  readonly rows: Int32Array;
  readonly scores: Float32Array;
  readonly margins: Float32Array;
}

/** Scores of all pairs, row-major `a.size × b.size`. For lists of a document's size. */
export function similarities(
  a: Passages,
  b: Passages,
  shelf: LexiconShelf | undefined,
  options: SimilarityOptions = {},
): Float32Array {
  const scorer = rowScorer(a, b, shelf, options);
  const scores = new Float32Array(a.size * b.size);
  for (let i = 0; i < a.size; i++) scorer(i, scores.subarray(i * b.size, (i + 1) * b.size));
  return scores;
}

/** Margins of a matrix of scores, `rows × columns`; in 2 s − r − r, the higher the better. */
export function marginsOf(
  scores: Float32Array,
  rows: number,
  columns: number,
  neighbours = NEIGHBOURS,
): Float32Array {
  const byRow = new TopLists(rows, Math.min(neighbours, columns));
  const byColumn = new TopLists(columns, Math.min(neighbours, rows));
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      const score = scores[i * columns + j]!;
      byRow.offer(i, j, score);
      byColumn.offer(j, i, score);
    }
  }
  const rowMeans = byRow.means(neighbours);
  const columnMeans = byColumn.means(neighbours);
  return scores.map(
    (score, at) => 2 * score - rowMeans[Math.floor(at / columns)]! - columnMeans[at % columns]!,
  );
}

/** For each passage of either list, its best matches in the other by margin. For long lists. */
export function bestMatches(
  a: Passages,
  b: Passages,
  shelf: LexiconShelf | undefined,
  options: SimilarityOptions = {},
): { readonly forward: Matches; readonly backward: Matches } {
  const neighbours = options.neighbours ?? NEIGHBOURS;
  const keep = Math.max(neighbours, options.keep ?? 2 * NEIGHBOURS);
  const scorer = rowScorer(a, b, shelf, options);
  const forward = new TopLists(a.size, Math.min(keep, b.size));
  const backward = new TopLists(b.size, Math.min(keep, a.size));
  const row = new Float32Array(b.size);
  for (let i = 0; i < a.size; i++) {
    scorer(i, row.fill(0));
    for (let j = 0; j < b.size; j++) {
      const score = row[j]!;
      forward.offer(i, j, score);
      backward.offer(j, i, score);
    }
  }
  const means = { a: forward.means(neighbours), b: backward.means(neighbours) };
  return {
    forward: forward.matches(means.a, means.b),
    backward: backward.matches(means.b, means.a),
  };
}

/** Adds row i's scores with every row of `b` to zeros in `out`. */
function rowScorer(
  a: Passages,
  b: Passages,
  shelf: LexiconShelf | undefined,
  options: SimilarityOptions,
): (i: number, out: Float32Array) => void {
  const weights = options.weights ?? WEIGHTS;
  const lexicons = {
    forward: shelf?.between(a.language, b.language),
    backward: shelf?.between(b.language, a.language),
  };
  const space: Space = commonSpace(a, b, lexicons, weights);
  const postings: Postings = invert(space.b, space.terms);
  return (i, out) => {
    addDots(space.a, i, postings, out);
    addCosines(a, i, b, weights.vectors, out);
  };
}

function addCosines(a: Passages, i: number, b: Passages, weight: number, out: Float32Array): void {
  if (a.vectors === undefined || b.vectors === undefined || weight === 0) return;
  const dims = a.vectors.length / a.size;
  if (b.vectors.length !== dims * b.size) {
    throw new Error(`vectors of ${dims} and ${b.vectors.length / b.size} dimensions: two encoders`);
  }
  const x = a.vectors.subarray(i * dims, (i + 1) * dims);
  const y = b.vectors;
  for (let j = 0; j < b.size; j++) {
    const at = j * dims;
    // Four sums: one would wait for its own last addition.
    let [s0, s1, s2, s3] = [0, 0, 0, 0];
    for (let d = 0; d + 3 < dims; d += 4) {
      s0 += x[d]! * y[at + d]!;
      s1 += x[d + 1]! * y[at + d + 1]!;
      s2 += x[d + 2]! * y[at + d + 2]!;
      s3 += x[d + 3]! * y[at + d + 3]!;
    }
    for (let d = dims & ~3; d < dims; d++) s0 += x[d]! * y[at + d]!;
    out[j] = out[j]! + weight * (s0 + s1 + s2 + s3);
  }
}

/** The best few of each row, kept in order by insertion; earlier candidates win ties. */
class TopLists {
  private readonly width: number;
  private readonly rows: Int32Array;
  private readonly scores: Float32Array;

  constructor(size: number, width: number) {
    this.width = width;
    this.rows = new Int32Array(size * width).fill(-1);
    this.scores = new Float32Array(size * width).fill(Number.NEGATIVE_INFINITY);
  }

  offer(list: number, candidate: number, score: number): void {
    const { width, rows, scores } = this;
    const begin = list * width;
    let at = begin + width - 1;
    if (width === 0 || !(score > scores[at]!)) return;
    for (; at > begin && score > scores[at - 1]!; at--) {
      scores[at] = scores[at - 1]!;
      rows[at] = rows[at - 1]!;
    }
    scores[at] = score;
    rows[at] = candidate;
  }

  /** The mean of the best `count` of each list, or of as many as there are. */
  means(count: number): Float32Array {
    const { width, scores } = this;
    const used = Math.min(count, width);
    const means = new Float32Array(width === 0 ? 0 : scores.length / width);
    for (let list = 0; list < means.length; list++) {
      let sum = 0;
      for (let k = 0; k < used; k++) sum += scores[list * width + k]!;
      means[list] = sum / used;
    }
    return means;
  }

  /** Sorted again, by margin. */
  matches(own: Float32Array, others: Float32Array): Matches {
    const { width } = this;
    const rows = this.rows.slice();
    const scores = this.scores.slice();
    const margins = new Float32Array(scores.length);
    for (let list = 0; list * width < rows.length; list++) {
      const begin = list * width;
      const ranked = Array.from({ length: width }, (_, k) => {
        const row = this.rows[begin + k]!;
        const score = this.scores[begin + k]!;
        return { row, score, margin: 2 * score - own[list]! - others[row]! };
      });
      ranked.sort((x, y) => y.margin - x.margin || x.row - y.row);
      ranked.forEach(({ row, score, margin }, k) => {
        rows[begin + k] = row;
        scores[begin + k] = score;
        margins[begin + k] = margin;
      });
    }
    return { width, rows, scores, margins };
  }
}
