/** Words of a stretch of text, folded as the lists are: lower case, no accents. Linear. */
import type { Span } from '../../domain/span.ts';
import { fold } from '../../text/transliterate.ts';

/** A word where it stands. */
export interface Word extends Span {
  readonly folded: string;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu;
/** Longer runs of letters are no words, and folding them costs memory. */
const LONGEST = 64;

/** The words of `text` from `begin` to `end`, in order. */
export function wordsIn(text: string, { begin, end }: Span): Word[] {
  const words: Word[] = [];
  for (const match of text.slice(begin, end).matchAll(WORD)) {
    const at = begin + match.index;
    const folded = fold(match[0].slice(0, LONGEST)).replaceAll('’', "'");
    words.push({ begin: at, end: at + match[0].length, folded });
  }
  return words;
}
