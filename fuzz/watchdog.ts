/**
 * Watches for a case that does not end, from a thread of its own: such a case holds up the only thread
 * that could say so.
 */
import { startThread } from '../src/pipeline/worker-thread.ts';

/** What both threads know. */
export interface Watched {
  /** The target's place in the list, the case's number, how many cases were begun. */
  readonly shared: Int32Array;
  readonly targets: readonly string[];
  readonly seed: number;
}

const FIELDS = 3;

/** Called with each case before it runs. */
type Announce = (target: number, number: number) => void;

/** Starts watching; it ends with the process, and ends the process with a case that hangs. */
export function startWatchdog(targets: readonly string[], seed: number): Announce {
  const shared = new Int32Array(new SharedArrayBuffer(FIELDS * Int32Array.BYTES_PER_ELEMENT));
  const watched: Watched = { shared, targets, seed };
  startThread(import.meta.url, './watchdog-worker', watched).unref();
  return (target, number) => {
    shared[0] = target;
    shared[1] = number;
    shared[2] = (shared[2]! + 1) | 0;
  };
}
