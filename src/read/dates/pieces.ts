/**
 * A document's tokens cut finer, as expressions of time need them: "year-ago" in three, "10.05.2023" in
 * five. Linear in the text.
 */
import type { Document } from '../document.ts';

/** A word without hyphens, a number or a mark. */
export interface Piece {
  readonly begin: number;
  readonly end: number;
  readonly text: string;
  /** In lower case, with a straight apostrophe. */
  readonly lower: string;
  readonly sentence: number;
  /** Whether a letter, digit or mark stands on both sides, as with the hyphen of "third-quarter". */
  readonly joins: boolean;
}

const HYPHENS = /[-‐‑]/u;
const PARTS = /[^-‐‑]+|[-‐‑]/gu;
const DOTTED_DATE = /^\d{1,2}\.\d{1,2}\.\d{4}$/;

/** The pieces of a document in order. */
export function piecesOf({ text, tokens }: Pick<Document, 'text' | 'tokens'>): Piece[] {
  const pieces: Piece[] = [];
  for (const token of tokens) {
    const cut =
      token.text.length > 1 && HYPHENS.test(token.text)
        ? PARTS
        : DOTTED_DATE.test(token.text)
          ? /\d+|\./g
          : undefined;
    if (cut === undefined) {
      pieces.push(pieceOf(text, token.begin, token.text, token.lower, token.sentence));
      continue;
    }
    for (const part of token.text.matchAll(cut)) {
      const word = part[0];
      pieces.push(
        pieceOf(text, token.begin + part.index, word, word.toLowerCase(), token.sentence),
      );
    }
  }
  return pieces;
}

function pieceOf(
  text: string,
  begin: number,
  word: string,
  lower: string,
  sentence: number,
): Piece {
  const end = begin + word.length;
  const joins = word.length === 1 && HYPHENS.test(word) && isTight(text, begin, end);
  const straight = lower.includes('’') ? lower.replaceAll('’', "'") : lower;
  return { begin, end, text: word, lower: straight, sentence, joins };
}

function isTight(text: string, begin: number, end: number): boolean {
  const before = text[begin - 1];
  const after = text[end];
  return before !== undefined && after !== undefined && !/\s/.test(before) && !/\s/.test(after);
}
