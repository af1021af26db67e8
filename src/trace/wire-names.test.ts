import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { creditWords } from './credits.ts';
import { findMentions, wireTable } from './wire-names.ts';

const TABLE = wireTable([
  { id: 'bay', names: ['BAY', 'Bay Wire'] },
  { id: 'quay', names: ['QUAYS', 'Agence Quai-Presse'] },
  { id: 'pier', names: ['Пирсинформ', 'ПИР «Новости»'] },
]);

const mentions = (text: string): string[] =>
  findMentions(creditWords(text), TABLE).map(
    ({ house, begin, end, weak }) => `${house.id}${weak ? ' weak' : ''}: ${text.slice(begin, end)}`,
  );

describe('findMentions', () => {
  it.each([
    ['BAY', ['bay: BAY']],
    ['Bay', ['bay weak: Bay']],
    ['bay bAY', []],
    ['Bay Wire, BAY WIRE, bay wire', ['bay: Bay Wire', 'bay: BAY WIRE']],
    ['Bay\nWire', ['bay weak: Bay']],
    ['Bay and Wire', ['bay weak: Bay']],
    ['Quays QUAYS', ['quay: Quays', 'quay: QUAYS']],
    ['Agence Quai-Presse', ['quay: Agence Quai-Presse']],
    [
      'Пирсинформ Пирсинформа Пирсинформом',
      ['pier: Пирсинформ', 'pier: Пирсинформа', 'pier: Пирсинформом'],
    ],
    ['ПИР «Новости», Пир Новости', ['pier: ПИР «Новости', 'pier: Пир Новости']],
    ['BAYOU, eBAY', []],
  ])('%j', (text, expected) => {
    expect(mentions(text)).toEqual(expected);
  });

  it('finds places that do not overlap, in order, each spelling one of the names', () => {
    const word = fc.constantFrom('BAY', 'Bay', 'Wire', 'QUAYS', 'Agence', 'Quai', 'Presse', 'x');
    const glue = fc.constantFrom(' ', '-', '\n', '', ' of ');
    fc.assert(
      fc.property(fc.array(fc.tuple(word, glue), { maxLength: 30 }), (parts) => {
        const text = parts.flat().join('');
        let last = 0;
        for (const { begin, end } of findMentions(creditWords(text), TABLE)) {
          expect(begin).toBeGreaterThanOrEqual(last);
          expect(text.slice(begin, end)).toMatch(
            /^(BAY|Bay|Bay.{1,3}Wire|QUAYS|Agence.{1,3}Quai.{1,3}Presse)$/,
          );
          last = end;
        }
      }),
    );
  });

  it('gives a spelling that two houses share to the first', () => {
    const table = wireTable([
      { id: 'one', names: ['Wire'] },
      { id: 'two', names: ['Wire'] },
    ]);
    expect(findMentions(creditWords('Wire'), table).map(({ house }) => house.id)).toEqual(['one']);
  });
});
