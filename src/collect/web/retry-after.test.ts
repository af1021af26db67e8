import { describe, expect, it } from 'vitest';
import { retryAfterMs } from './retry-after.ts';

const NOW = Date.UTC(1994, 10, 6, 8, 49, 0);

describe('retryAfterMs', () => {
  it.each([
    ['120', 120_000],
    [' 0 ', 0],
    ['Sun, 06 Nov 1994 08:49:37 GMT', 37_000],
    ['Sunday, 06-Nov-94 08:49:37 GMT', 37_000],
    ['Sun Nov  6 08:49:37 1994', 37_000],
    ['Sun, 06 Nov 1994 08:48:00 GMT', 0],
  ])('reads %s', (value, ms) => {
    expect(retryAfterMs(value, NOW)).toBe(ms);
  });

  it.each([
    undefined,
    '',
    'soon',
    '-5',
    '1.5',
    '1e9',
    '9'.repeat(20),
    '1994-11-06',
    'Sun, 99 Foo 1994 08:49:37 GMT',
  ])('does not read %s', (value) => {
    expect(retryAfterMs(value, NOW)).toBeUndefined();
  });
});
