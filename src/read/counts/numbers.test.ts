import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReadLanguage } from '../../domain/reading.ts';
import { shippedLexicon } from '../../pipeline/reading-data.ts';
import { documentOf } from '../document.ts';
import { openCountLexicon } from './count-lexicon.ts';
import { type NumberPhrase, numbersIn } from './numbers.ts';

const lexicons = new Map<ReadLanguage, ReturnType<typeof openCountLexicon>>();

function numbers(language: ReadLanguage, text: string): readonly NumberPhrase[] {
  const lexicon = lexicons.get(language) ?? openCountLexicon(shippedLexicon, language);
  lexicons.set(language, lexicon);
  const document = documentOf({ text, language });
  const tagged = { ...document, tags: [], lemmas: [] };
  return numbersIn(tagged, lexicon.find(document), lexicon.numerals, () => -1);
}

const bounds = (language: ReadLanguage, text: string) =>
  numbers(language, text).map(({ min, max }) => [min, max]);

describe('numbersIn', () => {
  it.each([
    ['en', 'twelve diplomats', [[12, 12]]],
    ['en', 'twenty-five staff', [[25, 25]]],
    ['en', 'two hundred and six people', [[206, 206]]],
    ['en', '1,200 employees', [[1200, 1200]]],
    [
      'en',
      'a dozen, two dozen, half a dozen',
      [
        [12, 12],
        [24, 24],
        [6, 6],
      ],
    ],
    ['en', 'dozens of diplomats', [[24, null]]],
    ['en', 'at least nine', [[9, null]]],
    ['en', 'more than 40', [[41, null]]],
    ['en', 'no more than 30', [[0, 30]]],
    ['en', 'up to 20', [[0, 20]]],
    ['en', 'fewer than ten', [[0, 9]]],
    ['en', 'some 25', [[25, 25]]],
    ['en', 'it may not have more than 40', [[0, 40]]],
    ['en', 'between 18 and 20', [[18, 20]]],
    [
      'en',
      '18–20, 18 to 20, 18 or 20',
      [
        [18, 20],
        [18, 20],
        [18, 20],
      ],
    ],
    ['en', 'from 80 to 25', [[80, 25]]],
    ['es', 'treinta y cinco funcionarios', [[35, 35]]],
    ['es', 'dieciséis o veintidós', [[16, 22]]],
    ['es', '1.200 empleados', [[1200, 1200]]],
    [
      'es',
      'una decena, decenas',
      [
        [10, 10],
        [20, null],
      ],
    ],
    ['es', 'al menos nueve', [[9, null]]],
    ['es', 'más de 40', [[41, null]]],
    ['es', 'no más de 30', [[0, 30]]],
    ['es', 'entre 8 y 10', [[8, 10]]],
    ['es', 'unos cuarenta', [[40, 40]]],
    ['ru', 'пятнадцать сотрудников', [[15, 15]]],
    ['ru', 'двадцать пять дипломатов', [[25, 25]]],
    [
      'ru',
      'трёх, трех, троих',
      [
        [3, 3],
        [3, 3],
        [3, 3],
      ],
    ],
    ['ru', 'полтора десятка', [[15, 15]]],
    ['ru', 'десятки дипломатов', [[20, null]]],
    ['ru', 'как минимум девять', [[9, null]]],
    ['ru', 'как минимум на девять', [[9, null]]],
    ['ru', 'более сорока', [[41, null]]],
    ['ru', 'не более 30', [[0, 30]]],
    ['ru', 'от 18 до 20', [[18, 20]]],
    ['ru', '1 200 человек', [[1200, 1200]]],
  ] as const)('%s: %s', (language, text, expected) => {
    expect(bounds(language, text)).toEqual(expected);
  });

  it.each([
    ['en', '40 percent'],
    ['en', '$40'],
    ['en', '40 million'],
    ['en', 'not one diplomat'],
    ['en', '3.5'],
    ['es', '40 por ciento'],
    ['es', '72 horas'],
    ['ru', '40 процентов'],
    ['ru', 'ни один дипломат'],
  ] as const)('is no number of people: %s: %s', (language, text) => {
    expect(bounds(language, text)).toEqual([]);
  });

  it('tells a Spanish article from "dos"', () => {
    expect(numbers('es', 'un diplomático, dos').map(({ article }) => article)).toEqual([
      true,
      false,
    ]);
  });

  it('leaves out what stands in a date', () => {
    const { find, numerals } = openCountLexicon(shippedLexicon, 'en');
    const document = documentOf({ text: '12 diplomats in 2022', language: 'en' });
    const tagged = { ...document, tags: [], lemmas: [] };
    const found = numbersIn(tagged, find(document), numerals, (at) => (at === 3 ? 0 : -1));
    expect(found.map(({ value }) => value)).toEqual([12]);
  });

  it('reads every number below a thousand as it is spelled', () => {
    const ONES =
      'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
        ' ',
      );
    const TENS = '. . twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
    const below100 = (n: number): string =>
      n < 20 ? ONES[n]! : TENS[Math.floor(n / 10)]! + (n % 10 === 0 ? '' : `-${ONES[n % 10]}`);
    const spell = (n: number): string => {
      if (n < 100) return below100(n);
      const rest = n % 100 === 0 ? '' : ` and ${below100(n % 100)}`;
      return `${ONES[Math.floor(n / 100)]} hundred${rest}`;
    };
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), (n) => {
        expect(bounds('en', `${spell(n)} diplomats`)).toEqual([[n, n]]);
        expect(bounds('en', `${n} diplomats`)).toEqual([[n, n]]);
      }),
    );
  });
});
