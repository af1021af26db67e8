/**
 * The baseline of the similarity measure: cosine of TF-IDF vectors of words, weight
 * (1 + ln tf) · ln(N / df). It shows what plain wording reaches; it is no part of the program.
 *
 * Source: Salton, Buckley: Term-weighting approaches in automatic text retrieval, 1988,
 * https://doi.org/10.1016/0306-4573(88)90021-0.
 */
import { wordsOf } from './shingles.ts';

/** A cosine between two texts, 0 to 1, with document frequencies from `texts`. */
export function tfidfCosine(texts: readonly string[]): (a: string, b: string) => number {
  const frequency = new Map<string, number>();
  for (const text of texts)
    for (const word of new Set(wordsOf(text))) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const vectorOf = (text: string) => {
    const counts = new Map<string, number>();
    for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
    for (const [word, count] of counts) {
      const rarity = Math.log(texts.length / (frequency.get(word) ?? 1));
      counts.set(word, (1 + Math.log(count)) * rarity);
    }
    return counts;
  };
  return (a, b) => cosine(vectorOf(a), vectorOf(b));
}

function cosine(x: ReadonlyMap<string, number>, y: ReadonlyMap<string, number>): number {
  let product = 0;
  for (const [word, weight] of x) product += weight * (y.get(word) ?? 0);
  const length = (vector: ReadonlyMap<string, number>) =>
    Math.sqrt([...vector.values()].reduce((sum, weight) => sum + weight * weight, 0));
  const lengths = length(x) * length(y);
  return lengths === 0 ? 0 : product / lengths;
}
