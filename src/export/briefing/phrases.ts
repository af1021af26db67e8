/**
 * All that a briefing says of its own, as one closed type: both languages have the same keys. What is given
 * to a phrase is ready to be shown: names are plain, quotations have their marks, numbers their separators.
 */
import type { CloseReason } from '../../domain/alerts.ts';
import type { BriefingPart } from '../../domain/briefing.ts';
import type { Verdict } from '../../domain/checks.ts';
import type {
  ConflictKind,
  Credibility,
  EchoStance,
  Estimate,
  RungKind,
} from '../../domain/judgement.ts';
import type { RefusalKind } from '../../domain/outcome.ts';
import type { SizeView, StepView } from '../../domain/presence-views.ts';
import type {
  CuePolarity,
  PresenceMeasure,
  PresenceScope,
  PresenceUnit,
  Stance,
} from '../../domain/reading.ts';
import type { Alteration, CopyType, ParentReason } from '../../domain/trace.ts';
import type { GateReason } from './reasons.ts';

/** Bounds as figures; both the same where they are. */
interface BoundsShown {
  readonly atLeast: string;
  readonly atMost: string;
}

/** Why a source says nothing, where the desk has one word for it. */
export type SourceHealth = 'dead' | 'failing' | 'moved' | 'silent' | 'slow' | 'new' | 'off';

/** Words for closed unions. */
export interface Terms {
  readonly estimate: Readonly<Record<Estimate, string>>;
  readonly copyType: Readonly<Record<CopyType, string>>;
  readonly parentReason: Readonly<Record<ParentReason, string>>;
  readonly alteration: Readonly<Record<Alteration['kind'], string>>;
  readonly credibility: Readonly<Record<Credibility, string>>;
  readonly verdict: Readonly<Record<Verdict, string>>;
  readonly stance: Readonly<Record<EchoStance, string>>;
  readonly conflict: Readonly<Record<ConflictKind, string>>;
  readonly rung: Readonly<Record<RungKind, readonly [one: string, many: string]>>;
  readonly unit: Readonly<Record<PresenceUnit, string>>;
  readonly scope: Readonly<Record<PresenceScope, string>>;
  readonly measure: Readonly<Record<PresenceMeasure, string>>;
  readonly size: Readonly<Record<SizeView['verdict'], string>>;
  readonly step: Readonly<Record<`${StepView['kind']} ${StepView['direction']}`, string>>;
  readonly polarity: Readonly<Record<CuePolarity, string>>;
  readonly position: Readonly<Record<Stance, string>>;
  readonly refusal: Readonly<Record<RefusalKind, string>>;
  readonly closed: Readonly<Record<CloseReason, string>>;
  readonly health: Readonly<Record<SourceHealth, string>>;
}

/** What counts in the list of sources are of. */
interface CountLabels {
  readonly articles: string;
  readonly alert: string;
  readonly alerts: string;
  readonly finding: string;
  readonly cascade: string;
  readonly cascades: string;
  readonly claim: string;
  readonly presence: string;
  readonly coverage: string;
  readonly gap: string;
  readonly undated: string;
  readonly refused: string;
  readonly indicator: string;
  readonly indicators: string;
  readonly dropped: string;
  readonly speaker: string;
  readonly utteredOn: string;
  readonly notWritten: string;
  readonly confidence: string;
}

/** Words around sections and sources. */
interface Furniture {
  readonly title: (watch: string | undefined) => string;
  readonly subtitle: (period: string, what: string) => string;
  readonly parts: Readonly<Record<BriefingPart, string>>;
  readonly contents: string;
  readonly sources: string;
  readonly backTo: (n: number) => string;
  readonly archived: string;
  readonly undated: string;
  readonly headline: string;
  readonly ownCount: string;
  readonly countAgain: string;
  readonly refusedHeading: string;
  readonly refusedLead: string;
  readonly footer: (version: string) => string;
  readonly because: (reason: GateReason) => string;
}

/** Sentences of the bottom line and of key judgements. */
interface TopSentences {
  readonly period: (period: string, articles: string, outlets: string, what: string) => string;
  readonly nothing: string;
  readonly noAlert: string;
  readonly alertsStand: (alerts: string, one: boolean, high: string) => string;
  readonly gravest: (subject: string, measured: string) => string;
  readonly widest: (title: string, articles: string, outlets: string) => string;
  readonly widestOrigins: (
    title: string,
    articles: string,
    outlets: string,
    origins: string,
  ) => string;
  readonly noCascade: string;
  readonly blindSources: (missing: string, of: string) => string;
  readonly blindFiles: (unread: string, of: string) => string;
  readonly met: (subject: string, indicator: string, measured: string, estimate: string) => string;
  readonly independent: (title: string, outlets: string, origins: string) => string;
  readonly noJudgement: string;
}

