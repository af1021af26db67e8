import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXCERPT_WORDS } from '../domain/views.ts';
import { foundMarks, foundPiece } from './found-words.ts';
import { searchWordsOf } from './search-words.ts';
import { tokensOf } from './tokens.ts';

const termsOf = (typed: string) => searchWordsOf(typed).all.flat();
const marked = (text: string, typed: string): string[] =>
  foundMarks(text, termsOf(typed)).map(({ begin, end }) => text.slice(begin, end));
const filler = (n: number, word = 'word'): string => `${word} `.repeat(n);

describe('foundMarks', () => {
  it('marks words in any case and with any accents, beginnings whole to where they end', () => {
    expect(marked('Shoigú met SHOIGU, not Shoigunov', 'shoigu')).toEqual(['Shoigú', 'SHOIGU']);
    expect(marked('Посол и посольство', 'посол*')).toEqual(['Посол', 'посольство']);
  });

  it('marks a phrase whole and nowhere else', () => {
    expect(marked('the pier, the old pier', '"the pier"')).toEqual(['the pier']);
  });

  it('marks inside runs that have no spaces', () => {
    expect(marked('中国大使馆发言人和大使馆', '大使馆')).toEqual(['大使馆', '大使馆']);
  });

  it('lets no mark stand over another', () => {
    expect(marked('old pier', '"old pier" pier old*')).toEqual(['old pier']);
  });
});

describe('foundPiece', () => {
  it('shows the place where most of the terms stand', () => {
    const text = `${filler(100)} pier ${filler(200)} the pier and a crane ${filler(100)}`;
    const { text: shown, marks } = foundPiece(text, termsOf('crane pier'));
    expect(marks.map(({ begin, end }) => shown.slice(begin, end))).toEqual(['pier', 'crane']);
  });

  it('shows the beginning where nothing is found', () => {
    expect(foundPiece('One two.', termsOf('three'))).toEqual({
      span: { begin: 0, end: 8 },
      text: 'One two.',
      marks: [],
    });
  });

  it('is short, a piece of the text, and its marks lie inside and apart', () => {
    const words = fc.constantFrom('pier', 'crane', 'x', '中国', 'é', '\n', '"', '<b>', '\u0000');
    fc.assert(
      fc.property(fc.array(words, { maxLength: 300 }), (parts) => {
        const text = parts.join(' ');
        const { span, text: shown, marks } = foundPiece(text, termsOf('pier crane 中国'));
        expect(shown).toBe(text.slice(span.begin, span.end).replace(/\s/g, ' '));
        expect(tokensOf(shown).count).toBeLessThanOrEqual(EXCERPT_WORDS);
        let last = 0;
        for (const { begin, end } of marks) {
          expect(begin).toBeGreaterThanOrEqual(last);
          expect(['pier', 'crane', '中国']).toContain(shown.slice(begin, end));
          last = end;
        }
        if (/pier|crane|中国/.test(text)) expect(marks.length).toBeGreaterThan(0);
      }),
    );
  });

  it('is bounded for a text that is one word, and for one word a million times', () => {
    expect(foundPiece('a'.repeat(1_000_000), termsOf('b')).text.length).toBeLessThanOrEqual(600);
    const repeated = foundPiece('pier '.repeat(1_000_000), termsOf('pier'));
    expect(repeated.marks).toHaveLength(EXCERPT_WORDS);
  });
});
