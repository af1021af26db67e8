import { describe, expect, it } from 'vitest';
import type { Moment, Precision } from '../../domain/moment.ts';
import { HOUR } from '../moments.ts';
import { boundsWords, isoDate, partialDate, pointDate, timexDate } from './calendar.ts';

const moment = (first: string, last: string, precision: Precision): Moment => ({
  earliest: Date.parse(first),
  latest: Date.parse(last),
  precision,
  zone: 'stated',
});
const MINUTE = moment('2024-09-23T14:05:00Z', '2024-09-23T14:05:59.999Z', 'minute');
const DAY = moment('2024-09-23T00:00:00Z', '2024-09-23T23:59:59.999Z', 'day');
/** The same without a zone: 14 hours earlier, 12 later. */
const widened = (one: Moment): Moment => ({
  ...one,
  earliest: one.earliest - 14 * HOUR,
  latest: one.latest + 12 * HOUR,
  zone: 'unknown',
});

describe('partialDate', () => {
  it.each([
    [MINUTE, '2024-09-23T14:05'],
    [{ ...MINUTE, latest: MINUTE.earliest, precision: 'second' as const }, '2024-09-23T14:05:00'],
    [moment('2024-09-23T14:00:00Z', '2024-09-23T14:59:59Z', 'hour'), '2024-09-23T14'],
    [DAY, '2024-09-23'],
    [widened(DAY), '2024-09-23'],
    [moment('2024-09-01T00:00:00Z', '2024-09-30T23:59:59.999Z', 'month'), '2024-09'],
    [moment('2024-01-01T00:00:00Z', '2024-12-31T23:59:59.999Z', 'year'), '2024'],
  ])('writes %j as %s', (one, expected) => {
    expect(partialDate(one)).toBe(expected);
  });

  it('writes of a clock time without a zone only what both bounds share', () => {
    expect(partialDate(widened(MINUTE))).toBe('2024-09');
    expect(partialDate(moment('2023-12-31T20:00:00Z', '2024-01-01T02:00:00Z', 'minute'))).toBe(
      undefined,
    );
  });

  it('does not call ten years a day', () => {
    expect(partialDate(moment('2014-01-01T00:00:00Z', '2024-01-01T00:00:00Z', 'day'))).toBe(
      undefined,
    );
    expect(partialDate(moment('2024-01-01T00:00:00Z', '2024-11-01T00:00:00Z', 'day'))).toBe('2024');
  });

  it.each([
    undefined,
    { ...DAY, latest: DAY.earliest - 1 },
    { ...DAY, earliest: Number.NaN },
    { ...DAY, earliest: -8.64e15, latest: -8.64e15 },
  ])('refuses %j', (one) => {
    expect(partialDate(one)).toBe(undefined);
  });
});

describe('isoDate and pointDate', () => {
  it('give a clock time as its earliest bound', () => {
    expect(isoDate(MINUTE)).toBe('2024-09-23T14:05:00Z');
    expect(isoDate(DAY)).toBe('2024-09-23');
    expect(pointDate(-1)).toBe('1969-12-31T23:59:59Z');
    expect(pointDate(8.64e15)).toBe(undefined);
    expect(pointDate(Number.NaN)).toBe(undefined);
  });
});

describe('boundsWords', () => {
  it('says all that is known', () => {
    expect(boundsWords(widened(DAY))).toBe(
      'between 2024-09-22T10:00:00Z and 2024-09-24T11:59:59Z (precision: day, zone: unknown)',
    );
  });
});

describe('timexDate', () => {
  it.each([
    ['2024', '2024'],
    ['2024-09', '2024-09'],
    ['2024-02-29', '2024-02-29'],
    ['2023-02-29', undefined],
    ['2024-13', undefined],
    ['0000', undefined],
    ['2024-W38', undefined],
    ['PAST_REF', undefined],
    ['2024-09-23T10:00', undefined],
    [undefined, undefined],
  ])('%s is %s', (value, expected) => {
    expect(timexDate(value)).toBe(expected);
  });
});
