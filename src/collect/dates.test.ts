import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Moment } from '../domain/moment.ts';
import { type DateReading, momentOf, writtenDay } from './dates.ts';

const NOW = Date.UTC(2025, 0, 1);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const read = (value: unknown, timezone?: string): DateReading =>
  momentOf(value, timezone === undefined ? { now: NOW } : { now: NOW, timezone });
const at = (iso: string): number => Date.parse(iso);

function expectMoment(value: unknown, earliest: string, width: number, rest: Partial<Moment>) {
  const { moment } = read(value);
  expect(moment, String(value)).toEqual({
    earliest: at(earliest),
    latest: at(earliest) + width - 1,
    ...rest,
  });
}

describe('momentOf, with a zone', () => {
  const second = { precision: 'second', zone: 'stated' } as const;
  const minute = { precision: 'minute', zone: 'stated' } as const;

  it.each([
    '2024-09-23T14:05:07Z',
    '2024-09-23T17:05:07+03:00',
    '2024-09-23T17:05:07+0300',
    '2024-09-23T17:05:07+03',
    '2024-09-23 14:05:07 UTC',
    '2024-09-23 14:05:07+00',
    '2024-09-23T17:05:07+03:00[Europe/Moscow]',
    '2024-09-23T17:05:07[Europe/Moscow]',
    '20240923T140507Z',
    '2024-09-23T140507Z',
    'Mon, 23 Sep 2024 14:05:07 GMT',
    'Fri, 23 Sep 2024 14:05:07 GMT',
    'Mon,23 Sep 2024 14:5:7 GMT',
    'Monday, 23-Sep-24 14:05:07 UT',
    'Mon Sep 23 14:05:07 GMT 2024',
    'Mon, 23 Sep 2024 17:05:07 GMT+3',
    'Mon, 23 Sep 2024 17:05:07 UTC+03:00',
    'Mon, 23 Sep 2024 16:05:07 MEST',
    'lun., 23 sept. 2024 08:05:07 -0600',
    'Пн, 23 сен 2024 17:05:07 +0300',
    'Mon, 23 Sep 2024 17:05:07 +0300 (MSK)',
    '23 Sep 24 10:05:07 EDT',
    'Mon Sep 23 14:05:07 +0000 2024',
    'Mon Sep 23 2024 17:05:07 GMT+0300 (Moscow Standard Time)',
    1_727_100_307,
    '1727100307',
  ])('reads %s to the second', (value) => {
    expectMoment(value, '2024-09-23T14:05:07Z', 1000, second);
  });

  it.each([
    '2024-09-23T14:05:07.250Z',
    '2024-09-23T14:05:07.250000+00:00',
    '2024-09-23T14:05:07,250Z',
    1_727_100_307_250,
    '1727100307250',
    '1727100307250000',
    1_727_100_307_250_000,
    '1727100307.250',
    new Date('2024-09-23T14:05:07.250Z'),
    { $date: '2024-09-23T14:05:07.250Z' },
    { $date: { $numberLong: '1727100307250' } },
  ])('reads %j as an instant', (value) => {
    expectMoment(value, '2024-09-23T14:05:07.250Z', 1, second);
  });

  it.each([
    '2024-09-23T14:05Z',
    '2024-09-23 10:05 EDT',
    'Sep 23 2024 10:05 EDT',
    'September 23, 2024 at 10:05 a.m. EDT',
    '23 сентября 2024 г., 17:05 МСК',
    '23.09.2024 17:05 UTC+3',
    '14:05 UTC, 23.09.2024',
  ])('reads %s to the minute', (value) => {
    expectMoment(value, '2024-09-23T14:05:00Z', 60_000, minute);
  });

  it('spans every offset that an ambiguous abbreviation stands for', () => {
    const { moment } = read('2024-09-23 14:05 IST');
    expect(moment?.earliest).toBe(at('2024-09-23T08:35:00Z'));
    expect(moment?.latest).toBe(at('2024-09-23T13:05:59.999Z'));
  });

  it('spans the day where the time is an exact midnight, which programs add to days', () => {
    const day = { precision: 'day', zone: 'stated' } as const;
    expectMoment('2024-09-23T00:00:00Z', '2024-09-23T00:00:00Z', DAY, day);
    expectMoment('2024-09-23T00:00:00-04:00', '2024-09-23T04:00:00Z', DAY, day);
    expectMoment(Date.UTC(2024, 8, 23) / 1000, '2024-09-23T00:00:00Z', DAY, day);
  });
});

