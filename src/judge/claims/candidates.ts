/**
 * The checks that share most with a query: BM25F over weighted terms, one array of scores, the best
 * picked by a heap. O(postings of the query's terms + checks).
 */
import type { ClaimIndex } from './claim-index-file.ts';
import type { Query } from './query.ts';

/** Saturation: a word's second mention adds less. */
const K1 = 1.2;

export interface Candidates {
  /** Best first. */
  readonly rows: Int32Array;
  readonly scores: Float32Array;
}

/** The `most` best rows for a query; rows that share no term are left out. */
export function candidatesOf(
  index: ClaimIndex,
  { terms, translated }: Pick<Query, 'terms' | 'translated'>,
  most: number,
): Candidates {
  const scores = new Float32Array(index.size);
  const { postings, rows, weights, idf, languageOf } = index;
  for (const [term, worth] of terms) {
    const gain = idf[term]! * worth * (K1 + 1);
    for (let p = postings[term]!; p < postings[term + 1]!; p++) {
      const w = weights[p]!;
      scores[rows[p]!]! += (gain * w) / (K1 + w);
    }
  }
  for (const [language, asked] of translated) {
    for (const [term, worth] of asked) {
      // A word that is the same in both languages counts once.
      const gain = idf[term]! * Math.max(0, worth - (terms.get(term) ?? 0)) * (K1 + 1);
      for (let p = gain > 0 ? postings[term]! : postings[term + 1]!; p < postings[term + 1]!; p++) {
        const w = weights[p]!;
        if (languageOf[rows[p]!] === language) scores[rows[p]!]! += (gain * w) / (K1 + w);
      }
    }
  }
  return best(scores, most);
}

/** The `most` highest positive scores, ties to the lower row. A binary heap, the worst on top. */
function best(scores: Float32Array, most: number): Candidates {
  const heap = new Int32Array(most);
  let size = 0;
  const worse = (a: number, b: number): boolean =>
    scores[a]! < scores[b]! || (scores[a] === scores[b] && a > b);
  const sink = (from: number): void => {
    for (let at = from; ; ) {
      let child = 2 * at + 1;
      if (child >= size) return;
      if (child + 1 < size && worse(heap[child + 1]!, heap[child]!)) child++;
      if (!worse(heap[child]!, heap[at]!)) return;
      const row = heap[at]!;
      heap[at] = heap[child]!;
      heap[child] = row;
      at = child;
    }
  };
  for (let row = 0; row < scores.length; row++) {
    if (scores[row]! <= 0) continue;
    if (size < most) {
      heap[size++] = row;
      if (size === most) for (let at = size >> 1; at >= 0; at--) sink(at);
    } else if (worse(heap[0]!, row)) {
      heap[0] = row;
      sink(0);
    }
  }
  const rows = heap.slice(0, size).sort((a, b) => scores[b]! - scores[a]! || a - b);
  return { rows, scores: Float32Array.from(rows, (row) => scores[row]!) };
}
