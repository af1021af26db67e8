/** Alerts and indicators as people and programs see them: each with its log and with what shows it. */
import type { Alert, AlertEvent, EvidenceRef, Indicator, IndicatorReading } from './alerts.ts';
import type { MemberName } from './excerpts.ts';

/** What stands behind a reference of a finding, in words that can be read. */
export interface AlertPassage {
  readonly ref: EvidenceRef;
  /** The words themselves, with a few around them; at most `EXCERPT_WORDS` words in one piece. */
  readonly quote?: string;
  readonly before?: string;
  readonly after?: string;
  /** Language tag of the quoted words. */
  readonly language?: string;
  readonly article?: MemberName;
  /** Its name in one line: a headline, a fact-check, a source. Foreign text. */
  readonly label: string;
}

export interface AlertView {
  readonly alert: Alert;
  /** Absent where the file of indicators no longer has it. */
  readonly indicator: Indicator | undefined;
  /** The audit log, oldest first. */
  readonly events: readonly AlertEvent[];
  readonly passages: readonly AlertPassage[];
}

export interface AlertsView {
  /** Newest first; a part of `total`. */
  readonly alerts: readonly AlertView[];
  readonly total: number;
  readonly readings: readonly IndicatorReading[];
}

export interface IndicatorsView {
  readonly indicators: readonly Indicator[];
  readonly readings: readonly IndicatorReading[];
}
