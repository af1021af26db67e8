/**
 * Plain BM25, for comparison: lower-cased words, one field, no stems, k1 = 1.2, b = .75
 * (S. Robertson and H. Zaragoza 2009, https://doi.org/10.1561/1500000019).
 */
import type { ClaimText } from '../src/judge/claims/claim-text.ts';

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];

/** A function from a query to the ids of its best checks. */
export function plainBm25(checks: readonly ClaimText[]): (query: string, most: number) => string[] {
  const postings = new Map<string, { row: number; count: number }[]>();
  const lengths = checks.map(({ title, claim, subtitle, body }, row) => {
    const words = wordsOf([title, claim, subtitle, body].join(' '));
    const counts = new Map<string, number>();
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    for (const [word, count] of counts) {
      const known = postings.get(word);
      if (known === undefined) postings.set(word, [{ row, count }]);
      else known.push({ row, count });
    }
    return words.length;
  });
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  return (query, most) => {
    const scores = new Map<number, number>();
    for (const word of wordsOf(query)) {
      const list = postings.get(word) ?? [];
      const idf = Math.log(1 + (checks.length - list.length + 0.5) / (list.length + 0.5));
      for (const { row, count } of list) {
        const damped = count + 1.2 * (0.25 + (0.75 * lengths[row]!) / mean);
        scores.set(row, (scores.get(row) ?? 0) + (idf * count * 2.2) / damped);
      }
    }
    const best = [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, most);
    return best.map(([row]) => checks[row]!.id);
  };
}
