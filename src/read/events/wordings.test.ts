/** Idioms, sides left unsaid and nouns inside nouns. All sentences are invented. */
import { describe, expect, it } from 'vitest';
import type { ArticleId } from '../../domain/ids.ts';
import type { PoliticalEvent, ReadLanguage } from '../../domain/reading.ts';
import { shippedLexicon, shippedWeights } from '../../pipeline/reading-data.ts';
import { openReader } from '../read.ts';

const read = openReader({ lexicon: shippedLexicon, weights: shippedWeights });
const reading = (language: ReadLanguage, text: string) =>
  read({ id: '0' as ArticleId, text, language, outlet: '', published: '2024-05-16' });

const statesOf = (parties: PoliticalEvent['actors']): string =>
  parties.flatMap(({ state }) => state ?? []).join('+');

const linesOf = (language: ReadLanguage, text: string): string[] =>
  reading(language, text).events.map(
    ({ kind, status, actors, recipients }) =>
      `${kind} ${status} ${statesOf(actors)}>${statesOf(recipients)}`,
  );

describe('deeds in other words', () => {
  it.each([
    // Idioms.
    ['en', 'Prague gave two Belarusian diplomats 72 hours to leave.', 'expel happened CZ>BY'],
    ['en', 'Dublin considered sending the Russian ambassador home.', 'expel hypothetical IE>RU'],
    ['en', 'Latvia declared the Russian attaché unwelcome.', 'expel happened LV>RU'],
    ['en', 'Spain yanked its envoy from Buenos Aires.', 'recall happened ES>AR'],
    ['es', 'Guatemala invitó a salir del país al cónsul nicaragüense.', 'expel happened GT>NI'],
    ['es', 'Unos vecinos arrojaron huevos contra la embajada turca.', 'assault happened >TR'],
    ['ru', 'Литва выставила двух белорусских дипломатов.', 'expel happened LT>BY'],
    [
      'ru',
      'Прокуратура Армении возбудила дело против иранского атташе.',
      'investigate happened AM>IR',
    ],
    // Ordered by what must be.
    ['es', 'Tres agentes rusos tuvieron que hacer las maletas en Oslo.', 'expel happened NO>RU'],
    ['ru', 'Российские дипломаты должны покинуть Латвию.', 'expel happened LV>RU'],
    // The other side is the one state that stands beside.
    [
      'en',
      'Six Russian officers were told to leave after Warsaw lost patience.',
      'expel happened PL>RU',
    ],
    [
      'ru',
      'Сотрудники посольства Румынии в Кишинёве объявлены персонами нон грата.',
      'expel happened MD>RO',
    ],
    // Nouns.
    [
      'en',
      'The expulsion of eleven Iranian diplomats from Albania surprised nobody.',
      'expel happened AL>IR',
    ],
    ['ru', 'Высылка трёх иранских дипломатов из Албании прошла без шума.', 'expel happened AL>IR'],
    [
      'ru',
      'Латвия не исключает высылки ещё двух российских дипломатов.',
      'expel hypothetical LV>RU',
    ],
    [
      'ru',
      'Дания рассматривает возможность высылки российского посла.',
      'expel hypothetical DK>RU',
    ],
    // What the tagger takes for nouns.
    ['en', 'Lithuania has not ruled out expelling Russian diplomats.', 'expel hypothetical LT>RU'],
  ] as const)('%s: %s', (language, text, line) => {
    expect(linesOf(language, text)).toEqual([line]);
  });

  it('takes an offer that is turned down for no offer of who turns it down', () => {
    expect(linesOf('en', 'Fiji has turned down a Chinese offer to train its police.')).toEqual([
      'reject happened FJ>CN',
    ]);
  });

  it.each([
    ['en', 'Iceland has expelled nobody. Moscow was pleased.'],
    ['ru', 'Исландия никого не высылала. Москва довольна.'],
  ] as const)('%s: gives no other side to: %s', (language, text) => {
    expect(linesOf(language, text)).toContain('expel negated IS>');
  });

  it('leaves a side open where two other states stand beside', () => {
    const text = 'Two Russian diplomats were expelled while Poland and Spain looked on.';
    expect(linesOf('en', text)).toContain('expel happened >RU');
  });
});

describe('stances in other words', () => {
  const stands = (language: ReadLanguage, text: string): string[] =>
    reading(language, text).positions.map(
      ({ stance, holder, towards }) => `${holder.state ?? holder.text} ${stance} ${towards.text}`,
    );

  it.each([
    ['en', 'Peru threw its weight behind the ceasefire plan.', 'PE supports the ceasefire plan'],
    ['en', 'Colombia has not taken sides in the dispute.', 'CO neutral the dispute'],
    ['en', 'Norway and Denmark back it.', 'NO supports it'],
    ['es', 'Austria cerró filas con los agricultores.', 'AT supports los agricultores'],
    ['es', 'Chile no toma partido en el conflicto.', 'CL neutral el conflicto'],
    ['ru', 'Италия занимает нейтральную позицию по пошлинам.', 'IT neutral пошлинам'],
  ] as const)('%s: %s', (language, text, line) => {
    expect(stands(language, text)).toContain(line);
  });

  it('takes sides that are taken for no neutrality', () => {
    expect(stands('en', 'Colombia has taken sides in the dispute.')).toEqual([]);
  });
});
