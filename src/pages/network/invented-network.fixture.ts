/** Invented networks for tests: no outlet of them exists. */
import fc from 'fast-check';
import type { CascadeId } from '../../domain/ids.ts';
import type { NetworkEdge, NetworkNode, NetworkView } from '../../domain/network-views.ts';
import { AFFILIATIONS_SHOWN } from './shapes.ts';

type Network = Pick<NetworkView, 'nodes' | 'edges'>;

export function inventedNode(publisher: string, given: Partial<NetworkNode> = {}): NetworkNode {
  return {
    ...{ publisher, name: undefined, affiliation: 'unknown', countries: [], sources: [] },
    ...{ articles: 3, reprints: 1, reprinted: 1 },
    ...given,
  };
}

export function inventedEdge(
  earlier: string,
  later: string,
  given: Partial<NetworkEdge> = {},
): NetworkEdge {
  return {
    ...{ earlier, later, reprints: 4, credited: 3, dropped: 1, lag: undefined },
    example: 'c0ffee0123456789' as CascadeId,
    ...given,
  };
}

/** Networks of up to `most` outlets with any arrows between them. */
export function anyNetwork(most: number): fc.Arbitrary<Network> {
  return fc
    .integer({ min: 2, max: most })
    .chain((size) =>
      fc.record({
        weights: fc.array(fc.nat(5000), { minLength: size, maxLength: size }),
        pairs: fc.array(
          fc.tuple(fc.nat(size - 1), fc.nat(size - 1), fc.integer({ min: 1, max: 90 })),
          {
            maxLength: size * 3,
          },
        ),
      }),
    )
    .map(({ weights, pairs }) => {
      const nodes = weights.map((articles, i) =>
        inventedNode(`outlet-${i}.example`, {
          articles,
          affiliation: AFFILIATIONS_SHOWN[i % AFFILIATIONS_SHOWN.length]!,
        }),
      );
      const edges = pairs
        .filter(([from, to]) => from !== to)
        .map(([from, to, reprints]) =>
          inventedEdge(nodes[from]!.publisher, nodes[to]!.publisher, { reprints }),
        );
      return { nodes, edges };
    });
}
