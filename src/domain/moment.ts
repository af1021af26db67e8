/**
 * A moment as a public text states it: rarely a point. "23 September 2024" is a day, a local time
 * without a zone is a day's width of doubt. Every comparison is made on the bounds, so that the
 * desk never calls an article "first" on the strength of a missing zone.
 */

export type Precision = 'second' | 'minute' | 'hour' | 'day' | 'month' | 'year';

/** `[earliest, latest]` in milliseconds since 1970-01-01T00:00:00Z, both inclusive. */
export interface Moment {
  readonly earliest: number;
  readonly latest: number;
  readonly precision: Precision;
  /** Whether the zone stood in the text, was set by the user, or is unknown (bounds are widened). */
  readonly zone: 'stated' | 'set' | 'unknown';
}

export type Order = 'before' | 'after' | 'unknown';

/** The order of two moments: known only where their bounds do not touch. */
export function orderOf(a: Moment | undefined, b: Moment | undefined): Order {
  if (a === undefined || b === undefined) return 'unknown';
  if (a.latest < b.earliest) return 'before';
  if (b.latest < a.earliest) return 'after';
  return 'unknown';
}

/** The lag from `a` to `b` as bounds in milliseconds (negative: b may be earlier). */
export function lagOf(a: Moment, b: Moment): { readonly min: number; readonly max: number } {
  return { min: b.earliest - a.latest, max: b.latest - a.earliest };
}
