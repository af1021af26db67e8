import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginningOf, beginningsOf, foldedWord, vectorOf, wordsAsked } from './words.ts';

describe('foldedWord', () => {
  it('is the letters and digits without case and accents, in any script', () => {
    expect(['Mexicano', 'ÁRBOL', 'Шойгу', 'İ', 'naïve', 'x\u0301', '१२'].map(foldedWord)).toEqual([
      ...['mexicano', 'arbol', 'шоигу', 'i', 'naive', 'x', '१२'],
    ]);
    expect(foldedWord('\u0301')).toBe('');
  });

  it('folds what is folded no further, and holds nothing that is syntax', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (word) => {
        const folded = foldedWord(word);
        expect(foldedWord(folded)).toBe(folded);
        expect(folded).toMatch(/^[\p{L}\p{N}]*$/u);
      }),
    );
  });
});

describe('vectorOf', () => {
  it('has each word with its places, the title apart from the text and weighing more', () => {
    expect(vectorOf('Old pier', 'the Pier, old')).toBe("'old':1A,15 'pier':2A,14 'the':13");
    expect(vectorOf('', '')).toBe('');
  });

  it('stays within what the server takes, however long the text is', () => {
    const same = vectorOf('', 'pier '.repeat(100_000));
    expect(same.split(',').length).toBeLessThanOrEqual(255);
    const all = vectorOf('', Array.from({ length: 200_000 }, (_, i) => `w${i}`).join(' '));
    expect(all.length).toBeLessThan(1_000_000);
    const places = [...all.matchAll(/:(\d+)/g)].map((match) => Number(match[1]));
    expect(Math.max(...places)).toBeLessThanOrEqual(16_383);
    expect(vectorOf('', 'x'.repeat(1_000_000)).length).toBeLessThan(500);
  });
});

describe('what is asked', () => {
  it('is phrases of quoted words, the last by its beginning where that is asked', () => {
    expect(beginningOf('another lum')).toBe("('another' <-> 'lum':*)");
    expect(beginningOf('"* OR')).toBe("('or':*)");
    expect(beginningOf('…')).toBe('');
    expect(beginningsOf('nothing-like-it')).toEqual(["('nothing':*)", "('like':*)", "('it':*)"]);
  });

  it('keeps what the index does not know apart', () => {
    const term = (word: string, inside = false) => ({ words: [word], beginning: false, inside });
    expect(
      wordsAsked({ all: [[term('a'), term('b')], [term('港', true)]], without: [term('c')] }),
    ).toEqual({
      match: "(('a') | ('b'))",
      without: "(('c'))",
      inside: [['港']],
      notInside: [],
    });
    expect(wordsAsked({ all: [], without: [] })).toMatchObject({
      match: undefined,
      without: undefined,
    });
  });
});
