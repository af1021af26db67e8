/**
 * Words for cross-language work: runs of letters, and numbers with their separators taken out, so
 * that *2,240,191*, *2 240 191* and *2.240.191* are one word. O(length).
 */

/** Letters and marks; an apostrophe between Cyrillic letters belongs to the word (п'ять). */
const WORD =
  /\p{N}{1,3}(?:[.,\u00a0\u202f ]\p{N}{3}(?!\p{N}))+|\p{N}+(?:[.,]\p{N}+)?|[\p{L}\p{M}]+(?:(?<=\p{Script=Cyrillic})['’ʼ](?=\p{Script=Cyrillic})[\p{L}\p{M}]+)*/gu;
const SEPARATORS = /[^\p{N}]/gu;
const APOSTROPHES = /['’ʼ]/g;
const DIGIT = /^\p{N}/u;

/** A word with its place: `begin` and `end` in UTF-16 units of the text, end exclusive. */
export interface PlacedWord {
  readonly word: string;
  readonly begin: number;
  readonly end: number;
}

/** The words of a text in order. Letters keep their case; numbers are bare digits. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const match of text.matchAll(WORD)) words.push(bare(match[0]));
  return words;
}

/** As `wordsOf`, with each word's place. */
export function placedWords(text: string): PlacedWord[] {
  const words: PlacedWord[] = [];
  for (const match of text.matchAll(WORD)) {
    const begin = match.index;
    words.push({ word: bare(match[0]), begin, end: begin + match[0].length });
  }
  return words;
}

/** Whether a word of `wordsOf` is a number. */
export function isNumber(word: string): boolean {
  return DIGIT.test(word);
}

function bare(match: string): string {
  return DIGIT.test(match) ? match.replace(SEPARATORS, '') : match.replace(APOSTROPHES, '');
}
