import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisTicks } from './axis.ts';
import { DAY, HOUR, MINUTE } from './moments.ts';

const BEGIN = Date.UTC(2024, 8, 23, 6);

describe('axisTicks', () => {
  it('labels hours and names the day where it changes', () => {
    const ticks = axisTicks(BEGIN, BEGIN + 30 * HOUR, 600, 100);
    expect(ticks.map((tick) => [tick.label, tick.below])).toEqual([
      ['06:00', '23 Sep 2024'],
      ['12:00', undefined],
      ['18:00', undefined],
      ['00:00', '24 Sep 2024'],
      ['06:00', undefined],
      ['12:00', undefined],
    ]);
  });

  it('labels days, months and years', () => {
    expect(axisTicks(BEGIN, BEGIN + 4 * DAY, 500, 100)[0]).toMatchObject({
      label: '24 Sep',
      below: '2024',
    });
    const months = axisTicks(BEGIN, BEGIN + 200 * DAY, 700, 84);
    expect(months.map((tick) => tick.label)).toEqual([
      'Oct',
      'Nov',
      'Dec',
      'Jan',
      'Feb',
      'Mar',
      'Apr',
    ]);
    expect(months.map((tick) => tick.below)[3]).toBe('2025');
    expect(axisTicks(BEGIN, BEGIN + 3000 * DAY, 500, 84).map((tick) => tick.label)).toEqual([
      '2026',
      '2028',
      '2030',
      '2032',
    ]);
  });

  it('names months and days in Spanish', () => {
    expect(axisTicks(BEGIN, BEGIN + 4 * DAY, 500, 100, 'es')[0]).toMatchObject({
      label: '24 sept',
      below: '2024',
    });
    const months = axisTicks(BEGIN, BEGIN + 200 * DAY, 700, 84, 'es');
    expect(months.map((tick) => tick.label).join(' ')).toBe('oct nov dic ene feb mar abr');
    expect(axisTicks(BEGIN, BEGIN, 600, 84, 'es')[0]?.below).toBe('23 sept 2024');
  });

  it('gives one tick for a point and for a stretch without a round time', () => {
    expect(axisTicks(BEGIN, BEGIN, 600, 84)).toEqual([
      { at: BEGIN, label: '06:00', below: '23 Sep 2024' },
    ]);
    expect(axisTicks(BEGIN + 7, BEGIN + 9, 600, 84)).toHaveLength(1);
  });

  it('stays inside, in order and apart', () => {
    const time = fc.integer({ min: -2e12, max: 4e12 });
    const length = fc.oneof(
      fc.integer({ min: 0, max: 10 * MINUTE }),
      fc.integer({ min: 0, max: 4e12 }),
    );
    fc.assert(
      fc.property(time, length, fc.integer({ min: 100, max: 900 }), (from, span, width) => {
        const ticks = axisTicks(from, from + span, width, 84);
        expect(ticks.length).toBeGreaterThan(0);
        expect(ticks.length).toBeLessThanOrEqual(width / 84 + 1);
        ticks.forEach((tick, i) => {
          expect(tick.at).toBeGreaterThanOrEqual(from);
          expect(tick.at).toBeLessThanOrEqual(from + span);
          const before = ticks[i - 1];
          if (before === undefined) return;
          expect(((tick.at - before.at) / span) * width).toBeGreaterThanOrEqual(84 - 1e-6);
        });
      }),
    );
  });
});
