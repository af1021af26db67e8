/**
 * What is judged of claims, statements and outlets. Every judgement carries the passages that bear it
 * out, and bounds where the evidence leaves room: nothing here says more than its evidence.
 */
import type { ArticleId, CheckId } from './ids.ts';
import type { Moment } from './moment.ts';
import type { Span } from './span.ts';
import type { Days, Tenure } from './tenure.ts';
import type { CopyType } from './trace.ts';
import type { Worded } from './worded.ts';

/** Both inclusive. */
export interface Bounds {
  readonly atLeast: number;
  readonly atMost: number;
}

/** A passage that bears a judgement out. */
export interface Evidence {
  readonly article: ArticleId;
  /** In the article's text. */
  readonly span: Span;
}

/** The rungs of the independence ladder, from many to few. */
export const RUNGS = ['articles', 'publishers', 'agencies', 'utterances'] as const;
export type RungKind = (typeof RUNGS)[number];

/** Why two units count as one. */
export const MERGE_REASONS = [
  /** One registrable domain: editions of one house. */
  'same-domain',
  /** A list states one owner for both; what they print may still be their own. */
  'same-owner',
  /** Both state one name for the outlet, on different domains or platforms. */
  'same-name',
  /** The same words outside any quotation. */
  'shared-wording',
  /** A long translation of the other, sentence by sentence. */
  'translated',
  /** The same told in other words. */
  'retold',
  /** Both credit one agency for the piece. */
  'same-wire',
  /** One is the agency that the other credits. */
  'wire-itself',
  /** One names the other as its source. */
  'names-outlet',
  /** The same words, quoted from one speaker. */
  'same-quotation',
  /** One speaker, at one venue or on one day, to the same effect. */
  'same-occasion',
  /** One speaker to the same effect, the occasion not stated on both sides. */
  'same-speaker',
  /** At least one of them names no speaker, so that nothing tells them apart. */
  'speaker-unstated',
] as const;
export type MergeReason = (typeof MERGE_REASONS)[number];

/** A step of the ladder: two units that are one, surely or perhaps. */
export interface Merge {
  /** Keys of what is joined: articles and, for agencies, `wire:…` too; for utterances units of agencies. */
  readonly a: string;
  readonly b: string;
  readonly reason: MergeReason;
  /** A sure merge lowers both bounds, a possible one the lower bound only. */
  readonly sure: boolean;
  /**
   * The passages that show it, of each side where both have one; empty only for facts on outlets and
   * for what pages state beside their texts.
   */
  readonly evidence: readonly Evidence[];
  /** What else shows it: the owner and who states it, the wire's name, the stated author, the speaker. */
  readonly note?: Worded;
}

/** What counts as one on a rung, once all sure merges are made. */
export interface LadderUnit {
  readonly key: string;
  /** How outputs name it: an outlet, an agency, a speaker with venue and day. */
  readonly name: string;
  readonly articles: readonly ArticleId[];
}

export interface Rung {
  readonly kind: RungKind;
  readonly bounds: Bounds;
  readonly units: readonly LadderUnit[];
  readonly merges: readonly Merge[];
}

/** Publishers that cite one another round: A cites B cites A. Each step is one article citing another house. */
export interface Circle {
  readonly steps: readonly {
    readonly from: string;
    readonly to: string;
    readonly evidence: Evidence;
  }[];
}

/** Of one claim or cascade: how many articles, publishers, agencies (newsrooms whose wording is carried) and first utterances stand behind it. */
export interface Ladder {
  readonly rungs: readonly Rung[];
  readonly circles: readonly Circle[];
  /** Present where all roads lead to one utterance: who, and where that is stated. */
  readonly root?: { readonly name: string; readonly evidence: readonly Evidence[] };
}

/** Why an utterance is older than the article that carries it. */
export const RECYCLED_REASONS = ['stated-date', 'earlier-article', 'role-ended'] as const;
export type RecycledReason = (typeof RECYCLED_REASONS)[number];

export interface Recycled {
  readonly reason: RecycledReason;
  /** Bounds of the age in days when this article was published; `max` is null where nothing bounds it. */
  readonly days: { readonly min: number; readonly max: number | null };
  readonly evidence: readonly Evidence[];
}

/** The four clocks of one statement in one article. They never stand in for each other. */
export interface StatementClocks {
  /** When it was made, as stated; absent: not stated, or not to be resolved. */
  readonly uttered: { readonly days: Days; readonly evidence: Evidence } | undefined;
  /** The earliest article of the desk that carries the same words; this one where there is no earlier. */
  readonly firstPublished: { readonly article: ArticleId; readonly moment: Moment } | undefined;
  readonly published: Moment | undefined;
  /** Milliseconds since the epoch. */
  readonly captured: number;
}

/** What the registry of offices says of a role as an article states it. */
export const ROLE_STANDINGS = [
  /** Held when the article was published. */
  'held',
  /** Held before, not any more when the article was published, though stated as current. */
  'held-then-not-now',
  /** Begun only after the article. */
  'not-yet',
  /** The registry covers the office at that time and has somebody else in it throughout. */
  'never-held',
  /** Stated as a former one by the article, and it was. */
  'former-as-stated',
  /** The registry does not tell, or a date is missing or too wide. */
  'unknown',
] as const;
export type RoleStanding = (typeof ROLE_STANDINGS)[number];

