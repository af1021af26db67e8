/**
 * What the expected size of a presence is computed from, and how each enters: sizes, distance, trade and
 * migrants by their logarithm, as a gravity model has them; facts as 1 or 0.
 */
import type { StateCode } from '../../domain/reading.ts';

/** `log` wants a value above 0; `log1p` takes 0; `plain` enters as it is. */
const FORM = {
  'sender-gdp': 'log',
  'sender-population': 'log',
  'host-gdp': 'log',
  'host-population': 'log',
  /** Kilometres. */
  distance: 'log',
  /** Goods both ways, in millions of US dollars. */
  trade: 'log1p',
  /** People born in either state who live in the other. */
  migrants: 'log1p',
  contiguity: 'plain',
  'common-language': 'plain',
  'former-colony': 'plain',
  'defence-pact': 'plain',
} as const;

export type Predictor = keyof typeof FORM;

/** One state's presence in another, and what ties the two. Only what is known is given. */
export interface Pair {
  readonly sender: StateCode;
  readonly host: StateCode;
  readonly predictors: Readonly<Partial<Record<Predictor, number>>>;
}

/** A pair with its count, all of one unit and scope. */
export interface Observation extends Pair {
  readonly count: number;
}

/** The value as it enters the model; absent where it is not known or has no logarithm. */
export function enteredValue(pair: Pair, predictor: Predictor): number | undefined {
  const value = pair.predictors[predictor];
  if (value === undefined || !Number.isFinite(value)) return undefined;
  const form = FORM[predictor];
  switch (form) {
    case 'plain':
      return value;
    case 'log':
      return value > 0 ? Math.log(value) : undefined;
    case 'log1p':
      return value >= 0 ? Math.log1p(value) : undefined;
  }
}

/** True for predictors of the host alone: with an effect for every host nothing is left for them. */
export function isOfHost(predictor: Predictor): boolean {
  return predictor === 'host-gdp' || predictor === 'host-population';
}

/** True for predictors of the sender alone. */
export function isOfSender(predictor: Predictor): boolean {
  return predictor === 'sender-gdp' || predictor === 'sender-population';
}
