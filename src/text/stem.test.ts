import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { STEM_LANGUAGES, stem, stemFolded } from './stem.ts';
import { fold } from './transliterate.ts';

describe('stem', () => {
  test.each([
    ['en', ['sanction', 'sanctions', 'sanctioned']],
    ['en', ['policy', 'policies']],
    ['en', ['plan', 'planned', 'planning']],
    ['es', ['embajada', 'embajadas']],
    ['es', ['gobierno', 'gobiernos']],
    ['ru', ['санкции', 'санкций', 'санкциями', 'санкциях']],
    ['ru', ['посольство', 'посольства', 'посольством']],
    ['ru', ['российский', 'российского', 'российская']],
    ['uk', ['посольство', 'посольства', 'посольством']],
    ['de', ['Regierung', 'Regierungen']],
    ['fr', ['ambassade', 'ambassades']],
    ['pt', ['embaixada', 'embaixadas']],
  ])('%s: %j share a stem', (language, words) => {
    expect(new Set(words.map((word) => stem(word, language))).size).toBe(1);
  });

  test('keeps short words, numbers, and words of unknown languages', () => {
    expect(stem('Los', 'es')).toBe('los');
    expect(stem('2020s', 'en')).toBe('2020s');
    expect(stem('Vláda', 'cs')).toBe('vlada');
    expect(stem('press', 'en')).toBe('press');
  });

  test('is a beginning of the folded word, three letters at least', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...STEM_LANGUAGES), (word, language) => {
        const folded = fold(word);
        const base = stemFolded(folded, language);
        expect(folded.startsWith(base)).toBe(true);
        expect(base.length).toBeGreaterThanOrEqual(Math.min(3, folded.length));
      }),
    );
  });
});
