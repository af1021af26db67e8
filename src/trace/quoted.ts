/**
 * Whether a place in a text stands inside a quotation. Quotation marks are read from left to right;
 * a paragraph's end closes what is open, and so does distance, since a mark may be missing. Places
 * must be asked in order; all questions together take time linear in the text.
 */
import type { Span } from '../domain/span.ts';

/** Characters after which an open quotation counts as closed. */
const LONGEST = 600;
const OPENING = '«“„';
const CLOSING = '»”';
const MARKS_ONLY = /^[«“„"*_\s]*$/;

/** A reader that says of one span after another whether it stands inside a quotation. */
export function quoteReader(text: string): (place: Span) => boolean {
  /** Where the marks that are open were opened, innermost last. */
  const open: number[] = [];
  /** The first of them that is not too far away. */
  let near = 0;
  let at = 0;
  return ({ begin, end }) => {
    for (; at < begin; at++) readMark(text, at, open);
    near = Math.min(near, open.length);
    while (near < open.length && begin - open[near]! > LONGEST) near++;
    const outer = open[near];
    if (outer === undefined) return false;
    // The name itself in quotes, as in «Интерфакс», is no quotation.
    const named = MARKS_ONLY.test(text.slice(outer, begin)) && /[»”"]/.test(text[end] ?? '');
    return !named;
  };
}

/** A straight mark closes the straight mark that is open, or else opens. */
function readMark(text: string, at: number, open: number[]): void {
  const mark = text[at]!;
  if (mark === '\n') open.length = 0;
  else if (OPENING.includes(mark)) open.push(at);
  else if (CLOSING.includes(mark)) open.pop();
  else if (mark === '"') {
    const last = open[open.length - 1];
    if (last !== undefined && text[last] === '"') open.pop();
    else open.push(at);
  }
}
