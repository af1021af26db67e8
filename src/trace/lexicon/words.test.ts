import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isNumber, placedWords, wordsOf } from './words.ts';

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
