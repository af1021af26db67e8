import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyNetwork } from './invented-network.fixture.ts';
import { type LaidNode, layoutNetwork } from './layout.ts';

const FRAME = { width: 960, height: 600 };

/** How far the two nodes that are deepest in each other overlap, pixels; negative where none do. */
function deepest(laid: readonly LaidNode[]): number {
  let most = Number.NEGATIVE_INFINITY;
  for (const [i, a] of laid.entries()) {
    for (const b of laid.slice(i + 1)) {
      most = Math.max(most, a.r + b.r - Math.hypot(a.x - b.x, a.y - b.y));
    }
  }
  return most;
}

describe('a crowded network', () => {
  it('lets no node stand on another', () => {
    fc.assert(
      fc.property(anyNetwork(60), ({ nodes, edges }) => {
        const input = {
          nodes: nodes.map(({ publisher, articles }) => ({ key: publisher, weight: articles })),
          edges: edges.map(({ earlier, later, reprints }) => ({
            ...{ from: earlier, to: later, weight: reprints },
          })),
        };
        expect(deepest(layoutNetwork(input, FRAME))).toBeLessThanOrEqual(0.2);
      }),
      { numRuns: 25 },
    );
  });

  it('tells 150 outlets apart that all carry one', () => {
    const keys = Array.from({ length: 150 }, (_, i) => `outlet-${i}.example`);
    const laid = layoutNetwork(
      {
        nodes: keys.map((key, i) => ({ key, weight: 150 - i })),
        edges: keys.slice(1).map((to) => ({ from: keys[0]!, to, weight: 1 })),
      },
      FRAME,
    );
    expect(deepest(laid)).toBeLessThanOrEqual(0.2);
  });
});
