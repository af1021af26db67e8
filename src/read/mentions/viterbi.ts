/**
 * The best sequence of tags of one sentence (Viterbi 1967, https://doi.org/10.1109/TIT.1967.1054010):
 * O(tokens × tags²), with the tags that may not follow each other left out.
 */
import { BORDER, mayFollow, TAG_COUNT } from './tags.ts';

const WIDTH = TAG_COUNT + 1;

/** For each tag (and the border at the end) the tags that may stand before it. */
const BEFORE: readonly (readonly number[])[] = Array.from({ length: WIDTH }, (_, to) =>
  Array.from({ length: TAG_COUNT }, (_, from) => from).filter((from) => mayFollow(from, to)),
);
const MAY_BEGIN = Array.from({ length: TAG_COUNT }, (_, tag) => mayFollow(BORDER, tag));

/**
 * Writes the best tags of `size` tokens to `tags` from `offset` on. `scores`: `TAG_COUNT` a token;
 * `before` and `after`: what stands beside them, `BORDER` or `OUTSIDE`.
 */
export function bestTags(
  scores: ArrayLike<number>,
  pairs: ArrayLike<number>,
  size: number,
  tags: Uint8Array,
  offset: number,
  before: number = BORDER,
  after: number = BORDER,
): void {
  if (size === 0) return;
  const best = new Float64Array(size * TAG_COUNT).fill(Number.NEGATIVE_INFINITY);
  const from = new Uint8Array(size * TAG_COUNT);
  for (let to = 0; to < TAG_COUNT; to++) {
    if (MAY_BEGIN[to]) best[to] = scores[to]! + pairs[before * WIDTH + to]!;
  }
  for (let i = 1; i < size; i++) {
    for (let to = 0; to < TAG_COUNT; to++) {
      const allowed = BEFORE[to]!;
      let top = Number.NEGATIVE_INFINITY;
      let arg = 0;
      for (let k = 0; k < allowed.length; k++) {
        const tag = allowed[k]!;
        const score = best[(i - 1) * TAG_COUNT + tag]! + pairs[tag * WIDTH + to]!;
        if (score > top) {
          top = score;
          arg = tag;
        }
      }
      best[i * TAG_COUNT + to] = top + scores[i * TAG_COUNT + to]!;
      from[i * TAG_COUNT + to] = arg;
    }
  }
  let tag = lastTag(best, pairs, size, after);
  for (let i = size - 1; i >= 0; i--) {
    tags[offset + i] = tag;
    tag = from[i * TAG_COUNT + tag]!;
  }
}

function lastTag(
  best: Float64Array,
  pairs: ArrayLike<number>,
  size: number,
  after: number,
): number {
  let top = Number.NEGATIVE_INFINITY;
  let arg = 0;
  for (const tag of BEFORE[after]!) {
    const score = best[(size - 1) * TAG_COUNT + tag]! + pairs[tag * WIDTH + after]!;
    if (score > top) {
      top = score;
      arg = tag;
    }
  }
  return arg;
}
