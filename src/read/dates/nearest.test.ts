import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilOf, dayOfIso, isoDay, weekdayOf } from './calendar.ts';
import {
  dayNear,
  dayOfMonthNear,
  monthNear,
  seasonNear,
  unitAt,
  weekdayNear,
  weekendNear,
} from './nearest.ts';

const at = (day: string) => dayOfIso(day)!;
const none = () => undefined;
const past = () => 'past' as const;
const future = () => 'future' as const;
const DAY = fc.integer({ min: -20_000, max: 40_000 });

describe('weekdayNear', () => {
  it('is that weekday, and the nearest on its side', () => {
    fc.assert(
      fc.property(DAY, fc.integer({ min: 1, max: 7 }), (from, weekday) => {
        const last = weekdayNear(weekday, from, -1, none);
        const next = weekdayNear(weekday, from, 1, none);
        const plain = weekdayNear(weekday, from, undefined, none);
        const coming = weekdayNear(weekday, from, undefined, future);
        for (const day of [last, next, plain, coming]) expect(weekdayOf(day)).toBe(weekday);
        expect(last < from && last >= from - 7).toBe(true);
        expect(next > from && next <= from + 7).toBe(true);
        expect(plain <= from && plain > from - 7).toBe(true);
        expect(coming >= from && coming < from + 7).toBe(true);
      }),
    );
  });
});

describe('monthNear', () => {
  it.each([
    [5, undefined, none, '2024-05'],
    [11, undefined, none, '2024-11'],
    [11, undefined, past, '2023-11'],
    [3, undefined, future, '2025-03'],
    [9, -1, none, '2023-09'],
    [9, 1, none, '2025-09'],
    [12, -1, none, '2023-12'],
    [2, 1, none, '2025-02'],
    [12, 0, none, '2024-12'],
  ])('month %i, direction %s', (month, direction, tense, value) => {
    expect(monthNear(month, at('2024-09-23'), direction, tense)).toBe(value);
  });
});

describe('dayNear', () => {
  it('lies within a year, behind where the past is told', () => {
    fc.assert(
      fc.property(
        DAY,
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        (from, month, day) => {
          for (const tense of [none, past, future]) {
            const near = dayNear(month, day, from, tense)!;
            expect(civilOf(near)).toMatchObject({ month, day });
            expect(Math.abs(near - from)).toBeLessThan(366);
          }
          expect(dayNear(month, day, from, past)!).toBeLessThanOrEqual(from + 101);
          expect(dayNear(month, day, from, future)!).toBeGreaterThanOrEqual(from - 60);
        },
      ),
    );
  });

  it('knows that 29 February is rare', () => {
    expect(dayNear(2, 29, at('2023-03-10'), past)).toBeUndefined();
    expect(isoDay(dayNear(2, 29, at('2024-03-10'), past)!)).toBe('2024-02-29');
  });
});

describe('dayOfMonthNear', () => {
  it('takes the month by the tense', () => {
    const from = at('2024-09-23');
    expect(isoDay(dayOfMonthNear(29, from, past))).toBe('2024-08-29');
    expect(isoDay(dayOfMonthNear(29, from, future))).toBe('2024-09-29');
    expect(isoDay(dayOfMonthNear(3, from, future))).toBe('2024-10-03');
    expect(isoDay(dayOfMonthNear(31, at('2024-03-01'), past))).toBe('2024-02-29');
  });
});

describe('seasonNear', () => {
  it.each([
    ['SU', '2024-09-23', -1, none, '2024-SU'],
    ['SU', '2024-07-10', -1, none, '2023-SU'],
    ['SU', '2024-07-10', 0, none, '2024-SU'],
    ['SU', '2024-03-10', 1, none, '2024-SU'],
    ['SU', '2024-09-10', 1, none, '2025-SU'],
    ['FA', '2024-09-23', undefined, past, '2024-FA'],
    ['WI', '2024-01-10', undefined, past, '2023-WI'],
    ['WI', '2024-01-10', -1, none, '2022-WI'],
    ['SP', '2024-02-10', undefined, past, '2023-SP'],
  ] as const)('%s from %s, direction %s', (season, from, direction, tense, value) => {
    expect(seasonNear(season, at(from), direction, tense)).toBe(value);
  });
});

describe('weekendNear', () => {
  it.each([
    ['2024-09-23', undefined, none, '2024-W38-WE'],
    ['2024-09-23', undefined, future, '2024-W39-WE'],
    ['2024-09-23', 1, none, '2024-W39-WE'],
    ['2024-09-21', undefined, none, '2024-W38-WE'],
    ['2024-09-21', -1, none, '2024-W37-WE'],
    ['2024-09-21', 1, none, '2024-W39-WE'],
  ] as const)('from %s, direction %s', (from, direction, tense, value) => {
    expect(weekendNear(at(from), direction, tense)).toBe(value);
  });
});

describe('unitAt', () => {
  it.each([
    ['Y', -1, '2023'],
    ['Q', 0, '2024-Q3'],
    ['Q', -3, '2023-Q4'],
    ['M', -9, '2023-12'],
    ['W', 1, '2024-W40'],
    ['D', 8, '2024-10-01'],
    ['DE', -1, '201'],
    ['CE', 0, '20'],
    ['TH', 1, undefined],
  ] as const)('%s %i', (unit, shift, value) => {
    expect(unitAt(unit, shift, at('2024-09-23'))).toBe(value);
  });
});
