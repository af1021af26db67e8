import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentOf } from './document.ts';
import { quotesOf } from './quotes.ts';

/** The quotations of a text with their marks; unclosed ones end in `…`. */
function read(text: string): string[] {
  return documentOf({ text, language: 'en' }).quotes.map(
    ({ begin, end, closed }) => text.slice(begin, end) + (closed ? '' : '…'),
  );
}

/** Texts in which quotation marks of all kinds stand everywhere. */
const marked = fc
  .array(
    fc.constantFrom(
      '“',
      '”',
      '«',
      '»',
      '„',
      '"',
      '‘',
      '’',
      "'",
      "''",
      '``',
      'a',
      'b ',
      ' ',
      '.',
      ',',
      '\n',
      '😀',
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

describe('quotesOf', () => {
  it.each([
    ['curly marks', 'He said “no” and “yes”.', ['“no”', '“yes”']],
    ['straight marks', 'He said "no" and "yes".', ['"no"', '"yes"']],
    ['guillemets', 'Он сказал: «нет».', ['«нет»']],
    ['low and high marks', 'Er sagte: „Nein“, und ging.', ['„Nein“']],
    ['two single marks for a double one', "He said ''no'' twice.", ["''no''"]],
    [
      'a curly mark that a straight one closes',
      'He said “no" twice, and "yes”.',
      ['“no"', '"yes”'],
    ],
    [
      'quotations in quotations',
      '“He said ‘no’ to me,” she said.',
      ['“He said ‘no’ to me,”', '‘no’'],
    ],
    ['three marks at the end', "''He said 'no''' she said.", ["''He said 'no'''", "'no'"]],
    ['no apostrophes', "He didn’t see the Does’ dog, nor Doe's.", []],
    ['no inches', 'A 6" pipe.', []],
    ['a quotation that its paragraph ends', '“He came.\nShe left.', ['“He came.…']],
    ['the forgotten mark of an earlier one', '“He came, she said. “She left.”', ['“She left.”']],
  ])('finds %s', (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('gives what stands between the marks', () => {
    const [quote] = quotesOf("''no''", [{ begin: 0, end: 6 }]);
    expect(quote).toEqual({
      begin: 0,
      end: 6,
      inner: { begin: 2, end: 4 },
      mark: "''",
      closed: true,
    });
  });

  it('keeps to its paragraph, nests, and orders by beginning', () => {
    fc.assert(
      fc.property(marked, (text) => {
        const { quotes, paragraphs } = documentOf({ text, language: 'en' });
        for (const [i, { begin, end, inner, mark }] of quotes.entries()) {
          expect(begin + mark.length).toBe(inner.begin);
          expect(inner.begin).toBeLessThanOrEqual(inner.end);
          expect(inner.end).toBeLessThanOrEqual(end);
          expect(text.slice(begin, inner.begin)).toBe(mark);
          expect(paragraphs.some((one) => one.begin <= begin && end <= one.end)).toBe(true);
          for (const later of quotes.slice(i + 1)) {
            expect(later.begin).toBeGreaterThan(begin);
            expect(later.begin >= end || later.end <= end).toBe(true);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  // A quadratic search would need hours for these.
  it.each(['“', '"', "''", "' ", "'a' ", '“a ', '«', 'a\n', '"a.\n', '’a'])(
    'reads a million units of %j',
    (unit) => {
      const text = unit.repeat(1_000_000 / unit.length);
      expect(documentOf({ text, language: 'en' }).text).toHaveLength(text.length);
    },
  );
});
