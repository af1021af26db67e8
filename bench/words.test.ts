import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runsOf, sharedRuns, wordsOf } from './words.ts';

describe('wordsOf', () => {
  it('takes letters and digits of any script, in lower case', () => {
    expect(wordsOf('La COVID-19, «año» Ёлка.')).toEqual(['la', 'covid', '19', 'año', 'ёлка']);
    expect(wordsOf(' … ')).toEqual([]);
  });
});

describe('runsOf', () => {
  it('takes runs of exactly that length', () => {
    expect([...runsOf('a b c a b', 2)]).toEqual(['a b', 'b c', 'c a']);
    expect(runsOf('a b', 3).size).toBe(0);
  });
});

describe('sharedRuns', () => {
  it('is what a comparison of all with all finds', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 })
      .map((w) => w.join(' '));
    fc.assert(
      fc.property(text, text, (a, b) => {
        const naive = [...runsOf(a, 3)].filter((x) => [...runsOf(b, 3)].some((y) => x === y));
        expect(sharedRuns(a, b, 3)).toBe(naive.length);
      }),
    );
  });
});
