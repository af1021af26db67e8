import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentOf } from '../document.ts';
import { piecesOf } from './pieces.ts';
import { variantsOf } from './variants.ts';

const pieces = (text: string) => piecesOf(documentOf({ text, language: 'en' }));

describe('piecesOf', () => {
  it('cuts words at hyphens and dates at dots', () => {
    expect(pieces('year-ago, 10.05.2023 3.5').map(({ text }) => text)).toEqual([
      ...['year', '-', 'ago', ',', '10', '.', '05', '.', '2023', '3.5'],
    ]);
  });

  it('tells hyphens that join from those that stand free', () => {
    const joins = (text: string) => pieces(text).map((piece) => piece.joins);
    expect(joins('a-b')).toEqual([false, true, false]);
    expect(joins('a - b')).toEqual([false, false, false]);
  });

  it('reads curly apostrophes as straight ones', () => {
    expect(pieces('year’s').map(({ lower }) => lower)).toEqual(['year', "'s"]);
  });

  it('stands where it says, in order, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        let last = 0;
        for (const { begin, end, text: held } of pieces(text)) {
          expect(begin).toBeGreaterThanOrEqual(last);
          expect(text.slice(begin, end)).toBe(held);
          last = end;
        }
      }),
    );
  });
});

describe('variantsOf', () => {
  it('spells out every group', () => {
    expect(variantsOf('year')).toEqual(['year']);
    expect(variantsOf('día(|s)')).toEqual(['día', 'días']);
    expect(variantsOf('(a|b)c(d|e)')).toEqual(['acd', 'ace', 'bcd', 'bce']);
  });
});
