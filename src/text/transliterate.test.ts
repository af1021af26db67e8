import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  fold,
  foldInto,
  soundInto,
  soundSkeleton,
  spellingRoom,
  transliterate,
} from './transliterate.ts';

describe('fold', () => {
  test('lowers and strips marks within the alphabet', () => {
    expect(fold('Peñón')).toBe('penon');
    expect(fold('Йод Ёж')).toBe('иод еж');
    expect(fold('Україна')).toBe('украіна');
  });

  test('is idempotent', () => {
    fc.assert(fc.property(fc.string(), (text) => fold(fold(text)) === fold(text)));
  });
});

describe('transliterate', () => {
  test.each([
    ['Щербаков', 'shcherbakov'],
    ['Зеленський', 'zelenskii'],
    ['Straße', 'strasse'],
    ['объявление', 'obyavlenie'],
    ['中国', '中国'],
    ['', ''],
  ])('%s → %s', (text, latin) => {
    expect(transliterate(text)).toBe(latin);
  });
});

describe('soundSkeleton', () => {
  test.each([
    ['Шейнбаум', 'Sheinbaum'],
    ['Москва', 'Moskva'],
    ['Philippines', 'Filipines'],
    ['Хакасия', 'Khakassia'],
    ['Макрон', 'Macron'],
  ])('%s and %s are one', (a, b) => {
    expect(soundSkeleton(a)).toBe(soundSkeleton(b));
  });

  test('never throws, and repeats no letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(soundSkeleton(text)).not.toMatch(/([a-z])\1/);
      }),
    );
  });
});

/** What strings make hard: marks, a letter whose fold looks around, one that falls apart, pairs. */
const hardWords = fc.string({
  unit: fc.constantFrom(...'aŠßщъЙїΣσİ가が1_', '\u0301', '𝐀', '\ud835', '\udc00'),
  maxLength: 60,
});
const words = fc.oneof(hardWords, fc.string({ unit: 'binary', maxLength: 60 }));
const text = (units: Uint16Array, length: number): string =>
  String.fromCharCode(...units.subarray(0, length));

describe('foldInto', () => {
  const room = spellingRoom(40);

  test('is fold, cut at the room', () => {
    fc.assert(
      fc.property(words, (word) => {
        const length = foldInto(word, room);
        expect(text(room.letters, length)).toBe(fold(word).slice(0, 40));
      }),
      { numRuns: 2000 },
    );
  });

  test('is fold for every character', () => {
    const wrong: string[] = [];
    for (let code = 0; code <= 0x1ffff; code++) {
      const word = `a${String.fromCodePoint(code)}b`;
      if (text(room.letters, foldInto(word, room)) !== fold(word)) wrong.push(word);
    }
    expect(wrong).toEqual([]);
  });
});

describe('soundInto', () => {
  const room = spellingRoom(70);

  test('spells as transliterate does, and merges as soundSkeleton does', () => {
    fc.assert(
      fc.property(words, (word) => {
        const length = soundInto(room, foldInto(word, room));
        expect(text(room.sounds, length)).toBe(soundSkeleton(fold(word).slice(0, 70)));
        expect(soundSkeleton(word)).toBe(soundSkeleton(transliterate(word)));
      }),
      { numRuns: 2000 },
    );
  });

  test('has room for a word of the longest spellings', () => {
    expect(soundSkeleton('щ'.repeat(2000))).toBe('s');
    expect(soundSkeleton('щx'.repeat(2000))).toBe('sks'.repeat(2000).replaceAll('ss', 's'));
  });
});
