/** Timestamps of STIX 2.1, section 2.13: RFC 3339 in UTC, with milliseconds, of the years 0001 to 9999. */

const FIRST = -62_135_596_800_000;
const LAST = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/**
 * When things count as made that have no time of their own. It never changes: an object that is
 * exported again must keep its `created` (STIX 2.1, section 3.6), and a note its identifier.
 */
export const SINCE = Date.UTC(2026, 0, 1);

/** Whether a timestamp can say it; milliseconds since the epoch. */
export function isStampable(ms: number | undefined): ms is number {
  return ms !== undefined && ms >= FIRST && ms <= LAST;
}

/** The first of these times that a timestamp can say; `SINCE` where none can. */
export function firstOf(...times: readonly (number | undefined)[]): number {
  return times.find(isStampable) ?? SINCE;
}

/** `2024-09-23T06:00:00.000Z` for a time that `isStampable`. */
export function stamp(ms: number): string {
  // What is made of one article has its time, one object after the other.
  if (ms !== last.ms) last = { ms, stamp: new Date(ms).toISOString() };
  return last.stamp;
}

let last = { ms: 0, stamp: '1970-01-01T00:00:00.000Z' };
