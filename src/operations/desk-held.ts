/** What another process at work on the desk means for a door: try again later, and who is at it. */
import { LockHeld } from '../pipeline/lock.ts';

/** Who holds the desk where an error says that somebody does; undefined for other errors. */
export function holderOf(error: unknown): string | undefined {
  if (!(error instanceof LockHeld)) return undefined;
  // The folder of the machine stands in the message too, and is for its own terminal.
  return (
    / by (?<who>\S.*?): wait until it is done$/s.exec(error.message)?.groups?.['who'] ??
    'another process'
  );
}
