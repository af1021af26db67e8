import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeSounds, PADDING } from './sounds.ts';

/** The definition: spellings of one sound, replaced in this order. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/shch|sch|sh/g, 's'],
  [/tch|ch|ts|tz|cz/g, 'c'],
  [/zh|dzh|j/g, 'z'],
  [/kh|gh|ck|q/g, 'k'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/h/g, ''],
  [/x/g, 'ks'],
  [/c(?![eiy])/g, 'k'],
  [/w/g, 'v'],
  [/y/g, 'i'],
  [/(.)\1+/g, '$1'],
];

const naive = (word: string): string =>
  SOUNDS.reduce((text, [spelling, sound]) => text.replace(spelling, sound), word);

function merged(word: string): string {
  const from = new Uint16Array(word.length + PADDING).fill(0x68);
  for (let i = 0; i < word.length; i++) from[i] = word.charCodeAt(i);
  const to = new Uint16Array(2 * word.length);
  return String.fromCharCode(...to.subarray(0, mergeSounds(from, word.length, to)));
}

describe('mergeSounds', () => {
  test.each([
    ['shcheglov', 'seglov'],
    ['schmidt', 'smidt'],
    ['tchad', 'kad'],
    ['czech', 'cek'],
    ['dzhokhar', 'zokar'],
    ['philippines', 'filipines'],
    ['xi', 'ksi'],
    ['', ''],
  ])('%s → %s', (word, sounds) => {
    expect(merged(word)).toBe(sounds);
    expect(naive(word)).toBe(sounds);
  });

  test('is the replacements one after the other', () => {
    const unit = fc.constantFrom(...'shctzjdkgqpxwyeif\n\u2028');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 12 }), (word) => {
        expect(merged(word)).toBe(naive(word));
      }),
      { numRuns: 5000 },
    );
  });

  test('leaves other letters alone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (word) => {
        expect(merged(word)).toBe(naive(word));
      }),
    );
  });
});
