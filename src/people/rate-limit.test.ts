import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openBuckets, openTries } from './rate-limit.ts';

const LIMITS = { capacity: 3, everyMs: 100, keys: 4 };
const TRIES = { free: 5, firstWaitMs: 1000, longestWaitMs: 60_000, forgetMs: 3_600_000, keys: 4 };

describe('openBuckets', () => {
  it('lets a burst through, then one at a time, each key for itself', () => {
    const buckets = openBuckets(LIMITS);
    expect([0, 0, 0, 0].map((now) => buckets.take('a', now))).toEqual([0, 0, 0, 100]);
    expect(buckets.take('b', 0)).toBe(0);
    expect(buckets.take('a', 60)).toBe(40);
    expect(buckets.take('a', 100)).toBe(0);
    expect(buckets.take('a', 100)).toBe(100);
    expect([1000, 1000, 1000, 1000].map((now) => buckets.take('a', now))).toEqual([0, 0, 0, 100]);
  });

  it('survives a clock that is set back', () => {
    const buckets = openBuckets(LIMITS);
    for (const now of [1000, 1000, 1000]) buckets.take('a', now);
    expect(buckets.take('a', 0)).toBe(100);
    expect(buckets.take('a', 100)).toBe(0);
  });

  it('never lets more through in any stretch of time than its capacity and what came in', () => {
    const steps = fc.array(fc.integer({ min: 0, max: 250 }), { maxLength: 60 });
    fc.assert(
      fc.property(steps, (pauses) => {
        const buckets = openBuckets(LIMITS);
        let now = 0;
        const taken: number[] = [];
        for (const pause of pauses) {
          now += pause;
          if (buckets.take('a', now) === 0) taken.push(now);
        }
        return taken.every((from, i) =>
          taken
            .slice(i)
            .every((to, j) => j + 1 <= LIMITS.capacity + (to - from) / LIMITS.everyMs + 1e-6),
        );
      }),
    );
  });

  it('holds the keys used last and no more', () => {
    const buckets = openBuckets(LIMITS);
    for (let i = 0; i < 3; i++) buckets.take('busy', 0);
    for (let i = 0; i < 1000; i++) {
      buckets.take(`other ${i}`, 0);
      // Used all along, so it is never the one that falls out.
      expect(buckets.take('busy', 0)).toBe(100);
    }
    expect(buckets.held()).toBe(4);
  });
});

describe('openTries', () => {
  it('lets five through, then waits that double up to the longest', () => {
    const tries = openTries(TRIES);
    let now = 0;
    const waits: number[] = [];
    for (let i = 0; i < 14; i++) {
      const wait = tries.begin('ana', now);
      waits.push(wait);
      now += wait;
      if (wait > 0) expect(tries.begin('ana', now)).toBe(0);
    }
    expect(waits).toEqual([0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60].map((s) => s * 1000));
  });

  it('counts no try that had to wait', () => {
    const tries = openTries(TRIES);
    for (let i = 0; i < 5; i++) tries.begin('ana', 0);
    for (let i = 0; i < 100; i++) expect(tries.begin('ana', 500)).toBe(500);
    expect(tries.begin('ana', 1000)).toBe(0);
  });

  it('never locks out for good, whatever came before', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100_000 }), { maxLength: 200 }), (pauses) => {
        const tries = openTries(TRIES);
        let now = 0;
        for (const pause of pauses) {
          now += pause;
          tries.begin('ana', now);
        }
        return tries.begin('ana', now + TRIES.longestWaitMs) === 0;
      }),
    );
  });

  it('survives a clock that is set back', () => {
    const tries = openTries(TRIES);
    for (let i = 0; i < 5; i++) tries.begin('ana', 9_000_000);
    expect(tries.begin('ana', 0)).toBe(1000);
    expect(tries.begin('ana', 1000)).toBe(0);
  });

  it('forgets after an hour, forgives, and takes one back', () => {
    const tries = openTries(TRIES);
    const five = (key: string): void => {
      for (let i = 0; i < 5; i++) tries.begin(key, 0);
    };
    five('a');
    expect(tries.begin('a', TRIES.forgetMs)).toBe(0);
    expect(tries.begin('a', TRIES.forgetMs)).toBe(0);
    five('b');
    tries.forgive('b');
    expect(tries.begin('b', 0)).toBe(0);
    five('c');
    tries.takeBack('c');
    expect(tries.begin('c', 0)).toBe(0);
    expect(tries.begin('c', 0)).toBe(1000);
    tries.takeBack('unknown');
    expect(tries.begin('unknown', 0)).toBe(0);
  });

  it('holds the keys used last and no more', () => {
    const tries = openTries(TRIES);
    for (let i = 0; i < 1000; i++) tries.begin(`name ${i}`, 0);
    expect(tries.held()).toBe(4);
  });
});