interface AlertSentences {
  readonly none: string;
  readonly measured: (indicator: string, severity: string, measured: string) => string;
  readonly threshold: (from: string, state: string, estimate: string) => string;
  readonly closed: (reason: string) => string;
  readonly subsided: string;
  readonly against: (sentence: string) => string;
  readonly noneAgainst: string;
  readonly reads: (outlet: string, quote: string) => string;
  readonly rivals: (quotes: readonly string[]) => string;
  readonly clears: (quotes: readonly string[]) => string;
}

interface CascadeSentences {
  readonly none: string;
  readonly earliest: (outlet: string, day: string) => string;
  readonly order: (outlets: readonly string[]) => string;
  readonly orderUndated: string;
  readonly size: (articles: string, outlets: string, languages: string) => string;
  readonly origins: (utterances: string, agencies: string) => string;
  readonly copies: (types: readonly string[]) => string;
  readonly dropped: (copies: string, one: boolean) => string;
  readonly droppedIn: (outlet: string, quote: string) => string;
  readonly parent: (outlet: string, parent: string, reason: string, share: string) => string;
  readonly parentRivals: (outlets: readonly string[]) => string;
  readonly wire: (crediting: string, of: string, wire: string) => string;
  readonly altered: (outlet: string, kind: string, from: string, to: string) => string;
  readonly leftOut: (outlet: string, kind: string, from: string) => string;
}

interface ClaimSentences {
  readonly none: string;
  readonly rated: (checker: string, rating: string, day: string | undefined) => string;
  readonly checked: (checker: string, day: string | undefined) => string;
  readonly registered: (list: string) => string;
  readonly verdict: (verdict: string) => string;
  readonly unchecked: string;
  readonly after: (outlet: string, days: BoundsShown) => string;
  readonly clocks: (first: string, last: string, undated: string) => string;
  readonly stance: (counts: readonly string[]) => string;
  readonly origins: (bounds: string, articles: string) => string;
  readonly differ: (what: string, values: readonly string[]) => string;
  readonly credibility: (grade: string, words: string) => string;
  readonly said: (
    outlet: string,
    speaker: string | undefined,
    says: string,
    quote: string,
  ) => string;
  readonly uttered: (quote: string, value: string) => string;
  readonly noSpeaker: string;
}

interface PresenceSentences {
  readonly atLeast: string;
  readonly none: string;
  readonly pair: (sender: string, host: string) => string;
  readonly noEntry: string;
  readonly entry: (
    measure: string,
    unit: string,
    scope: string,
    count: string,
    day: string,
    source: string,
  ) => string;
  readonly differing: (counts: readonly string[]) => string;
  readonly unverified: string;
  readonly step: (from: string, to: string, words: string) => string;
  readonly size: (count: string, unit: string, scope: string, verdict: string) => string;
  readonly expected: (low: string, high: string | undefined, set: string) => string;
  /** A sentence that the desk states in English only. */
  readonly coincides: (sentence: string) => string;
  readonly rivals: (quotes: readonly string[]) => string;
  readonly cannotSay: (quote: string) => string;
  readonly superseded: (entries: string, one: boolean) => string;
  readonly relation: (outlet: string, quote: string) => string;
}

interface GapSentences {
  readonly leads: Readonly<
    Record<'coverage' | 'sources' | 'dates' | 'unread' | 'quiet' | 'shown' | 'refused', string>
  >;
  readonly watch: (sources: string, speaking: string) => string;
  readonly silent: (silent: string, blocked: string, waiting: string) => string;
  readonly files: (items: string, articles: string) => string;
  readonly unread: (unread: string) => string;
  readonly source: (source: string, why: string) => string;
  readonly moreSources: (n: string) => string;
  readonly undated: (n: string, one: boolean) => string;
  readonly languages: (counts: readonly string[]) => string;
  readonly refused: (counts: readonly string[]) => string;
  readonly nearest: (indicator: string, subject: string, value: string, from: string) => string;
  readonly cannot: (indicator: string, why: string) => string;
  readonly shown: (shown: string, of: string) => string;
  readonly notWritten: (n: string, one: boolean) => string;
  readonly onlyPublic: string;
}

export interface Phrases {
  readonly quote: (words: string) => string;
  readonly number: (value: number) => string;
  readonly and: (words: readonly string[]) => string;
  readonly bounds: (bounds: BoundsShown, one: string, many: string) => string;
  readonly counted: (n: string, one: string, many: string) => string;
  readonly from: (first: string, last: string) => string;
  readonly about: (sponsors: readonly string[], host: string | undefined) => string;
  readonly nouns: Readonly<
    Record<'article' | 'publisher' | 'language' | 'item' | 'source', readonly [string, string]>
  >;
  readonly terms: Terms;
  readonly labels: CountLabels;
  readonly furniture: Furniture;
  readonly top: TopSentences;
  readonly alert: AlertSentences;
  readonly cascade: CascadeSentences;
  readonly claim: ClaimSentences;
  readonly presence: PresenceSentences;
  readonly gap: GapSentences;
}
