/** When a source or a page is asked again: pure rules over what came of the last time. */
import type { FetchRefusal } from '../../collect/web/refusals.ts';
import type { PageRow } from '../../store/watching.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long after it was first kept a page is looked at again, for changes that nobody announces. */
const LOOKS_AGAIN = [HOUR, 6 * HOUR, DAY, 7 * DAY] as const;
/** How long a page that could not be had waits for the next try. */
const TRIES_AGAIN = [10 * MINUTE, HOUR, 6 * HOUR, DAY] as const;
/** A page that is said to change at every visit is looked at so often, after its first looks. */
const RESTLESS = 6 * HOUR;
/** How long is waited where a host wants to be left alone, if it is not said how long. */
export const HELD_OFF_MS = 10 * MINUTE;
/** A source that does not answer is asked ever more seldom, but once a day for ever. */
const LONGEST_WAIT = DAY;

/** Reasons that may pass: the page may be there on another day. All others are answers. */
const PASSING: ReadonlySet<FetchRefusal> = new Set<FetchRefusal>([
  'robots-unreachable',
  'rate-limited',
  'server-error',
  'time-out',
  'dns',
  'tls',
  'refused-connection',
  'broken-transfer',
  'wrong-length',
  'blocked-page',
  'captcha',
]);

/** When a page that was had for the `fetches`th time is looked at again; absent: not any more. */
export function nextLook(fetches: number, now: number): number | undefined {
  const wait = LOOKS_AGAIN[fetches - 1];
  return wait === undefined ? undefined : now + wait;
}

/**
 * When a page that could not be had for the `failures`th time in a row is tried again, not before the
 * server wants it; absent: it is given up, with its reason.
 */
export function nextTry(
  failures: number,
  { reason, retryAfterMs }: { readonly reason: FetchRefusal; readonly retryAfterMs?: number },
  now: number,
): number | undefined {
  const wait = TRIES_AGAIN[failures - 1];
  if (wait === undefined || !PASSING.has(reason)) return undefined;
  return now + Math.max(wait, retryAfterMs ?? 0);
}

/**
 * When a page that is done is asked for again because it is spoken of otherwise: at once, but a page
 * that was refused or had many times already not so soon after, whatever its feed says each time.
 */
export function nextAnnounced(
  { state, failures, fetches, fetchedAt }: PageRow,
  now: number,
): number {
  if (fetchedAt === undefined || fetchedAt > now) return now;
  const tries = Math.min(Math.max(failures, fetches, 1), TRIES_AGAIN.length);
  const isRestless = fetches >= LOOKS_AGAIN.length;
  const wait = state !== 'kept' ? TRIES_AGAIN[tries - 1]! : isRestless ? RESTLESS : 0;
  return Math.max(now, fetchedAt + wait);
}

/** When a source is asked again: on time after an answer, ever later after failures in a row. */
export function nextPoll(
  every: number,
  failures: number,
  now: number,
  retryAfterMs: number | undefined,
): number {
  const slowed =
    failures === 0 ? every : Math.max(every, Math.min(every * 2 ** failures, LONGEST_WAIT));
  return now + Math.max(slowed, retryAfterMs ?? 0);
}
