import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Attribution } from '../../domain/reading.ts';
import type { Span } from '../../domain/span.ts';
import { firstFrom } from './bounds.ts';
import { statement } from './counting.fixture.ts';
import { isDenied, openTold } from './status.ts';

const told = (...content: Span[]): Attribution => ({ ...statement('x', 'x', 'says'), content });

describe('openTold', () => {
  const piece = fc
    .tuple(fc.nat(40), fc.integer({ min: 1, max: 20 }))
    .map(([begin, length]): Span => ({ begin, end: begin + length }));

  it('finds a smallest content that holds a span, as a search of all does', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), piece, (pieces, asked) => {
        const holding = pieces.filter(({ begin, end }) => begin <= asked.begin && asked.end <= end);
        const least = Math.min(...holding.map(({ begin, end }) => end - begin));
        const place = openTold(pieces.map((one) => told(one)))(asked);
        const found = place === undefined ? undefined : pieces[place];
        expect(found === undefined ? Infinity : found.end - found.begin).toBe(least);
      }),
    );
  });

  it('measures a content of several pieces by all of them', () => {
    const parts = told({ begin: 0, end: 10 }, { begin: 30, end: 90 });
    expect(openTold([parts, told({ begin: 0, end: 20 })])({ begin: 2, end: 5 })).toBe(1);
  });
});

describe('isDenied', () => {
  it('looks at the statement and at those around it', () => {
    const says = statement('x', 'x', 'says');
    const denies = statement('x', 'x', 'denies');
    expect(isDenied([denies], 0)).toBe(true);
    expect(isDenied([denies, { ...says, within: 0 }], 1)).toBe(true);
    expect(isDenied([denies, says], 1)).toBe(false);
    expect(isDenied([denies], undefined)).toBe(false);
  });

  it('ends where statements hold each other', () => {
    const says = statement('x', 'x', 'says');
    expect(
      isDenied(
        [
          { ...says, within: 1 },
          { ...says, within: 0 },
        ],
        0,
      ),
    ).toBe(false);
  });
});

describe('firstFrom', () => {
  it('finds what a search from the first finds', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30)), fc.nat(31), (heads, at) => {
        const phrases = heads.sort((a, b) => a - b).map((head) => ({ head }));
        const naive = phrases.findIndex(({ head }) => head >= at);
        expect(firstFrom(phrases, at)).toBe(naive === -1 ? phrases.length : naive);
      }),
    );
  });
});
