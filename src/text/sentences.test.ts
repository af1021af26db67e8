import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentencesOf } from './sentences.ts';

const split = (text: string): string[] =>
  sentencesOf(text).map(({ begin, end }) => text.slice(begin, end));

describe('sentencesOf', () => {
  it('ends at marks with what closes there, and at line breaks', () => {
    expect(split('He left. “Why?” she asked.\nNobody knew!')).toEqual([
      'He left.',
      '“Why?” she asked.',
      'Nobody knew!',
    ]);
    expect(split('«Ушёл.» Все молчали…')).toEqual(['«Ушёл.»', 'Все молчали…']);
  });

  it('goes on behind abbreviations, initials and numbers', () => {
    expect(split('Gen. J. Smith paid 3.5 million.')).toEqual(['Gen. J. Smith paid 3.5 million.']);
    expect(split('Viajó a EE. UU. el lunes.')).toEqual(['Viajó a EE. UU. el lunes.']);
    expect(split('В 2022 г. ул. Мира закрыли.')).toEqual(['В 2022 г. ул. Мира закрыли.']);
  });

  it('goes on before a lower-case letter', () => {
    expect(split('“No!” said he. Then he left.')).toEqual(['“No!” said he.', 'Then he left.']);
  });

  it('gives spans in order that hold every letter, and no white space around', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aБ. !?\n"»3') }), (text) => {
        const spans = sentencesOf(text);
        let at = 0;
        for (const { begin, end } of spans) {
          expect(text.slice(at, begin).trim()).toBe('');
          expect(text.slice(begin, end)).toBe(text.slice(begin, end).trim());
          expect(end).toBeGreaterThan(begin);
          at = end;
        }
        expect(text.slice(at).trim()).toBe('');
      }),
    );
  });
});
