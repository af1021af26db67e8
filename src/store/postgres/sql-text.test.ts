import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownText, sqlText } from './sql-text.ts';

describe('sqlText', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('\0', '\u{F0000}', '\u{F0000}0', '\u{F0000}1', '\ud800', '0', '1'),
  );
  const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));

  it('holds no U+0000 and no half of a pair, and comes back whole', () => {
    fc.assert(
      fc.property(text, (given) => {
        const stored = sqlText(given);
        expect(stored).not.toContain('\0');
        expect(stored.isWellFormed()).toBe(true);
        expect(ownText(stored)).toBe(given.toWellFormed());
      }),
    );
  });

  it('keeps texts apart that are not the same', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(sqlText(a) === sqlText(b)).toBe(a.toWellFormed() === b.toWellFormed());
      }),
    );
  });
});
