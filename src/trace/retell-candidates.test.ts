import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearPairs } from './retell-candidates.ts';

/** Keys of which some share the upper 22 bits, by which they are placed. */
const key = fc
  .tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 3 }))
  .map(([place, rest]) => ((place << 10) | rest) >>> 0);

/** Few enough that every neighbour is kept. */
const rows = fc.array(
  fc.record({
    language: fc.constantFrom('en', 'es'),
    domain: fc.constantFrom('a.example', 'b.example', 'c.example', 'd.example'),
    keys: fc.uniqueArray(key, { maxLength: 12 }).map((keys) => Uint32Array.from(keys)),
  }),
  { maxLength: 10 },
);

type Rows = typeof rows extends fc.Arbitrary<infer T> ? T : never;

/** The definition, every pair looked at. */
function naive(given: Rows, firstNew: number): string[] {
  const held = new Map<number, number>();
  for (const { keys } of given) {
    for (const one of keys) held.set(one >>> 10, (held.get(one >>> 10) ?? 0) + 1);
  }
  const weight = (one: number): number => {
    const df = held.get(one >>> 10)!;
    return df > 40 ? 0 : Math.log(given.length / df + 1) ** 2;
  };
  const sum = (keys: readonly number[]): number => keys.reduce((all, one) => all + weight(one), 0);
  const pairs: string[] = [];
  for (let a = 0; a < given.length; a++) {
    for (let b = Math.max(a + 1, firstNew); b < given.length; b++) {
      const [x, y] = [[...given[a]!.keys], [...given[b]!.keys]];
      const shared = sum(x.filter((one) => y.includes(one)));
      const cosine = shared / (Math.sqrt(sum(x)) * Math.sqrt(sum(y)) || 1);
      if (cosine < 0.15 || given[a]!.domain === given[b]!.domain) continue;
      pairs.push(`${a} ${b} ${cosine.toFixed(9)}`);
    }
  }
  return pairs;
}

describe('nearPairs', () => {
  it('finds what comparing every pair finds, also where keys share a place', () => {
    fc.assert(
      fc.property(rows, fc.nat(10), (given, after) => {
        const firstNew = Math.min(after, given.length);
        const found = nearPairs(given, firstNew);
        expect(found.map(({ a, b, cosine }) => `${a} ${b} ${cosine.toFixed(9)}`)).toEqual(
          naive(given, firstNew),
        );
      }),
      { numRuns: 150 },
    );
  });
});
