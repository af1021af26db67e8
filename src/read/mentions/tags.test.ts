import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NAME_KINDS, type NameSpan } from './name-spans.ts';
import { BORDER, mayFollow, spansOf, tagsOf } from './tags.ts';

/** Spans one behind the other with gaps, from lengths. */
const spans = fc
  .array(
    fc.record({
      gap: fc.nat(3),
      size: fc.integer({ min: 1, max: 4 }),
      kind: fc.constantFrom(...NAME_KINDS),
    }),
    { maxLength: 6 },
  )
  .map((parts) => {
    let at = 0;
    return parts.map(({ gap, size, kind }): NameSpan => {
      const first = at + gap;
      at = first + size;
      return { first, last: at, kind };
    });
  });

describe('tagsOf and spansOf', () => {
  it('are inverse, and the tags may follow one another', () => {
    fc.assert(
      fc.property(spans, fc.nat(3), (some, rest) => {
        const size = (some.at(-1)?.last ?? 0) + rest;
        const tags = tagsOf(some, size);
        expect(spansOf(tags)).toEqual(some);
        let before = BORDER;
        for (const tag of tags) {
          expect(mayFollow(before, tag)).toBe(true);
          before = tag;
        }
        expect(mayFollow(before, BORDER)).toBe(true);
      }),
    );
  });

  it('no inner word follows nothing', () => {
    const [, inner] = tagsOf([{ first: 0, last: 3, kind: 'person' }], 3);
    expect(mayFollow(0, inner!)).toBe(false);
    expect(mayFollow(BORDER, inner!)).toBe(false);
  });
});
