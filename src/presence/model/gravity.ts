/**
 * A gravity model of presence: counts by sizes, distance, ties and effects, fitted by PPML, with robust
 * errors, the scatter of counts around the mean and the spread between hosts, from which intervals follow.
 */
import type { StateCode } from '../../domain/reading.ts';
import { type Agreement, agreementOf } from './agreement.ts';
import { type Covariance, covarianceOf, indexVariance } from './covariance.ts';
import { type Design, type DesignChoice, designOf, rowsOf, separatedIn } from './design.ts';
import { countQuantile, dispersionOf } from './negative-binomial.ts';
import { fitPoisson, indexOf } from './poisson-fit.ts';
import type { Observation, Pair } from './predictors.ts';

export interface Gravity {
  readonly design: Design;
  readonly coefficients: Float64Array;
  readonly covariance: Covariance;
  /** Senders or hosts whose counts are all 0: nothing more is expected there. */
  readonly emptyHosts: ReadonlySet<StateCode>;
  readonly emptySenders: ReadonlySet<StateCode>;
  /** Variance of a count: mu + scatter·mu². */
  readonly scatter: number;
  /** Variance of the logarithm between hosts, for a host that the model has not seen. */
  readonly betweenHosts: number;
  readonly converged: boolean;
  /** On the observations it was fitted on. */
  readonly fit: Agreement;
}

/** Fits the model. Throws where there is no observation. */
export function fitGravity(observations: readonly Observation[], choice: DesignChoice): Gravity {
  if (observations.length === 0) throw new Error('fitGravity: no observations.');
  const separated = separatedIn(observations, choice);
  const kept = observations.filter((_, i) => !separated[i]);
  const design = designOf(kept, choice);
  const rows = rowsOf(design, kept);
  const counts = Float64Array.from(kept, ({ count }) => count);
  const fit = fitPoisson(rows, counts);
  const covariance = covarianceOf(rows, counts, fit, hostNumbers(kept));
  const parameters = fit.kept.filter(Boolean).length;
  const gone = observations.filter((_, i) => separated[i]);
  const left = new Set(kept.map(({ host }) => host));
  const leftSenders = new Set(kept.map(({ sender }) => sender));
  let next = 0;
  const fitted = Float64Array.from(separated, (apart) => (apart ? 0 : fit.fitted[next++]!));
  return {
    design,
    coefficients: fit.coefficients,
    covariance,
    emptyHosts: new Set(gone.flatMap(({ host }) => (left.has(host) ? [] : [host]))),
    emptySenders: new Set(gone.flatMap(({ sender }) => (leftSenders.has(sender) ? [] : [sender]))),
    scatter: dispersionOf(counts, fit.fitted, parameters),
    betweenHosts: spreadOf(design, fit.coefficients),
    converged: fit.converged,
    fit: agreementOf(
      Float64Array.from(observations, ({ count }) => count),
      fitted,
    ),
  };
}

function hostNumbers(pairs: readonly Pair[]): Int32Array {
  const numbers = new Map<StateCode, number>();
  return Int32Array.from(pairs, ({ host }) => {
    const number = numbers.get(host) ?? numbers.size;
    numbers.set(host, number);
    return number;
  });
}

/** Student's t at 0.95 by degrees of freedom, from 1; the end of the central 90 %. */
const STUDENT = [6.314, 2.92, 2.353, 2.132, 2.015, 1.943, 1.895, 1.86, 1.833, 1.812];
const NORMAL = 1.645;

/**
 * The variance between hosts' effects, as it widens what is expected of a host that is not among them:
 * the sample's, times (1 + 1/H) for the mean's own error, and widened as Student's t with H - 1 degrees is
 * wider than the normal at the interval's ends. Infinite for one host: it shows no spread.
 */
function spreadOf(design: Design, coefficients: Float64Array): number {
  const at = [...design.hostAt.values()];
  const hosts = at.length;
  if (hosts === 0) return 0;
  if (hosts === 1) return Infinity;
  const effects = at.map((column) => coefficients[column]!);
  const mean = effects.reduce((sum, effect) => sum + effect, 0) / hosts;
  const variance = effects.reduce((sum, effect) => sum + (effect - mean) ** 2, 0) / (hosts - 1);
  // Beyond the table, the first term of Cornish and Fisher's expansion.
  const student = STUDENT[hosts - 2] ?? NORMAL + (NORMAL ** 3 + NORMAL) / (4 * (hosts - 1));
  return variance * (1 + 1 / hosts) * (student / NORMAL) ** 2;
}

/** Central share of counts that an interval holds. */
const INTERVAL = 0.9;

/** A mean and the counts between which `INTERVAL` of outcomes lie, if the model holds. */
export interface Prediction {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/**
 * What the model expects of pairs. The interval holds the scatter of counts, the error of the coefficients
 * and, for a host that the model has not seen, the spread between hosts; the three are joined as the
 * squared coefficient of variation of a product of independent factors.
 */
export function predictCounts(model: Gravity, pairs: readonly Pair[]): Prediction[] {
  const rows = rowsOf(model.design, pairs);
  const index = indexOf(rows, model.coefficients);
  return pairs.map(({ sender, host }, i) => {
    if (model.emptyHosts.has(host) || model.emptySenders.has(sender))
      return { mean: 0, low: 0, high: 0 };
    const mean = Math.exp(index[i]!);
    const seen = model.design.hostAt.size === 0 || model.design.hostAt.has(host);
    const error = indexVariance(rows, i, model.covariance) + (seen ? 0 : model.betweenHosts);
    const alpha = (1 + model.scatter) * Math.exp(error) - 1;
    const tail = (1 - INTERVAL) / 2;
    return {
      mean,
      low: countQuantile(tail, mean, alpha),
      high: Number.isFinite(alpha) ? countQuantile(1 - tail, mean, alpha) : Infinity,
    };
  });
}
