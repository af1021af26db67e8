/**
 * From pairs of states to rows of numbers. Predictors are centred on the pairs that a model is fitted on;
 * what is not known enters as the mean, with a column of its own that says so; every sender or host may
 * have an effect. A level whose counts are all 0 says nothing of size (its effect would be minus infinity):
 * its rows are *separated*, left out of the fit and expected to be 0 (Correia, Guimarães and Zylkin 2019,
 * arXiv:1903.01633).
 */
import type { StateCode } from '../../domain/reading.ts';
import type { SparseRows } from './poisson-fit.ts';
import { enteredValue, type Observation, type Pair, type Predictor } from './predictors.ts';

export interface DesignChoice {
  readonly predictors: readonly Predictor[];
  readonly senderEffects: boolean;
  readonly hostEffects: boolean;
}

/** What a value was among the fitted pairs. */
interface Seen {
  readonly predictor: Predictor;
  readonly mean: number;
  readonly min: number;
  readonly max: number;
  /** The column that says "not known"; absent where it always was. */
  readonly unknownAt: number | undefined;
}

export interface Design {
  readonly columns: number;
  readonly seen: readonly Seen[];
  /** The column of the constant; absent where effects stand for it. */
  readonly constantAt: number | undefined;
  readonly senderAt: ReadonlyMap<StateCode, number>;
  readonly hostAt: ReadonlyMap<StateCode, number>;
}

/** Lays out the columns for the pairs that a model is fitted on. O(pairs · predictors). */
export function designOf(pairs: readonly Pair[], choice: DesignChoice): Design {
  let columns = 0;
  const seen: Seen[] = [];
  for (const predictor of choice.predictors) {
    const values = pairs.flatMap((pair) => enteredValue(pair, predictor) ?? []);
    // Nothing known of it: it can neither be fitted nor missed.
    if (values.length === 0) continue;
    columns++;
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const [min, max] = rangeOf(values);
    const unknownAt = values.length < pairs.length ? columns++ : undefined;
    seen.push({ predictor, mean, min, max, unknownAt });
  }
  const levels = (wanted: boolean, codeOf: (pair: Pair) => StateCode) => {
    const at = new Map<StateCode, number>();
    if (wanted) for (const code of [...new Set(pairs.map(codeOf))].sort()) at.set(code, columns++);
    return at;
  };
  const hostAt = levels(choice.hostEffects, ({ host }) => host);
  const senderAt = levels(choice.senderEffects, ({ sender }) => sender);
  const constantAt = hostAt.size + senderAt.size === 0 ? columns++ : undefined;
  return { columns, seen, constantAt, senderAt, hostAt };
}

function rangeOf(values: readonly number[]): [number, number] {
  let [min, max] = [Infinity, -Infinity];
  for (const value of values) {
    min = Math.min(min, value);
    max = Math.max(max, value);
  }
  return [min, max];
}

/**
 * Rows of pairs. A host without an effect of its own stands at the mean of the hosts' effects, so that
 * the model says what an average host would have.
 */
export function rowsOf(design: Design, pairs: readonly Pair[]): SparseRows {
  const starts = new Int32Array(pairs.length + 1);
  const at: number[] = [];
  const values: number[] = [];
  const put = (column: number, value: number) => {
    if (value === 0) return;
    at.push(column);
    values.push(value);
  };
  for (const [i, pair] of pairs.entries()) {
    let column = 0;
    for (const { predictor, mean, unknownAt } of design.seen) {
      const value = enteredValue(pair, predictor);
      if (value !== undefined) put(column, value - mean);
      else if (unknownAt !== undefined) put(unknownAt, 1);
      column = (unknownAt ?? column) + 1;
    }
    if (design.constantAt !== undefined) put(design.constantAt, 1);
    const host = design.hostAt.get(pair.host);
    if (host !== undefined) put(host, 1);
    else for (const other of design.hostAt.values()) put(other, 1 / design.hostAt.size);
    const sender = design.senderAt.get(pair.sender);
    if (sender !== undefined) put(sender, 1);
    else for (const other of design.senderAt.values()) put(other, 1 / design.senderAt.size);
    starts[i + 1] = at.length;
  }
  return {
    columns: design.columns,
    starts,
    at: Int32Array.from(at),
    values: Float64Array.from(values),
  };
}

/** Predictors whose value in a pair lies outside what the model was fitted on, or is not known. */
export function unseenPredictors(design: Design, pair: Pair): Predictor[] {
  return design.seen.flatMap(({ predictor, min, max }) => {
    const value = enteredValue(pair, predictor);
    return value === undefined || value < min || value > max ? [predictor] : [];
  });
}

/** Which observations are separated: at a sender or host with an effect, all of whose counts are 0. */
export function separatedIn(
  observations: readonly Observation[],
  choice: Pick<DesignChoice, 'senderEffects' | 'hostEffects'>,
): boolean[] {
  const empty = (wanted: boolean, codeOf: (pair: Pair) => StateCode) => {
    const sums = new Map<StateCode, number>();
    for (const one of observations) sums.set(codeOf(one), (sums.get(codeOf(one)) ?? 0) + one.count);
    return (one: Pair) => wanted && sums.get(codeOf(one)) === 0;
  };
  const atHost = empty(choice.hostEffects, ({ host }) => host);
  const atSender = empty(choice.senderEffects, ({ sender }) => sender);
  return observations.map((one) => atHost(one) || atSender(one));
}
