/** Alerts, their audit log and the readings of indicators, as rows. Nothing is deleted. */
import type {
  Alert,
  AlertEvent,
  AlertState,
  IndicatorReading,
  Severity,
} from '../domain/alerts.ts';
import type { AlertId } from '../domain/ids.ts';

/** Which alerts; the newest raised first. Absent filters leave nothing out. */
export interface AlertQuery {
  readonly states?: readonly AlertState[];
  readonly severities?: readonly Severity[];
  readonly indicator?: string;
  /** Those that still reach their threshold, or those that do not. */
  readonly stands?: boolean;
  readonly limit: number;
  readonly offset: number;
}

/** What one round of measuring brings, saved whole or not at all. */
export interface AlertBatch {
  /** New ones, or newer measurements of known ones: state, assignee and first raising of those stay. */
  readonly alerts: readonly Alert[];
  readonly events: readonly AlertEvent[];
  /** Replaces the reading of each indicator. */
  readonly readings: readonly IndicatorReading[];
}

export interface AlertStore {
  saveAlerts(batch: AlertBatch): Promise<void>;
  /** Writes a person's step: the alert in its new state, with the line of the log. */
  saveAlertStep(alert: Alert, event: AlertEvent): Promise<void>;
  alerts(query: AlertQuery): Promise<readonly Alert[]>;
  countAlerts(query: Omit<AlertQuery, 'limit' | 'offset'>): Promise<number>;
  alertsByIds(ids: readonly AlertId[]): Promise<ReadonlyMap<AlertId, Alert>>;
  alertsLike(prefix: string, limit: number): Promise<readonly AlertId[]>;
  /** The log of one alert, oldest first. */
  alertEvents(alert: AlertId): Promise<readonly AlertEvent[]>;
  /** Lines of the whole log behind `seq`, oldest first: what is new for whoever looks on. */
  alertEventsAfter(
    seq: number,
    limit: number,
  ): Promise<readonly { readonly seq: number; readonly event: AlertEvent }[]>;
  lastAlertEvent(): Promise<number>;
  indicatorReadings(): Promise<readonly IndicatorReading[]>;
}
