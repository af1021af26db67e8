/**
 * One layer of the tagger: a linear model over hashed features, learned as an averaged perceptron
 * (Collins 2002, https://doi.org/10.3115/1118693.1118694). Weights are bytes; a feature owns a row
 * of one weight a class, and features whose hashes meet share their row.
 */

/** `weights` has `buckets` rows of `classes` weights; `buckets` is a power of two. */
export interface Layer {
  readonly classes: number;
  readonly buckets: number;
  readonly weights: Int8Array | Float64Array;
}

/** No token has more features. */
export const MOST_FEATURES = 32;

/** The features of one token, as rows of a layer. */
export class FeatureRows {
  readonly rows = new Int32Array(MOST_FEATURES);
  count = 0;
  private readonly mask: number;

  /** For a layer of so many rows. */
  constructor(buckets: number) {
    this.mask = buckets - 1;
  }

  clear(): void {
    this.count = 0;
  }

  /** The template's number and the feature's value, mixed as in MurmurHash3's finish. */
  add(template: number, value: number): void {
    let hash = Math.imul(value ^ Math.imul(template + 1, 0x9e3779b1), 0x85ebca6b);
    hash ^= hash >>> 15;
    hash = Math.imul(hash, 0xc2b2ae35);
    hash ^= hash >>> 13;
    this.rows[this.count++] = hash & this.mask;
  }
}

/** The class with the highest sum over the features' rows; the first of several. */
export function bestClass(
  { classes, weights }: Layer,
  { rows, count }: FeatureRows,
  scores: Float64Array,
): number {
  scores.fill(0, 0, classes);
  for (let f = 0; f < count; f++) {
    let at = rows[f]! * classes;
    for (let c = 0; c < classes; c++) scores[c]! += weights[at++]!;
  }
  let best = 0;
  for (let c = 1; c < classes; c++) if (scores[c]! > scores[best]!) best = c;
  return best;
}
