import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standInTools } from './story-models.fixture.ts';
import type { Story } from './story-reading.ts';
import { storySimilarity } from './story-similarity.ts';

const story = (text: string, language = 'en', title = ''): Story => ({ title, text, language });
const compareTwo = (a: Story, b: Story, tools = standInTools()): number =>
  storySimilarity(tools).prepare([a, b]).compare(0, 1);

const FALL = story('Riga bridge falls. The old bridge of Riga fell at night; nobody was hurt.');
const RETOLD = story('Bridge falls in Riga at night. Police say that nobody was hurt there.');
const OTHER = story('Minister resigns. Parliament elects another government after long talks.');

describe('storySimilarity', () => {
  it('puts a copy above a retelling above another story', () => {
    const copy = compareTwo(FALL, FALL);
    const retold = compareTwo(FALL, RETOLD);
    const other = compareTwo(FALL, OTHER);
    expect(copy).toBeGreaterThan(0.8);
    expect(copy).toBeGreaterThan(retold);
    expect(retold).toBeGreaterThan(0.4);
    expect(other).toBeLessThan(0.3);
  });

  it('finds a rendered story in another language through the encoder', () => {
    const tools = standInTools({ puente: 'bridge', cae: 'falls', noche: 'night', nadie: 'nobody' });
    const told = story('Cae puente Riga. Puente Riga cae noche, nadie herido.', 'es');
    const other = story(
      'Ministro dimite. Parlamento elige gobierno tras largas conversaciones.',
      'es',
    );
    expect(compareTwo(FALL, told, tools)).toBeGreaterThan(compareTwo(FALL, other, tools) + 0.2);
  });

  it('rests on numbers only where they are the same', () => {
    const tolls = (count: string) => story(`${count} ${count} ${count}`);
    expect(compareTwo(tolls('1990'), tolls('1991'))).toBeLessThan(
      compareTwo(tolls('1990'), tolls('1990')),
    );
  });

  it.each(['', '   ', '🙂', '\u200b'])('is 0 where there are no words: %j', (text) => {
    expect(compareTwo(story(text), FALL)).toBe(0);
    expect(compareTwo(story(text), story(text))).toBe(0);
  });

  it('refuses a number that has no story', () => {
    const prepared = storySimilarity(standInTools()).prepare([FALL]);
    expect(() => prepared.compare(0, 1)).toThrow('no stories 0 and 1: 1 were prepared');
  });

  it('stays within 0–1, in either order, for any text and language', () => {
    const texts = fc.string({ unit: 'grapheme', maxLength: 60 });
    const any = fc.record({
      title: texts,
      text: fc.oneof(texts, fc.lorem({ maxCount: 40 })),
      language: fc.constantFrom('en', 'es', 'ru', 'und'),
    });
    const similarity = storySimilarity(standInTools());
    fc.assert(
      fc.property(any, any, fc.array(any, { maxLength: 12 }), (a, b, rest) => {
        const prepared = similarity.prepare([a, b, ...rest]);
        const score = prepared.compare(0, 1);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(prepared.compare(1, 0)).toBeCloseTo(score, 6);
      }),
    );
  });

  it('gives the same numbers for the same stories', () => {
    const stories = [FALL, RETOLD, OTHER];
    const { prepare } = storySimilarity(standInTools());
    expect(prepare(stories).compare(0, 1)).toBe(prepare(stories).compare(0, 1));
  });
});
