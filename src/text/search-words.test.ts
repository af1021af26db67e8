import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchWordsOf } from './search-words.ts';

const term = (words: string, more: object = {}) => ({
  words: words.split(' '),
  beginning: false,
  inside: false,
  ...more,
});

describe('searchWordsOf', () => {
  it('reads words, phrases, beginnings, alternatives and what must not stand', () => {
    expect(searchWordsOf('muelle "puerto viejo" -grúa embaj* OR cónsul')).toEqual({
      all: [
        [term('muelle')],
        [term('puerto viejo')],
        [term('embaj', { beginning: true }), term('cónsul')],
      ],
      without: [term('grúa')],
    });
  });

  it('takes the quotes of other languages, and one that is left open', () => {
    for (const typed of ['«старый порт»', '“старый порт”', '„старый порт“', '"старый порт']) {
      expect(searchWordsOf(typed).all).toEqual([[term('старый порт')]]);
    }
  });

  it('takes what stands inside a word as words in a row', () => {
    expect(searchWordsOf("don't state-owned").all).toEqual([
      [term('don t')],
      [term('state owned')],
    ]);
  });

  it('knows scripts without spaces', () => {
    expect(searchWordsOf('大使馆').all).toEqual([[term('大使馆', { inside: true })]]);
    expect(searchWordsOf('-สถานทูต').without).toEqual([term('สถานทูต', { inside: true })]);
  });

  it('asks for nothing where there is nothing to ask for', () => {
    for (const typed of ['', '   ', '* - "" OR', '"', '-', '***', '\u0000', 'OR OR']) {
      expect([typed, searchWordsOf(typed)]).toEqual([typed, { all: [], without: [] }]);
    }
  });

  it('takes a beginning of one letter as a word, and OR at an end as nothing', () => {
    expect(searchWordsOf('a* OR')).toEqual({ all: [[term('a')]], without: [] });
    expect(searchWordsOf('OR a')).toEqual({ all: [[term('a')]], without: [] });
    expect(searchWordsOf('a OR -b c')).toEqual({
      all: [[term('a')], [term('c')]],
      without: [term('b')],
    });
  });

  it('is total, holds nothing but letters, marks and digits, and is bounded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (typed) => {
        const { all, without } = searchWordsOf(typed);
        const terms = [...all.flat(), ...without];
        expect(terms.length).toBeLessThanOrEqual(24);
        for (const { words } of terms) {
          expect(words.length).toBeGreaterThan(0);
          for (const word of words) expect(word).toMatch(/^[\p{L}\p{M}\p{N}]+$/u);
        }
      }),
    );
    expect(searchWordsOf('a '.repeat(1_000_000)).all).toHaveLength(24);
    expect(searchWordsOf('"'.repeat(1_000_000)).all).toEqual([]);
  });
});
