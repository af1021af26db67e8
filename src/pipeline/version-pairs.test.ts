import { describe, expect, it } from 'vitest';
import type { TracedPair } from '../trace/pairs.ts';
import { onePairEach } from './version-pairs.ts';

const pair = (a: number, b: number, words: number): TracedPair =>
  ({ a, b, passages: [{ words }] }) as unknown as TracedPair;

describe('onePairEach', () => {
  it('keeps all pairs where every article has one version', () => {
    const pairs = [pair(0, 1, 5), pair(0, 2, 5)];
    expect(onePairEach(pairs, new Map())).toBe(pairs);
    expect(onePairEach(pairs, new Map([[7, 3]]))).toEqual(pairs);
  });

  it('keeps of the versions of two articles the pair that shares most, of equal ones the first', () => {
    const pairs = [pair(0, 1, 5), pair(0, 3, 9), pair(1, 2, 9), pair(2, 3, 2)];
    // 2 is a later version of 0, and 3 of 1.
    const firstOf = new Map([
      [2, 0],
      [3, 1],
    ]);
    expect(onePairEach(pairs, firstOf)).toEqual([pairs[1]]);
  });
});
