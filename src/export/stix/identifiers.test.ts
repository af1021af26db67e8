import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, packed, stixId, unpacked, uuidOf } from './identifiers.ts';

const EXAMPLE = 'be22e93a-5e33-5678-b19f-8b4ea06df0bd';

describe('canonicalJson', () => {
  it('sorts by UTF-16 units and leaves out what is absent', () => {
    const parts = { b: 'x', a: '"\u2028\u0001é', B: '', gone: undefined };
    expect(canonicalJson(parts)).toBe('{"B":"","a":"\\"\u2028\\u0001é","b":"x"}');
    expect(canonicalJson({})).toBe('{}');
  });

  it('does not depend on the order of properties, and can be read again', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string({ unit: 'grapheme' })), (parts) => {
        const turned = Object.fromEntries(Object.entries(parts).reverse());
        expect(canonicalJson(turned)).toBe(canonicalJson(parts));
        expect(JSON.parse(canonicalJson(parts))).toEqual({ ...parts });
      }),
    );
  });
});

describe('uuidOf', () => {
  it('is UUIDv5 in the namespace of STIX', () => {
    // Made with uuid.uuid5 of Python.
    expect(uuidOf('{"value":"https://example.com/"}')).toBe(EXAMPLE);
    expect(stixId('url', { value: 'https://example.com/' })).toBe(`url--${EXAMPLE}`);
  });
});

describe('packed', () => {
  it('is sixteen characters that unpack to the same identifier', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const id = `report--${uuidOf(text)}`;
        expect(packed(id)).toHaveLength(16);
        expect(unpacked('report', packed(id))).toBe(id);
      }),
    );
  });
});
