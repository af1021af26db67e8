/**
 * What a W3C annotation points at: a source, a place in its text, and the capture in which the text
 * stood. https://www.w3.org/TR/annotation-model/ (sections 4.2.4, 4.2.5, 4.3.1).
 */
import { codePoint, type SurrogatePairs } from '../../domain/exports.ts';
import type { ArticleId } from '../../domain/ids.ts';
import type { Span } from '../../domain/span.ts';
import type { ArticleView } from '../../domain/views.ts';
import { pointDate } from './calendar.ts';
import { contentName, urn } from './names.ts';
import { quoted, webAddress } from './plain.ts';

/** The source of a target and the state in which the desk saw it; small enough to keep for every article. */
export interface Seen {
  readonly article: ArticleId;
  readonly source: string;
  readonly digest: string;
  readonly capturedAt: number;
}

/** A piece of a text as a record shows it, with the words around it where they are known. */
export interface Piece {
  readonly span: Span;
  readonly text: string;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

/** An article as a source: by its address, else by the desk's own name for it. */
export function seenOf({ id, url, capture, capturedAt }: ArticleView): Seen {
  const source = webAddress(url) ?? urn('article', id);
  return { article: id, source, digest: capture.digest, capturedAt };
}

/** The target of an annotation of `piece`; undefined where it has no words or no place. */
export function targetOf(seen: Seen, piece: Piece, pairs: SurrogatePairs): object | undefined {
  const selector = selectorOf(
    piece,
    Object.hasOwn(pairs, seen.article) ? pairs[seen.article] : undefined,
  );
  if (selector === undefined) return undefined;
  const state = stateOf(seen);
  return { type: 'SpecificResource', source: seen.source, ...(state && { state }), selector };
}

/**
 * Quote and place say the same where the piece is whole. Where it was cut, the quote refines the place:
 * it stands somewhere inside it.
 */
function selectorOf(piece: Piece, pairs: readonly number[] | undefined): object | undefined {
  const { begin, end } = piece.span;
  const exact = quoted(piece.text);
  const placed = Number.isSafeInteger(begin) && Number.isSafeInteger(end) && begin >= 0;
  if (!placed || end <= begin || exact.trim() === '') return undefined;
  const position = {
    type: 'TextPositionSelector',
    start: codePoint(begin, pairs),
    end: codePoint(end, pairs),
  };
  if (exact.length !== end - begin) {
    return { ...position, refinedBy: { type: 'TextQuoteSelector', exact } };
  }
  const prefix = piece.before && quoted(piece.before);
  const suffix = piece.after && quoted(piece.after);
  return [
    { type: 'TextQuoteSelector', exact, ...(prefix && { prefix }), ...(suffix && { suffix }) },
    position,
  ];
}

function stateOf({ digest, capturedAt }: Seen): object | undefined {
  const cached = contentName(digest);
  const sourceDate = pointDate(capturedAt);
  if (cached === undefined && sourceDate === undefined) return undefined;
  return {
    type: 'TimeState',
    ...(sourceDate && { sourceDate }),
    ...(cached && { cached, 'schema:sha256': digest }),
  };
}
