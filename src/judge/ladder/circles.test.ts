import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleId } from '../../domain/ids.ts';
import { circlesOf, type HouseCredit } from './circles.ts';

const credit = (from: string, to: string): HouseCredit => ({
  from,
  to,
  evidence: { article: `${from}-${to}` as ArticleId, span: { begin: 0, end: 1 } },
});

/** Length of the shortest circle through a house, by trying all paths; Infinity where there is none. */
function shortestThrough(house: string, edges: readonly (readonly [string, string])[]): number {
  let reached = new Set([house]);
  for (let length = 1; length <= 8; length++) {
    reached = new Set(edges.filter(([from]) => reached.has(from)).map(([, to]) => to));
    if (reached.has(house)) return length;
  }
  return Number.POSITIVE_INFINITY;
}

describe('circlesOf', () => {
  it('finds no circle where credits lead one way, or to oneself', () => {
    expect(circlesOf([])).toEqual([]);
    expect(circlesOf([credit('a', 'b'), credit('b', 'c'), credit('a', 'a')])).toEqual([]);
  });

  it('shows each step with its credit', () => {
    const [circle] = circlesOf([credit('b', 'c'), credit('c', 'a'), credit('a', 'b')]);
    expect(circle!.steps).toEqual([credit('a', 'b'), credit('b', 'c'), credit('c', 'a')]);
  });

  it('gives one circle a component, the shortest of its houses, as its naive twin finds it', () => {
    const house = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
    fc.assert(
      fc.property(fc.array(fc.tuple(house, house), { maxLength: 14 }), (drawn) => {
        const edges = drawn.filter(([from, to]) => from !== to);
        const circles = circlesOf(edges.map(([from, to]) => credit(from, to)));
        const inCircles = new Set<string>();
        for (const { steps } of circles) {
          steps.forEach(({ from, to }, i) => {
            expect(to).toBe(steps[(i + 1) % steps.length]!.from);
            expect(edges.some(([x, y]) => x === from && y === to)).toBe(true);
            inCircles.add(from);
          });
        }
        const lengths = ['a', 'b', 'c', 'd', 'e', 'f'].map((one) => shortestThrough(one, edges));
        const least = Math.min(...lengths);
        if (circles.length === 0) expect(least).toBe(Number.POSITIVE_INFINITY);
        else expect(Math.min(...circles.map(({ steps }) => steps.length))).toBe(least);
        const reversed = [...edges].reverse();
        expect(circlesOf(reversed.map(([from, to]) => credit(from, to)))).toEqual(circles);
      }),
    );
  });

  it('walks a circle of 20,000 publishers without recursion', () => {
    const round = Array.from({ length: 20_000 }, (_, i) => credit(`h${i}`, `h${(i + 1) % 20_000}`));
    expect(circlesOf(round)[0]!.steps).toHaveLength(20_000);
  });
});
