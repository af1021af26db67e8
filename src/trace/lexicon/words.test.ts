import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isNumber, placedWords, WordWalk, wordsOf } from './words.ts';

/** The definition, as one pattern. */
const WORD =
  /\p{N}{1,3}(?:[.,\u00a0\u202f ]\p{N}{3}(?!\p{N}))+|\p{N}+(?:[.,]\p{N}+)?|[\p{L}\p{M}]+(?:(?<=\p{Script=Cyrillic})['’ʼ](?=\p{Script=Cyrillic})[\p{L}\p{M}]+)*/gu;

const naive = (text: string) =>
  [...text.matchAll(WORD)].map(({ 0: found, index }) => ({
    word: /^\p{N}/u.test(found) ? found.replace(/[^\p{N}]/gu, '') : found.replace(/['’ʼ]/g, ''),
    begin: index,
    end: index + found.length,
  }));

describe('wordsOf', () => {
  test('writes a number in one way whatever separates its digits', () => {
    for (const text of ['2,240,191', '2 240 191', '2.240.191', '2\u00a0240\u00a0191']) {
      expect(wordsOf(text)).toEqual(['2240191']);
    }
    expect(wordsOf('6.9% and 6,9 %')).toEqual(['69', 'and', '69']);
  });

  test('does not join a year with what follows', () => {
    expect(wordsOf('in 2020 500 people')).toEqual(['in', '2020', '500', 'people']);
  });

  test('splits at an apostrophe except inside Cyrillic', () => {
    expect(wordsOf("l'homme п'ять")).toEqual(['l', 'homme', 'пять']);
  });

  test('finds nothing where there is nothing', () => {
    expect(wordsOf('')).toEqual([]);
    expect(wordsOf(' — … “”')).toEqual([]);
  });
});

describe('placedWords', () => {
  test('names the place of each word of wordsOf', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const placed = placedWords(text);
        expect(placed.map(({ word }) => word)).toEqual(wordsOf(text));
        for (const { word, begin, end } of placed) {
          if (!isNumber(word)) expect(text.slice(begin, end).replace(/['’ʼ]/g, '')).toBe(word);
        }
      }),
    );
  });
});

describe('WordWalk', () => {
  const hard = fc.string({
    unit: fc.constantFrom(
      ..."пяa10.,'’ʼ \u00a0҂😀𝟎𞀰",
      ...['\u0301', '\u0483', '\ud800', '\udc00', '1 000', "п'я"],
    ),
    maxLength: 30,
  });

  test('finds what the pattern finds', () => {
    fc.assert(
      fc.property(fc.oneof(hard, fc.string({ unit: 'binary', maxLength: 60 })), (text) => {
        expect(placedWords(text)).toEqual(naive(text));
        expect(wordsOf(text)).toEqual(naive(text).map(({ word }) => word));
      }),
      { numRuns: 5000 },
    );
  });

  test('knows every character', () => {
    const wrong: string[] = [];
    for (let code = 0; code <= 0x1ffff; code++) {
      const text = `п${String.fromCodePoint(code)}п'я`;
      const found = wordsOf(text).join('|');
      if (
        found !==
        naive(text)
          .map(({ word }) => word)
          .join('|')
      )
        wrong.push(text);
    }
    expect(wrong).toEqual([]);
  });

  test('says when a word is what stands there', () => {
    fc.assert(
      fc.property(hard, (text) => {
        const walk = new WordWalk(text);
        while (walk.next()) {
          expect(text.slice(walk.begin, walk.end) === walk.word()).toBe(walk.isVerbatim);
        }
        expect(walk.next()).toBe(false);
      }),
    );
  });
});
