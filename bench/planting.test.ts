import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeCorpus } from './corpus.ts';
import { plantPairs } from './planting.ts';
import type { RealArticle, RetoldPair } from './retold.ts';

const SEED = 7;
const ARTICLES = 20_000;
const base = makeCorpus(SEED);

const article = (text: string): RealArticle => ({
  text,
  language: 'es',
  domain: 'a.example',
  rows: [],
});
const pairs = Array.from(
  { length: 100 },
  (_, at): RetoldPair => ({
    kind: at % 2 === 0 ? 'paraphrased' : 'translated',
    origin: article(`o${at}`),
    echo: article(`e${at}`),
    passage: ['', ''],
  }),
);
const corpus = plantPairs(base, pairs, ARTICLES, SEED);
const all = Array.from({ length: ARTICLES }, (_, row) => row);
const real = all.filter(corpus.isReal);

describe('plantPairs', () => {
  it('plants every article once, each echo behind its origin', () => {
    expect(real.map(corpus.text).sort()).toEqual(
      pairs.flatMap(({ origin, echo }) => [origin.text, echo.text]).sort(),
    );
    for (const row of real) {
      const plant = corpus.plant(row);
      if (plant === undefined) continue;
      expect(plant.origin).toBeLessThan(row);
      expect(corpus.text(row).slice(1)).toBe(corpus.text(plant.origin).slice(1));
      expect(plant.kind).toBe(pairs[Number(corpus.text(row).slice(1))]!.kind);
    }
  });

  it('leaves all other rows what they are', () => {
    fc.assert(
      fc.property(fc.nat(ARTICLES + 1000), (row) => {
        fc.pre(!corpus.isReal(row));
        expect(corpus.text(row)).toBe(base.text(row));
        expect(corpus.domain(row)).toBe(base.domain(row));
        expect(corpus.language(row)).toBe(base.language(row));
        expect(corpus.plant(row)).toEqual(base.plant(row));
      }),
    );
  });

  it('replaces neither echoes nor origins, of rows added later neither', () => {
    for (const row of real) expect(base.plant(row)).toBeUndefined();
    for (let row = 0; row < ARTICLES + 60_000; row++) {
      const plant = base.plant(row);
      if (plant !== undefined) expect(corpus.isReal(plant.origin)).toBe(false);
    }
  });

  it('spreads the echoes evenly', () => {
    const echoes = real.filter((row) => corpus.plant(row) !== undefined);
    for (let tenth = 0; tenth < 10; tenth++) {
      const [begin, end] = [(tenth * ARTICLES) / 10, ((tenth + 1) * ARTICLES) / 10];
      const count = echoes.filter((row) => row >= begin && row < end).length;
      expect(count).toBeGreaterThanOrEqual(9);
      expect(count).toBeLessThanOrEqual(11);
    }
  });

  it.each([
    [1, 0],
    [49, 0],
    [50, 1],
    [1000, 20],
  ])('plants in %i articles %i pairs', (articles, planted) => {
    const small = plantPairs(base, pairs, articles, SEED);
    const rows = all.slice(0, articles).filter(small.isReal);
    expect(rows.length).toBe(2 * planted);
  });
});
