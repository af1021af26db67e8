import { describe, expect, it } from 'vitest';
import { publicationDay } from './publication-day.ts';

const NOW = Date.UTC(2025, 0, 1);
const day = (...dates: readonly string[]) => publicationDay(dates, NOW);

describe('publicationDay', () => {
  it('is that of the first statement that can be read', () => {
    expect(day('soon', '2024-05-12', '2024-05-13')).toBe('2024-05-12');
    expect(day('1970-01-01', '2031-01-01', '12 мая 2024')).toBe('2024-05-12');
    expect(day('May 2024', '2024')).toBeUndefined();
    expect(day()).toBeUndefined();
  });

  it('is the day where it was written', () => {
    expect(day('2024-05-12T23:30:00-06:00')).toBe('2024-05-12');
    expect(day('2024-05-12T01:30:00+09:00', '2024-05-11')).toBe('2024-05-12');
    expect(day('1715500800')).toBe('2024-05-12');
  });

  it('is the local day of an instant in UTC where another statement names it', () => {
    const instant = '2023-11-09T03:28:35Z';
    expect(day(instant)).toBe('2023-11-09');
    expect(day(instant, '2023-11-08')).toBe('2023-11-08');
    expect(day(instant, '2023-11-08 22:28:35')).toBe('2023-11-08');
    expect(day(instant, '2023-11-08T22:28:35-05:00')).toBe('2023-11-08');
    expect(day(instant, '2023-11-09T03:28:35+00:00', '2023-11-08')).toBe('2023-11-08');
    expect(day('2023-11-01T23:01:00Z', '02 Novembre 2023')).toBe('2023-11-02');
  });

  it('is not moved by statements that are of another moment', () => {
    const instant = '2023-11-09T10:28:35Z';
    expect(day(instant, '2023-11-08')).toBe('2023-11-09');
    expect(day(instant, '2023-11-08T10:00:00-05:00')).toBe('2023-11-09');
    expect(day(instant, '2023-11-11')).toBe('2023-11-09');
    expect(day(instant, '2023-11-09', '2023-11-10')).toBe('2023-11-09');
  });
});
