import { describe, expect, test } from 'vitest';
import { daysBetween, daysOf, statedDays } from './day-bounds.ts';

describe('daysOf', () => {
  test('the days that the bounds touch, in UTC', () => {
    const moment = { precision: 'day', zone: 'unknown' } as const;
    const earliest = Date.UTC(2024, 8, 22, 10);
    expect(daysOf({ ...moment, earliest, latest: earliest })).toEqual({
      first: '2024-09-22',
      last: '2024-09-22',
    });
    expect(daysOf({ ...moment, earliest, latest: Date.UTC(2024, 8, 24, 11) }).last).toBe(
      '2024-09-24',
    );
  });
});

describe('daysBetween', () => {
  test.each([
    ['2024-02-28', '2024-03-01', 2],
    ['2024-03-01', '2024-02-28', -2],
    ['2024-03-01', '2024-03-01', 0],
    ['soon', '2024-03-01', Number.NaN],
  ])('%s to %s: %s', (a, b, days) => {
    expect(daysBetween(a, b)).toBe(days);
  });
});

describe('statedDays', () => {
  test.each([
    ['2024', '2024-12-31'],
    ['2024-02', '2024-02-29'],
    ['2024-02-05', '2024-02-05'],
    ['spring', undefined],
  ])('%s ends on %s', (text, last) => {
    expect(statedDays(text)?.last).toBe(last);
  });
});
