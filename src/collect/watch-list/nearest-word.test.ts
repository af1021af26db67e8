import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestWord, slips } from './nearest-word.ts';
import { SOURCE_KEYS, WATCH_KEYS } from './schema.ts';

/** The definition itself (Boytsov 2011, optimal string alignment), exponential. */
function naive(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const costs = [
    naive(a.slice(1), b) + 1,
    naive(a, b.slice(1)) + 1,
    naive(a.slice(1), b.slice(1)) + (a[0] === b[0] ? 0 : 1),
  ];
  if (a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0]) {
    costs.push(naive(a.slice(2), b.slice(2)) + 1);
  }
  return Math.min(...costs);
}

describe('slips', () => {
  it('is the least number of slips', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(slips(a, b)).toBe(naive(a, b));
      }),
    );
  });
});

describe('nearestWord', () => {
  it.each([
    ['evry', 'every'],
    ['Interval', 'every'],
    ['type', 'kind'],
    ['xmlUrl', 'url'],
    ['lagnuage', 'language'],
    ['enalbed', 'enabled'],
    ['zzzzzzzz', undefined],
  ])('of %s among the keys of a source is %s', (word, meant) => {
    expect(nearestWord(word, SOURCE_KEYS)).toBe(meant);
  });

  it('is none for what is no slip of the pen', () => {
    expect(nearestWord('every'.repeat(1e5), SOURCE_KEYS)).toBeUndefined();
  });

  it('is a key of its own level', () => {
    expect(nearestWord('country', WATCH_KEYS)).toBe('host');
    expect(nearestWord('feeds', WATCH_KEYS)).toBe('sources');
    expect(nearestWord('outletlists', WATCH_KEYS)).toBe('outletLists');
  });
});
