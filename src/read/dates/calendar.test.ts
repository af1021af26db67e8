import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  civilOf,
  dayNumber,
  dayOfIso,
  daysOfValue,
  isoDay,
  isoWeek,
  monthLength,
  weekdayOf,
} from './calendar.ts';

const leap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
const lengthOf = (year: number, month: number): number =>
  month === 2 ? (leap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

/** Counts the days one by one from 1970-01-01; the naive twin. */
function naiveDays(limit: number): { year: number; month: number; day: number }[] {
  const days = [];
  for (let year = 1970, month = 1, day = 1; days.length < limit; ) {
    days.push({ year, month, day });
    day++;
    if (day > lengthOf(year, month)) {
      day = 1;
      month++;
    }
    if (month > 12) {
      month = 1;
      year++;
    }
  }
  return days;
}

describe('dayNumber and civilOf', () => {
  it('agree with counting the days one by one, to beyond the year 2106', () => {
    for (const [number, civil] of naiveDays(50_000).entries()) {
      if (dayNumber(civil) !== number) expect([civil, dayNumber(civil)]).toEqual([civil, number]);
      if (isoDay(number) !== isoDay(dayNumber(civilOf(number))))
        expect(number).toBe(civilOf(number));
    }
    expect(civilOf(49_999)).toEqual(naiveDays(50_000).at(-1));
  });

  it('are each the other way round, in the years 0 to 9999', () => {
    const number = fc.integer({ min: dayNumber({ year: 0, month: 1, day: 1 }), max: 2_932_896 });
    fc.assert(fc.property(number, (day) => dayNumber(civilOf(day)) === day));
    expect(civilOf(2_932_896)).toEqual({ year: 9999, month: 12, day: 31 });
  });

  it('carry months and days that are too many', () => {
    expect(isoDay(dayNumber({ year: 2023, month: 14, day: 1 }))).toBe('2024-02-01');
    expect(isoDay(dayNumber({ year: 2024, month: 2, day: 30 }))).toBe('2024-03-01');
    expect(isoDay(dayNumber({ year: 2024, month: 0, day: 1 }))).toBe('2023-12-01');
  });
});

describe('monthLength', () => {
  it('knows leap years', () => {
    for (const year of [1900, 2000, 2023, 2024, 2100]) {
      for (let month = 1; month <= 12; month++) {
        expect(monthLength(year, month)).toBe(lengthOf(year, month));
      }
    }
  });
});

describe('dayOfIso', () => {
  it('reads what isoDay writes and nothing else', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -500_000, max: 2_000_000 }),
        (day) => dayOfIso(isoDay(day)) === day,
      ),
    );
    for (const bad of ['2023-02-29', '2024-13-01', '2024-1-1', '2024-09-23T10:00', '', 'x']) {
      expect(dayOfIso(bad)).toBeUndefined();
    }
  });
});

describe('weekdayOf', () => {
  it('counts on from Thursday, the first day of 1970', () => {
    expect(weekdayOf(0)).toBe(4);
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 700_000 }), (day) => {
        const here = weekdayOf(day);
        return here >= 1 && here <= 7 && weekdayOf(day + 1) === (here % 7) + 1;
      }),
    );
    expect(weekdayOf(dayOfIso('2024-09-23')!)).toBe(1);
  });
});

describe('isoWeek', () => {
  it.each([
    ['2020-12-31', '2020-W53'],
    ['2021-01-03', '2020-W53'],
    ['2021-01-04', '2021-W01'],
    ['2018-12-31', '2019-W01'],
    ['2017-01-01', '2016-W52'],
    ['2016-01-03', '2015-W53'],
    ['2024-09-23', '2024-W39'],
    ['2024-12-30', '2025-W01'],
  ])('%s lies in %s', (day, week) => {
    expect(isoWeek(dayOfIso(day)!)).toBe(week);
  });

  it('is the same from Monday to Sunday and then another', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 100_000 }), (day) => {
        const same = isoWeek(day) === isoWeek(day + 1);
        return same === (weekdayOf(day) !== 7);
      }),
    );
  });
});

describe('daysOfValue', () => {
  it.each([
    ['2024-09-23', '2024-09-23', '2024-09-23'],
    ['2024-09-23TMO', '2024-09-23', '2024-09-23'],
    ['2024-09-23T10:30', '2024-09-23', '2024-09-23'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2024', '2024-01-01', '2024-12-31'],
    ['199', '1990-01-01', '1999-12-31'],
    ['18', '1800-01-01', '1899-12-31'],
    ['2024-W38', '2024-09-16', '2024-09-22'],
    ['2024-W38-WE', '2024-09-21', '2024-09-22'],
    ['2020-W53', '2020-12-28', '2021-01-03'],
    ['2024-Q3', '2024-07-01', '2024-09-30'],
    ['2024-H1', '2024-01-01', '2024-06-30'],
    ['2022-SU', '2022-01-01', '2023-03-31'],
  ])('%s is %s to %s', (value, first, last) => {
    expect(daysOfValue(value)).toEqual({ first, last });
  });

  it('has none for what names no days', () => {
    for (const value of ['PAST_REF', 'P3D', 'XXXX-05-10', 'XXXX-WXX-2', '2023-02-30', '']) {
      expect(daysOfValue(value)).toBeUndefined();
    }
  });
});
