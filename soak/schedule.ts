/**
 * What befalls a desk, as a list of faults in time: drawn from a seed, so that a schedule that was found to do
 * harm can be run again.
 */

/** Each but the last strikes one of the desk's processes, or what they stand on. */
export const FAULTS = [
  'kill-worker',
  'kill-worker',
  'kill-ingest',
  'cut-connections',
  'restart-server',
  'disk-full',
  'clock-jump',
  'poison',
  'torn-segment',
  'torn-archive',
  'repeated-jobs',
  'repeated-files',
  'new-worker',
] as const;
export type Fault = (typeof FAULTS)[number];

export interface Strike {
  /** Milliseconds after the one before. */
  readonly after: number;
  readonly fault: Fault;
  /** Picks whom or what it strikes, 0–1. */
  readonly pick: number;
}

export interface Schedule {
  readonly seed: number;
  readonly strikes: readonly Strike[];
}

/** Longest pause between two strikes, in milliseconds: a desk of the soak is done in about a second. */
const LONGEST_PAUSE = 400;
const MOST_STRIKES = 7;
/** Rarer than the others: it takes half a second by itself. */
const RESTARTS = 0.25;

/** The schedule of a seed. */
export function scheduleOf(seed: number): Schedule {
  const next = chance(seed);
  const count = 2 + Math.floor(next() * (MOST_STRIKES - 1));
  const strikes = Array.from({ length: count }, (): Strike => {
    const after = Math.floor(next() ** 2 * LONGEST_PAUSE);
    const drawn = FAULTS[Math.floor(next() * FAULTS.length)]!;
    const fault = drawn === 'restart-server' && next() > RESTARTS ? 'cut-connections' : drawn;
    return { after, fault, pick: next() };
  });
  return { seed, strikes };
}

/** Mulberry32: numbers from 0 to 1, the same for the same seed. */
function chance(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
