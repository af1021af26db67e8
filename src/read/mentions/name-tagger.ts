/** Names by a linear tagger with trained weights (Collins 2002, https://doi.org/10.3115/1118693.1118694). */
import type { Document } from '../document.ts';
import type { Marks } from './marks.ts';
import { MOST_FEATURES, nameRows } from './name-features.ts';
import type { NameSpan } from './name-spans.ts';
import type { NameWeights } from './name-weights.ts';
import { NEVER, OUTSIDE, spansOf, TAG_COUNT } from './tags.ts';
import { bestTags } from './viterbi.ts';

/** Longer sentences are no prose; their rest is tagged as a sentence of its own. */
const MOST_TOKENS = 1000;

/** Two weights an integer, as sums of many features need no more than 16 bits each. */
const LANES = (TAG_COUNT + 1) >> 1;
/** Makes every weight positive, so that no lane borrows from the other. */
const BIAS = 128;

/** Weights laid out for adding: `LANES` integers a row. */
export interface PackedWeights {
  readonly rows: number;
  readonly pairs: Int16Array;
  readonly lanes: Int32Array;
}

/** Lays out weights; once, at opening. */
export function packWeights({ rows, pairs, table }: NameWeights): PackedWeights {
  const lanes = new Int32Array(rows * LANES);
  for (let row = 0; row < rows; row++) {
    for (let tag = 0; tag < TAG_COUNT; tag++) {
      const value = table[row * TAG_COUNT + tag]! + BIAS;
      lanes[row * LANES + (tag >> 1)]! |= value << ((tag & 1) * 16);
    }
  }
  return { rows, pairs, lanes };
}

/** All names of a document, in order, without overlaps. Linear in the text. */
export function tagNames(
  { sentences }: Document,
  marks: Marks,
  weights: PackedWeights,
): NameSpan[] {
  const tags = new Uint8Array(marks.size);
  const rows = new Int32Array(MOST_FEATURES);
  const sums = new Int32Array(LANES);
  for (const { first, last } of sentences) {
    for (let from = first; from < last; from += MOST_TOKENS) {
      const to = Math.min(last, from + MOST_TOKENS);
      const scores = new Int32Array((to - from) * TAG_COUNT);
      for (let i = from; i < to; i++) {
        const count = nameRows(marks, { first, last }, i, weights.rows - 1, rows, 0);
        const at = (i - from) * TAG_COUNT;
        if (count === 0) scores.fill(NEVER, at + OUTSIDE + 1, at + TAG_COUNT);
        else addScores(weights.lanes, rows, count, sums, scores, at);
      }
      bestTags(scores, weights.pairs, to - from, tags, from);
    }
  }
  return spansOf(tags);
}

/** Unrolled for the nine lanes of 17 tags: 3.5 times as fast as a loop over tags (0.45 for 1.6 ms a text). */
function addScores(
  lanes: Int32Array,
  rows: Int32Array,
  count: number,
  sums: Int32Array,
  scores: Int32Array,
  offset: number,
): void {
  let [s0, s1, s2, s3, s4, s5, s6, s7, s8] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (let k = 0; k < count; k++) {
    const row = rows[k]! * LANES;
    s0 = (s0 + lanes[row]!) | 0;
    s1 = (s1 + lanes[row + 1]!) | 0;
    s2 = (s2 + lanes[row + 2]!) | 0;
    s3 = (s3 + lanes[row + 3]!) | 0;
    s4 = (s4 + lanes[row + 4]!) | 0;
    s5 = (s5 + lanes[row + 5]!) | 0;
    s6 = (s6 + lanes[row + 6]!) | 0;
    s7 = (s7 + lanes[row + 7]!) | 0;
    s8 = (s8 + lanes[row + 8]!) | 0;
  }
  sums.set([s0, s1, s2, s3, s4, s5, s6, s7, s8]);
  const bias = count * BIAS;
  for (let tag = 0; tag < TAG_COUNT; tag++) {
    scores[offset + tag] = ((sums[tag >> 1]! >>> ((tag & 1) * 16)) & 0xffff) - bias;
  }
}
