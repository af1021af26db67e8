import { describe, expect, it } from 'vitest';
import type { ReadLanguage } from '../../domain/reading.ts';
import { shippedLexicon } from '../../pipeline/reading-data.ts';
import { documentOf } from '../document.ts';
import { openGazetteer } from './gazetteer.ts';
import { openHeads } from './heads.ts';
import { isPlaceHere } from './metonyms.ts';
import { wordsOf } from './words.ts';

function isPlace(text: string, language: ReadLanguage): boolean {
  const words = wordsOf(documentOf({ text, language }));
  const hits = openGazetteer(shippedLexicon, language).find(words);
  const capital = hits.find(({ value }) => value.kind === 'capital')!;
  return isPlaceHere(words, openHeads(shippedLexicon, language), capital);
}

describe('isPlaceHere', () => {
  it.each([
    ['en', 'He gave a talk in London.', true],
    ['en', 'MOSCOW (Reuters) - The ministry refused.', true],
    ['en', 'The mayor of Moscow resigned.', true],
    ['en', 'Moscow has been using it.', false],
    ['en', 'Dialogue between Kyiv and the others', false],
    ['en', 'Relations with Caracas have soured.', false],
    ['es', 'Llegó ayer a Caracas.', true],
    ['es', 'Moscú, 23 sep (EFE).- El canciller habló.', true],
    ['es', 'Las relaciones con Moscú empeoran.', false],
    ['es', 'Pekín rechazó la nota.', false],
    ['ru', 'Он приехал в Москву.', true],
    ['ru', 'Вашингтон отказался.', false],
    ['ru', 'Отношения с Киевом испортились.', false],
  ] as const)('%s: %s %s', (language, text, expected) => {
    expect(isPlace(text, language)).toBe(expected);
  });
});
