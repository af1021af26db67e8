import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginningsUpTo } from './token-range.ts';

describe('beginningsUpTo', () => {
  it('counts as one would by hand, spans that begin alike included', () => {
    const begins = fc.array(fc.nat(9), { maxLength: 12 });
    fc.assert(
      fc.property(begins, fc.integer({ min: -1, max: 10 }), (starts, offset) => {
        const spans = [...starts].sort((a, b) => a - b).map((begin) => ({ begin, end: begin + 1 }));
        const byHand = spans.filter(({ begin }) => begin <= offset).length;
        expect(beginningsUpTo(spans, offset)).toBe(byHand);
      }),
    );
  });
});
