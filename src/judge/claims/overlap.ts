/** How much a query and one check say in the same words. O(words of the check). */
import { type ClaimIndex, FIELD_END } from './claim-index-file.ts';
import type { Query } from './query.ts';

export interface Overlap {
  readonly covered: number;
  readonly stated: number;
  readonly phrases: number;
}

/** Adjacent terms of a query with the smaller IDF of the two: number of the pair to worth. */
export interface Phrases {
  readonly worth: ReadonlyMap<number, number>;
  readonly terms: number;
  readonly total: number;
}

/** The pairs of known terms that follow one another. */
export function phrasesOf(index: ClaimIndex, sequence: Int32Array): Phrases {
  const terms = index.idf.length;
  const worth = new Map<number, number>();
  let total = 0;
  for (let i = 0; i + 1 < sequence.length; i++) {
    const [a, b] = [sequence[i]!, sequence[i + 1]!];
    // Below 2^53 while there are fewer than 94 million terms.
    const pair = a * terms + b;
    if (a < 0 || b < 0 || worth.has(pair)) continue;
    const least = Math.min(index.idf[a]!, index.idf[b]!);
    worth.set(pair, least);
    total += least;
  }
  return { worth, terms, total };
}

/** `covered`, `stated` and `phrases` of `ScoreParts`; the body is not looked at. */
export function overlapOf(index: ClaimIndex, row: number, query: Query, phrases: Phrases): Overlap {
  const { sequence, idf, words } = index;
  const translated = query.translated.get(index.languageOf[row]!);
  const found = new Set<number>();
  const pairs = new Set<number>();
  let covered = 0;
  let stated = 0;
  let together = 0;
  for (let at = words[row]!, field = 0; at < words[row + 1]!; at++, field++) {
    const seen = new Set<number>();
    let all = 0;
    let shared = 0;
    for (let last = -1; sequence[at] !== FIELD_END; at++) {
      const term = sequence[at]!;
      const pair = last * phrases.terms + term;
      const worth = last < 0 ? undefined : phrases.worth.get(pair);
      if (worth !== undefined && !pairs.has(pair)) together += worth;
      pairs.add(pair);
      last = term;
      if (seen.has(term)) continue;
      seen.add(term);
      all += idf[term]!;
      const asked = Math.max(query.terms.get(term) ?? 0, Math.sqrt(translated?.get(term) ?? 0));
      const strength = Math.min(1, asked);
      shared += strength * idf[term]!;
      if (strength > 0 && !found.has(term)) covered += strength * idf[term]!;
      found.add(term);
    }
    // Claim and title; a subtitle may state anything.
    if (field < 2 && all > 0) stated = Math.max(stated, shared / all);
  }
  return {
    covered: Math.min(1, covered / Math.max(query.information, 1)),
    stated,
    phrases: phrases.total === 0 ? 0 : together / phrases.total,
  };
}
