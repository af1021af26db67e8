/**
 * What a search asks for, as FTS5 and SQL read it. Nothing of the user's text becomes syntax: terms are
 * quoted strings of letters and digits, and all else is a bound value.
 */
import type { SearchTerm, SearchWords } from '../../domain/search.ts';

export interface MatchPlan {
  /** The FTS5 expression that must hold; absent where no term can be asked of the index. */
  readonly match: string | undefined;
  /** One that must not hold; only where `match` is absent, else it stands in there. */
  readonly without: string | undefined;
  /** Pieces of text of which one of each list must stand anywhere, inside longer runs too. */
  readonly inside: readonly (readonly string[])[];
  readonly notInside: readonly string[];
}

/** Growth is linear in the number of terms, which the reader of queries bounds. */
export function matchPlan({ all, without }: SearchWords): MatchPlan {
  const indexed = all.filter((terms) => terms.every(({ inside }) => !inside));
  const match = indexed.map(anyOf).join(' AND ');
  const excluded = without.filter(({ inside }) => !inside);
  const none = excluded.length === 0 ? undefined : anyOf(excluded);
  return {
    match: match === '' ? undefined : none === undefined ? match : `(${match}) NOT ${none}`,
    without: match === '' ? none : undefined,
    inside: all.filter((terms) => terms.some(({ inside }) => inside)).map((ts) => ts.map(pieceOf)),
    notInside: without.filter(({ inside }) => inside).map(pieceOf),
  };
}

const anyOf = (terms: readonly SearchTerm[]): string => `(${terms.map(phraseOf).join(' OR ')})`;

const phraseOf = ({ words, beginning }: SearchTerm): string =>
  `"${words.join(' ')}"${beginning ? '*' : ''}`;

const pieceOf = ({ words }: SearchTerm): string => words.join(' ');
