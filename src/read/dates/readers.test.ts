import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentOf } from '../document.ts';
import { piecesOf } from './pieces.ts';
import { numberReader, SHAPES, tableOf, wordReader } from './readers.ts';

const pieces = (text: string) => piecesOf(documentOf({ text, language: 'es' }));
const NUMBERS = tableOf([
  [['uno'], 1],
  [['treinta'], 30],
  [['un', 'par', 'de'], 2],
  [['varios'], 'X'],
]);

describe('numberReader', () => {
  const reader = numberReader(NUMBERS, ',', 'y');
  const first = (text: string) => {
    const all = pieces(text);
    return all.length === 0 ? undefined : reader.read(all, 0, all.length)[0];
  };

  it.each([
    ['30', 30, 1],
    ['1.500', 1500, 1],
    ['2,5', 2.5, 1],
    ['treinta', 30, 1],
    ['treinta y uno', 31, 3],
    ['un par de', 2, 3],
    ['varios', 'X', 1],
  ])('reads %s', (text, value, length) => {
    expect(first(text)).toEqual({ value, length });
  });

  it('reads no long row of digits and no other word', () => {
    expect(first('1234567890')).toBeUndefined();
    expect(first('treintena')).toBeUndefined();
  });

  it('reads any whole number below a billion as itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (n) => first(String(n))?.value === n),
    );
  });
});

describe('wordReader', () => {
  it('passes over hyphens, and can ask for a capital', () => {
    const table = tableOf([[['fin', 'de', 'semana'], 1]]);
    const all = pieces('fin-de-semana');
    expect(wordReader(table, false).read(all, 0, all.length)).toEqual([{ length: 5, value: 1 }]);
    expect(wordReader(table, true).read(all, 0, all.length)).toEqual([]);
  });

  it('does not read beyond the limit', () => {
    const all = pieces('fin de semana');
    const table = tableOf([[['fin', 'de', 'semana'], 1]]);
    expect(wordReader(table, false).read(all, 0, 2)).toEqual([]);
  });
});

describe('SHAPES', () => {
  const value = (shape: string, text: string) => SHAPES[shape]!.read(pieces(text), 0, 1)[0]?.value;

  it('reads Roman numbers as a naive writer writes them', () => {
    const write = (n: number): string =>
      n >= 10
        ? `X${write(n - 10)}`
        : n === 9
          ? 'IX'
          : n >= 5
            ? `V${write(n - 5)}`
            : n === 4
              ? 'IV'
              : 'I'.repeat(n);
    for (let n = 1; n < 40; n++) expect(value('roman', write(n))).toBe(n);
    for (const bad of ['xx', 'IIII', 'VX', 'IXI', 'M']) expect(value('roman', bad)).toBeUndefined();
  });

  it.each([
    ['decades', '1990s', 199],
    ['decades', '80s', 198],
    ['decades', '1995s', undefined],
    ['tens', '20', 202],
    ['clock', '10:30', 630],
    ['clock', '25:30', undefined],
    ['clock', '10:70', undefined],
    ['hour', '24', 1440],
    ['day', '31st', 31],
    ['day', '32', undefined],
    ['year', '2199', 2199],
    ['year', '2200', undefined],
    ['mm', '13', undefined],
  ])('%s: %s', (shape, text, expected) => {
    expect(value(shape, text)).toBe(expected);
  });
});
