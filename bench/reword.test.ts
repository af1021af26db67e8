import { describe, expect, it } from 'vitest';
import { chanceOf } from './chance.ts';
import { rewordPassage } from './reword.ts';
import { functionWordsOf, REWORDED, synonymsOf } from './synonyms.ts';
import { readTico } from './tico.ts';
import { runsOf, sharedRuns, wordsOf } from './words.ts';

const rows = readTico();
const passages = REWORDED.flatMap((language) =>
  rows.slice(0, 800).map(({ cells }, at) => {
    const reworded = rewordPassage(cells[language], language, chanceOf(at));
    return { language, at, original: cells[language], reworded };
  }),
);

describe.each(REWORDED)('the table of %s', (language) => {
  it('holds 150 words or more, none for itself', () => {
    const table = synonymsOf(language);
    expect(table.size).toBeGreaterThanOrEqual(150);
    for (const words of [table, functionWordsOf(language)]) {
      for (const [from, others] of words) {
        expect(from).toBe(from.toLowerCase());
        expect(others).not.toContain(from);
        expect(others.every((other) => wordsOf(other).length > 0)).toBe(true);
      }
    }
  });
});

describe('rewordPassage', () => {
  it.each([
    ['en', 'In May, two large schools were closed.', '2 big places of teaching were shut, in May.'],
    ['en', 'They need tests for children or patients.', /for sick people or youngsters\.$/],
    [
      'en',
      'The city closed all its schools, because a new virus was found.',
      'Since a fresh virus was discovered, the town shut all its places of teaching.',
    ],
    [
      'es',
      'En mayo, muchas ciudades lo anunciaron.',
      'Numerosas urbes lo dieron a conocer, en mayo.',
    ],
  ] as const)('rewords in %s: %s', (language, text, expected) => {
    const reworded = rewordPassage(text, language, chanceOf(1));
    if (typeof expected === 'string') expect(reworded).toBe(expected);
    else expect(reworded).toMatch(expected);
  });

  it('leaves words inside other words alone', () => {
    expect(rewordPassage('Long-use testosterone.', 'en', chanceOf(1))).toBe(
      'Long-use testosterone.',
    );
  });

  it('gives the same for the same stream', () => {
    for (const { language, at, original, reworded } of passages.slice(0, 50)) {
      expect(rewordPassage(original, language, chanceOf(at))).toBe(reworded);
    }
  });

  it('leaves next to no five words in a row', () => {
    const all = passages.reduce((sum, { original }) => sum + runsOf(original, 5).size, 0);
    const left = passages.reduce((sum, p) => sum + sharedRuns(p.original, p.reworded, 5), 0);
    expect(left / all).toBeLessThan(0.003);
  });

  it('keeps years and long numbers', () => {
    for (const { original, reworded } of passages) {
      const numbers = (text: string) => (text.match(/\p{N}{3,}/gu) ?? []).sort();
      expect(numbers(reworded)).toEqual(numbers(original));
    }
  });

  it('ends on texts of one word', () => {
    for (const word of ['que', 'the', 'and', 'en la práctica', 'zz', '7']) {
      const text = `${word} `.repeat(2000).trim();
      for (const language of REWORDED) {
        const words = wordsOf(rewordPassage(text, language, chanceOf(1)));
        expect(words.length).toBeLessThan(8 * 2000 * 3);
      }
    }
  });
});
