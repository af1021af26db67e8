/**
 * Retellings of pairs of articles: candidates verified sentence by sentence, and joined with the
 * passages of equal wording that are known already.
 */
import type { Passage } from '../domain/trace.ts';
import {
  joinPassages,
  type PreparedText,
  prepareText,
  type RetellTools,
  retoldPassages,
  usualCoverage,
} from './retellings.ts';

/** Prepared sentences kept at a time, about 1.5 kB each. */
const CACHE_SENTENCES = 100_000;
/** Share of a pair's shorter text that equal wording must cover for nothing to be left to retell. */
const SETTLED = 0.6;

/**
 * Least words with a counterpart, were all true renderings covered whole, for a pair of a desk that
 * shares no wording. A desk of 100,000 articles tries half a million pairs, most of them on the same
 * subject, so a lone short likeness is chance: with 13, which is right for two texts that a person
 * lays side by side, 117 pairs of 378 articles on one pandemic were false, with 24 a third of them,
 * with 40 a tenth, at the price of 5 in 100 planted retellings (bench/RESULTS.md).
 */
const LEAST_ALONE = 40;

/** Whether passages are evidence enough for a pair that nobody but the search put together. */
export function bearsAlone(passages: readonly Passage[], a: string, b: string): boolean {
  if (passages.some(({ retold }) => retold === undefined)) return true;
  const words = passages.reduce((sum, passage) => sum + passage.words, 0);
  return words >= LEAST_ALONE * usualCoverage(a, b);
}

/** A text in its language. */
export interface RetellText {
  readonly text: string;
  readonly language: string;
}

/** Compares pairs of texts; remembers texts that it read, since they come again in other pairs. */
export class RetellReader {
  private readonly tools: RetellTools;
  private readonly kept = new Map<string, PreparedText>();
  private sentences = 0;

  constructor(tools: RetellTools) {
    this.tools = tools;
  }

  /** The pair's passages with the retold ones, or undefined if there are none. */
  passages(a: RetellText, b: RetellText, same: readonly Passage[]): Passage[] | undefined {
    if (isSettled(same, a, b)) return undefined;
    const left = this.prepared(a);
    const right = this.prepared(b);
    const retold = retoldPassages(left, right, this.tools);
    return retold.length === 0 ? undefined : joinPassages(same, retold, left, right);
  }

  private prepared({ text, language }: RetellText): PreparedText {
    const key = `${language} ${text}`;
    const known = this.kept.get(key);
    if (known !== undefined) return known;
    const prepared = prepareText(text, language, this.tools);
    this.sentences += prepared.sentences.length;
    this.kept.set(key, prepared);
    for (const [oldest, { sentences }] of this.kept) {
      if (this.sentences <= CACHE_SENTENCES || oldest === key) break;
      this.kept.delete(oldest);
      this.sentences -= sentences.length;
    }
    return prepared;
  }
}

function isSettled(same: readonly Passage[], a: RetellText, b: RetellText): boolean {
  const covered = same.reduce((sum, passage) => sum + passage.b.end - passage.b.begin, 0);
  return covered >= SETTLED * Math.min(a.text.length, b.text.length);
}
