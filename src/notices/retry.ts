/**
 * When a message is tried again, and when it is left to people: after a minute, five, a quarter of an hour,
 * an hour, three, six, twelve, a day; then it is parked. Times in milliseconds.
 */
import type { Notice } from '../domain/notices.ts';

const MINUTE = 60_000;
const WAITS = [1, 5, 15, 60, 180, 360, 720, 1440].map((minutes) => minutes * MINUTE);
/** Servers' own words can be long. */
const MOST_WORDS = 300;

/** What came of handing a message over. */
export type Delivered =
  | { readonly kind: 'sent' }
  /** `again`: it may go another time; `for-good`: it never will as things stand. */
  | { readonly kind: 'failed'; readonly problem: string; readonly again: boolean };

/** The message as it stands after a try at `now`. */
export function afterTry(notice: Notice, delivered: Delivered, now: number): Notice {
  const tries = notice.tries + 1;
  switch (delivered.kind) {
    case 'sent':
      return { ...notice, tries, state: 'sent', sentAt: now, problem: undefined };
    case 'failed': {
      const wait = delivered.again ? WAITS[tries - 1] : undefined;
      const problem = inOneLine(delivered.problem);
      return wait === undefined
        ? { ...notice, tries, state: 'parked', problem }
        : { ...notice, tries, nextAt: now + wait, problem };
    }
  }
}

function inOneLine(words: string): string {
  const line = words.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return line.length <= MOST_WORDS ? line : `${line.slice(0, MOST_WORDS - 1)}…`;
}
