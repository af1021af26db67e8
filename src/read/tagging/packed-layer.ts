/**
 * A layer laid out for adding: two weights an integer, since the sum of a token's features needs no
 * more than 16 bits. Unrolled for the nine lanes of 17 tags and the four of 7 cases. Gives the class
 * of `bestClass`.
 */
import { type FeatureRows, type Layer, MOST_FEATURES } from './layer.ts';

/** Makes every weight positive, so that no lane borrows from the other. */
const BIAS = 128;
/** Lanes of a row, in which at most twice as many classes have room. */
const FEW = 4;
const MANY = 9;

/** `weights` has `lanes` integers a row. */
export interface PackedLayer {
  readonly lanes: typeof FEW | typeof MANY;
  readonly classes: number;
  readonly weights: Int32Array;
  /** The lanes' sums of one token. */
  readonly sums: Int32Array;
}

/** Lays out the weights of a file. Throws where a layer has more classes than lanes can hold. */
export function packLayer({ classes, buckets, weights }: Layer): PackedLayer {
  const lanes = classes > FEW * 2 ? MANY : FEW;
  if (classes > MANY * 2) throw new Error(`${classes} classes of a layer, expected at most 18`);
  const packed = new Int32Array(buckets * lanes);
  for (let row = 0; row < buckets; row++) {
    for (let c = 0; c < classes; c++) {
      const value = weights[row * classes + c]! + BIAS;
      packed[row * lanes + (c >> 1)]! |= value << ((c & 1) * 16);
    }
  }
  return { lanes, classes, weights: packed, sums: new Int32Array(MANY) };
}

/** The class with the highest sum over the features' rows; the first of several. */
export function bestPacked(layer: PackedLayer, features: FeatureRows): number {
  if (layer.lanes === FEW) addFew(layer, features);
  else addMany(layer, features);
  const { sums, classes } = layer;
  // Every class has the same bias, so the highest stays the highest.
  let best = 0;
  let top = -1;
  for (let c = 0; c < classes; c++) {
    const sum = (sums[c >> 1]! >>> ((c & 1) << 4)) & 0xffff;
    if (sum > top) {
      top = sum;
      best = c;
    }
  }
  return best;
}

function addFew({ weights, sums }: PackedLayer, { rows, count }: FeatureRows): void {
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  for (let f = 0; f < count && f < MOST_FEATURES; f++) {
    const at = rows[f]! * FEW;
    s0 = (s0 + weights[at]!) | 0;
    s1 = (s1 + weights[at + 1]!) | 0;
    s2 = (s2 + weights[at + 2]!) | 0;
    s3 = (s3 + weights[at + 3]!) | 0;
  }
  sums[0] = s0;
  sums[1] = s1;
  sums[2] = s2;
  sums[3] = s3;
}

function addMany({ weights, sums }: PackedLayer, { rows, count }: FeatureRows): void {
  let [s0, s1, s2, s3, s4, s5, s6, s7, s8] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (let f = 0; f < count && f < MOST_FEATURES; f++) {
    const at = rows[f]! * MANY;
    s0 = (s0 + weights[at]!) | 0;
    s1 = (s1 + weights[at + 1]!) | 0;
    s2 = (s2 + weights[at + 2]!) | 0;
    s3 = (s3 + weights[at + 3]!) | 0;
    s4 = (s4 + weights[at + 4]!) | 0;
    s5 = (s5 + weights[at + 5]!) | 0;
    s6 = (s6 + weights[at + 6]!) | 0;
    s7 = (s7 + weights[at + 7]!) | 0;
    s8 = (s8 + weights[at + 8]!) | 0;
  }
  sums[0] = s0;
  sums[1] = s1;
  sums[2] = s2;
  sums[3] = s3;
  sums[4] = s4;
  sums[5] = s5;
  sums[6] = s6;
  sums[7] = s7;
  sums[8] = s8;
}
