/**
 * Words of estimative probability (ICD 203, Analytic Standards, 2 January 2015, D.6.e.2.a). Grades of
 * the Admiralty code are no probabilities and get none of these words: "probably true" says how the
 * evidence lies, not how often such a thing proves true.
 */
import { ESTIMATES, type Estimate } from '../domain/judgement.ts';

/** Upper ends of all words but the last, in the order of `ESTIMATES`. */
const UPPER_ENDS = [0.05, 0.2, 0.45, 0.55, 0.8, 0.95] as const;

/** One word, or the two between which the bounds lie. */
export type EstimateWords = Estimate | `${Estimate} to ${Estimate}`;

/**
 * The words for a probability between `low` and `high`, both inclusive, 0–1. A point where two words
 * meet gets the one nearer to an even chance. Undefined where there is nothing to estimate: the
 * certain (both 0 or both 1), the wholly open (0 to 1), and what is no pair of bounds.
 */
export function estimateOf(low: number, high: number): EstimateWords | undefined {
  if (!(low >= 0 && low <= high && high <= 1)) return undefined;
  if (high === 0 || low === 1 || (low === 0 && high === 1)) return undefined;
  // Bounds that end where a word ends do not reach into the next one.
  let from = UPPER_ENDS.filter((end) => end <= low).length;
  let to = UPPER_ENDS.filter((end) => end < high).length;
  if (from > to) from = to = low < 0.5 ? from : to;
  const [first, last] = [ESTIMATES[from]!, ESTIMATES[to]!];
  return from === to ? first : `${first} to ${last}`;
}

/** The probabilities that a word stands for, 0–1. */
export function estimateRange(word: Estimate): { readonly low: number; readonly high: number } {
  const place = ESTIMATES.indexOf(word);
  return { low: UPPER_ENDS[place - 1] ?? 0, high: UPPER_ENDS[place] ?? 1 };
}
