/** How counts of people are shown: few enough to point at someone are shown as a range. */

/** Below it a count may point at persons (the usual rule of statistical offices). */
const LEAST_SHOWN = 3;

/**
 * A count or its bounds as shown to people: 1 and 2 become "1–2", so that no one is told from the number;
 * nobody stays 0. `max` null: no upper end is stated.
 */
export function shownCount({
  min,
  max,
}: {
  readonly min: number;
  readonly max: number | null;
}): string {
  if (max === 0) return '0';
  if (max !== null && max < LEAST_SHOWN) return min === 0 ? '0–2' : '1–2';
  const low = min > 0 && min < LEAST_SHOWN ? 1 : min;
  if (max === null) return `at least ${low}`;
  return low === max ? String(max) : `${low}–${max}`;
}

/** The bounds that `shownCount` tells of, both inclusive. */
export function shownBounds(number: { readonly min: number; readonly max: number | null }): {
  readonly min: number;
  readonly max: number | null;
} {
  const { min, max } = number;
  if (max === 0) return { min: 0, max: 0 };
  if (max !== null && max < LEAST_SHOWN) return { min: min === 0 ? 0 : 1, max: LEAST_SHOWN - 1 };
  return { min: min > 0 && min < LEAST_SHOWN ? 1 : min, max };
}

/** Whether either bound of a count is shown as a range: what is computed from it would tell the number. */
export function isFew({
  min,
  max,
}: {
  readonly min: number;
  readonly max: number | null;
}): boolean {
  return [min, max ?? LEAST_SHOWN].some((bound) => bound > 0 && bound < LEAST_SHOWN);
}
