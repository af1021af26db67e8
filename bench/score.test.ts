import { describe, expect, it } from 'vitest';
import type { Plant } from './corpus.ts';
import type { PlantedCorpus } from './planting.ts';
import { recallOf, scorePlants } from './score.ts';

/** Rows 2 and 3 are echoes of row 0, row 5 of row 4, row 7 of row 6; from row 6 on all are real. */
const plants: Readonly<Record<number, Plant>> = {
  2: { origin: 0, kind: 'verbatim' },
  3: { origin: 0, kind: 'partial' },
  5: { origin: 4, kind: 'verbatim' },
  7: { origin: 6, kind: 'translated' },
};
const corpus: PlantedCorpus = {
  plant: (row) => plants[row],
  text: () => '',
  domain: () => '',
  language: () => '',
  isReal: (row) => row >= 6,
};

describe('scorePlants', () => {
  it('counts echoes found with their origin, by kind', () => {
    const { kinds, missed } = scorePlants(corpus, 8, [
      { a: 0, b: 2 },
      { a: 6, b: 7 },
    ]);
    expect(kinds).toEqual({
      verbatim: { planted: 2, found: 1 },
      edited: { planted: 0, found: 0 },
      partial: { planted: 1, found: 0 },
      paraphrased: { planted: 0, found: 0 },
      translated: { planted: 1, found: 1 },
    });
    expect(missed).toEqual([
      { origin: 0, echo: 3, kind: 'partial' },
      { origin: 4, echo: 5, kind: 'verbatim' },
    ]);
  });

  it('takes two echoes of one origin neither for found nor for false', () => {
    const { falsePairs, kinds } = scorePlants(corpus, 6, [{ a: 2, b: 3 }]);
    expect(falsePairs).toBe(0);
    expect(kinds.verbatim.found + kinds.partial.found).toBe(0);
  });

  it('takes rows without a common origin for false, and tells those in real languages', () => {
    const pairs = [
      { a: 0, b: 1 },
      { a: 0, b: 5 },
      { a: 1, b: 3 },
      { a: 5, b: 7 },
      { a: 7, b: 8 },
    ];
    expect(scorePlants(corpus, 9, pairs)).toMatchObject({ falsePairs: 5, falseReal: 1 });
  });

  it('counts apart what stands wholly among the newest', () => {
    const { newest, missed } = scorePlants(corpus, 8, [], 5);
    expect(newest.verbatim.planted).toBe(1);
    expect(newest.translated.planted).toBe(1);
    expect(missed.map(({ echo }) => echo)).toEqual([5, 7]);
    expect(scorePlants(corpus, 8, [], 3).newest.verbatim.planted).toBe(0);
  });
});

describe('recallOf', () => {
  it('is unknown where nothing was planted', () => {
    expect(recallOf({ planted: 0, found: 0 })).toBeNull();
    expect(recallOf({ planted: 4, found: 1 })).toBe(0.25);
  });
});
