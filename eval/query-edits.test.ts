import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EDIT_KINDS, editNamed, editQuery } from './query-edits.ts';

const TEXT = 'The mayor is not going to open your bridge because people have seen a whale there.';

describe('editQuery', () => {
  it('makes each kind of edit', () => {
    expect(editQuery(TEXT, 'lower')).toBe(TEXT.toLowerCase());
    expect(editQuery(TEXT, 'upper')).toBe(TEXT.toUpperCase());
    expect(editQuery(TEXT, 'dropped')).toBe(
      ' mayor going open your bridge because people have seen whale there.',
    );
    expect(editQuery(TEXT, 'order')).toMatch(/^mayor The is not to going open your because bridge/);
    expect(editQuery(TEXT, 'contracted')).toBe(
      "The mayor isn't gonna open ur bridge cuz ppl have seen a whale there.",
    );
    expect(editQuery(TEXT, 'noise')).toContain(TEXT);
    const words = Array(200).fill('bridge').join(' ');
    const changed = (kind: 'typos' | 'lookalikes') =>
      editQuery(words, kind)
        .split(' ')
        .filter((word) => word !== 'bridge');
    expect(changed('typos').length).toBeGreaterThan(8);
    expect(changed('typos').length).toBeLessThan(40);
    expect(new Set(changed('lookalikes'))).toEqual(new Set(['br1dg3']));
  });

  it('gives the same edit for the same seed, and takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom(...EDIT_KINDS), (text, kind) => {
        expect(editQuery(text, kind, 7)).toBe(editQuery(text, kind, 7));
      }),
    );
    const long = 'bridge '.repeat(200);
    expect(editQuery(long, 'typos', 1)).not.toBe(editQuery(long, 'typos', 2));
  });

  it('knows its kinds by name', () => {
    expect([editNamed('typos'), editNamed('poetry')]).toEqual(['typos', undefined]);
  });
});
