import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PAIR_COUNT } from './name-weights.ts';
import { BORDER, mayFollow, NEVER, OUTSIDE, TAG_COUNT } from './tags.ts';
import { bestTags } from './viterbi.ts';

const WIDTH = TAG_COUNT + 1;

function total(
  tags: readonly number[],
  scores: readonly number[],
  pairs: readonly number[],
): number {
  let sum = 0;
  let before = BORDER;
  tags.forEach((tag, i) => {
    sum += scores[i * TAG_COUNT + tag]! + pairs[before * WIDTH + tag]!;
    before = tag;
  });
  return sum + pairs[before * WIDTH + BORDER]!;
}

/** The best sum over all sequences that may be, by trying each. */
function naive(size: number, scores: readonly number[], pairs: readonly number[]): number {
  let best = Number.NEGATIVE_INFINITY;
  const walk = (tags: number[]): void => {
    const before = tags.at(-1) ?? BORDER;
    if (tags.length === size) {
      if (mayFollow(before, BORDER)) best = Math.max(best, total(tags, scores, pairs));
      return;
    }
    for (let tag = 0; tag < TAG_COUNT; tag++) {
      if (mayFollow(before, tag)) walk([...tags, tag]);
    }
  };
  walk([]);
  return best;
}

describe('bestTags', () => {
  it('finds the best sequence that may be', () => {
    const number = fc.integer({ min: -50, max: 50 });
    const pairs = fc.array(number, { minLength: PAIR_COUNT, maxLength: PAIR_COUNT });
    const scores = fc.array(number, { minLength: 3 * TAG_COUNT, maxLength: 3 * TAG_COUNT });
    fc.assert(
      fc.property(scores, pairs, fc.integer({ min: 1, max: 3 }), (all, links, size) => {
        const tags = new Uint8Array(size + 1);
        bestTags(all, links, size, tags, 1);
        const answer = [...tags.subarray(1)];
        expect(total(answer, all, links)).toBe(naive(size, all, links));
        for (const [i, tag] of answer.entries()) {
          expect(mayFollow(answer[i - 1] ?? BORDER, tag)).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('finds between tokens outside of names what it finds with them', () => {
    const number = fc.integer({ min: -50, max: 50 });
    const pairs = fc.array(number, { minLength: PAIR_COUNT, maxLength: PAIR_COUNT });
    const scores = fc.array(number, { minLength: 3 * TAG_COUNT, maxLength: 3 * TAG_COUNT });
    const sides = fc.constantFrom(BORDER, OUTSIDE);
    fc.assert(
      fc.property(scores, pairs, sides, sides, (own, links, before, after) => {
        const none = Array.from({ length: TAG_COUNT }, (_, tag) => (tag === OUTSIDE ? 0 : NEVER));
        const lead = before === OUTSIDE ? none : [];
        const all = [...lead, ...own, ...(after === OUTSIDE ? none : [])];
        const whole = new Uint8Array(all.length / TAG_COUNT);
        bestTags(all, links, whole.length, whole, 0);
        const tags = new Uint8Array(3);
        bestTags(own, links, 3, tags, 0, before, after);
        const from = lead.length / TAG_COUNT;
        expect([...tags]).toEqual([...whole.subarray(from, from + 3)]);
      }),
    );
  });

  it('leaves an empty sentence alone', () => {
    const tags = Uint8Array.of(7);
    bestTags([], new Int16Array(PAIR_COUNT), 0, tags, 0);
    expect([...tags]).toEqual([7]);
  });
});
