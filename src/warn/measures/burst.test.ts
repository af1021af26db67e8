import { describe, expect, test } from 'vitest';
import { AT, DAY, daysOf, evenDays, indicatorOf } from '../invented.fixture.ts';
import { observeBurst } from './burst.ts';

const BURST = indicatorOf('burst', { threshold: 4, lookBackDays: 14, baselineDays: 28 });
const observed = (counts: readonly number[], more: Partial<typeof BURST> = {}) =>
  observeBurst(
    { unit: 'topic:XV', subject: 'Valdoria', days: daysOf(counts) },
    { ...BURST, ...more },
  );

describe('observeBurst', () => {
  test('of no days, or of too few before, measures nothing and says so', () => {
    expect(observed([])).toMatchObject({ value: 0, at: 0, findings: [] });
    const short = observed([...evenDays(27, 1), 50]);
    expect(short).toMatchObject({ value: 0, at: 0, findings: [] });
    expect(short.counter[0]?.figures).toEqual({ days: 28, of: 28 });
  });

  test('is how many robust deviations the day lies above what is usual', () => {
    const found = observed([...evenDays(28, 4), 14]);
    // A median of 4 and no deviations: the spread is that of a Poisson count, 2.
    expect(found).toMatchObject({ value: 5, at: AT + 28 * DAY, confidence: 'very likely' });
    expect(found.counter).toEqual([]);
    expect(found.findings.map(({ figures }) => figures)).toEqual([
      { articles: 14, day: '2024-01-29' },
      { usual: 4 },
    ]);
    expect(found.findings[0]?.refs).toHaveLength(1);
  });

  test('fires on the newest day that reaches the threshold, not on the highest', () => {
    const found = observed([...evenDays(28, 0), 9, 0, 5, 0]);
    expect(found).toMatchObject({ value: 5, at: AT + 30 * DAY });
  });

  test('is the nearest day where none reaches it', () => {
    const found = observed([...evenDays(28, 0), 3, 0, 2, 0]);
    expect(found).toMatchObject({ value: 3, at: AT + 28 * DAY });
  });

  test('looks no further back than it is told', () => {
    expect(observed([...evenDays(28, 0), 9, ...evenDays(14, 0)]).value).toBe(0);
  });

  test('says what of the baseline is missing', () => {
    const found = observed([...evenDays(28, 0), 9], { baselineDays: 84 });
    expect(found.counter[0]).toMatchObject({
      code: 'short-baseline',
      figures: { days: 28, of: 84 },
    });
    expect(found.confidence).toBe('likely');
  });

  test('days beyond the baseline do not count', () => {
    const found = observed([...evenDays(28, 40), ...evenDays(28, 0), 9]);
    expect(found).toMatchObject({ value: 9, at: AT + 56 * DAY });
  });

  test('takes for reached what its rounded value says', () => {
    // 25 more than 40, whose spread is √40: 3.95 deviations, told as 4, on two days.
    const found = observed([...evenDays(28, 40), 65, 40, 65, 40]);
    expect(found).toMatchObject({ value: 4, at: AT + 30 * DAY });
  });
});
