import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commonRun, commonSubsequence, containedPairs, shinglesOf, wordsOf } from './shingles.ts';

describe('wordsOf', () => {
  it('lower-cases letters of any script and keeps digits', () => {
    expect(wordsOf('El 3,5 % — Посол «дал»_x')).toEqual(['el', '3', '5', 'посол', 'дал', '_x']);
  });
  it('does not take web addresses for words', () => {
    expect(wordsOf('see [here](https://t.me/a_b/1?x=y) now')).toEqual(['see', 'here', 'now']);
  });
  it('finds none in blanks and signs', () => {
    expect(wordsOf(' …! ')).toEqual([]);
  });
});

describe('shinglesOf', () => {
  it('is empty below five words and has no doubles', () => {
    expect(shinglesOf(wordsOf('a b c d')).size).toBe(0);
    expect([...shinglesOf(wordsOf('a a a a a a a'))]).toEqual(['a a a a a']);
  });
});

describe('containedPairs', () => {
  const long = 'one two three four five six seven eight nine ten';
  it('finds a short text inside a long one of another domain', () => {
    const articles = [
      { domain: 'a', text: `${long} eleven twelve thirteen fourteen fifteen sixteen` },
      { domain: 'b', text: `zero ${long}` },
      { domain: 'a', text: long },
    ];
    expect(containedPairs(articles, 0.3, 1)).toEqual([
      { a: 0, b: 1 },
      { a: 1, b: 2 },
    ]);
  });

  it('divides by the smaller of the two', () => {
    // Of the 6 shingles of each 2 are shared: .33.
    const articles = [
      { domain: 'a', text: long },
      { domain: 'b', text: 'one two three four five six other words stand here' },
    ];
    expect(containedPairs(articles, 0.3, 1)).toHaveLength(1);
    expect(containedPairs(articles, 0.34, 1)).toHaveLength(0);
  });

  it('leaves out articles with fewer counted shingles than asked', () => {
    const articles = ['a', 'b'].map((domain) => ({ domain, text: long }));
    expect(containedPairs(articles, 0.3, 6)).toHaveLength(1);
    expect(containedPairs(articles, 0.3, 7)).toHaveLength(0);
  });

  it('leaves out what stands in more than 50 articles', () => {
    const articles = (n: number) =>
      Array.from({ length: n }, (_, row) => ({ domain: `d${row}`, text: long }));
    expect(containedPairs(articles(50), 0.3, 1)).toHaveLength((50 * 49) / 2);
    expect(containedPairs(articles(51), 0.3, 1)).toHaveLength(0);
  });
});

const words = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 7 });

describe('commonSubsequence', () => {
  it('is the longest of all subsequences that both have', () => {
    const subsequences = (list: readonly string[]): Set<string> => {
      const all = new Set(['']);
      for (const word of list) for (const short of [...all]) all.add(short + word);
      return all;
    };
    fc.assert(
      fc.property(words, words, (x, y) => {
        const inY = subsequences(y);
        const common = [...subsequences(x)].filter((s) => inY.has(s));
        expect(commonSubsequence(x, y)).toBe(Math.max(...common.map((s) => s.length)));
      }),
    );
  });
});

describe('commonRun', () => {
  it('is the longest slice of one that stands in the other', () => {
    fc.assert(
      fc.property(words, words, (x, y) => {
        let longest = 0;
        for (let i = 0; i < x.length; i++)
          for (let j = i + 1; j <= x.length; j++)
            if (y.join('').includes(x.slice(i, j).join(''))) longest = Math.max(longest, j - i);
        expect(commonRun(x, y)).toBe(longest);
      }),
    );
  });
});
