/**
 * The expected size of a presence, or why none can be stated. What is expected is never given without its
 * interval, the number of observations and hosts, the fit, and the error on hosts left out.
 */
import type { StateCode } from '../../domain/reading.ts';
import type { Agreement } from './agreement.ts';
import { designOf, unseenPredictors } from './design.ts';
import { fitGravity, type Prediction, predictCounts } from './gravity.ts';
import { type LeftOut, leaveHostsOut } from './leave-out.ts';
import { isOfHost, type Observation, type Pair, type Predictor } from './predictors.ts';

/** With fewer, leaving one out leaves two: their spread says next to nothing of a third. */
const LEAST_HOSTS = 4;
/** From here on hosts' own size enters; below, hosts differ by an effect each. */
const HOSTS_FOR_SIZE = 20;
/** Counts to a coefficient, below which a fit follows its own data. */
const LEAST_PER_PREDICTOR = 10;

/** Predictor sets, from few to many: an answer that hangs on one of them is not one. */
export const PREDICTOR_SETS = {
  'size and distance': ['sender-gdp', 'sender-population', 'distance'],
  trade: ['sender-gdp', 'sender-population', 'distance', 'trade'],
  'trade and migrants': ['sender-gdp', 'sender-population', 'distance', 'trade', 'migrants'],
  'all ties': [
    ...(['sender-gdp', 'sender-population', 'distance', 'trade', 'migrants'] as const),
    ...(['contiguity', 'common-language', 'former-colony'] as const),
  ],
} as const satisfies Readonly<Record<string, readonly Predictor[]>>;
export type PredictorSet = keyof typeof PREDICTOR_SETS;

const HOST_SIZE = ['host-gdp', 'host-population'] as const;

export type CannotSay = { readonly kind: 'cannot-say'; readonly reason: string };

export interface Expectation {
  readonly kind: 'expects';
  readonly set: PredictorSet;
  readonly observations: number;
  readonly hosts: number;
  /** Whether hosts enter by an effect each or by their size. */
  readonly hostsBy: 'effects' | 'size';
  readonly fit: Agreement;
  readonly leftOut: LeftOut;
  of(pair: Pair): ExpectedSize;
}

export interface ExpectedSize extends Prediction {
  readonly pair: { readonly sender: StateCode; readonly host: StateCode };
  /**
   * Predictors whose value is unknown or outside what the model has seen; the host's size is looked at
   * even where hosts enter by an effect, as the mean of small hosts says little of a large one.
   */
  readonly beyond: readonly Predictor[];
}

/**
 * Fits what is expected on observations of one unit and scope, zeros included (a list that names no one of
 * a state counts 0 of it). The caller sees to the unit: counts carry none here.
 */
export function expectationOf(
  observations: readonly Observation[],
  set: PredictorSet,
): Expectation | CannotSay {
  const hosts = new Set(observations.map(({ host }) => host)).size;
  const predictors: readonly Predictor[] = PREDICTOR_SETS[set];
  const reason = reasonAgainst(observations, hosts, predictors.length);
  if (reason !== undefined) return { kind: 'cannot-say', reason };
  const bySize = hosts >= HOSTS_FOR_SIZE;
  const choice = {
    predictors: bySize ? [...predictors, ...HOST_SIZE] : predictors.filter((one) => !isOfHost(one)),
    senderEffects: false,
    hostEffects: !bySize,
  };
  const model = fitGravity(observations, choice);
  const ofHosts = designOf(observations, { ...choice, predictors: HOST_SIZE });
  if (!model.converged)
    return { kind: 'cannot-say', reason: 'The model did not settle on these counts.' };
  return {
    kind: 'expects',
    set,
    observations: observations.length,
    hosts,
    hostsBy: bySize ? 'size' : 'effects',
    fit: model.fit,
    leftOut: leaveHostsOut(observations, choice),
    of: (pair) => ({
      ...predictCounts(model, [pair])[0]!,
      pair: { sender: pair.sender, host: pair.host },
      beyond: [
        ...unseenPredictors(model.design, pair),
        ...(bySize ? [] : unseenPredictors(ofHosts, pair)),
      ],
    }),
  };
}

function reasonAgainst(
  observations: readonly Observation[],
  hosts: number,
  predictors: number,
): string | undefined {
  if (hosts < LEAST_HOSTS)
    return `Counts of ${hosts} hosts are held; at least ${LEAST_HOSTS} are needed.`;
  const counted = observations.filter(({ count }) => count > 0).length;
  const needed = LEAST_PER_PREDICTOR * (predictors + hosts);
  if (observations.length < needed)
    return `${observations.length} counts are held; ${predictors} predictors and ${hosts} hosts need ${needed}.`;
  if (counted < needed / LEAST_PER_PREDICTOR)
    return `Only ${counted} of ${observations.length} counts are above 0.`;
  return undefined;
}