describe('momentOf, without a zone', () => {
  /** Local time may be from 14 hours ahead of UTC to 12 behind. */
  const widened = (local: string, width: number) => ({
    earliest: at(local) - 14 * HOUR,
    latest: at(local) + width - 1 + 12 * HOUR,
  });

  it.each([
    ['2024-09-23T14:05', 60_000],
    ['2024-09-23 14:05', 60_000],
    ['2024-09-23 14:05:00', 1000],
    ['23.09.2024 14:05', 60_000],
    ['14:05, 23.09.2024', 60_000],
    ['23/09/2024 14:05', 60_000],
    ['09/23/2024 2:05 PM', 60_000],
    ['23 сентября 2024 г., 14:05', 60_000],
    ['23 сентября 2024, 14:05', 60_000],
    ['23 de septiembre de 2024, 14:05 h', 60_000],
    ['23 de septiembre de 2024 a las 14:05', 60_000],
    ['lunes, 23 de septiembre de 2024 - 14:05', 60_000],
    ['September 23, 2024 2:05 PM', 60_000],
    ['20240923140500', 1000],
    ['202409231405', 60_000],
  ])('widens %s by the zones in use', (value, width) => {
    const { moment, doubts } = read(value);
    expect(moment).toMatchObject({ ...widened('2024-09-23T14:05:00Z', width), zone: 'unknown' });
    expect(doubts).toEqual([{ kind: 'assumed-zone', value }]);
  });

  it.each([
    '2024-09-23',
    '2024/09/23',
    '2024.09.23',
    '20240923',
    20_240_923,
    '23.09.2024',
    '23.9.24',
    '23-09-2024',
    '09/23/2024',
    '23 Sep 24',
    'September 23, 2024',
    'Sept. 23rd, 2024',
    'Monday, 23 September 2024',
    '23 de septiembre de 2024',
    '23 de setiembre del 2024',
    '23 сентября 2024 г.',
    'Опубликовано: 23.09.2024',
    '23 вересня 2024',
    '23 de setembro de 2024',
    '23 septembre 2024',
    '23. September 2024',
    '2024年9月23日',
  ])('spans the day and the zones for %s', (value) => {
    const { moment } = read(value);
    expect(moment).toEqual({
      ...widened('2024-09-23T00:00:00Z', DAY),
      precision: 'day',
      zone: 'unknown',
    });
  });

  it('spans months and years', () => {
    for (const value of ['2024-09', 'September 2024', 'сентябрь 2024', 'septiembre de 2024']) {
      expect(read(value).moment, value).toEqual({
        ...widened('2024-09-01T00:00:00Z', 30 * DAY),
        precision: 'month',
        zone: 'unknown',
      });
    }
    for (const value of ['2024', 2024]) {
      const year = { ...widened('2024-01-01T00:00:00Z', 366 * DAY), precision: 'year' };
      expect(read(value).moment).toMatchObject(year);
    }
  });

  it('spans both days where day and month can be either', () => {
    const { moment } = read('04/03/2024', 'UTC');
    expect(moment).toEqual({
      earliest: at('2024-03-04T00:00:00Z'),
      latest: at('2024-04-03T23:59:59.999Z'),
      precision: 'year',
      zone: 'set',
    });
    expect(read('04/04/2024', 'UTC').moment?.precision).toBe('day');
    expect(read('04.03.2024', 'UTC').moment?.earliest).toBe(at('2024-03-04T00:00:00Z'));
  });
});

