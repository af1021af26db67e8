import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysOfWikidata, daysStated } from './stated-days.ts';

const width = (text: string) => {
  const days = daysStated(text);
  return days && `${days.first} ${days.last}`;
};

describe('daysStated', () => {
  test.each([
    ['2024', '2024-01-01 2024-12-31'],
    ['2024-02', '2024-02-01 2024-02-29'],
    ['2024-02-05', '2024-02-05 2024-02-05'],
    ['2024-02-05T00:00:00Z', '2024-02-05 2024-02-05'],
    ['+2024-02-05T00:00:00Z', '2024-02-05 2024-02-05'],
    ['2024-00-00', '2024-01-01 2024-12-31'],
    [' 2024-02 ', '2024-02-01 2024-02-29'],
    ['2023-02-29', undefined],
    ['2024-13', undefined],
    ['0000', undefined],
    ['05.02.2024', undefined],
    ['2024-2', undefined],
    ['t1234567', undefined],
    ['', undefined],
  ])('%s', (text, expected) => {
    expect(width(text)).toBe(expected);
  });

  test('is total, and the first day is never behind the last', () => {
    const near = fc.stringMatching(/^\d{4}(-\d\d(-\d\d)?)?$/);
    fc.assert(
      fc.property(fc.oneof(fc.string(), near), (text) => {
        const days = daysStated(text);
        expect(days === undefined || days.first <= days.last).toBe(true);
      }),
    );
  });
});

describe('daysOfWikidata', () => {
  const time = '2024-01-01T00:00:00Z';

  test('is as wide as its precision', () => {
    expect(daysOfWikidata(time, 11)).toEqual({ first: '2024-01-01', last: '2024-01-01' });
    expect(daysOfWikidata(time, 10)).toEqual({ first: '2024-01-01', last: '2024-01-31' });
    expect(daysOfWikidata(time, 9)).toEqual({ first: '2024-01-01', last: '2024-12-31' });
    expect(daysOfWikidata(time, 7)).toBeUndefined();
    expect(daysOfWikidata('soon', 11)).toBeUndefined();
  });

  test('without one the first of January may be a year', () => {
    expect(daysOfWikidata(time, undefined)).toEqual({ first: '2024-01-01', last: '2024-12-31' });
    const other = { first: '2024-03-01', last: '2024-03-01' };
    expect(daysOfWikidata('2024-03-01T00:00:00Z', undefined)).toEqual(other);
  });
});
