/**
 * A step between two entries of one kind: asked twice, as exact test of two Poisson counts, and against the
 * noise floor of lists. Bounds of entries are taken at their nearest ends, so that what is found holds
 * wherever in its bounds a count lies. Only pairs that `like-with-like.ts` set side by side belong here.
 */
import type { EntryDraft } from '../../domain/ledger.ts';
import { compareTwoCounts, holm, type TwoCounts } from './binomial.ts';
import { type NoiseFloor, shareAsLarge } from './noise-floor.ts';

/** What is taken for noise: a p-value above it. */
export const LEVEL = 0.05;

export interface Step {
  readonly kind: 'step' | 'within-noise';
  readonly direction: 'up' | 'down' | 'none';
  /** Least and greatest change that the bounds allow; `null`: no upper end stated. */
  readonly change: { readonly atLeast: number; readonly atMost: number | null };
  /** Of the nearest ends. */
  readonly counts: TwoCounts;
  /** The part of changes between lists that are as large; absent where no floor is known. */
  readonly asLargeInLists: number | undefined;
  /** After correction for all steps asked of together. */
  readonly p: number;
}

/** Two entries, the earlier first. */
export interface StepQuestion {
  readonly before: EntryDraft;
  readonly after: EntryDraft;
}

/**
 * Judges steps that are asked of together; where a floor is known, the larger of
 * the two p-values counts: it must be of lists that count the unit asked of.
 * Absent for a pair with a side that states no number. Throws where a pair differs in sender, host,
 * measure, unit or scope: such entries are never compared.
 */
export function judgeSteps(
  questions: readonly StepQuestion[],
  floor?: NoiseFloor,
): (Step | undefined)[] {
  const found = questions.map((one) => measured(one, floor));
  const corrected = holm(found.flatMap((one) => (one === undefined ? [] : [one.p])));
  let next = 0;
  return found.map((one) => {
    if (one === undefined) return undefined;
    const p = corrected[next++]!;
    const moved = one.direction !== 'none' && p <= LEVEL;
    return { ...one, p, kind: moved ? 'step' : 'within-noise' };
  });
}

function measured(
  { before, after }: StepQuestion,
  floor: NoiseFloor | undefined,
): Omit<Step, 'kind'> | undefined {
  for (const key of ['sender', 'host', 'measure', 'unit', 'scope'] as const)
    if (before[key] !== after[key])
      throw new Error(`judgeSteps: ${key} "${before[key]}" against "${after[key]}": not alike.`);
  const [old, now] = [before.number, after.number];
  if (old === undefined || now === undefined) return undefined;
  const up = old.max !== null && now.min > old.max;
  const down = now.max !== null && now.max < old.min;
  // Bounds that touch leave no change to test: the same count on both sides.
  const pair = up
    ? { before: old.max, after: now.min }
    : down
      ? { before: old.min, after: now.max }
      : { before: old.min, after: old.min };
  const counts = compareTwoCounts(pair.before, pair.after);
  const asLargeInLists = floor === undefined ? undefined : shareAsLarge(floor, pair);
  return {
    direction: up ? 'up' : down ? 'down' : 'none',
    change: {
      atLeast: old.max === null ? 0 : now.min - old.max,
      atMost: now.max === null ? null : now.max - old.min,
    },
    counts,
    asLargeInLists,
    p: Math.max(counts.p, asLargeInLists ?? 0),
  };
}
