/**
 * What an alert rests on, so that its verdict can be computed again anywhere: the facts of the measure, the
 * indicator as it stood, and what came out.
 */
import type { Alert, Indicator } from '../domain/alerts.ts';
import { indicatorDigest } from './alerts.ts';
import { type MeasureFacts, observe } from './observe.ts';

/** Of the layout below; a reader refuses what is newer. */
export const RECEIPT_VERSION = 1;

export interface Receipt {
  readonly schema: typeof RECEIPT_VERSION;
  /** The program's version that raised it. */
  readonly version: string;
  readonly alert: Alert;
  readonly indicator: Indicator;
  readonly indicatorDigest: string;
  readonly facts: MeasureFacts;
  readonly verdict: { readonly value: number; readonly fires: boolean };
}

export function receiptOf(alert: Alert, indicator: Indicator, facts: MeasureFacts): Receipt {
  const { value } = observe(facts, indicator);
  return {
    schema: RECEIPT_VERSION,
    version: alert.version,
    alert,
    indicator,
    indicatorDigest: indicatorDigest(indicator),
    facts,
    verdict: { value, fires: value >= indicator.threshold },
  };
}

export interface Replay {
  readonly same: boolean;
  readonly value: number;
  /** One sentence each. */
  readonly differences: readonly string[];
}

/** Computes the verdict again from the facts alone. */
export function replay({
  indicator,
  indicatorDigest: stated,
  facts,
  verdict,
  alert,
}: Receipt): Replay {
  const { value, unit } = observe(facts, indicator);
  const differences: string[] = [];
  if (indicatorDigest(indicator) !== stated) {
    differences.push('The indicator is not the one whose digest the receipt states.');
  }
  if (unit !== alert.unit)
    differences.push(`The facts are of ${unit}, the alert is on ${alert.unit}.`);
  if (value !== verdict.value) {
    differences.push(`The facts give ${value}; the receipt states ${verdict.value}.`);
  }
  const fires = value >= indicator.threshold;
  if (fires !== verdict.fires) {
    differences.push(
      `The facts ${fires ? 'reach' : 'do not reach'} the threshold of ${indicator.threshold}.`,
    );
  }
  return { same: differences.length === 0, value, differences };
}
