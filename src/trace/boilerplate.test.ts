import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BoilerplateSet, boilerplateFrom } from './boilerplate.ts';

describe('boilerplateFrom', () => {
  it('asks nearly all of few articles, a share of many, and never grows less strict', () => {
    expect([1, 4, 5, 6, 7, 250, 300, 2000, 1e6].map(boilerplateFrom)).toEqual([
      4, 4, 4, 5, 5, 5, 6, 40, 40,
    ]);
    fc.assert(
      fc.property(fc.nat(10_000), (articles) => {
        expect(boilerplateFrom(articles + 1)).toBeGreaterThanOrEqual(boilerplateFrom(articles));
      }),
    );
  });
});

describe('BoilerplateSet', () => {
  const key = fc.tuple(
    fc.nat(3),
    fc.nat({ max: 4000 }).map((n) => Math.imul(n, 0x9e3779b1) >>> 0),
  );

  it('holds what a set of keys holds, in whatever order they come', () => {
    fc.assert(
      fc.property(fc.array(key, { maxLength: 3000 }), fc.array(key), (added, asked) => {
        const set = new BoilerplateSet();
        const twin = new Set<number>();
        for (const [outlet, hash] of added) {
          set.add(outlet, hash);
          twin.add(outlet * 2 ** 32 + hash);
        }
        expect(set.size).toBe(twin.size);
        expect([...set.keys()]).toEqual([...twin].sort((x, y) => x - y));
        const copies = [set, BoilerplateSet.of(set.keys()), BoilerplateSet.over(set.slots)];
        for (const copy of copies) {
          expect(copy.size).toBe(twin.size);
          for (const [outlet, hash] of [...added.slice(0, 50), ...asked]) {
            expect(copy.has(outlet, hash)).toBe(twin.has(outlet * 2 ** 32 + hash));
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it('tells outlets and hashes of all 32 bits apart', () => {
    const set = BoilerplateSet.of([0, 2 ** 32 - 1, 2 ** 52 + 2 ** 31]);
    expect([set.has(0, 0), set.has(0, 2 ** 32 - 1), set.has(2 ** 20, 2 ** 31)]).toEqual([
      true,
      true,
      true,
    ]);
    expect([set.has(1, 0), set.has(0, 1), set.has(2 ** 20, 0)]).toEqual([false, false, false]);
  });
});
