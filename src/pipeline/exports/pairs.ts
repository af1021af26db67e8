/** Where texts have characters of two UTF-16 units: what others count as one. */
import type { Article } from '../../domain/article.ts';
import type { SurrogatePairs } from '../../domain/exports.ts';

const PAIR = /[\ud800-\udbff][\udc00-\udfff]/g;

/** Of each of these articles that has any: where. O(letters). */
export function pairsIn(articles: Iterable<Pick<Article, 'id' | 'text'>>): SurrogatePairs {
  const found: Record<string, readonly number[]> = {};
  for (const { id, text } of articles) {
    const places = Array.from(text.matchAll(PAIR), ({ index }) => index);
    if (places.length > 0) found[id] = places;
  }
  return found;
}
