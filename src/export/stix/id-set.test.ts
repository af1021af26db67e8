import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IdSet } from './id-set.ts';
import { uuidOf } from './identifiers.ts';

describe('IdSet', () => {
  it('knows what a set of texts knows', () => {
    const names = fc.array(fc.tuple(fc.constantFrom('note', 'url', 'report'), fc.nat(40)), {
      maxLength: 200,
    });
    fc.assert(
      fc.property(names, (all) => {
        const twin = new Set<string>();
        const ids = new IdSet();
        for (const [type, n] of all) {
          const id = `${type}--${uuidOf(String(n))}`;
          const isNew = !twin.has(id);
          twin.add(id);
          expect(ids.add(id, type.length)).toBe(isNew);
        }
        expect(ids.size).toBe(twin.size);
      }),
    );
  });

  it('grows, and forgets nothing', () => {
    const ids = new IdSet();
    const all = Array.from({ length: 20_000 }, (_, i) => `note--${uuidOf(String(i))}`);
    expect(all.filter((id) => ids.add(id, 1))).toHaveLength(20_000);
    expect(all.filter((id) => ids.add(id, 1))).toEqual([]);
    expect(all.filter((id) => ids.add(id, 2))).toHaveLength(20_000);
  });
});
