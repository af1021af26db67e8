/**
 * What the labels of public lists say for or against an outlet's reliability. Only labels that speak
 * of what it prints count: what it leans to, how large it is, who funds it say nothing of that, nor
 * that it once carried a case of disinformation (the desk counts that itself). A list is one voice, so
 * no label alone makes the best or the worst grade.
 */
import type { OutletFact } from '../../domain/watch.ts';

export type Leaning = 'for' | 'against';

/** Labels in the lists' own words, as `collect` keeps them (docs/outlets.md). */
const RULES: readonly { readonly label: RegExp; readonly leaning: Leaning }[] = [
  // VIGINUM: a site built for a campaign.
  { label: /^campaign: /, leaning: 'against' },
  // Media Bias/Fact Check. "mixed" and "medium" speak for neither.
  { label: /^reporting: (?:low|very-low)$/, leaning: 'against' },
  { label: /^reporting: (?:high|very-high|mostly-factual)$/, leaning: 'for' },
  { label: /^credibility: low-credibility$/, leaning: 'against' },
  { label: /^credibility: high-credibility$/, leaning: 'for' },
  {
    label:
      /^questionable: (?:false-claims|misinformation|fake-news|failed-fact-checks|imposter|plagiarism)$/,
    leaning: 'against',
  },
];

/** One list's labels that lean one way. */
export interface Listing {
  readonly leaning: Leaning;
  readonly labels: readonly string[];
  readonly fact: OutletFact;
}

/** The listings among the facts, in their order; one list may stand under both leanings. */
export function listingsOf(facts: readonly OutletFact[]): Listing[] {
  return facts.flatMap((fact) =>
    (['for', 'against'] as const).flatMap((leaning) => {
      const labels = (fact.labels ?? []).filter((label) =>
        RULES.some((rule) => rule.leaning === leaning && rule.label.test(label)),
      );
      return labels.length === 0 ? [] : [{ leaning, labels, fact }];
    }),
  );
}
