/** Waiting that a signal ends early. */
import { setTimeout as sleep } from 'node:timers/promises';

/** Resolves after so many milliseconds, or at the signal. */
export async function wait(ms: number, signal?: AbortSignal): Promise<void> {
  try {
    await sleep(ms, undefined, signal === undefined ? {} : { signal });
  } catch (error) {
    if (signal?.aborted !== true) throw error;
  }
}
