import { describe, expect, it } from 'vitest';
import type { ReadLanguage } from '../../../domain/reading.ts';
import { shownStatements } from '../statements.fixture.ts';

type Case = readonly [ReadLanguage, text: string, ...expected: string[]];

describe('whom another one hands on speaks', () => {
  const cases: readonly Case[] = [
    [
      'ru',
      '«Мост останется на месте», — цитирует Анну Руис «Радио Фаро».',
      'Анну Руис | цитирует | «Мост останется на месте» | «Радио Фаро»',
    ],
    [
      'ru',
      'Мост перекрыли у завода «Волна», — цитирует Анну Руис «Радио Фаро».',
      'Анну Руис | цитирует | Мост перекрыли у завода «Волна» | «Радио Фаро»',
    ],
    [
      'ru',
      '«Мост останется на месте», — передаёт слова министра агентство «Дельта».',
      'министра | передаёт слова | «Мост останется на месте» | агентство «Дельта»',
    ],
    [
      'ru',
      '«Радио Фаро» узнало от дипломата, что мост останется.',
      'дипломата | узнало от | что мост останется | «Радио Фаро»',
    ],
    [
      'es',
      'Radio Faro supo por un diplomático que el puente se queda.',
      'un diplomático | supo por | que el puente se queda | Radio Faro',
    ],
  ];
  for (const [language, text, ...expected] of cases) {
    it(`${language}: ${text}`, () => {
      expect(shownStatements(language, text)).toEqual(expected);
    });
  }

  it('is none where nobody is cited', () => {
    expect(shownStatements('ru', 'Поезд передаёт грузы агентству «Дельта».')).toEqual([]);
  });
});

describe('a title in marks behind a Russian verb', () => {
  const cases: readonly Case[] = [
    [
      'ru',
      'Мост останется, рассказал «Радио Фаро» дипломат.',
      'дипломат | рассказал | Мост останется | Радио Фаро',
    ],
    [
      'ru',
      'Мост останется. Об этом сообщил «Радио Фаро» источник в МИД.',
      'источник | сообщил | Мост останется | Радио Фаро',
    ],
    [
      'ru',
      'Источники «Радио Фаро» утверждают, что мост останется.',
      'Источники «Радио Фаро» | утверждают | что мост останется | -',
    ],
  ];
  for (const [language, text, ...expected] of cases) {
    it(`${language}: ${text}`, () => {
      expect(shownStatements(language, text)).toEqual(expected);
    });
  }
});
