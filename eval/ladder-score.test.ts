import { describe, expect, it } from 'vitest';
import { RUNGS } from '../src/domain/judgement.ts';
import { scoreLadders } from './ladder-score.ts';

const truth = { articles: 4, publishers: 3, agencies: 2, utterances: 1 };
const ladder = (...bounds: readonly (readonly [number, number])[]) => ({
  rungs: bounds.map(([atLeast, atMost], i) => ({
    kind: RUNGS[i]!,
    bounds: { atLeast, atMost },
    units: [],
    merges: [],
  })),
  circles: [],
});

describe('scoreLadders', () => {
  it('counts rungs whose bounds hold the truth, and those that are the truth', () => {
    const found = ladder([4, 4], [1, 3], [1, 1], [2, 3]);
    expect(scoreLadders([{ truth, ladder: found }])).toEqual({ contained: 0.5, exact: 0.25 });
  });

  it('counts a missing ladder or rung as neither', () => {
    const judged = [
      { truth, ladder: undefined },
      { truth, ladder: ladder([4, 4], [3, 3]) },
    ];
    expect(scoreLadders(judged)).toEqual({ contained: 0.25, exact: 0.25 });
  });

  it('is 1 of nothing', () => {
    expect(scoreLadders([])).toEqual({ contained: 1, exact: 1 });
  });
});
