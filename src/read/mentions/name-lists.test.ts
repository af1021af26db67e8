import { describe, expect, it } from 'vitest';
import { hashPhrase, hashWord, NAME_SETS, openNameLists, sealNameLists } from './name-lists.ts';

const sets = {
  forename: ['ana', 'iván'].map((word) => hashWord(word)),
  surname: [hashWord('putin')],
  place: [hashPhrase(hashPhrase(undefined, 'new'), 'york')],
  organisation: [],
  other: [],
};

describe('openNameLists', () => {
  it('finds what was sealed, and nothing else', () => {
    const lists = openNameLists(sealNameLists(sets));
    for (const name of NAME_SETS) {
      for (const hash of sets[name]) expect(lists.has(name, hash)).toBe(true);
    }
    expect(lists.has('forename', hashWord('putin'))).toBe(false);
    expect(lists.has('organisation', hashWord('putin'))).toBe(false);
  });

  it('refuses what is cut, of another kind or damaged', () => {
    const bytes = sealNameLists(sets);
    expect(() => openNameLists(bytes.slice(0, 6))).toThrow(/names\.bin: 6 bytes; the file is cut/);
    expect(() => openNameLists(new Uint8Array(16))).toThrow(/no file of names/);
    const damaged = bytes.slice();
    damaged[20]! ^= 1;
    expect(() => openNameLists(damaged)).toThrow(/checksum/);
  });
});

describe('hashPhrase', () => {
  it('tells the border of words', () => {
    const one = hashPhrase(hashPhrase(undefined, 'ab'), 'c');
    const other = hashPhrase(hashPhrase(undefined, 'a'), 'bc');
    expect(one).not.toBe(other);
  });
});
