import { describe, expect, it } from 'vitest';
import type { ReadableArticle } from '../read/read.ts';
import { shippedFindings } from './built-in-findings.ts';

const find = shippedFindings();
const findIn = (text: string, language: string) =>
  find({
    id: 'x',
    text,
    language,
    outlet: '',
    published: '2024-09-23',
  } as unknown as ReadableArticle);
const numbers = (language: string, words: string): number[] => [
  ...findIn('', language).numbersIn(words),
];

describe('shippedFindings', () => {
  it('finds names with their states, dates with their values, and sentences', () => {
    const { mentions, dates, sentences } = findIn('Moscow spoke on Friday. Kyiv was silent.', 'en');
    expect(mentions.map(({ text, state }) => [text, state])).toEqual([
      ['Moscow', 'RU'],
      ['Kyiv', 'UA'],
    ]);
    expect(dates.map(({ value }) => value)).toEqual(['2024-09-20']);
    expect(sentences).toHaveLength(2);
  });

  it('finds no names or dates in a language that the built-in readers do not know', () => {
    const { mentions, dates, sentences, numbersIn } = findIn('Moskau am Freitag. Neun.', 'de');
    expect([mentions, dates, sentences.length]).toEqual([[], [], 2]);
    expect(numbersIn('49 von neun')).toEqual([49]);
  });

  it.each([
    ['en', '49 diplomats', [49]],
    ['en', 'between 1,200 and 1,300', [1200, 1300]],
    ['en', 'from 30 to 40', [30, 40]],
    ['en', 'at least nine', [9]],
    ['en', 'two hundred and six', [2, 100, 200, 6, 206]],
    ['en', 'twenty-five people', [20, 5, 25]],
    ['en', 'five left, six came', [5, 6]],
    ['en', 'some of them', []],
    ['es', 'treinta y cinco', [30, 5, 35]],
    ['ru', 'двадцать пять дипломатов', [20, 5, 25]],
  ] as const)('reads the numbers of %s "%s"', (language, words, expected) => {
    expect(numbers(language, words).sort()).toEqual([...expected].sort());
  });
});
