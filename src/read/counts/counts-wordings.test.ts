/** Wordings that go on with a count, split it or leave its noun out. All sentences are invented. */
import { describe, expect, it } from 'vitest';
import type { ReadLanguage } from '../../domain/reading.ts';
import { countsIn, lineOf } from './counting.fixture.ts';

type Case = readonly [language: ReadLanguage, text: string, ...counts: readonly string[]];

const CASES: readonly Case[] = [
  // Parts of what was counted.
  [
    'en',
    'The Chinese embassy in Belgrade lists 64 people, 31 of them diplomats.',
    'level 64 staff embassy CN>RS happened',
    'level 31 diplomats embassy CN>RS happened',
  ],
  [
    'en',
    'Kenya’s high commission in Kampala had 50 people on its payroll, 18 of whom have diplomatic rank.',
    'level 50 staff embassy KE>UG happened',
    'level 18 diplomats embassy KE>UG happened',
  ],
  [
    'es',
    'De los 64 integrantes de la misión china en Belgrado, 31 son diplomáticos.',
    'level 64 staff mission CN>RS happened',
    'level 31 diplomats mission CN>RS happened',
  ],
  [
    'es',
    'Venezuela cerró tres de sus cinco consulados en Colombia.',
    'fall 3 posts country VE>CO happened',
    'level 5 posts country VE>CO happened',
  ],
  [
    'ru',
    'В списке посольства Китая в Белграде значатся 64 человека, из них 31 дипломат.',
    'level 64 staff embassy CN>RS happened',
    'level 31 diplomats embassy CN>RS happened',
  ],
  // What a sentence goes on with.
  [
    'en',
    'Sixteen diplomats work at the Portuguese embassy in Maputo, assisted by 30 technical staff.',
    'level 16 diplomats embassy PT>MZ happened',
    'level 30 administrative-technical embassy PT>MZ happened',
  ],
  [
    'es',
    'Cien funcionarios cubanos trabajan en la embajada en Caracas. Otros veinte están destinados en el consulado de Maracaibo.',
    'level 100 staff embassy CU>VE happened',
    'level 20 staff consulate CU>VE happened',
  ],
  [
    'en',
    'Seventeen Cuban military advisers are stationed in Caracas. The number has tripled.',
    'level 17 military country CU>VE happened',
    'rise - military country CU>VE happened',
  ],
  // Changes without a word of growth, and of a mission.
  [
    'es',
    'La plantilla de la embajada china en Managua pasó de 14 a 39 personas.',
    'level 14 staff embassy CN>NI happened',
    'level 39 staff embassy CN>NI happened',
  ],
  [
    'en',
    'Poland’s mission in Minsk has been cut from 32 to 20.',
    'level 32 unstated mission PL>BY happened',
    'level 20 unstated mission PL>BY happened',
  ],
  // Nouns left out, and those of nationality or trade.
  [
    'en',
    'The Russian embassy in Sofia employs 40 Russians.',
    'level 40 staff embassy RU>BG happened',
  ],
  [
    'es',
    'Otros 11 técnicos fueron retirados de la embajada británica en Teherán.',
    'recall 11 administrative-technical embassy GB>IR happened',
  ],
  [
    'en',
    'Peru expelled an employee of the Russian embassy.',
    'expulsion 1 staff embassy RU>PE happened',
  ],
  [
    'ru',
    'Число аккредитованных в Вене иранских дипломатов достигло 102.',
    'level 102 diplomats country IR>AT happened',
  ],
  [
    'es',
    'Entre 25 y 30 agentes del servicio secreto iraní operan en La Paz.',
    'level 25..30 intelligence-officers country IR>BO happened',
  ],
  // Caps.
  ['en', 'Russia is allowed eight diplomats in Latvia.', 'cap 8 diplomats country RU>LV happened'],
  [
    'es',
    'Rusia podrá tener en Letonia un máximo de ocho diplomáticos.',
    'cap 8 diplomats country RU>LV happened',
  ],
  [
    'es',
    'El cupo fijado por Polonia a Bielorrusia es de 15 funcionarios consulares.',
    'cap 15 staff country BY>PL happened',
  ],
  // No counts.
  ['en', 'The Russian embassy in Sofia sold 40 Russian flags.'],
  ['es', 'El consulado de México atiende a 40 personas al día.'],
];

describe('counts in other words', () => {
  const cases = CASES.map(([language, text, ...counts]) => ({ language, text, counts }));

  it.each(cases)('$language: $text', ({ language, text, counts }) => {
    expect(countsIn(language, text).map(lineOf)).toEqual(counts);
  });
});
