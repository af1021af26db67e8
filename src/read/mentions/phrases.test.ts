import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Found, phraseBook } from './phrases.ts';

const word = fc.constantFrom('a', 'b', 'c');

/** The longest listed phrase at a place, by trying all. */
function naive(phrases: readonly string[][], words: readonly string[], first: number) {
  let found: Found<number> | undefined;
  phrases.forEach((phrase, value) => {
    const fits = phrase.every((one, i) => words[first + i] === one);
    const last = first + phrase.length;
    if (fits && last > (found?.last ?? first)) found = { first, last, value };
  });
  return found;
}

describe('phraseBook', () => {
  it('finds what trying all phrases finds', () => {
    const phrases = fc.array(fc.array(word, { minLength: 1, maxLength: 4 }), { maxLength: 8 });
    fc.assert(
      fc.property(phrases, fc.array(word, { maxLength: 12 }), (list, words) => {
        const book = phraseBook<number>();
        list.forEach((phrase, value) => {
          book.add(
            phrase.map((one) => [one]),
            value,
          );
        });
        for (let at = 0; at < words.length; at++) {
          expect(book.longestAt(words, at)).toEqual(naive(list, words, at));
        }
      }),
    );
  });

  it('knows each form of a word', () => {
    const book = phraseBook<string>();
    book.add(
      [
        ['белыи', 'белого'],
        ['дом', 'дома'],
      ],
      'US',
    );
    expect(book.longestAt(['из', 'белого', 'дома'], 1)).toEqual({ first: 1, last: 3, value: 'US' });
  });

  it('keeps several values of one form and takes the first that is accepted', () => {
    const book = phraseBook<string>();
    book.add([['noruega']], 'state');
    book.add([['noruego', 'noruega']], 'demonym');
    const lower = book.longestAt(['noruega'], 0, (value) => value === 'demonym');
    expect(lower?.value).toBe('demonym');
    expect(book.longestAt(['noruega'], 0)?.value).toBe('state');
  });

  it('falls back to the longest phrase that is accepted', () => {
    const book = phraseBook<string>();
    book.add([['new']], 'short');
    book.add([['new'], ['york']], 'long');
    expect(book.longestAt(['new', 'york'], 0, (value) => value === 'short')?.last).toBe(1);
  });
});
