import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { paced } from './paced.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('tells the first at once, the newest after the wait, and again at once after a quiet time', () => {
  const told: string[] = [];
  const tell = paced((one: string) => told.push(one), 250);
  for (const one of ['a', 'b', 'c']) tell(one);
  expect(told).toEqual(['a']);
  vi.advanceTimersByTime(249);
  expect(told).toEqual(['a']);
  vi.advanceTimersByTime(1);
  expect(told).toEqual(['a', 'c']);
  tell('d');
  expect(told).toEqual(['a', 'c']);
  vi.advanceTimersByTime(1000);
  expect(told).toEqual(['a', 'c', 'd']);
  tell('e');
  expect(told).toEqual(['a', 'c', 'd', 'e']);
});

it('never tells twice within the wait, and always the last', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(400), { minLength: 1 }), (pauses) => {
      const told: [at: number, what: string][] = [];
      const tell = paced((one: string) => told.push([Date.now(), one]), 250);
      pauses.forEach((pause, i) => {
        tell(String(i));
        vi.advanceTimersByTime(pause);
      });
      vi.advanceTimersByTime(250);
      expect(told.at(-1)![1]).toBe(String(pauses.length - 1));
      for (let i = 1; i < told.length; i++) {
        expect(told[i]![0] - told[i - 1]![0]).toBeGreaterThanOrEqual(250);
      }
      vi.advanceTimersByTime(1000);
    }),
  );
});
