/**
 * A document's tokens cut finer, as expressions of time need them: "year-ago" in three, "10.05.2023" in
 * five. Linear in the text.
 */
import type { Document } from '../document.ts';
import { tokenMemo } from '../token-memo.ts';

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

/** A part of a token, with its place in it. */
interface Part {
  readonly at: number;
  readonly text: string;
  readonly lower: string;
  readonly hyphen: boolean;
}

/** The parts of a token; most are one. */
const partsOf = tokenMemo(({ text, lower }): readonly Part[] => {
  const cut =
    text.length > 1 && HYPHENS.test(text) ? PARTS : DOTTED_DATE.test(text) ? /\d+|\./g : undefined;
  if (cut === undefined) return [partOf(text, lower, 0)];
  return Array.from(text.matchAll(cut), (part) =>
    partOf(part[0], part[0].toLowerCase(), part.index),
  );
});

function partOf(text: string, lower: string, at: number): Part {
  const straight = lower.includes('’') ? lower.replaceAll('’', "'") : lower;
  return { at, text, lower: straight, hyphen: text.length === 1 && HYPHENS.test(text) };
}

/** The pieces of a document in order. */
export function piecesOf({ text, tokens }: Pick<Document, 'text' | 'tokens'>): Piece[] {
  const pieces: Piece[] = [];
  for (const token of tokens) {
    const { sentence } = token;
    const parts = partsOf(token);
    for (let i = 0; i < parts.length; i++) {
      const { at, text: word, lower, hyphen } = parts[i]!;
      const begin = token.begin + at;
      const end = begin + word.length;
      const joins = hyphen && isTight(text, begin, end);
      pieces.push({ begin, end, text: word, lower, sentence, joins });
    }
  }
  return pieces;
}

function isTight(text: string, begin: number, end: number): boolean {
  const before = text[begin - 1];
  const after = text[end];
  return before !== undefined && after !== undefined && !/\s/.test(before) && !/\s/.test(after);
}
