/**
 * Whether a tenure covers some days. All four dates are bounds, so the answer is often "perhaps":
 * *held* only where every day of the window lies inside every reading of the tenure, *ended* and
 * *not begun* only where none can. O(1).
 */
import type { Days, Tenure } from '../../domain/tenure.ts';
import { statedDays } from './day-bounds.ts';

export type Hold = 'held' | 'ended' | 'not-begun' | 'perhaps';

/** A tenure with the next one in the same office, if the registry knows it. */
export interface PlacedTenure {
  readonly tenure: Tenure;
  readonly successor: Tenure | undefined;
}

/** When a tenure ended, as bounds; `last` is absent where nothing bounds it. */
interface Ending {
  /** The last day on which it surely still ran. */
  readonly held: string | undefined;
  readonly over: string | undefined;
}

/** How `tenure` stands to the days of `window`. */
export function holdOf(placed: PlacedTenure, window: Days): Hold {
  const { from } = placed.tenure;
  const { held, over } = endingOf(placed);
  if (over !== undefined && over < window.first) return 'ended';
  if (from === undefined) return 'perhaps';
  if (from.first > window.last) return 'not-begun';
  const begun = from.last <= window.first;
  return begun && held !== undefined && window.last <= held ? 'held' : 'perhaps';
}

/**
 * A tenure without an end ran until its source was written; what came later is not known, but it was
 * over when the next one had begun.
 */
function endingOf({ tenure, successor }: PlacedTenure): Ending {
  const { to, source } = tenure;
  if (to !== undefined) return { held: to.first, over: to.last };
  const written = source.date === undefined ? undefined : statedDays(source.date)?.first;
  const next = successor?.from;
  if (next === undefined) return { held: written, over: undefined };
  const held = written === undefined || next.first < written ? next.first : written;
  return { held, over: next.last };
}
