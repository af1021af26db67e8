import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quoteReader } from './quoted.ts';

/** Whether each `x` of the text is quoted. */
function marks(text: string): boolean[] {
  const isQuoted = quoteReader(text);
  return [...text.matchAll(/x/g)].map(({ index }) => isQuoted({ begin: index, end: index + 1 }));
}

describe('quoteReader', () => {
  it.each([
    ['x “a x b” x', [false, true, false]],
    ['x "a x b" x', [false, true, false]],
    ['«a „b x c” x» x', [true, true, false]],
    ['“a\nx', [false]],
    ['a» x', [false]],
    [`“a ${'b '.repeat(400)} x`, [false]],
  ])('reads %j', (text, expected) => {
    expect(marks(text)).toEqual(expected);
  });

  it('takes a name in quotes for no quotation', () => {
    expect(marks('a «x» b “x” c "x" d')).toEqual([false, false, false]);
    expect(marks('“x lies” a')).toEqual([true]);
  });

  it('agrees with a reading of each place from the beginning', () => {
    const piece = fc.constantFrom('x', ' a ', '“', '”', '"', '«', '»', '\n', 'b'.repeat(250));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const alone = [...text.matchAll(/x/g)].map(({ index }) =>
          quoteReader(text)({ begin: index, end: index + 1 }),
        );
        expect(marks(text)).toEqual(alone);
      }),
    );
  });
});
