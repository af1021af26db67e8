/**
 * The fullest name of each entity in an article: most words, then fewest letters, which in Russian
 * is the form without a case ending. A demonym or a metonym tells no name. O(mentions).
 */
import type { Mention } from '../../domain/reading.ts';
import type { Placed } from './placed.ts';

/** The same mentions, each with the fullest name that any of them gives its entity. */
export function withFullNames(placed: readonly Placed[]): Placed[] {
  const fullest = new Map<string, string>();
  for (const { mention } of placed) {
    if (!tellsName(mention)) continue;
    const known = fullest.get(mention.entity);
    if (known === undefined || isFuller(mention.name, known)) {
      fullest.set(mention.entity, mention.name);
    }
  }
  return placed.map((one) => {
    const name = fullest.get(one.mention.entity);
    return name === undefined ? one : { ...one, mention: { ...one.mention, name } };
  });
}

function tellsName({ kind, form }: Mention): boolean {
  return kind !== 'office' && form !== 'demonym' && form !== 'metonym';
}

function isFuller(name: string, known: string): boolean {
  const more = name.split(' ').length - known.split(' ').length;
  return more > 0 || (more === 0 && name.length < known.length && !isCapitals(name));
}

/** "GRU" is no fuller than "Kremlin" for being shorter. */
function isCapitals(name: string): boolean {
  return name === name.toUpperCase();
}
