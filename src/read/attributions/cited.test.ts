import { describe, expect, it } from 'vitest';
import type { ReadLanguage } from '../../domain/reading.ts';
import { shownStatements } from './statements.fixture.ts';

type Case = readonly [language: ReadLanguage, text: string, ...expected: string[]];

describe('whoever is cited is a source of the same content', () => {
  const cases: readonly Case[] = [
    [
      'en',
      'According to Radio Faro, which cites an unnamed official, the embassy is half empty.',
      'Radio Faro | According to | the embassy is half empty | -',
      'an unnamed official | cites | the embassy is half empty | Radio Faro',
    ],
    [
      'en',
      'Citing two officials, Radio Faro reported that the embassy is half empty.',
      'Radio Faro | reported | that the embassy is half empty | -',
      'two officials | Citing | that the embassy is half empty | Radio Faro',
    ],
    [
      'en',
      'Radio Faro reported, citing two officials, that the embassy is half empty.',
      'Radio Faro | reported | that the embassy is half empty | -',
      'two officials | citing | that the embassy is half empty | Radio Faro',
    ],
    [
      'en',
      'The embassy is half empty, Radio Faro reported, with reference to a source in the ministry.',
      'Radio Faro | reported | The embassy is half empty | -',
      'a source in the ministry | with reference to | The embassy is half empty | Radio Faro',
    ],
    [
      'es',
      'La embajada está vacía, escribe Radio Faro, que se hace eco de una información de La Hoja.',
      'Radio Faro | escribe | La embajada está vacía | -',
      'La Hoja | se hace eco de | La embajada está vacía | Radio Faro',
    ],
    [
      'es',
      'La embajada está vacía, informó Radio Faro con base en fuentes oficiales.',
      'Radio Faro | informó | La embajada está vacía | -',
      'fuentes oficiales | con base en | La embajada está vacía | Radio Faro',
    ],
    [
      'ru',
      'Ссылаясь на двух чиновников, «Радио Фаро» сообщило, что посольство стоит пустым.',
      'Радио Фаро | сообщило | что посольство стоит пустым | -',
      'двух чиновников | Ссылаясь | что посольство стоит пустым | Радио Фаро',
    ],
  ];
  for (const [language, text, ...expected] of cases) {
    it(`${language}: ${text}`, () => {
      expect(shownStatements(language, text)).toEqual(expected);
    });
  }
});

describe('no citation of its own is', () => {
  const cases: readonly Case[] = [
    [
      'en',
      'According to an official quoted by Radio Faro, the embassy is half empty.',
      'an official | According to | the embassy is half empty | Radio Faro',
    ],
    [
      'es',
      'Ana Ruiz, citada por Radio Faro, dijo que la embajada está vacía.',
      'Ana Ruiz | dijo | que la embajada está vacía | Radio Faro',
    ],
    [
      'ru',
      'По словам дипломата, которого цитирует «Радио Фаро», посольство стоит пустым.',
      'дипломата | По словам | посольство стоит пустым | Радио Фаро',
    ],
  ];
  for (const [language, text, ...expected] of cases) {
    it(`${language}: ${text}`, () => {
      expect(shownStatements(language, text)).toEqual(expected);
    });
  }
});

it('looks at a long sentence of citations in reasonable time', () => {
  const text = `${'citing Bell, which cites Bell, '.repeat(4_000)}Bell said that it rains.`;
  expect(shownStatements('en', text).length).toBeGreaterThan(0);
}, 20_000);
