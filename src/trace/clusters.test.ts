import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Passage } from '../domain/trace.ts';
import { type Cluster, clusterPassages } from './clusters.ts';
import type { TracedPair } from './trace.ts';

function passage(a: readonly [number, number], b: readonly [number, number]): Passage {
  const span = ([begin, end]: readonly [number, number]) => ({ begin, end });
  return { a: span(a), b: span(b), words: 9, aWords: 9, bWords: 9 };
}

const pairOf = (a: number, b: number, ...passages: Passage[]): TracedPair => ({ a, b, passages });

type End = readonly [row: number, begin: number, end: number];
const endsOf = ({ a, b }: { a: number; b: number }, p: Passage): [End, End] => [
  [a, p.a.begin, p.a.end],
  [b, p.b.begin, p.b.end],
];

/** The naive twin: labels that spread until nothing changes; labels are passages' numbers. */
function labelled(pairs: readonly TracedPair[]): number[] {
  const ends = pairs.flatMap((pair) => pair.passages.map((p) => endsOf(pair, p)));
  const alike = ([r, b1, e1]: End, [s, b2, e2]: End): boolean =>
    r === s && Math.min(e1, e2) - Math.max(b1, b2) >= 0.5 * Math.min(e1 - b1, e2 - b2);
  const spread = (labels: number[], same: (i: number, j: number) => boolean): number[] => {
    for (let i = 0; i < labels.length; i++) {
      for (let j = 0; j < labels.length; j++) {
        if (labels[i]! === labels[j]! || !same(i, j)) continue;
        const [low, high] = [labels[i]!, labels[j]!].sort((x, y) => x - y) as [number, number];
        return spread(
          labels.map((label) => (label === high ? low : label)),
          same,
        );
      }
    }
    return labels;
  };
  const first = spread(
    ends.map((_, i) => i),
    (i, j) => ends[i]!.some((x) => ends[j]!.some((y) => alike(x, y))),
  );
  const rowsOf = (label: number): Set<number> =>
    new Set(
      ends
        .filter((_, i) => first[i] === label)
        .flat()
        .map(([row]) => row),
    );
  return spread([...first], (i, j) => {
    const [x, y] = [rowsOf(first[i]!), rowsOf(first[j]!)];
    const common = [...x].filter((row) => y.has(row)).length;
    return common >= 2 && common >= 0.7 * Math.min(x.size, y.size);
  });
}

const nameOf = (pair: { a: number; b: number }, p: Passage): string => endsOf(pair, p).join(' ');

const groupsOf = (clusters: readonly Cluster[]): string[] =>
  clusters
    .map(({ pairs }) => pairs.flatMap((pair) => pair.passages.map((p) => nameOf(pair, p))))
    .map((names) => names.sort().join(' | '))
    .sort();

function groupsOfTwin(pairs: readonly TracedPair[]): string[] {
  const names = pairs.flatMap((pair) => pair.passages.map((p) => nameOf(pair, p)));
  const labels = labelled(pairs);
  return [...new Set(labels)]
    .map((label) =>
      names
        .filter((_, i) => labels[i] === label)
        .sort()
        .join(' | '),
    )
    .sort();
}

const span = fc
  .tuple(fc.nat(40), fc.integer({ min: 1, max: 25 }))
  .map(([b, n]) => [b, b + n] as const);
const pairs = fc
  .uniqueArray(fc.record({ a: fc.nat(5), b: fc.nat(5) }), {
    selector: ({ a, b }) => Math.min(a, b) * 10 + Math.max(a, b),
    maxLength: 8,
  })
  .chain((list) =>
    fc.tuple(
      ...list
        .filter(({ a, b }) => a !== b)
        .map(({ a, b }) =>
          fc
            .array(fc.tuple(span, span), { minLength: 1, maxLength: 3 })
            .map((spans) =>
              pairOf(Math.min(a, b), Math.max(a, b), ...spans.map(([x, y]) => passage(x, y))),
            ),
        ),
    ),
  );

describe('clusterPassages', () => {
  it('groups passages as comparing every two of them does', () => {
    fc.assert(
      fc.property(pairs, (list) => {
        expect(groupsOf(clusterPassages(list))).toEqual(groupsOfTwin(list));
      }),
      { numRuns: 500 },
    );
  });

  it('keeps every passage in one cluster, with its rows in order', () => {
    fc.assert(
      fc.property(pairs, (list) => {
        const clusters = clusterPassages(list);
        const held = clusters.flatMap(({ pairs: own }) =>
          own.flatMap((pair) => pair.passages.map((p) => nameOf(pair, p))),
        );
        const given = list.flatMap((pair) => pair.passages.map((p) => nameOf(pair, p)));
        expect(held.sort()).toEqual(given.sort());
        for (const { rows, pairs: own } of clusters) {
          const named = new Set(own.flatMap(({ a, b }) => [a, b]));
          expect(rows).toEqual([...named].sort((x, y) => x - y));
        }
      }),
    );
  });

  it('does not depend on the order of the pairs', () => {
    const shuffled = pairs.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        expect(groupsOf(clusterPassages(other))).toEqual(groupsOf(clusterPassages(list)));
      }),
    );
  });

  it('does not weld two stories together that a digest quotes', () => {
    const digest = 2;
    const [first, second] = [[0, 100] as const, [200, 300] as const];
    const clusters = clusterPassages([
      pairOf(0, 1, passage([0, 100], [5, 105])),
      pairOf(0, digest, passage([0, 100], first)),
      pairOf(digest, 3, passage(second, [0, 100])),
      pairOf(3, 4, passage([0, 100], [0, 100])),
    ]);
    expect(clusters.map(({ rows }) => rows)).toEqual([
      [0, 1, 2],
      [2, 3, 4],
    ]);
  });

  it('takes one story aligned in two pieces for one, and a pair’s unlike passages for two', () => {
    const pieces = [passage([0, 90], [0, 90]), passage([200, 290], [300, 390])];
    expect(clusterPassages([pairOf(0, 1, ...pieces)])).toEqual([
      { rows: [0, 1], pairs: [pairOf(0, 1, ...pieces)] },
    ]);
    const others = [
      pairOf(1, 2, passage([0, 90], [0, 90])),
      pairOf(1, 3, passage([0, 90], [0, 90])),
      pairOf(1, 4, passage([300, 390], [0, 90])),
      pairOf(1, 5, passage([300, 390], [0, 90])),
    ];
    expect(clusterPassages([pairOf(0, 1, ...pieces), ...others]).map(({ rows }) => rows)).toEqual([
      [0, 1, 2, 3],
      [0, 1, 4, 5],
    ]);
  });

  it('has no cluster without pairs', () => {
    expect(clusterPassages([])).toEqual([]);
  });
});
