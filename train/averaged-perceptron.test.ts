import { describe, expect, it } from 'vitest';
import { bestClass, FeatureRows } from '../src/read/tagging/layer.ts';
import { openLearner } from './averaged-perceptron.ts';

const BUCKETS = 64;

function rowsOf(...values: number[]): FeatureRows {
  const rows = new FeatureRows(BUCKETS);
  for (const [template, value] of values.entries()) rows.add(template, value);
  return rows;
}

describe('openLearner', () => {
  it('learns what its features tell apart', () => {
    const learner = openLearner(BUCKETS, 3);
    const samples = [0, 1, 2].map((gold) => ({ rows: rowsOf(gold, 7), gold }));
    for (let round = 0; round < 10; round++) {
      for (const { rows, gold } of samples) learner.learn(rows, gold);
    }
    const layer = learner.layer();
    const scores = new Float64Array(3);
    expect(samples.map(({ rows }) => bestClass(layer, rows, scores))).toEqual([0, 1, 2]);
  });

  it('averages over the steps: what came late weighs less', () => {
    const learner = openLearner(BUCKETS, 2);
    const [early, late] = [rowsOf(5), rowsOf(9)];
    expect(early.rows[0]).not.toBe(late.rows[0]);
    learner.learn(early, 1);
    learner.learn(early, 1);
    learner.learn(late, 1);
    learner.learn(late, 1);
    const { weights } = learner.layer();
    // The first mistake held for four of four steps, the second for two of four.
    expect(weights[early.rows[0]! * 2 + 1]).toBe(127);
    expect(weights[late.rows[0]! * 2 + 1]).toBe(64);
  });
});
