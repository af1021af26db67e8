/**
 * Sentences that several carriers of a claim tell right beside it, in the same words, and the
 * candidates that have nothing of the claim but such a sentence: a quotation cut out of its report.
 *
 * The sentence must have a word of the claim itself, and stand beside it in two carriers at least.
 * Wording is compared by runs of four terms, as share of the sentence's own runs. O(words).
 */
import type { Span } from '../../domain/span.ts';
import type { ReadCandidate, ReadSentence } from './told-articles.ts';

const RUN = 4;
/** Shorter sentences are said of anything. */
const LEAST_RUNS = 8;
const LEAST_CARRIERS = 2;
const LEAST_SHARE = 0.6;

/** A passage that carries the claim, the best of an article first. */
interface Passage {
  readonly span: Span;
}

export interface Beside {
  /** Number of the candidate. */
  readonly article: number;
  readonly span: Span;
  /** Of the runs of the sentence that others tell beside the claim. */
  readonly share: number;
}

/** The best such sentence of each candidate for which `carried` has nothing. */
export function besideClaims(
  articles: readonly ReadCandidate[],
  carried: readonly (readonly Passage[])[],
  tells: (sentence: ReadSentence) => boolean,
): Beside[] {
  const tellers = new Map<string, number>();
  articles.forEach(({ sentences }, i) => {
    for (const runs of besideOf(sentences, carried[i]!, tells)) {
      const wording = runs.join('\n');
      tellers.set(wording, (tellers.get(wording) ?? 0) + 1);
    }
  });
  const told = [...tellers].filter(([, n]) => n >= LEAST_CARRIERS).map(([key]) => key.split('\n'));
  if (told.length === 0) return [];
  const holders = holdersOf(told);
  return articles.flatMap(({ sentences }, article) => {
    if (carried[article]!.length > 0) return [];
    let best: Beside | undefined;
    for (const sentence of sentences) {
      if (!tells(sentence)) continue;
      const share = shareOf(runsOf(sentence.terms), told, holders);
      if (share < LEAST_SHARE || share <= (best?.share ?? 0)) continue;
      best = { article, span: { begin: sentence.begin, end: sentence.end }, share };
    }
    return best === undefined ? [] : [best];
  });
}

/** Run to the numbers of the sentences that have it. */
function holdersOf(told: readonly (readonly string[])[]): ReadonlyMap<string, readonly number[]> {
  const holders = new Map<string, number[]>();
  for (const [i, runs] of told.entries()) {
    for (const run of runs) holders.set(run, [...(holders.get(run) ?? []), i]);
  }
  return holders;
}

/** Runs of the sentences right before and after the best passage. */
function* besideOf(
  sentences: readonly ReadSentence[],
  passages: readonly Passage[],
  tells: (sentence: ReadSentence) => boolean,
): Generator<string[]> {
  const best = passages[0];
  if (best === undefined) return;
  const before = sentences.findLast(({ end }) => end <= best.span.begin);
  const after = sentences.find(({ begin }) => begin >= best.span.end);
  for (const sentence of [before, after]) {
    if (sentence === undefined || !tells(sentence)) continue;
    const runs = runsOf(sentence.terms);
    if (runs.length >= LEAST_RUNS) yield runs;
  }
}

/** The distinct runs of a sentence. */
function runsOf(terms: ReadSentence['terms']): string[] {
  const runs: string[] = [];
  for (let i = 0; i + RUN <= terms.length; i++) {
    let run = '';
    for (let k = i; k < i + RUN; k++) run += ` ${terms[k]!.key}`;
    runs.push(run);
  }
  return [...new Set(runs)];
}

/** The largest share of a told sentence's runs that `runs` have. */
function shareOf(
  runs: readonly string[],
  told: readonly (readonly string[])[],
  holders: ReadonlyMap<string, readonly number[]>,
): number {
  const shared = new Map<number, number>();
  let most = 0;
  for (const run of runs) {
    for (const i of holders.get(run) ?? []) {
      const count = (shared.get(i) ?? 0) + 1;
      shared.set(i, count);
      most = Math.max(most, count / told[i]!.length);
    }
  }
  return most;
}
