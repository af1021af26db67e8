import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Moment } from '../domain/moment.ts';
import {
  clockWords,
  DAY,
  dayWords,
  durationWords,
  HOUR,
  instantWords,
  isoOf,
  isPlaced,
  lagWords,
  MINUTE,
  momentWords,
  SECOND,
} from './moments.ts';

const NOON = Date.UTC(2024, 8, 23, 14, 5, 9);
const DAY_BEGIN = Date.UTC(2024, 8, 23);

function moment(earliest: number, latest: number, more: Partial<Moment>): Moment {
  return { earliest, latest, precision: 'second', zone: 'stated', ...more };
}

describe('momentWords', () => {
  it.each<[string, Moment | undefined, string, string | undefined]>([
    ['nothing', undefined, 'undated', undefined],
    ['not a number', moment(Number.NaN, 0, {}), 'undated', undefined],
    ['beyond any calendar', moment(0, 1e17, {}), 'undated', undefined],
    ['a second', moment(NOON, NOON + 999, {}), '23 Sep 2024 14:05:09 UTC', undefined],
    [
      'a minute with a zone set',
      moment(NOON - 9000, NOON + 50_999, { precision: 'minute', zone: 'set' }),
      '23 Sep 2024 14:05 UTC',
      'zone set by the desk',
    ],
    [
      'a minute without a zone',
      moment(NOON - 9000 - 14 * HOUR, NOON - 9000 + 12 * HOUR, {
        precision: 'minute',
        zone: 'unknown',
      }),
      '23 Sep 2024 00:05 to 24 Sep 2024 02:05 UTC',
      'zone not stated',
    ],
    [
      'an hour',
      moment(DAY_BEGIN + HOUR, DAY_BEGIN + 2 * HOUR - 1, { precision: 'hour' }),
      '23 Sep 2024 01:00 to 01:59 UTC',
      undefined,
    ],
    [
      'a UTC day',
      moment(DAY_BEGIN, DAY_BEGIN + DAY - 1, { precision: 'day' }),
      '23 Sep 2024',
      'day only',
    ],
    [
      'a day without a zone',
      moment(DAY_BEGIN - 14 * HOUR, DAY_BEGIN + DAY + 12 * HOUR - 1, {
        precision: 'day',
        zone: 'unknown',
      }),
      '23 Sep 2024',
      'day only; zone not stated; 22 Sep 2024 10:00 to 24 Sep 2024 11:59 UTC',
    ],
    [
      'a month',
      moment(Date.UTC(2024, 8, 1), Date.UTC(2024, 9, 1) - 1, { precision: 'month' }),
      'Sep 2024',
      'month only',
    ],
    [
      'a year',
      moment(Date.UTC(2024, 0, 1), Date.UTC(2025, 0, 1) - 1, { precision: 'year' }),
      '2024',
      'year only',
    ],
  ])('%s', (_, value, main, note) => {
    expect(momentWords(value)).toEqual({ main, note });
  });
});

describe('lagWords', () => {
  it.each([
    [134 * MINUTE, 134 * MINUTE, '2 h 14 min later'],
    [133 * MINUTE + 1, 135 * MINUTE - 1, '2 h 14 min later'],
    [3 * HOUR, DAY, 'between 3 h and 1 day later'],
    [40 * SECOND, 40 * SECOND, '40 s later'],
    [1, MINUTE, 'between 0 s and 1 min later'],
    [-DAY + 1, DAY - 1, 'within a day, order open'],
    [-30 * MINUTE, HOUR, 'within an hour, order open'],
    [-5, 5, 'within a minute, order open'],
    [-2 * HOUR, 3 * DAY, 'order open: 2 h earlier to 3 days later'],
    [-3 * HOUR, -2 * HOUR, 'between 2 h and 3 h earlier'],
    [Number.NaN, 1, 'lag not known'],
    [2, 1, 'lag not known'],
  ])('%d to %d ms', (min, max, words) => {
    expect(lagWords({ min, max })).toBe(words);
  });
});

describe('durationWords', () => {
  it.each([
    [0, '0 s'],
    [59 * SECOND, '59 s'],
    [90 * SECOND, '2 min'],
    [HOUR, '1 h'],
    [25 * HOUR, '1 day 1 h'],
    [2 * DAY, '2 days'],
    [40 * DAY + 5 * HOUR, '40 days'],
    [1234 * DAY, '1,234 days'],
    [24 * HOUR - 1, '1 day'],
  ])('%d ms', (ms, words) => {
    expect(durationWords(ms)).toBe(words);
  });

  it('never says more than a lower nor less than an upper bound', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 * DAY }), (ms) => {
        expect(readBack(durationWords(ms, 'down'))).toBeLessThanOrEqual(ms);
        expect(readBack(durationWords(ms, 'up'))).toBeGreaterThanOrEqual(ms);
      }),
    );
  });
});

