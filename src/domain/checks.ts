/** Published fact-checks: claims that someone checked, with the checker's own words for the result. */
import type { CaptureId, CheckId } from './ids.ts';
import type { Moment } from './moment.ts';

/** A fact-check as its publisher, or a list that somebody keeps of them, states it. */
export interface CheckDraft {
  /** What was checked, in one sentence or a few, as the checker words it. Never empty. */
  readonly claim: string;
  /** Headline of the check. */
  readonly title?: string;
  /** Its summary, or the refutation in short. */
  readonly summary?: string;
  readonly body?: string;
  /** Lower-case primary tag of the language that the check is written in. */
  readonly language?: string;
  /** Address of the check, canonical. */
  readonly url?: string;
  /** Who checked it, as stated; the host of `url` where nobody is named. */
  readonly checker: string;
  /** When the check was published. */
  readonly checked?: Moment;
  /** The result in the checker's own words: "Pants on Fire", "Bulo". */
  readonly rating?: string;
  /** The result as a number on the checker's own scale. */
  readonly ratingScale?: { readonly value: number; readonly best: number; readonly worst: number };
  /** Who made the claim, as stated. */
  readonly claimedBy?: string;
  /** When the claim was made, as stated. */
  readonly claimed?: Moment;
  /** Addresses at which the claim appeared, as stated. */
  readonly appearances: readonly string[];
  /** Outlets that are said to have carried it, by their names as stated. */
  readonly outlets: readonly string[];
  /** The list or feed that it was read from, where that is not the checker's own page: "EUvsDisinfo". */
  readonly list?: string;
}

/** A fact-check that the desk keeps, with the archived bytes that state it. */
export interface FactCheck extends CheckDraft {
  readonly id: CheckId;
  readonly capture: CaptureId;
}

/** What ratings come down to, the worst first; `other` where the words are not known to the desk. */
export const VERDICTS = [
  'false',
  'mostly-false',
  'misleading',
  'altered',
  'satire',
  'mixed',
  'unproven',
  'mostly-true',
  'true',
  'other',
] as const;
export type Verdict = (typeof VERDICTS)[number];
