/**
 * A briefing: what a watch shows of a period. Each sentence carries what shows it, or it is not
 * written; what was not written is listed. `BriefingFacts` is what it is made of, `Briefing` what is
 * written, in whatever form.
 */
import type { AlertView } from './alert-views.ts';
import type { IndicatorReading } from './alerts.ts';
import type { CascadeRowView } from './cascade-views.ts';
import type { Digest } from './ids.ts';
import type { Estimate } from './judgement.ts';
import type { ClaimJudgedView } from './judgement-views.ts';
import type { RefusalKind } from './outcome.ts';
import type { PresenceView } from './presence-views.ts';
import type { StateCode } from './reading.ts';
import type { SaidView } from './reading-views.ts';
import type { Span } from './span.ts';
import type { Coverage } from './today-views.ts';
import type { CascadeView } from './views.ts';

export const BRIEFING_LANGUAGES = ['en', 'es'] as const;
export type BriefingLanguage = (typeof BRIEFING_LANGUAGES)[number];

/** All that a briefing may rest on. */
export interface BriefingFacts {
  /** The watch's name; absent without a watch. */
  readonly title: string | undefined;
  readonly host: StateCode | undefined;
  readonly sponsors: readonly StateCode[];
  /** First and last day looked at, `YYYY-MM-DD`, both inclusive, UTC. */
  readonly period: { readonly first: string; readonly last: string };
  /** Of the program. */
  readonly version: string;
  /** Articles and publishers dated in the period; articles without a date are counted apart. */
  readonly articles: number;
  readonly outlets: number;
  readonly undated: number;
  readonly languages: readonly { readonly language: string; readonly articles: number }[];
  readonly coverage: Coverage;
  /** Sources that are silent or cannot be read: their name and why, in one word or two. */
  readonly gaps: readonly { readonly source: string; readonly why: string }[];
  readonly refused: Readonly<Partial<Record<RefusalKind, number>>>;
  /** Alerts measured in the period, the gravest first. */
  readonly alerts: readonly AlertView[];
  readonly readings: readonly IndicatorReading[];
  /** Cascades with a member in the period, the widest first; `cascadesTotal` counts all of them. */
  readonly cascades: readonly CascadeView[];
  readonly cascadesTotal: number;
  /** Claims of the widest cascades, judged; with the row of the cascade that carries each. */
  readonly claims: readonly {
    readonly cascade: CascadeRowView;
    readonly judged: ClaimJudgedView;
  }[];
  /** Of each sponsor in the host. */
  readonly presence: readonly PresenceView[];
  /** Statements on what was watched, of the period, the most repeated first. */
  readonly said: readonly SaidView[];
}

/** What shows a sentence. `n` numbers it in the list of sources, from 1. */
export type Footing =
  /** Words of an article. */
  | {
      readonly kind: 'passage';
      readonly n: number;
      readonly quote: string;
      readonly span: Span;
      readonly language: string;
      readonly source: BriefingSource;
    }
  /** A published fact-check, an entry of the ledger or of a list: its own words, and where they stand. */
  | {
      readonly kind: 'record';
      readonly n: number;
      readonly words: string;
      readonly source: BriefingSource;
    }
  /** A count of the desk's own: what was counted, and the command that counts it again. */
  | { readonly kind: 'count'; readonly n: number; readonly what: string; readonly command: string };

/** Where a passage or a record stands. */
export interface BriefingSource {
  readonly name: string;
  readonly title: string;
  readonly url: string | undefined;
  /** `YYYY-MM-DD`, or what is known of it; absent: no date. */
  readonly day: string | undefined;
  readonly digest: Digest | string | undefined;
}

/**
 * A language model that proposes sentences on numbered footings, each naming its own as `[1]` or `[1, 3]`.
 * Nothing that it says is trusted: every sentence goes through the gate. Rejects where it cannot be asked.
 */
export type Briefer = (asked: {
  readonly language: BriefingLanguage;
  readonly footings: readonly { readonly n: number; readonly words: string }[];
}) => Promise<string>;

export interface BriefingSentence {
  readonly text: string;
  /** Never empty. */
  readonly footings: readonly Footing[];
  /** Of a judgement; absent of what is only reported or counted. */
  readonly confidence?: Estimate;
}

export const BRIEFING_PARTS = [
  'bottom-line',
  'judgements',
  'alerts',
  'cascades',
  'claims',
  'presence',
  'gaps',
] as const;
export type BriefingPart = (typeof BRIEFING_PARTS)[number];

export interface BriefingSection {
  readonly part: BriefingPart;
  readonly heading: string;
  /** Paragraphs or list items of sentences. */
  readonly items: readonly {
    /** Foreign text or a fixed word: what the item is about. */
    readonly lead: string | undefined;
    readonly sentences: readonly BriefingSentence[];
  }[];
}

/** A sentence that was not written, and why. */
export interface RefusedSentence {
  readonly part: BriefingPart;
  readonly text: string;
  readonly why: string;
}

export interface Briefing {
  readonly language: BriefingLanguage;
  readonly title: string;
  readonly subtitle: string;
  /** Of the program. */
  readonly version: string;
  readonly sections: readonly BriefingSection[];
  /** All footings by their numbers. */
  readonly sources: readonly Footing[];
  readonly refused: readonly RefusedSentence[];
}
