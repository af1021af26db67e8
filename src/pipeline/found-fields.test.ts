import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Found } from '../domain/article.ts';
import { fieldsOfFound, foundOfFields } from './found-fields.ts';

const text = fc.string({ minLength: 1 }).map((value) => value.replace(/\s+/g, ' '));
const anyFound: fc.Arbitrary<Found> = fc.record(
  {
    url: fc.webUrl(),
    at: fc.nat(),
    via: text,
    title: text,
    published: text,
    outlet: text,
    language: text,
    knownAs: text,
    source: text,
  },
  { requiredKeys: ['url'] },
);

describe('foundOfFields', () => {
  it('reads what fieldsOfFound writes', () => {
    fc.assert(
      fc.property(anyFound, (found) => {
        expect(foundOfFields(fieldsOfFound(found))).toEqual(found);
      }),
    );
  });

  it('takes no other fields for its own', () => {
    expect(foundOfFields([['url', 'https://a.example/']])).toBeUndefined();
    expect(
      foundOfFields([
        ['atalaya-found', '1'],
        ['url', 'https://a.example/'],
        ['found-at', 'noon'],
      ]),
    ).toBeUndefined();
  });
});
