import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ArticleId,
  articleIdOf,
  captureIdOf,
  cascadeIdOf,
  digestOf,
  itemIdOf,
} from './ids.ts';

const some = fc.string({ unit: 'binary', maxLength: 12 }).filter((text) => text.isWellFormed());

describe('digestOf', () => {
  it('is SHA-256 of the bytes, a string as UTF-8', () => {
    expect(digestOf('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    fc.assert(
      fc.property(some, (text) => {
        expect(digestOf(new TextEncoder().encode(text))).toBe(digestOf(text));
      }),
    );
  });
});

describe('ids', () => {
  it('are 16 hex digits, the same for the same thing', () => {
    const one = 'a' as ArticleId;
    const ids = () => [
      captureIdOf(digestOf('x')),
      itemIdOf('f.jsonl', 1, 'x'),
      articleIdOf('k', 't', 'x'),
      cascadeIdOf(one, one, 0),
    ];
    for (const id of ids()) expect(id).toMatch(/^[0-9a-f]{16}$/);
    expect(ids()).toEqual(ids());
    expect(captureIdOf(digestOf('x'))).toBe(digestOf('x').slice(0, 16));
  });

  it('are written alike for ever: stored ids must be found again', () => {
    expect([
      articleIdOf('https://a.example/1', 'Title', 'Texto ñ'),
      itemIdOf('in.jsonl', undefined, '{}'),
      cascadeIdOf('a' as ArticleId, 'b' as ArticleId, 7),
    ]).toEqual(['287f7ecafaa79ab2', 'f477bf3c0826af5b', 'ac5e2b46ea0a66fc']);
  });

  it('differ where any part does, and where the parts are cut elsewhere', () => {
    fc.assert(
      fc.property(some, some, some, some, some, some, (a, b, c, d, e, f) => {
        const same = a === d && b === e && c === f;
        expect(articleIdOf(a, b, c) === articleIdOf(d, e, f)).toBe(same);
      }),
    );
    expect(articleIdOf('ab', 'c', 'd')).not.toBe(articleIdOf('a', 'bc', 'd'));
    expect(articleIdOf('a', '1:b', '')).not.toBe(articleIdOf('a', '', 'b'));
  });

  it('of kinds of things are apart', () => {
    const [x, y] = ['x', '0'] as ArticleId[] as [ArticleId, ArticleId];
    expect(cascadeIdOf(x, y, 0)).not.toBe(articleIdOf(x, y, '0'));
    expect(itemIdOf('x', 0, '0')).not.toBe(articleIdOf('x', '0', '0'));
    expect(cascadeIdOf(x, y, 0)).not.toBe(cascadeIdOf(x, y, 1));
    expect(cascadeIdOf(x, y, 0)).not.toBe(cascadeIdOf(y, x, 0));
  });
});
