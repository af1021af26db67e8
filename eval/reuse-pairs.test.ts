import { describe, expect, it } from 'vitest';
import { scorePairs } from './reuse-pairs.ts';

const texts = [
  { text: 'one two three four five six seven eight nine' },
  { text: 'ONE two three four five, six seven; eight!' },
  { text: 'one two three four five gap six seven eight' },
  { text: 'one x two x three x four x five x six x seven x eight' },
];

/** The pair of two rows with both texts whole as its passage. */
const whole = (a: number, b: number) => ({
  a,
  b,
  passages: [
    {
      a: { begin: 0, end: texts[a]!.text.length },
      b: { begin: 0, end: texts[b]!.text.length },
      words: 8,
      aWords: 8,
      bWords: 8,
    },
  ],
});

describe('scorePairs', () => {
  it('counts found gold pairs and right reported pairs', () => {
    const gold = [
      { a: 0, b: 1 },
      { a: 0, b: 2 },
    ];
    expect(scorePairs(gold, [whole(0, 1)], texts)).toEqual({
      recall: 0.5,
      precision: 1,
      strictPrecision: 1,
    });
  });

  it('is strict about a gap only in the stricter figure', () => {
    expect(scorePairs([], [whole(0, 2)], texts)).toMatchObject({
      precision: 1,
      strictPrecision: 0,
    });
  });

  it('takes scattered words for no passage', () => {
    expect(scorePairs([], [whole(0, 3)], texts)).toMatchObject({ precision: 0 });
  });

  it('judges the reported spans, not the whole texts', () => {
    const pair = whole(0, 1);
    const short = { ...pair.passages[0]!, b: { begin: 0, end: 13 } };
    expect(scorePairs([], [{ ...pair, passages: [short] }], texts)).toMatchObject({ precision: 0 });
  });

  it('is 1 where there is nothing to find and nothing reported', () => {
    expect(scorePairs([], [], texts)).toEqual({ recall: 1, precision: 1, strictPrecision: 1 });
  });
});
