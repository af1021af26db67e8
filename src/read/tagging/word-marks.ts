/**
 * What the tagger sees of each token, as numbers: hashes of the word and of its endings, and its
 * shape. One pass, O(tokens): of a longer word only its last letters are read.
 */
import type { Document } from '../document.ts';

/** Endings of one to so many letters. */
export const ENDINGS = 5;
/** Letters of a word that are read; a "word" of a million letters must cost no more than another. */
const MOST_LETTERS = 32;

/** Columns over the tokens of a document; `endings` has `ENDINGS` numbers a token. */
export interface WordMarks {
  readonly words: Int32Array;
  readonly endings: Int32Array;
  /** 0 to 15, see `shapeOf`. */
  readonly shapes: Uint8Array;
}

/** The marks of all tokens. */
export function wordMarksOf({ tokens, sentences }: Document): WordMarks {
  const words = new Int32Array(tokens.length);
  const endings = new Int32Array(tokens.length * ENDINGS);
  const shapes = new Uint8Array(tokens.length);
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    words[i] = hashEndings(token.lower, endings, i * ENDINGS);
    const isFirst = sentences[token.sentence]!.first === i;
    shapes[i] = shapeOf(token.text, token.kind, token.capital, isFirst);
  }
  return { words, endings, shapes };
}

/** Hashes a word from its end; what it has after 1, 2, … letters is the hash of that ending. */
function hashEndings(word: string, endings: Int32Array, at: number): number {
  let hash = 0x811c9dc5 | 0;
  const most = Math.min(word.length, MOST_LETTERS);
  for (let i = 0; i < most; i++) {
    hash = Math.imul(hash ^ word.charCodeAt(word.length - 1 - i), 0x01000193);
    if (i < ENDINGS) endings[at + i] = hash;
  }
  // A word shorter than an ending has the whole word in its place.
  for (let i = most; i < ENDINGS; i++) endings[at + i] = hash ^ 0x5bd1e995;
  return Math.imul(hash ^ most, 0x01000193);
}

function shapeOf(text: string, kind: string, capital: boolean, isFirst: boolean): number {
  if (kind === 'number') return 1;
  if (kind === 'mark') return 2;
  if (!capital) return text.includes('-') ? 4 : 3;
  const isUpper = text.length > 1 && text === text.toUpperCase();
  if (isUpper) return 5;
  const latin = text.charCodeAt(0) < 0x250 ? 1 : 0;
  return 6 + (isFirst ? 2 : 0) + latin;
}
