import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day, figure, fromNow, instant, percent, span } from './figures.ts';

describe('figure', () => {
  it.each([
    [0, '0', '0'],
    [1234, '1,234', '1234'],
    [12345.67, '12,345.7', '12\u202f345,7'],
    [-0.04, '0', '0'],
    [-1500000, '−1,500,000', '−1\u202f500\u202f000'],
    [2, '2', '2'],
    [Number.NaN, '–', '–'],
  ])('writes %d', (n, en, es) => {
    expect(figure(n, 'en')).toBe(en);
    expect(figure(n, 'es')).toBe(es);
  });

  it('agrees with Intl in English', () => {
    const format = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 48 }), (n) => {
        expect(figure(n, 'en')).toBe(format.format(n));
      }),
    );
  });
});

describe('times', () => {
  const at = Date.UTC(2024, 8, 3, 7, 5);
  it('are written in both languages', () => {
    expect(day(at, 'en')).toBe('3 Sep 2024');
    expect(instant(at, 'es')).toBe('3 sept 2024, 07:05 UTC');
    expect(day(Number.POSITIVE_INFINITY, 'en')).toBe('–');
    expect(percent(0.55, 'en')).toBe('55%');
  });

  it('are told from now on, and rounded down', () => {
    expect(fromNow(at - 119_000, at, 'en')).toBe('1 min ago');
    expect(fromNow(at + 3 * 3_600_000, at, 'es')).toBe('dentro de 3 h');
    expect(span(47 * 3_600_000, 'en')).toBe('47 h');
    expect(span(50 * 3_600_000, 'es')).toBe('2 días');
  });
});
