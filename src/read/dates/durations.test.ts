import { describe, expect, it } from 'vitest';
import { dayOfIso } from './calendar.ts';
import { durationOf, setOf } from './durations.ts';
import { shiftedFrom } from './shifts.ts';

const FROM = dayOfIso('2024-09-23')!;

describe('durationOf', () => {
  it.each([
    [{ unit: 'D', number: 3 }, 'P3D'],
    [{ unit: 'TH', number: 72 }, 'PT72H'],
    [{ unit: 'Y' }, 'P1Y'],
    [{ unit: 'Y', number: 2, half: 1 }, 'P2Y6M'],
    [{ unit: 'Y', number: 1.5 }, 'P1Y6M'],
    [{ unit: 'TH', number: 0.5 }, 'PT30M'],
    [{ unit: 'Y', number: 0.5 }, 'P6M'],
    [{ unit: 'D', number: 0.5 }, 'PT12H'],
    [{ unit: 'CE', number: 0.5 }, 'P50Y'],
    [{ unit: 'DE', number: 2 }, 'P20Y'],
    [{ unit: 'W', number: 1.5 }, 'P1.5W'],
    [{ unit: 'TM', number: 'X' }, 'PTXM'],
    [{ unit: 'DE', number: 'X' }, 'PXE'],
    [{ unit: 'M', number: 'X' }, 'PXM'],
    [{ unit: 'Y', number: 0 }, 'P0Y'],
    [{ unit: 'TH', number: 0 }, 'PT0H'],
    [{}, undefined],
  ] as const)('%j is %s', (slots, value) => {
    expect(durationOf(slots)).toBe(value);
  });
});

describe('setOf', () => {
  it.each([
    [{ weekday: 2 }, 'XXXX-WXX-2'],
    [{ weekday: 2, part: 'NI' }, 'XXXX-WXX-2TNI'],
    [{ month: 7 }, 'XXXX-07'],
    [{ season: 'SU' }, 'XXXX-SU'],
    [{ part: 'MO' }, 'XXXX-XX-XXTMO'],
    [{ unit: 'W' }, 'P1W'],
  ] as const)('%j is %s', (slots, value) => {
    expect(setOf(slots)).toBe(value);
  });
});

describe('shiftedFrom', () => {
  it.each([
    [{ unit: 'D', number: 3, sign: -1 }, '2024-09-20'],
    [{ unit: 'W', number: 1, sign: 1 }, '2024-W40'],
    [{ unit: 'M', number: 10, sign: -1 }, '2023-11'],
    [{ unit: 'Y', number: 2, sign: -1 }, '2022'],
    [{ unit: 'Y', number: 1.5, sign: -1 }, '2023-03'],
    [{ unit: 'DE', number: 4, sign: -1 }, '1984'],
    [{ unit: 'TH', number: 48, sign: -1 }, '2024-09-21'],
    [{ unit: 'TM', number: 10, sign: -1 }, '2024-09-23'],
    [{ unit: 'Y', number: 'X', sign: -1 }, 'PAST_REF'],
    [{ unit: 'Y', number: 'X', sign: 1 }, 'FUTURE_REF'],
    [{ unit: 'D', number: 'X', sign: 1, anaphor: 1 }, 'PXD'],
    [{ unit: 'Y', number: 3000, sign: -1 }, undefined],
    [{ unit: 'Y', number: 9000, sign: 1 }, undefined],
    [{ unit: 'D', number: 999_999_999, sign: 1 }, undefined],
    [{ unit: 'W', number: 1.5, sign: -1 }, undefined],
  ] as const)('%j is %s', (slots, value) => {
    expect(shiftedFrom(slots, FROM, undefined)?.value).toBe(value);
  });

  it('goes a year from a quarter just named to that quarter of another year', () => {
    const year = { unit: 'Y', number: 1, sign: -1 } as const;
    expect(shiftedFrom(year, FROM, '2024-Q2')?.value).toBe('2023-Q2');
    expect(shiftedFrom(year, FROM, '2024-05')?.value).toBe('2023');
    expect(shiftedFrom({ ...year, number: 2 }, FROM, '2024-Q2')?.value).toBe('2022');
  });
});
