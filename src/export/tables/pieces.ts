/**
 * Several pieces of one article in one row. Each is short, but side by side they could make a long
 * run of the article, so a row shows them only as long as they are no more than one piece may be.
 */
import type { QuotedView } from '../../domain/excerpts.ts';
import { codePoint } from '../../domain/exports.ts';
import type { Span } from '../../domain/span.ts';
import { EXCERPT_WORDS } from '../../domain/views.ts';

/** The first pieces, together at most `EXCERPT_WORDS` words; the first one whatever its length. */
export function shownPieces(pieces: readonly QuotedView[]): readonly QuotedView[] {
  let words = 0;
  const end = pieces.findIndex(({ text }, place) => {
    words += wordsOf(text);
    return place > 0 && words > EXCERPT_WORDS;
  });
  return end < 0 ? pieces : pieces.slice(0, end);
}

function wordsOf(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}

/** `12-40`, in code points. */
export function spanText(span: Span, pairs: readonly number[] | undefined): string {
  return `${codePoint(span.begin, pairs)}-${codePoint(span.end, pairs)}`;
}
