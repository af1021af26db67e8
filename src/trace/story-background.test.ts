import { describe, expect, it } from 'vitest';
import type { Lexicon } from './lexicon/lexicon.ts';
import { storyBackground } from './story-background.ts';
import { standInTools } from './story-models.fixture.ts';
import { readStory } from './story-reading.ts';

const tools = standInTools();
const read = (text: string, language = 'en') =>
  readStory({ title: '', text, language }, tools.encoder);
const TWENTY = Array.from({ length: 20 }, (_, i) => read(`bridge ${i} goes on`));

/** A vocabulary of one frequent and one rare stem, of 1,000 sentences. */
const lexicon = {
  source: {
    language: 'en',
    stems: ['the', 'bridg'],
    numberOf: new Map([
      ['the', 0],
      ['bridg', 1],
    ]),
    idf: Float32Array.of(0.1, 6),
    unknownIdf: Math.log(1000),
  },
} as unknown as Lexicon;
const shelf = { languages: new Set(['en']), between: () => lexicon };

describe('weightOf', () => {
  it('by hand: ln((stories + 1) / (stories with the stem + ½)) without a vocabulary', () => {
    const { weightOf } = storyBackground(TWENTY, tools);
    expect(weightOf('en', '3')).toBeCloseTo(Math.log(21 / 1.5), 6);
    expect(weightOf('en', 'unseen')).toBeCloseTo(Math.log(21 / 0.5), 6);
    expect(weightOf('en', 'bridg')).toBeCloseTo(Math.log(21 / 20.5), 6);
  });

  it('weighs all words alike where few stories and no vocabulary are known', () => {
    const { weightOf } = storyBackground(TWENTY.slice(0, 2), tools);
    expect(weightOf('en', 'bridg')).toBe(weightOf('en', 'unseen'));
    expect(weightOf('en', 'bridg')).toBeGreaterThan(0);
  });

  it('takes the vocabulary where stories are few, and the stories where there are some', () => {
    const few = storyBackground([], { ...tools, shelf });
    expect(few.weightOf('en', 'the')).toBeLessThan(0.1);
    expect(few.weightOf('en', 'bridg')).toBeGreaterThan(3);
    expect(few.weightOf('en', 'unseen')).toBeGreaterThan(few.weightOf('en', 'bridg'));
    const some = storyBackground(TWENTY, { ...tools, shelf });
    expect(some.weightOf('en', 'bridg')).toBeLessThan(few.weightOf('en', 'bridg'));
  });

  it('never is negative or infinite', () => {
    const { weightOf } = storyBackground(TWENTY, { ...tools, shelf });
    for (const name of ['the', 'bridg', 'unseen', '', '7']) {
      expect(weightOf('en', name)).toBeGreaterThanOrEqual(0);
      expect(weightOf('en', name)).toBeLessThan(Number.POSITIVE_INFINITY);
    }
  });
});

describe('centred', () => {
  it('takes off what all stories have and keeps length 1', () => {
    const { centred } = storyBackground(TWENTY, tools);
    const moved = centred('en', TWENTY[0]!.whole);
    expect(Math.hypot(...moved)).toBeCloseTo(1, 5);
    const before = TWENTY[0]!.whole.reduce((sum, v, d) => sum + v * TWENTY[1]!.whole[d]!, 0);
    const other = centred('en', TWENTY[1]!.whole);
    expect(moved.reduce((sum, v, d) => sum + v * other[d]!, 0)).toBeLessThan(before);
  });

  it('leaves zeros alone', () => {
    const zeros = new Float32Array(tools.encoder.dims);
    expect(storyBackground(TWENTY, tools).centred('en', zeros)).toEqual(zeros);
  });
});
