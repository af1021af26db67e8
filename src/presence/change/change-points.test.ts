import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changePoints } from './change-points.ts';

/** Gain in log-likelihood of a split, from the counts themselves. */
function plainScore(counts: readonly number[], at: number): number {
  const gain = (part: readonly number[]) => {
    const sum = part.reduce((all, one) => all + one, 0);
    return sum === 0 ? 0 : sum * Math.log(sum / part.length);
  };
  return gain(counts.slice(0, at)) + gain(counts.slice(at)) - gain(counts);
}

function bestScore(counts: readonly number[]): number {
  return Math.max(...counts.slice(1).map((_, i) => plainScore(counts, i + 1)));
}

/** The p-value by listing every way in which the sum can fall on the places. */
function plainP(counts: readonly number[]): number {
  const places = counts.length;
  const sum = counts.reduce((all, one) => all + one, 0);
  const score = bestScore(counts) - 1e-9;
  let [hits, all] = [0, 0];
  for (let draw = 0; draw < places ** sum; draw++) {
    const fallen = new Array<number>(places).fill(0);
    for (let i = 0, rest = draw; i < sum; i++, rest = Math.floor(rest / places))
      fallen[rest % places]!++;
    all++;
    if (bestScore(fallen) >= score) hits++;
  }
  return hits / all;
}

describe('changePoints', () => {
  it('gives the p-value that listing every series gives', () => {
    const series = fc.array(fc.nat(3), { minLength: 2, maxLength: 4 }).filter((counts) => {
      const sum = counts.reduce((all, one) => all + one, 0);
      return sum > 0 && sum <= 6;
    });
    fc.assert(
      fc.property(series, (counts) => {
        const p = plainP(counts);
        // Asked at a level just above p, the first split is found with that p.
        const found = changePoints(counts, 1);
        expect(found.some((one) => Math.abs(one.p - p) < 1e-9)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('finds a step and says where, and nothing in a steady series', () => {
    const found = changePoints([4, 5, 4, 6, 5, 14, 13, 15, 12], 0.05);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ at: 5, before: 4.8, after: 13.5, exact: true });
    expect(changePoints([5, 4, 6, 5, 5, 4, 6, 5], 0.05)).toEqual([]);
  });

  it('finds two steps, each beside its own neighbours', () => {
    const found = changePoints([2, 1, 2, 2, 20, 22, 19, 21, 3, 2, 1, 2], 0.05);
    expect(found.map(({ at }) => at)).toEqual([4, 8]);
    expect(found.map(({ after }) => after)).toEqual([20.5, 2]);
  });

  it('takes the bound where the exact sum would be long, and still finds a large step', () => {
    const found = changePoints([...Array(40).fill(300), ...Array(40).fill(400)], 0.01);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ at: 40, exact: false });
  });

  it('has nothing to say of no counts, one or only zeros, and refuses what is no count', () => {
    expect(changePoints([], 0.05)).toEqual([]);
    expect(changePoints([7], 0.05)).toEqual([]);
    expect(changePoints([0, 0, 0], 0.05)).toEqual([]);
    expect(() => changePoints([1.5, 2], 0.05)).toThrow('1.5 is no count');
  });
});
