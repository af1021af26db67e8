import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Attribution, CuePolarity } from '../../domain/reading.ts';
import { openTold } from './told.ts';

const statement = (
  begin: number,
  end: number,
  polarity: CuePolarity = 'says',
  within?: number,
): Attribution => ({
  source: undefined,
  cue: { span: { begin: 900, end: 904 }, text: 'said', lemma: 'say', polarity },
  content: [{ begin, end }],
  mode: 'indirect',
  role: undefined,
  venue: undefined,
  uttered: undefined,
  via: [],
  within,
});

describe('openTold', () => {
  it('names the innermost statement', () => {
    const told = openTold([statement(0, 50), statement(10, 40), statement(60, 80)]);
    expect(told.at({ begin: 12, end: 20 })).toBe(1);
    expect(told.at({ begin: 2, end: 8 })).toBe(0);
    expect(told.at({ begin: 52, end: 55 })).toBeUndefined();
    expect(told.at({ begin: 30, end: 45 })).toBe(0);
  });

  it('agrees with asking all statements', () => {
    const piece = fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 30 }));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.nat(80), (pieces, begin) => {
        const all = pieces.map(([from, length]) => statement(from, from + length));
        const end = begin + 2;
        const lengths = pieces
          .filter(([from, length]) => from <= begin && end <= from + length)
          .map(([, length]) => length);
        const found = openTold(all).at({ begin, end });
        expect(found === undefined ? Infinity : pieces[found]![1]).toBe(Math.min(...lengths));
      }),
    );
  });

  it('knows a denial around it, but not one that is a verb already judged', () => {
    const all = [statement(0, 50, 'denies'), statement(10, 40, 'says', 0)];
    const told = openTold(all);
    const span = { begin: 12, end: 20 };
    expect(told.isDenied(span, [])).toBe(true);
    expect(told.isDenied(span, [{ begin: 900, end: 904 }])).toBe(false);
    expect(openTold([statement(0, 50)]).isDenied(span, [])).toBe(false);
  });
});
