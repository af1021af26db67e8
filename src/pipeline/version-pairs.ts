/**
 * Versions of one article stand once in a cascade: an outlet that edits a story has not said it twice.
 * Of all pairs between the versions of two articles the one that shares most is kept, of equal ones
 * the first. O(pairs).
 */
import type { TracedPair } from '../trace/pairs.ts';

/** The pairs, in their order, with one for two articles; `firstOf` gives a later version's first row. */
export function onePairEach(
  pairs: readonly TracedPair[],
  firstOf: ReadonlyMap<number, number>,
): readonly TracedPair[] {
  if (firstOf.size === 0) return pairs;
  const best = new Map<string, TracedPair>();
  for (const pair of pairs) {
    const key = keyOf(pair, firstOf);
    const known = best.get(key);
    if (known === undefined || wordsOf(pair) > wordsOf(known)) best.set(key, pair);
  }
  return pairs.filter((pair) => best.get(keyOf(pair, firstOf)) === pair);
}

function keyOf({ a, b }: TracedPair, firstOf: ReadonlyMap<number, number>): string {
  const x = firstOf.get(a) ?? a;
  const y = firstOf.get(b) ?? b;
  return x < y ? `${x} ${y}` : `${y} ${x}`;
}

const wordsOf = ({ passages }: TracedPair): number =>
  passages.reduce((sum, { words }) => sum + words, 0);
