/** Which statement tells what stands at a place: the one with the least content around it. */
import type { Attribution } from '../../domain/reading.ts';
import type { Span } from '../../domain/span.ts';
import { beginningsUpTo, holds, overlaps } from '../token-range.ts';

/** Contents that begin before a place and are tried for it: bounds the look back. */
const LOOK_BACK = 24;

export interface Told {
  /** The place of the statement in `attributions`; `undefined`: the article itself tells. */
  at(span: Span): number | undefined;
  /** Whether it is told under a denial, or as a falsehood, by another cue than those at `verbs`. */
  isDenied(span: Span, verbs: readonly Span[]): boolean;
}

interface Piece extends Span {
  readonly place: number;
}

/** O(log n) a question, n contents. */
export function openTold(attributions: readonly Attribution[]): Told {
  const pieces: Piece[] = attributions
    .flatMap(({ content }, place) => content.map((span) => ({ ...span, place })))
    .sort((a, b) => a.begin - b.begin || b.end - a.end);
  const at = (span: Span): number | undefined => {
    const end = beginningsUpTo(pieces, span.begin);
    let best: Piece | undefined;
    for (let i = end - 1; i >= 0 && i >= end - LOOK_BACK; i--) {
      const piece = pieces[i]!;
      const cue = attributions[piece.place]!.cue?.span;
      if (!holds(piece, span) || (cue !== undefined && holds(cue, span))) continue;
      if (best === undefined || piece.end - piece.begin < best.end - best.begin) best = piece;
    }
    return best?.place;
  };
  const isDenied = (span: Span, verbs: readonly Span[]): boolean => {
    let steps = 0;
    for (let place = at(span); place !== undefined && steps < LOOK_BACK; steps++) {
      const { cue, within } = attributions[place]!;
      const isVerb = cue !== undefined && verbs.some((verb) => overlaps(verb, cue.span));
      if (isVerb) {
        place = within;
        continue;
      }
      if (cue?.polarity === 'denies' || cue?.polarity === 'falsely-claims') return true;
      place = within;
    }
    return false;
  };
  return { at, isDenied };
}
