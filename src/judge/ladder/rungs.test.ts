import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleId } from '../../domain/ids.ts';
import type { Merge } from '../../domain/judgement.ts';
import { buildRung, carryUp, type Node } from './rungs.ts';

const nodes = (count: number): Node[] =>
  Array.from({ length: count }, (_, i) => ({
    key: `k${i}`,
    name: `n${i}`,
    // Every fourth only joins others.
    articles: i % 4 === 3 ? [] : [`a${i}` as ArticleId],
  }));
const merge = (a: number, b: number, sure: boolean): Merge => ({
  a: `k${a}`,
  b: `k${b}`,
  reason: 'retold',
  sure,
  evidence: [],
});

/** Groups by spreading labels until nothing changes: the naive twin. */
function countNaively(all: readonly Node[], merges: readonly Merge[]): number {
  const label = new Map(all.map(({ key }, i) => [key, i]));
  for (let changed = true; changed; ) {
    changed = false;
    for (const { a, b } of merges) {
      const least = Math.min(label.get(a)!, label.get(b)!);
      if (label.get(a) === least && label.get(b) === least) continue;
      label.set(a, least).set(b, least);
      changed = true;
    }
  }
  const counted = all.filter(({ articles }) => articles.length > 0);
  return new Set(counted.map(({ key }) => label.get(key))).size;
}

describe('buildRung', () => {
  it('counts what its naive twin counts, under sure merges and under all', () => {
    const someMerges = fc.array(fc.tuple(fc.nat(11), fc.nat(11), fc.boolean()), { maxLength: 14 });
    fc.assert(
      fc.property(someMerges, (drawn) => {
        const all = nodes(12);
        const merges = drawn.map(([a, b, sure]) => merge(a, b, sure));
        const { bounds } = buildRung('agencies', all, merges).rung;
        expect(bounds).toEqual({
          atLeast: countNaively(all, merges),
          atMost: countNaively(
            all,
            merges.filter(({ sure }) => sure),
          ),
        });
      }),
    );
  });

  it('names a unit by its first node, and leaves out merges of what is not there', () => {
    const { rung, unitOf } = buildRung('agencies', nodes(4), [
      merge(3, 0, true),
      merge(1, 9, true),
      merge(1, 2, false),
    ]);
    expect(rung.units.map(({ key, articles }) => [key, articles])).toEqual([
      ['k0', ['a0']],
      ['k1', ['a1']],
      ['k2', ['a2']],
    ]);
    expect(rung.merges).toEqual([merge(3, 0, true), merge(1, 2, false)]);
    expect(unitOf.get('k3')).toBe(0);
  });
});

describe('carryUp', () => {
  it('carries possible merges of different units, by the keys of these', () => {
    const built = buildRung('agencies', nodes(4), [
      merge(0, 1, true),
      merge(0, 1, false),
      merge(1, 2, false),
    ]);
    expect(carryUp(built)).toEqual([{ ...merge(0, 2, false) }]);
  });
});
