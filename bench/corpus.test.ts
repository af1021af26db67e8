import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceOf } from './chance.ts';
import { COPIED, makeCorpus } from './corpus.ts';
import { makeVocabulary } from './vocabulary.ts';
import { runsOf, wordsOf } from './words.ts';

const SEED = 7;
const corpus = makeCorpus(SEED);
const row = fc.nat(100_000);

describe('chanceOf', () => {
  it('gives the same stream for the same keys and another for others', () => {
    const draw = (...keys: number[]) => Array.from({ length: 4 }, chanceOf(...keys));
    expect(draw(1, 2)).toEqual(draw(1, 2));
    expect(draw(1, 2)).not.toEqual(draw(2, 1));
  });
  it('gives neighbours streams that do not run into each other', () => {
    const seen = new Map<number, number>();
    for (let key = 0; key < 500; key++) {
      const chance = chanceOf(key);
      for (let i = 0; i < 200; i++) seen.set(chance(), key);
    }
    // 100,000 draws of 32 bits: about one double is chance, a shared stretch would be many.
    expect(seen.size).toBeGreaterThan(99_980);
  });
  it('fills [0, 1) evenly', () => {
    const chance = chanceOf(3);
    const tenths = new Array<number>(10).fill(0);
    for (let i = 0; i < 10_000; i++) tenths[Math.floor(chance() * 10)]!++;
    for (const count of tenths) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });
});

describe('makeVocabulary', () => {
  it('draws the commonest word about twice as often as the second', () => {
    const vocabulary = makeVocabulary(SEED, 0);
    const counts = new Map<string, number>();
    const chance = chanceOf(SEED);
    for (let i = 0; i < 50_000; i++) {
      const word = vocabulary.word(chance);
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    const [first, second] = [...counts.values()].sort((x, y) => y - x);
    expect(first! / second!).toBeGreaterThan(1.4);
    expect(first! / second!).toBeLessThan(2.1);
    expect(counts.size).toBeGreaterThan(5000);
  });
});

describe('makeCorpus', () => {
  it('makes a row the same, whatever was asked before', () => {
    fc.assert(
      fc.property(row, (r) => {
        expect(makeCorpus(SEED).text(r)).toBe(corpus.text(r));
      }),
      { numRuns: 3 },
    );
  });

  it('makes other texts for another seed', () => {
    expect(makeCorpus(SEED + 1).text(0)).not.toBe(corpus.text(0));
  });

  it('makes articles of about 400 words', () => {
    const lengths = Array.from({ length: 300 }, (_, r) => wordsOf(corpus.text(r)).length);
    const mean = lengths.reduce((sum, n) => sum + n, 0) / lengths.length;
    expect(mean).toBeGreaterThan(380);
    expect(mean).toBeLessThan(470);
  });

  it('plants echoes of earlier rows that are none, in another outlet of the language', () => {
    fc.assert(
      fc.property(row, (block) => {
        const echo = block * 20 + 19;
        const plant = corpus.plant(echo)!;
        expect(plant.origin).toBeGreaterThanOrEqual(0);
        expect(plant.origin).toBeLessThan(echo);
        expect(corpus.plant(plant.origin)).toBeUndefined();
        expect(corpus.language(echo)).toBe(corpus.language(plant.origin));
        expect(corpus.domain(echo)).not.toBe(corpus.domain(plant.origin));
      }),
      { numRuns: 500 },
    );
  });

  it.each(COPIED.map((kind, i) => [kind, i * 20 + 19] as const))('plants %s', (kind, echo) => {
    const plant = corpus.plant(echo)!;
    expect(plant.kind).toBe(kind);
    const origin = runsOf(corpus.text(plant.origin), 5);
    const copy = runsOf(corpus.text(echo), 5);
    const shared = [...copy].filter((run) => origin.has(run)).length;
    // Verbatim: all but the footers. Edited: an edit spoils about 5 of the runs. Partial: 24–60 words.
    if (kind === 'verbatim') expect(shared / origin.size).toBeGreaterThan(0.8);
    if (kind === 'edited') {
      expect(shared / origin.size).toBeGreaterThan(0.35);
      expect(shared / origin.size).toBeLessThan(0.8);
    }
    if (kind === 'partial') {
      expect(shared).toBeGreaterThanOrEqual(2 * 12 - 4);
      expect(shared).toBeLessThanOrEqual(2 * 30);
    }
  });

  it('shares no passage between rows that have no origin in common', () => {
    const texts = Array.from({ length: 18 }, (_, r) => runsOf(corpus.text(r), 8));
    for (const [a, x] of texts.entries())
      for (const [b, y] of texts.entries()) {
        if (a >= b || corpus.domain(a) === corpus.domain(b)) continue;
        expect([...x].filter((run) => y.has(run))).toEqual([]);
      }
  });
});
