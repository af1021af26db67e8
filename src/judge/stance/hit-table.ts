/** The phrases found in one sentence, to be asked what stands before one of them. Each answer is quick. */
import type { SignKind } from './lexicon.ts';
import type { Hit } from './phrases.ts';

export interface HitTable {
  readonly all: readonly Hit<SignKind>[];
  /** The first word of the first phrase of each kind. */
  readonly first: ReadonlyMap<SignKind, number>;
  /** Whether a negation stands right before the phrase. */
  isNegated(hit: Hit<SignKind>): boolean;
  /** Whether a "that" follows it, at most one word on: "the false claim that". */
  isBeforeThat(hit: Hit<SignKind>): boolean;
  /** Whether the phrase is what somebody is reported to have called it. */
  isCalled(hit: Hit<SignKind>): boolean;
}

/** Words before a phrase in which a negation turns it, or a verb makes it somebody's word. */
const NEGATED_WITHIN = 3;
const CALLED_WITHIN = 9;

/** Lays out the phrases of a sentence, in the order of their first words. */
export function hitTable(all: readonly Hit<SignKind>[]): HitTable {
  const first = new Map<SignKind, number>();
  /** Ends of phrases, and the earliest word that one of them begins at. */
  const ends = { not: new Map<number, number>(), called: new Map<number, number>() };
  const thats = new Set<number>();
  for (const { kind, from, to } of all) {
    if (kind === 'that') thats.add(from);
    if (!first.has(kind)) first.set(kind, from);
    if ((kind === 'not' || kind === 'called') && !ends[kind].has(to)) ends[kind].set(to, from);
  }
  const stands = (kind: 'not' | 'called', hit: Hit<SignKind>, within: number, upTo: number) => {
    for (let end = hit.from - within + 1; end <= upTo; end++) {
      const from = ends[kind].get(end);
      if (from !== undefined && from < hit.from) return true;
    }
    return false;
  };
  return {
    all,
    first,
    isBeforeThat: ({ to }) => thats.has(to) || thats.has(to + 1),
    isNegated: (hit) => stands('not', hit, NEGATED_WITHIN, hit.from),
    isCalled: (hit) => stands('called', hit, CALLED_WITHIN, hit.to),
  };
}
