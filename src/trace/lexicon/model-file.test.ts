import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openModel, sealModel } from './model-file.ts';

const EXPECTED = { magic: 'TEST', version: 3, name: 'test file' };

describe('openModel', () => {
  test('gives back what was sealed', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (payload) => {
        expect(openModel(sealModel('TEST', 3, payload), EXPECTED)).toEqual(payload);
      }),
    );
  });

  test('refuses a file with any one byte changed', () => {
    const sealed = sealModel('TEST', 3, Uint8Array.of(1, 2, 3, 4, 5));
    for (let at = 0; at < sealed.length; at++) {
      const damaged = sealed.slice();
      damaged[at]! ^= 0x10;
      expect(() => openModel(damaged, EXPECTED)).toThrow(/test file/);
    }
  });

  test('says what is wrong', () => {
    const sealed = sealModel('TEST', 3, Uint8Array.of(1, 2));
    expect(() => openModel(new Uint8Array(3), EXPECTED)).toThrow('3 bytes are too few');
    expect(() => openModel(sealModel('ELSE', 3, sealed), EXPECTED)).toThrow('expected "TEST"');
    expect(() => openModel(sealModel('TEST', 4, sealed), EXPECTED)).toThrow('version 4');
    expect(() => openModel(sealed.subarray(0, 17), EXPECTED)).toThrow('1 bytes of payload');
  });
});
