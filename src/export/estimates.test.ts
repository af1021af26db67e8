import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ESTIMATES, type Estimate } from '../domain/judgement.ts';
import { estimateOf } from './estimates.ts';

/** ICD 203's table as it is printed. */
const TABLE: readonly (readonly [Estimate, number, number])[] = [
  ['almost no chance', 0.01, 0.05],
  ['very unlikely', 0.05, 0.2],
  ['unlikely', 0.2, 0.45],
  ['roughly even chance', 0.45, 0.55],
  ['likely', 0.55, 0.8],
  ['very likely', 0.8, 0.95],
  ['almost certain', 0.95, 0.99],
];

describe('estimateOf', () => {
  it('gives each word of the table for its own bounds, and between them', () => {
    expect(TABLE.map(([word]) => word)).toEqual(ESTIMATES);
    for (const [word, low, high] of TABLE) {
      expect(estimateOf(low, high)).toBe(word);
      expect(estimateOf((low + high) / 2, (low + high) / 2)).toBe(word);
    }
  });

  it('gives both words where the bounds lie under different ones', () => {
    expect(estimateOf(0.3, 0.7)).toBe('unlikely to likely');
    expect(estimateOf(0.05, 0.21)).toBe('very unlikely to unlikely');
    expect(estimateOf(0, 0.1)).toBe('almost no chance to very unlikely');
  });

  it('takes the word nearer to an even chance where two meet', () => {
    const meeting = [0.05, 0.2, 0.45, 0.55, 0.8, 0.95].map((p) => estimateOf(p, p));
    expect(meeting).toEqual([
      'very unlikely',
      'unlikely',
      'roughly even chance',
      'roughly even chance',
      'likely',
      'very likely',
    ]);
  });

  it('has no word for the certain, the wholly open and the impossible', () => {
    for (const [low, high] of [
      [0, 0],
      [1, 1],
      [0, 1],
      [0.6, 0.4],
      [-0.1, 0.5],
      [0.5, 1.1],
      [Number.NaN, 0.5],
      [0.5, Number.NaN],
    ] as const) {
      expect(estimateOf(low, high)).toBeUndefined();
    }
  });

  it('names the words of every probability strictly between the bounds, and no others', () => {
    const p = fc.double({ min: 0.011, max: 0.989, noNaN: true });
    fc.assert(
      fc.property(p, p, (one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        fc.pre(high - low > 1e-6);
        const held = TABLE.filter(([, from, to]) => low < to && high > from).map(([word]) => word);
        const expected = held.length === 1 ? held[0] : `${held[0]} to ${held.at(-1)}`;
        expect(estimateOf(low, high)).toBe(expected);
      }),
    );
  });
});
