/**
 * The parts of a fact-check: "Claim: …", "The facts: …", "Verdict: false". A label stands at the beginning of
 * a sentence, and a mark or the end of the line follows it.
 */
import type { Span } from '../../domain/span.ts';
import type { Claim } from './claim.ts';
import type { FindSigns, SignKind } from './lexicon.ts';
import type { Page } from './page.ts';
import { type Word, wordsIn } from './words.ts';

export type Rated = 'false' | 'open' | 'true';

export interface Sections {
  /** The verdict that the article itself states under a label. */
  readonly rated: { readonly as: Rated; readonly span: Span } | undefined;
  /** The label of the facts, where the claim stands before it under a label of its own. */
  readonly facts: Span | undefined;
}

/** Words of a label, and words behind it among which the verdict stands. */
const MOST_LABEL_WORDS = 5;
const RATED_WITHIN = 8;
const LABEL_CHARACTERS = 200;
const MARK = /^\s*(?:[:.?–—-]|\n|$)/u;
const RATINGS: readonly (readonly [SignKind, Rated])[] = [
  ['ratedOpen', 'open'],
  ['ratedFalse', 'false'],
  ['ratedTrue', 'true'],
];

/** Finds labels and the stated verdict; the last verdict counts. */
export function sectionsOf(page: Page, claim: Claim, find: FindSigns): Sections {
  let rated: Sections['rated'];
  let facts: Span | undefined;
  let claimed = false;
  const first = claim.spans[0]?.begin ?? 0;
  const lastClaim = claim.spans.at(-1)?.end ?? 0;
  for (const sentence of page.sentences) {
    const words = wordsIn(page.text, {
      begin: sentence.begin,
      end: Math.min(page.text.length, sentence.begin + LABEL_CHARACTERS),
    });
    const label = labelAt(page.text, words, find);
    if (label === undefined) continue;
    const span = { begin: words[0]!.begin, end: words[label.to - 1]!.end };
    if (label.kind === 'claimLabel') claimed ||= sentence.begin <= first;
    else if (label.kind === 'factLabel') {
      if (claimed && sentence.begin >= lastClaim) facts ??= span;
    } else rated = ratedBehind(words.slice(label.to), find) ?? rated;
  }
  return { rated, facts };
}

function labelAt(text: string, words: readonly Word[], find: FindSigns) {
  const labels = find(words.slice(0, MOST_LABEL_WORDS)).filter(
    ({ kind, from, to }) =>
      from === 0 &&
      (kind === 'rating' || kind === 'claimLabel' || kind === 'factLabel') &&
      MARK.test(text.slice(words[to - 1]!.end, words[to]?.begin)),
  );
  return labels[0];
}

function ratedBehind(words: readonly Word[], find: FindSigns): Sections['rated'] {
  const hits = find(words.slice(0, RATED_WITHIN));
  for (const [kind, as] of RATINGS) {
    const hit = hits.find((one) => one.kind === kind);
    if (hit !== undefined) {
      return { as, span: { begin: words[hit.from]!.begin, end: words[hit.to - 1]!.end } };
    }
  }
  return undefined;
}