describe('momentOf, in a zone that the user sets', () => {
  const set = (value: string, zone: string) => read(value, zone).moment;

  it('is as exact as the text and leaves no doubt', () => {
    const { moment, doubts } = read('2024-09-23 14:05', 'America/Mexico_City');
    expect(moment).toMatchObject({ earliest: at('2024-09-23T20:05:00Z'), zone: 'set' });
    expect(doubts).toEqual([]);
    expect(set('2024-09-23 14:05 EDT', 'Asia/Tokyo')?.earliest).toBe(at('2024-09-23T18:05:00Z'));
  });

  it('spans the day as that zone has it, longer or shorter by the change of clocks', () => {
    const autumn = set('2024-10-27', 'Europe/Madrid')!;
    expect(autumn.latest - autumn.earliest + 1).toBe(25 * HOUR);
    const spring = set('2024-03-31', 'Europe/Madrid')!;
    expect(spring.latest - spring.earliest + 1).toBe(23 * HOUR);
  });

  it('spans both instants of a repeated hour, and of one that was left out', () => {
    const repeated = set('2024-10-27 02:30', 'Europe/Madrid')!;
    expect(repeated.earliest).toBe(at('2024-10-27T00:30:00Z'));
    expect(repeated.latest).toBe(at('2024-10-27T01:30:59.999Z'));
    const missing = set('2024-03-31 02:30', 'Europe/Madrid')!;
    expect(missing.earliest).toBe(at('2024-03-31T00:30:00Z'));
    expect(missing.latest).toBe(at('2024-03-31T01:30:59.999Z'));
  });

  it('throws for a name that is no zone', () => {
    expect(() => read('2024', 'Mars/Olympus')).toThrow("unknown time zone 'Mars/Olympus'");
  });
});

describe('momentOf, refusing', () => {
  it.each([undefined, null, '', '  '])('finds no date in %j', (value) => {
    expect(read(value)).toEqual({ doubts: [{ kind: 'no-date' }] });
  });

  it.each([
    '1970-01-01',
    '1970-01-01T00:00:00Z',
    '1970-01-01 00:00:00',
    'Thu, 01 Jan 1970 00:00:00 +0000',
    '1969-12-31T19:00:00-05:00',
    '01.01.1970 00:00',
    0,
    '0',
    '0.0',
    new Date(0),
  ])('takes %s for a clock that was not set', (value) => {
    const { moment, doubts } = read(value);
    expect(moment).toBeUndefined();
    expect(doubts).toMatchObject([{ kind: 'epoch-date' }]);
  });

  it('takes other times of that day for what they say', () => {
    expect(read('1970-01-01T14:00').moment).toBeDefined();
    expect(read('1970-01-02').moment).toBeDefined();
  });

  it.each(['2025-01-02T00:00:01Z', '2025-01-03', '2026', '9999-12-31', 4_000_000_000])(
    'takes %s for a mistake: it is more than a day ahead',
    (value) => {
      expect(read(value, 'UTC')).toMatchObject({ doubts: [{ kind: 'future-date' }] });
      expect(read(value, 'UTC').moment).toBeUndefined();
    },
  );

  it('allows a day for clocks and zones that differ', () => {
    expect(read('2025-01-01T23:59:59Z').moment).toBeDefined();
    expect(read('2025-01-02').moment).toBeDefined();
  });

  it.each([
    '2024-02-30',
    '31.04.2024',
    '2024-13-01',
    '13/13/2024',
    '2024-09-23T25:00',
    '2024-09-23T14:60',
    '2024-09-23 something else',
    'yesterday',
    '3 hours ago',
    'hace 3 horas',
    'September 23',
    '23/09',
    '14:05',
    'The war of 1812 and what came of it on 3 May 2024 in the end of all',
    'abc',
    '-5',
    '123',
    Number.NaN,
    Number.POSITIVE_INFINITY,
    1e30,
    -1,
    true,
    {},
    [],
    ['2024-09-23'],
    new Date(Number.NaN),
    'x'.repeat(100_000),
    Symbol('date'),
    10n,
  ])('does not read %s', (value) => {
    const { moment, doubts } = read(value);
    expect(moment).toBeUndefined();
    expect(doubts.map(({ kind }) => kind)).toEqual(['unreadable-date']);
  });

  it('is total', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const { moment, doubts } = read(value);
        expect(moment === undefined ? doubts.length : 1).toBe(1);
      }),
    );
    fc.assert(fc.property(fc.string(), (value) => read(value).doubts.length <= 1));
  });
});

