import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LayoutInput, layoutNetwork } from './layout.ts';

const FRAME = { width: 960, height: 600 };

/** Networks of up to 40 outlets, also with edges to none and to oneself, and hostile names. */
const networks: fc.Arbitrary<LayoutInput> = fc
  .uniqueArray(fc.string({ maxLength: 40 }), { maxLength: 40 })
  .chain((keys) => {
    const key = fc.constantFrom('nobody', ...keys);
    const weight = fc.integer({ min: 0, max: 100_000 });
    return fc.record({
      nodes: fc.tuple(...keys.map((one) => fc.record({ key: fc.constant(one), weight }))),
      edges: fc.array(fc.record({ from: key, to: key, weight }), { maxLength: 80 }),
    });
  });

describe('layoutNetwork', () => {
  it('gives the same places for the same network', () => {
    fc.assert(
      fc.property(networks, (network) => {
        expect(layoutNetwork(network, FRAME)).toEqual(layoutNetwork(network, FRAME));
      }),
      { numRuns: 15 },
    );
  });

  it('gives every node a place wholly inside the frame, in the order given', () => {
    fc.assert(
      fc.property(networks, (network) => {
        const laid = layoutNetwork(network, FRAME);
        expect(laid.map(({ key }) => key)).toEqual(network.nodes.map(({ key }) => key));
        for (const { x, y, r } of laid) {
          expect(r).toBeGreaterThan(0);
          expect(x - r).toBeGreaterThanOrEqual(0);
          expect(x + r).toBeLessThanOrEqual(FRAME.width);
          expect(y - r).toBeGreaterThanOrEqual(0);
          expect(y + r).toBeLessThanOrEqual(FRAME.height);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('puts those that repeat one another nearer than strangers', () => {
    // Two rings of five, told apart by the first letter.
    const keys = ['a', 'b'].flatMap((ring) => [0, 1, 2, 3, 4].map((i) => `${ring}${i}`));
    const edges = keys.map((from) => {
      return { from, to: `${from[0]}${(Number(from[1]) + 1) % 5}`, weight: 1 };
    });
    const laid = layoutNetwork({ nodes: keys.map((key) => ({ key, weight: 1 })), edges }, FRAME);
    const meanOf = (isWanted: (a: string, b: string) => boolean): number => {
      const far = laid.flatMap((a) =>
        laid
          .filter((b) => a.key < b.key && isWanted(a.key, b.key))
          .map((b) => Math.hypot(a.x - b.x, a.y - b.y)),
      );
      return far.reduce((sum, one) => sum + one, 0) / far.length;
    };
    const within = meanOf((a, b) => a[0] === b[0]);
    expect(within * 1.3).toBeLessThan(meanOf((a, b) => a[0] !== b[0]));
  });
});
