/**
 * From observations to alerts: what reaches its threshold is raised once, measured again with every round,
 * and never deleted. Pure: the same round twice adds nothing to the log.
 */
import type {
  Alert,
  AlertEvent,
  Indicator,
  IndicatorReading,
  Observation,
} from '../domain/alerts.ts';
import { type AlertId, alertIdOf, digestOf } from '../domain/ids.ts';

const DAY = 86_400_000;
/** Who stands in the log where the desk itself acts. */
export const DESK = 'desk';

export interface Round {
  readonly indicators: readonly Indicator[];
  /** Observations, each under the indicator that it was measured for. */
  readonly observed: readonly { readonly indicator: string; readonly observation: Observation }[];
  /** Why an indicator could not be measured at all, by its id. */
  readonly cannot: ReadonlyMap<string, string>;
  readonly known: ReadonlyMap<AlertId, Alert>;
  /** The moment that evidence is looked at from. */
  readonly asOf: number;
  readonly now: number;
  readonly version: string;
}

export interface Raised {
  readonly alerts: readonly Alert[];
  readonly events: readonly AlertEvent[];
  readonly readings: readonly IndicatorReading[];
}

/** What a round comes to. Of several observations of one unit the highest counts. */
export function raise(round: Round): Raised {
  const alerts: Alert[] = [];
  const events: AlertEvent[] = [];
  const readings: IndicatorReading[] = [];
  for (const indicator of round.indicators) {
    const observations = highestByUnit(round, indicator);
    const recent = observations.filter(({ at }) => at >= round.asOf - indicator.lookBackDays * DAY);
    readings.push(readingOf(round, indicator, recent));
    for (const observation of recent) {
      const made = alertOf(round, indicator, observation);
      if (made === undefined) continue;
      alerts.push(made.alert);
      events.push(...made.events);
    }
    // What could not be measured has not ended: a round without the watch list silences nothing.
    if (round.cannot.has(indicator.id)) continue;
    const measured = new Set(recent.map(({ unit }) => unit));
    for (const gone of noLonger(round, indicator, measured)) {
      alerts.push(gone.alert);
      events.push(...gone.events);
    }
  }
  return { alerts, events, readings };
}

function highestByUnit({ observed }: Round, { id }: Indicator): Observation[] {
  const best = new Map<string, Observation>();
  for (const { indicator, observation } of observed) {
    if (indicator !== id) continue;
    const known = best.get(observation.unit);
    if (known === undefined || observation.value > known.value) {
      best.set(observation.unit, observation);
    }
  }
  return [...best.values()].sort((a, b) => b.value - a.value || (a.unit < b.unit ? -1 : 1));
}

function readingOf(
  { cannot, now }: Round,
  { id, measure, threshold }: Indicator,
  observations: readonly Observation[],
): IndicatorReading {
  const quiet = observations.find(({ value }) => value < threshold);
  return {
    indicator: id,
    measure,
    threshold,
    units: observations.length,
    firing: observations.filter(({ value }) => value >= threshold).length,
    nearest: quiet && { unit: quiet.unit, subject: quiet.subject, value: quiet.value },
    cannot: cannot.get(id),
    measuredAt: now,
  };
}

interface Made {
  readonly alert: Alert;
  readonly events: readonly AlertEvent[];
}

/** A new alert, or a known one measured again; nothing where it never reached its threshold. */
function alertOf(round: Round, indicator: Indicator, observation: Observation): Made | undefined {
  const { known, now, version } = round;
  const id = alertIdOf(indicator.id, observation.unit);
  const before = known.get(id);
  const stands = observation.value >= indicator.threshold;
  if (before === undefined && !stands) return undefined;
  const measured = {
    ...observation,
    id,
    indicator: indicator.id,
    severity: indicator.severity,
    threshold: indicator.threshold,
    stands,
    version,
    indicatorDigest: indicatorDigest(indicator),
  };
  if (before === undefined) {
    const state = { state: 'new', assignee: undefined, closed: undefined } as const;
    const alert: Alert = { ...measured, ...state, raisedAt: now, measuredAt: now };
    return { alert, events: [eventOf(alert, 'raised', now)] };
  }
  const { state, assignee, closed, raisedAt } = before;
  const changed = before.value !== observation.value || before.stands !== stands;
  const reopens =
    state === 'closed' && stands && observation.value >= before.value + indicator.threshold;
  const kept = reopens
    ? ({ state: 'new', assignee: undefined, closed: undefined } as const)
    : { state, assignee, closed };
  // A closed alert keeps the value that it was closed at until it is opened again.
  const value = state === 'closed' && !reopens ? before.value : observation.value;
  const alert: Alert = { ...measured, value, ...kept, raisedAt, measuredAt: now };
  if (reopens) return { alert, events: [eventOf(alert, 'reopened', now)] };
  return { alert, events: changed && state !== 'closed' ? [eventOf(alert, 'measured', now)] : [] };
}

/** Alerts that stood and of whose unit nothing recent is left: they stand no more. */
function noLonger({ known, now }: Round, { id }: Indicator, measured: ReadonlySet<string>): Made[] {
  return [...known.values()]
    .filter((one) => one.indicator === id && one.stands && !measured.has(one.unit))
    .map((one) => {
      const alert: Alert = { ...one, stands: false, measuredAt: now };
      return { alert, events: one.state === 'closed' ? [] : [eventOf(alert, 'measured', now)] };
    });
}

function eventOf({ id, value }: Alert, action: AlertEvent['action'], at: number): AlertEvent {
  return { alert: id, at, by: DESK, action, value };
}

/** SHA-256 over an indicator as it stood. */
export function indicatorDigest(indicator: Indicator): string {
  return digestOf(JSON.stringify(indicator));
}