describe('momentOf, round trip', () => {
  const MONTHS_EN = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
  const MONTHS_ES =
    'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre';
  const MONTHS_RU =
    'января февраля марта апреля мая июня июля августа сентября октября ноября декабря';
  const pad = (n: number): string => String(n).padStart(2, '0');
  const offsetText = (minutes: number): string => {
    const size = Math.abs(minutes);
    return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
  };
  const instants = fc
    .integer({ min: 86_400, max: Math.floor(NOW / 1000) - 1 })
    .filter((seconds) => seconds % 86_400 !== 0)
    .map((seconds) => seconds * 1000);

  it('finds the instant again in every printed form', () => {
    const offsets = fc.integer({ min: -48, max: 56 }).map((quarters) => quarters * 15);
    fc.assert(
      fc.property(instants, offsets, (instant, offset) => {
        const local = new Date(instant + offset * 60_000);
        fc.pre(local.getTime() % DAY !== 0);
        const [day, clock] = local.toISOString().slice(0, 19).split('T') as [string, string];
        const [y, m, d] = [local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate()];
        const zone = offsetText(offset);
        const forms = [
          `${day}T${clock}${zone}`,
          `${day} ${clock} ${zone.replace(':', '')}`,
          `${d} ${MONTHS_EN[m]} ${y} ${clock} ${zone.replace(':', '')}`,
          `${MONTHS_EN[m]} ${d}, ${y} ${clock} UTC${zone}`,
          `${d} de ${MONTHS_ES.split(' ')[m]} de ${y}, ${clock} ${zone}`,
          `${d} ${MONTHS_RU.split(' ')[m]} ${y} г., ${clock} ${zone}`,
          `${pad(d)}.${pad(m + 1)}.${y} ${clock} ${zone}`,
          new Date(instant).toUTCString(),
        ];
        for (const form of forms) {
          const { moment } = read(form);
          expect(moment, form).toMatchObject({ earliest: instant, latest: instant + 999 });
        }
        if (instant >= 1e11) expect(read(instant).moment?.earliest).toBe(instant);
        if (instant >= 1e11) expect(read(String(instant / 1000)).moment?.earliest).toBe(instant);
      }),
    );
  });

  it('finds it through a zone and back, changes of clocks included', () => {
    const zones = fc.constantFrom(
      'Europe/Madrid',
      'America/New_York',
      'Asia/Kolkata',
      'Pacific/Apia',
    );
    fc.assert(
      fc.property(instants, zones, (instant, zone) => {
        const local = new Intl.DateTimeFormat('sv-SE', {
          timeZone: zone,
          dateStyle: 'short',
          timeStyle: 'medium',
        }).format(instant);
        fc.pre(!local.endsWith('00:00:00'));
        const { moment } = read(local, zone);
        expect(moment?.earliest).toBeLessThanOrEqual(instant);
        expect(moment?.latest).toBeGreaterThanOrEqual(instant);
        expect(moment!.latest - moment!.earliest).toBeLessThan(25 * HOUR);
      }),
    );
  });
});

describe('writtenDay', () => {
  it.each([
    ['2024-05-12T23:30:00-06:00', '2024-05-12'],
    [' 12 мая 2024, 10:05 ', '2024-05-12'],
    ['20240512', '2024-05-12'],
    ['1715500800', '2024-05-12'],
    ['1715500800.5', '2024-05-12'],
    ['05/13/2024', '2024-05-13'],
    ['05/06/2024', undefined],
    ['May 2024', undefined],
    ['2024', undefined],
    ['2031-01-01', undefined],
    ['1970-01-01T00:00:00Z', undefined],
    ['yesterday', undefined],
    ['', undefined],
  ])('of %s is %s', (value, expected) => {
    expect(writtenDay(value, NOW)).toBe(expected);
  });
});