export interface RoleJudgement {
  readonly standing: RoleStanding;
  /** The role as stated in the article. */
  readonly evidence: Evidence;
  /** The tenures that it rests on. */
  readonly tenures: readonly Tenure[];
  /** Whether the office was held when the statement was made, as far as that is known. */
  readonly heldWhenUttered: 'yes' | 'no' | 'unknown';
}

/** How an article treats a claim that it carries. Those that doubt or debunk never amplify it. */
export const ECHO_STANCES = ['repeats', 'attributes', 'hedges', 'doubts', 'debunks'] as const;
export type EchoStance = (typeof ECHO_STANCES)[number];

export interface StanceJudgement {
  readonly stance: EchoStance;
  readonly amplifies: boolean;
  /** The words that show it, in the article's text; for `repeats` the claim itself. */
  readonly evidence: readonly Evidence[];
  /** Where the headline shows it: its words. */
  readonly headline?: string;
}

/** When an echo was published against the first check of its claim; days, both inclusive. */
export interface DebunkedBefore {
  readonly article: ArticleId;
  readonly check: CheckId;
  /** Positive: the check was there first. Bounds that touch 0 leave the order open. */
  readonly days: { readonly min: number; readonly max: number };
}

/** Admiralty code, first axis: of a source, never of what it says now. */
export const RELIABILITIES = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
export type Reliability = (typeof RELIABILITIES)[number];
/** Admiralty code, second axis: of a piece of information, never of who says it. */
export const CREDIBILITIES = [1, 2, 3, 4, 5, 6] as const;
export type Credibility = (typeof CREDIBILITIES)[number];

/** Words of estimative probability (ICD 203), from the least to the most likely. */
export const ESTIMATES = [
  'almost no chance',
  'very unlikely',
  'unlikely',
  'roughly even chance',
  'likely',
  'very likely',
  'almost certain',
] as const;
export type Estimate = (typeof ESTIMATES)[number];

/** A grade with what speaks for it, each reason one sentence with the number or fact in it. */
export interface Graded<Grade> {
  readonly grade: Grade;
  readonly reasons: readonly Worded[];
}

/** What two sides may differ in. */
export const CONFLICT_KINDS = [
  /** A figure that changed between an article and its echo. */
  'figure',
  /** Counts of one state's people or posts in another: same unit, scope, measure and time. */
  'count',
  /** Fact-checks of one claim with different results. */
  'verdict',
  /** Days that are stated for one utterance. */
  'utterance-day',
] as const;
export type ConflictKind = (typeof CONFLICT_KINDS)[number];

/** One value and what states it. */
export interface ConflictSide {
  /** As stated: `12`, `at least 9`, `false`, `2022-03-24`. */
  readonly value: Worded;
  readonly evidence: readonly Evidence[];
  /** The fact-checks that state it; empty where articles do. */
  readonly checks: readonly CheckId[];
}

/** Values about one thing that cannot all be right. They are kept side by side and never averaged. */
export interface Conflict {
  readonly kind: ConflictKind;
  /** What they are about. */
  readonly subject: Worded;
  /** Two or more, each unlike all others as written. */
  readonly sides: readonly ConflictSide[];
}

/** How many of how many, with a rate where there are enough to say one. */
export interface Proportion {
  readonly count: number;
  readonly n: number;
  /** The share, 0–1, with its 95 % Wilson interval; absent where `n` is too small to say a rate. */
  readonly rate?: { readonly share: number; readonly low: number; readonly high: number };
}

/** Another publisher, and the part of the reprints that falls to it. */
export interface ReprintPartner {
  readonly publisher: string;
  readonly reprints: Proportion;
}

/** What the desk has seen of one publisher, in aggregate. Of publishers only, never of persons. */
export interface OutletProfile {
  readonly publisher: string;
  /** Its articles on the desk. */
  readonly articles: number;
  /** Places of its articles in cascades, copies of its own pieces left out. */
  readonly carried: number;
  /** Cascades in which it alone is the earliest seen. */
  readonly earliest: number;
  /** Echoes whose likely parent is another publisher; each parent is a lead, not a finding. */
  readonly reprints: number;
  /** Echoes whose likely parent is an article of its own. */
  readonly ownCopies: number;
  /** Whom it reprints and who reprints it, most first, then by name. */
  readonly from: readonly ReprintPartner[];
  readonly by: readonly ReprintPartner[];
  /**
   * Bounds of its median delay behind the parent, in milliseconds: the median of the least delays
   * and that of the greatest. Absent without reprints.
   */
  readonly lag?: { readonly min: number; readonly max: number };
  readonly copyTypes: Readonly<Record<CopyType, number>>;
  readonly credits: {
    /** Of the reprints where that is known: those that do not name where the text came from. */
    readonly dropped: Proportion;
    readonly unknown: number;
  };
  /** Of what it carried, unless to doubt or debunk it: claims that a fact-check refutes. */
  readonly refuted: {
    /** The check was there before the article. */
    readonly before: Proportion;
    /** The check came after the article. */
    readonly later: Proportion;
    /** Refuted, the order not known. */
    readonly unordered: Proportion;
  };
  /** Of the articles that the desk looked at again. */
  readonly corrected: { readonly said: Proportion; readonly silently: Proportion };
  readonly stances: {
    /** Of what it carried and was judged: what it amplifies. Doubting and debunking never count. */
    readonly amplifies: Proportion;
    readonly counts: Readonly<Record<EchoStance, number>>;
  };
}
