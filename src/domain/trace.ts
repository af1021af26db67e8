/** What tracing yields: aligned passages, copy types, cascades. All spans are in article texts. */
import type { ArticleId, CascadeId } from './ids.ts';
import type { Span } from './span.ts';

/** One passage that two articles share, with its span on both sides. */
export interface Passage {
  readonly a: Span;
  readonly b: Span;
  /** Words that are the same, in order, on both sides; of a retold passage, those with a counterpart. */
  readonly words: number;
  /** Words of the span on each side. */
  readonly aWords: number;
  readonly bWords: number;
  /** Present where the passage says the same in other words or another language. */
  readonly retold?: true;
}

/** The same passage seen from the other side. */
export function swapSides(passage: Passage): Passage {
  return {
    ...passage,
    a: passage.b,
    b: passage.a,
    aWords: passage.bWords,
    bWords: passage.aWords,
  };
}

/** All passages shared by two articles. `a < b` as strings; time is not implied. */
export interface Alignment {
  readonly a: ArticleId;
  readonly b: ArticleId;
  readonly passages: readonly Passage[];
}

/** How an echo differs from its parent. `cut`: a proper part of the parent, wording kept. */
export const COPY_TYPES = ['verbatim', 'edited', 'cut', 'paraphrased', 'translated'] as const;
export type CopyType = (typeof COPY_TYPES)[number];

/** Whether the echo, in its text or beside it, names where the text came from. */
export const CREDIT_STATES = ['kept', 'dropped', 'unknown'] as const;
export type CreditState = (typeof CREDIT_STATES)[number];

/** Why this article and no other is taken for the parent. */
export const PARENT_REASONS = ['names-outlet', 'most-overlap', 'earliest'] as const;
export type ParentReason = (typeof PARENT_REASONS)[number];

/** An echo's most likely parent among the articles known to be earlier. A lead, not a finding. */
export interface Parent {
  readonly article: ArticleId;
  readonly reason: ParentReason;
  /** 0–1: the share of the evidence for this parent against its rivals. */
  readonly confidence: number;
  /** Other earlier articles that could be the parent, most likely first. */
  readonly rivals: readonly ArticleId[];
  /** Bounds of the delay in milliseconds. */
  readonly lag: { readonly min: number; readonly max: number };
}

/** A change that alters what is claimed, not only how. */
export const ALTERATION_KINDS = ['figure-changed', 'hedge-removed', 'headline-hardened'] as const;
export interface Alteration {
  readonly kind: (typeof ALTERATION_KINDS)[number];
  /** The words of the parent and of the echo; `to` may be empty. */
  readonly from: string;
  readonly to: string;
}

/** What changed between parent and echo. */
export interface Change {
  readonly title: { readonly from: string; readonly to: string } | undefined;
  /** Words inside the shared passages that the echo added or removed, in reading order. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly alterations: readonly Alteration[];
}

/**
 * How strongly a text credits a news agency as its own source: the story opens with it (`dateline`),
 * the whole piece is credited to it (`byline`), a sentence has it from there (`cited`), something was
 * said to it (`via`, which is no credit of the text). Strongest first.
 */
export const WIRE_STRENGTHS = ['dateline', 'byline', 'cited', 'via'] as const;
export type WireStrength = (typeof WIRE_STRENGTHS)[number];

/**
 * Where a credit stands: its words in the article's text, an author as the page states it, or the
 * address of a work from which the page says that it is taken.
 */
export type CreditPlace =
  | { readonly kind: 'text'; readonly span: Span }
  | { readonly kind: 'authors'; readonly words: string }
  | { readonly kind: 'based-on'; readonly url: string };

/** One member's strongest credit of a wire. What a page states of authors and works is a `byline`. */
export interface WireCredit {
  readonly article: ArticleId;
  readonly strength: WireStrength;
  readonly place: CreditPlace;
  /**
   * Whether it stands before, inside or right behind the passage that the member shares; what a page
   * states of the whole piece covers all of it.
   */
  readonly covers: boolean;
}

/**
 * A news agency, or an outlet of the desk that others credit like one, that members name as their
 * source: the origin behind the origin, by their own word.
 */
export interface Wire {
  /** Id of the agency (`efe`), or the outlet's publisher (`wire.example`). */
  readonly id: string;
  readonly name: string;
  /** Members of the wire's own house, in the order of the echoes. */
  readonly own: readonly ArticleId[];
  /** Members of other houses that credit it, in the order of the echoes. Never empty. */
  readonly credits: readonly WireCredit[];
}

/** One article's part in a cascade. */
export interface Echo {
  readonly article: ArticleId;
  /** Absent for the earliest, for undated articles, and where the order is not established. */
  readonly parent: Parent | undefined;
  readonly copyType: CopyType | undefined;
  readonly credit: CreditState;
  /** What names where the text came from, if anything; the text's own words before the page's. */
  readonly creditPlace: CreditPlace | undefined;
  /** Against the parent; without one, how it differs from `comparedWith`, if the headline does. */
  readonly change: Change | undefined;
  /** Passages shared with the parent (a: parent, b: this); without one, with the nearest member. */
  readonly passages: readonly Passage[];
  /** The article that `passages` compares with. */
  readonly comparedWith: ArticleId | undefined;
}

/** One passage's journey: its members in time. */
export interface Cascade {
  readonly id: CascadeId;
  /** Dated members by time, then undated ones by id. */
  readonly echoes: readonly Echo[];
  /**
   * Members that may be the earliest: exactly one where the order is established, several where the
   * bounds of their dates touch, none where no member is dated. *Earliest seen* is not *source*.
   */
  readonly earliest: readonly ArticleId[];
  /** Distinct publishers (domains). */
  readonly reach: number;
  /** Wires that members credit, most credits first; absent where a trace before wires stored it. */
  readonly wires?: readonly Wire[];
}
