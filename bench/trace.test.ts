import { describe, expect, it } from 'vitest';
import type { Corpus, PlantedKind } from './corpus.ts';
import { scorePlants } from './trace.ts';

/** Rows 2 and 3 are echoes of row 0, row 5 of row 4. */
const plants: Readonly<Record<number, { origin: number; kind: PlantedKind }>> = {
  2: { origin: 0, kind: 'verbatim' },
  3: { origin: 0, kind: 'partial' },
  5: { origin: 4, kind: 'verbatim' },
};
const corpus: Corpus = {
  plant: (row) => plants[row],
  text: () => '',
  domain: () => '',
  language: () => '',
};

describe('scorePlants', () => {
  it('counts echoes found with their origin, by kind', () => {
    const score = scorePlants(corpus, 6, [{ a: 0, b: 2 }]);
    expect(score.recall).toEqual({ verbatim: 0.5, edited: null, partial: 0 });
    expect(score.planted).toEqual({ verbatim: 2, edited: 0, partial: 1 });
  });

  it('takes two echoes of one origin neither for found nor for false', () => {
    const score = scorePlants(corpus, 6, [{ a: 2, b: 3 }]);
    expect(score).toMatchObject({ falsePairs: 0, recall: { verbatim: 0, partial: 0 } });
  });

  it('takes rows without a common origin for false', () => {
    const pairs = [
      { a: 0, b: 1 },
      { a: 0, b: 5 },
      { a: 1, b: 3 },
    ];
    expect(scorePlants(corpus, 6, pairs).falsePairs).toBe(3);
  });
});
