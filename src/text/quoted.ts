/** Pieces of an article as they are shown: never long enough to stand in its place. O(length of the piece). */
import type { QuotedView } from '../domain/excerpts.ts';
import type { Span } from '../domain/span.ts';
import { EXCERPT_WORDS } from '../domain/views.ts';
import { Tokenizer } from './tokens.ts';

/** Its columns are read before the next piece is. */
const tokenizer = new Tokenizer();

/** A piece of the text, cut behind `EXCERPT_WORDS` words. */
export function quotedView(span: Span, text: string): QuotedView {
  const piece = text.slice(span.begin, span.end);
  const { count, ends } = tokenizer.read(piece);
  if (count <= EXCERPT_WORDS) return { span, text: flat(piece), hiddenWords: 0 };
  const cut = piece.slice(0, ends[EXCERPT_WORDS - 1]);
  return { span, text: flat(cut), hiddenWords: count - EXCERPT_WORDS };
}

const flat = (text: string): string => text.replace(/\s+/g, ' ');