const UNITS: Record<string, number> = { s: SECOND, min: MINUTE, h: HOUR, day: DAY, days: DAY };

function readBack(words: string): number {
  let sum = 0;
  for (const [, n, unit] of words.replaceAll(',', '').matchAll(/(\d+) ([a-z]+)/g)) {
    sum += Number(n) * (UNITS[unit ?? ''] ?? Number.NaN);
  }
  return sum;
}

describe('instants', () => {
  it('prints UTC', () => {
    expect(instantWords(NOON)).toBe('23 Sep 2024 14:05 UTC');
    expect(clockWords(NOON, true)).toBe('14:05:09');
    expect(isoOf(NOON)).toBe('2024-09-23T14:05:09.000Z');
  });

  it('never throws', () => {
    for (const ms of [Number.NaN, Number.POSITIVE_INFINITY, 8.7e15, -8.7e15]) {
      expect(isoOf(ms)).toBeUndefined();
      expect(dayWords(ms)).toBe('out of range');
      expect(clockWords(ms)).toBe('out of range');
      expect(isPlaced(moment(ms, ms, {}))).toBe(false);
    }
    expect(clockWords(-8.64e15)).toBe('00:00');
  });
});

describe('Spanish', () => {
  const spanish = (value: Moment | undefined) => momentWords(value, 'es');

  it('states a moment with what it leaves in doubt', () => {
    expect(spanish(undefined)).toEqual({ main: 'sin fecha', note: undefined });
    expect(spanish(moment(NOON, NOON + 999, {})).main).toBe('23 sept 2024, 14:05:09 UTC');
    expect(spanish(moment(NOON, NOON + 999, { zone: 'set' })).note).toBe(
      'zona horaria fijada por la mesa',
    );
    const wide = { precision: 'day', zone: 'unknown' } as const;
    expect(spanish(moment(DAY_BEGIN - 14 * HOUR, DAY_BEGIN + 36 * HOUR - 1, wide))).toEqual({
      main: '23 sept 2024',
      note: 'solo el día; zona horaria no indicada; del 22 sept 2024, 10:00, al 24 sept 2024, 11:59 UTC',
    });
    expect(spanish(moment(DAY_BEGIN, DAY_BEGIN + HOUR - 1, { precision: 'hour' })).main).toBe(
      '23 sept 2024, de 00:00 a 00:59 UTC',
    );
    const september = moment(Date.UTC(2024, 8, 1), Date.UTC(2024, 9, 1) - 1, {
      precision: 'month',
    });
    expect(spanish(september)).toEqual({ main: 'sept 2024', note: 'solo el mes' });
    const year = moment(Date.UTC(2024, 0, 1), Date.UTC(2025, 0, 1) - 1, { precision: 'year' });
    expect(spanish(year)).toEqual({ main: '2024', note: 'solo el año' });
    expect(dayWords(Number.NaN, 'es')).toBe('fuera de rango');
  });

  it.each([
    [134 * MINUTE, 134 * MINUTE, '2 h 14 min después'],
    [3 * HOUR, DAY, 'entre 3 h y 1 día después'],
    [-3 * HOUR, -2 * HOUR, 'entre 2 h y 3 h antes'],
    [-5, 5, 'a un minuto como mucho, orden abierto'],
    [-30 * MINUTE, HOUR, 'a una hora como mucho, orden abierto'],
    [-DAY + 1, DAY - 1, 'a un día como mucho, orden abierto'],
    [-2 * HOUR, 3 * DAY, 'orden abierto: de 2 h antes a 3 días después'],
    [2, 1, 'retraso desconocido'],
  ])('a lag of %d to %d ms', (min, max, words) => {
    expect(lagWords({ min, max }, 'es')).toBe(words);
  });

  it('writes thousands of days as the console does', () => {
    expect(durationWords(25 * HOUR, 'near', 'es')).toBe('1 día 1 h');
    expect(durationWords(1234 * DAY, 'near', 'es')).toBe('1234 días');
    expect(durationWords(12_345 * DAY, 'near', 'es')).toBe('12\u202f345 días');
  });
});
