/**
 * Indicators and alerts, in the tradition of indications and warning: what is measured, over which
 * unit, from which value on it counts, and what would clear it. An alert says that something is worth a
 * look; it never says that somebody did it.
 */
import type { AlertId, ArticleId, CascadeId, CheckId, EntryId } from './ids.ts';
import type { Estimate } from './judgement.ts';
import type { Span } from './span.ts';
import type { Worded } from './worded.ts';

/** What can be measured; each has its unit of measurement beside it. */
export const MEASURES = [
  /** Publishers of the host that carry a passage of a state outlet without naming any source. */
  'state-pickup',
  /** Articles that repeat a claim after it was debunked. */
  'debunked-repeat',
  /** Articles that carry what one official said on one occasion, and nothing else stands behind. */
  'lone-utterance',
  /** Articles that bring an old statement as if it were new. */
  'recycled-statement',
  /** Readings on which a presence is above the expected interval, where it also rises. */
  'presence-above',
  /** People expelled elsewhere that growth in the host coincides with, at least. */
  'displacement',
  /** Official warnings in a week, over what is usual. */
  'official-warnings',
  /** Times its usual gap that a source has named nothing new. */
  'source-silent',
  /** Articles of a day over a robust seasonal baseline, in robust standard deviations. */
  'burst',
] as const;
export type MeasureKind = (typeof MEASURES)[number];

export const SEVERITIES = ['low', 'medium', 'high'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** One indicator as a file states it. Days are whole days. */
export interface Indicator {
  /** Small letters, digits, `-`. */
  readonly id: string;
  readonly measure: MeasureKind;
  readonly title: Worded;
  /** Why it matters, one or two sentences. */
  readonly why: Worded;
  readonly severity: Severity;
  /** Fires from this value on, in the measure's unit. */
  readonly threshold: number;
  /** Only evidence of the last so many days counts, seen from the newest article or the given day. */
  readonly lookBackDays: number;
  /** Within so many days the things counted must lie (pickups, rise of warnings); measures say how. */
  readonly windowDays: number;
  /** Days that a baseline is taken from; 0 where the measure has none. */
  readonly baselineDays: number;
  /** What else would look the same. */
  readonly rivals: readonly Worded[];
  /** What would clear it. */
  readonly clears: readonly Worded[];
  readonly enabled: boolean;
}

/** One thing of the desk that a finding rests on. */
export type EvidenceRef =
  | { readonly kind: 'passage'; readonly article: ArticleId; readonly span: Span }
  | { readonly kind: 'article'; readonly article: ArticleId }
  | { readonly kind: 'cascade'; readonly cascade: CascadeId }
  | { readonly kind: 'check'; readonly check: CheckId }
  | { readonly kind: 'entry'; readonly entry: EntryId }
  | { readonly kind: 'source'; readonly source: string };

/** What a finding says; `export/alert-wording.ts` has its sentence in each language. */
export const FINDINGS = [
  // for
  'state-outlet-earliest',
  'picked-up-unattributed',
  'claim-debunked',
  'repeated-after',
  'one-utterance',
  'carried-by',
  'uttered-before',
  'role-not-held',
  'above-expected',
  'rising-step',
  'expelled-elsewhere',
  'grew-here',
  'warnings-now',
  'usual-before',
  'quiet-since',
  'usual-gap',
  'articles-now',
  // against
  'some-attribute',
  'order-open',
  'some-debunk',
  'check-uncertain',
  'further-utterance-possible',
  'age-uncertain',
  'expectation-divided',
  'unit-unverified',
  'unobserved-share',
  'few-readings',
  'short-baseline',
  'one-story',
  'source-answers',
] as const;
export type FindingCode = (typeof FINDINGS)[number];

/** One reason for or against, with its numbers and names, and what shows it. */
export interface Finding {
  readonly code: FindingCode;
  /** What the sentence names: `{ publishers: 4, hours: 31, outlet: 'Radio Valdoria' }`. */
  readonly figures: Readonly<Record<string, string | number>>;
  readonly refs: readonly EvidenceRef[];
}

/** One unit measured: a cascade, a claim, a pair of states, a source, a topic. Plain facts, no verdict. */
export interface Observation {
  readonly measure: MeasureKind;
  /** Stable key of the unit: `cascade:…`, `article:…`, `pair:RU>MX`, `source:…`, `outlets:RU`. */
  readonly unit: string;
  /** How outputs name it: a headline, an outlet, "RU in MX". Foreign text. */
  readonly subject: string;
  /** In the measure's unit. */
  readonly value: number;
  /** The latest moment of its evidence, milliseconds since the epoch. */
  readonly at: number;
  readonly findings: readonly Finding[];
  readonly counter: readonly Finding[];
  /** How sure the measurement itself is. */
  readonly confidence: Estimate;
}

/** States of an alert. Nothing is deleted: a closed one can be opened again. */
export const ALERT_STATES = ['new', 'acknowledged', 'assigned', 'closed'] as const;
export type AlertState = (typeof ALERT_STATES)[number];

/** Reasons for closing. */
export const CLOSE_REASONS = [
  'explained',
  'not-confirmed',
  'acted-on',
  'error',
  'subsided',
] as const;
export type CloseReason = (typeof CLOSE_REASONS)[number];

/** An alert as it stands: the newest measurement of its unit, and its state. */
export interface Alert extends Observation {
  readonly id: AlertId;
  readonly indicator: string;
  readonly severity: Severity;
  readonly threshold: number;
  /** When the desk first raised it, and when it last measured it; milliseconds since the epoch. */
  readonly raisedAt: number;
  readonly measuredAt: number;
  readonly state: AlertState;
  readonly assignee: string | undefined;
  readonly closed: CloseReason | undefined;
  /** Whether the newest measurement still reaches the threshold. */
  readonly stands: boolean;
  /** What raised it: the program's version and the digest of the indicator as it stood. */
  readonly version: string;
  readonly indicatorDigest: string;
}

/** What was done with an alert. `raised` and `measured` are the desk's own doing. */
export const ALERT_ACTIONS = [
  'raised',
  'measured',
  'acknowledged',
  'assigned',
  'closed',
  'reopened',
  'noted',
] as const;
export type AlertAction = (typeof ALERT_ACTIONS)[number];

/** One line of the audit log. It is only ever added to. */
export interface AlertEvent {
  readonly alert: AlertId;
  readonly at: number;
  /** Who: the name of an account, `local` for the one user of a loopback desk, `desk` for itself. */
  readonly by: string;
  readonly action: AlertAction;
  /** Whom it was assigned to. */
  readonly assignee?: string;
  readonly reason?: CloseReason;
  /** A person's words. */
  readonly note?: string;
  /** Of `raised` and `measured`: the value. */
  readonly value?: number;
}

/** How near an indicator is to firing, for those that are quiet, too. */
export interface IndicatorReading {
  readonly indicator: string;
  readonly measure: MeasureKind;
  readonly threshold: number;
  /** Units measured, and those of them that reach the threshold. */
  readonly units: number;
  readonly firing: number;
  /** The unit with the highest value that does not reach the threshold. */
  readonly nearest:
    | { readonly unit: string; readonly subject: string; readonly value: number }
    | undefined;
  /** Why nothing could be measured (no ledger, no fact-checks, no state outlets known …). */
  readonly cannot: string | undefined;
  readonly measuredAt: number;
}
