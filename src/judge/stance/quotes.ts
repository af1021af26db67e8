/**
 * Stretches between quotation marks: “ ”, « », „ “, " ". A mark that is not closed within its paragraph
 * (the press' way with quotes of several paragraphs) quotes to its end. Linear.
 */
import type { Span } from '../../domain/span.ts';

const MARKS = /[“”„«»"\n]/gu;
const CLOSERS: Readonly<Record<string, string>> = { '“': '”"', '«': '»', '„': '“”"', '"': '"”' };

/** Quoted stretches without their marks, outermost only, in order. */
export function quotesIn(text: string): Span[] {
  const quotes: Span[] = [];
  let open: { readonly at: number; readonly mark: string; depth: number } | undefined;
  for (const { 0: mark, index } of text.matchAll(MARKS)) {
    if (mark === '\n') {
      if (open !== undefined) quotes.push({ begin: open.at + 1, end: index });
      open = undefined;
    } else if (open === undefined) {
      if (CLOSERS[mark] !== undefined) open = { at: index, mark, depth: 1 };
    } else if (CLOSERS[open.mark]!.includes(mark)) {
      open.depth--;
      if (open.depth === 0) {
        quotes.push({ begin: open.at + 1, end: index });
        open = undefined;
      }
    } else if (mark === open.mark) open.depth++;
  }
  if (open !== undefined) quotes.push({ begin: open.at + 1, end: text.length });
  return quotes;
}
