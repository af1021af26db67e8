import { describe, expect, it } from 'vitest';
import { nextAnnounced, nextLook, nextPoll, nextTry } from './schedule.ts';

const HOUR = 3_600_000;

describe('nextLook', () => {
  it('looks again ever later, four times', () => {
    expect([1, 2, 3, 4, 5].map((fetches) => nextLook(fetches, 0))).toEqual([
      HOUR,
      6 * HOUR,
      24 * HOUR,
      168 * HOUR,
      undefined,
    ]);
  });
});

describe('nextTry', () => {
  it('tries what may pass again, four times', () => {
    const tries = [1, 2, 3, 4, 5].map((failures) => nextTry(failures, { reason: 'time-out' }, 0));
    expect(tries).toEqual([HOUR / 6, HOUR, 6 * HOUR, 24 * HOUR, undefined]);
  });

  it('takes an answer for an answer', () => {
    for (const reason of ['not-found', 'gone', 'robots', 'private-address', 'login'] as const) {
      expect(nextTry(1, { reason }, 0)).toBeUndefined();
    }
  });

  it('does not come before the server wants it', () => {
    expect(nextTry(1, { reason: 'rate-limited', retryAfterMs: 2 * HOUR }, 5)).toBe(2 * HOUR + 5);
    expect(nextTry(2, { reason: 'rate-limited', retryAfterMs: 1 }, 0)).toBe(HOUR);
  });
});

describe('nextPoll', () => {
  it('comes on time after an answer', () => {
    expect(nextPoll(HOUR, 0, 7, undefined)).toBe(HOUR + 7);
  });

  it('doubles the wait with each failure, up to a day, and never gives up', () => {
    expect([1, 2, 3, 10, 1000].map((failures) => nextPoll(HOUR, failures, 0, undefined))).toEqual([
      2 * HOUR,
      4 * HOUR,
      8 * HOUR,
      24 * HOUR,
      24 * HOUR,
    ]);
  });

  it('does not ask more often than is wanted where that is seldom', () => {
    expect(nextPoll(48 * HOUR, 3, 0, undefined)).toBe(48 * HOUR);
    expect(nextPoll(HOUR, 0, 0, 5 * HOUR)).toBe(5 * HOUR);
  });
});

describe('nextAnnounced', () => {
  const next = (state: 'kept' | 'refused', fetches: number, failures = 0, fetchedAt = 0): number =>
    nextAnnounced(
      { url: '', host: '', source: '', foundAt: 0, state, fetches, failures, fetchedAt },
      1,
    );

  it('is at once for a page that was had a few times, and every six hours after that', () => {
    expect([1, 2, 3, 4, 9].map((fetches) => next('kept', fetches))).toEqual([
      1,
      1,
      1,
      6 * HOUR,
      6 * HOUR,
    ]);
  });

  it('comes ever later for a page that is refused again and again', () => {
    expect([1, 2, 3, 4, 5].map((failures) => next('refused', 0, failures))).toEqual([
      HOUR / 6,
      HOUR,
      6 * HOUR,
      24 * HOUR,
      24 * HOUR,
    ]);
    expect(next('refused', 3)).toBe(6 * HOUR);
  });

  it('is at once where the clock was put back', () => {
    expect(next('refused', 0, 4, HOUR)).toBe(1);
  });
});
