import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, soundSkeleton } from '../../text/transliterate.ts';
import { MAX_FEATURES, wordRows } from './features.ts';

const MASK = (1 << 17) - 1;

/** The definition, in strings. Trained tables depend on every bit of it. */
function naive(word: string): number[] {
  const letters = fold(word).slice(0, 40);
  const rows = [hashOf(letters, 0x811c9dc5)];
  if (/^[0-9]/.test(letters)) return rows;
  if (letters.length > 6) rows.push(hashOf(letters.slice(0, 6), 0x2f0b4c47));
  const skeleton = soundSkeleton(letters).slice(0, 38);
  if (skeleton === '') return rows;
  const framed = `_${skeleton}_`;
  for (const size of [3, 4, 5]) {
    for (let at = 0; at + size <= framed.length; at++) {
      rows.push(hashOf(framed.slice(at, at + size), 0x64a0d3b1));
    }
  }
  return rows;
}

function hashOf(text: string, seed: number): number {
  let hash = seed;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) & MASK;
}

describe('wordRows', () => {
  const rowsOf = (word: string): number[] => {
    const rows = new Int32Array(MAX_FEATURES);
    return [...rows.subarray(0, wordRows(word, MASK, rows))];
  };

  test('shares n-grams across alphabets, and nothing between numbers', () => {
    const latin = new Set(rowsOf('Sheinbaum'));
    const shared = rowsOf('Шейнбаум').filter((row) => latin.has(row));
    expect(shared.length).toBeGreaterThanOrEqual(15);
    expect(rowsOf('1990')).toHaveLength(1);
    expect(rowsOf('1990')).not.toEqual(rowsOf('1991'));
  });

  test('is what strings give', () => {
    const unit = fc.constantFrom(...'aeschtyxшщЁІß7', '\u0301', '가', '𝐀', '\ud835');
    const words = fc.oneof(fc.string({ unit, maxLength: 60 }), fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(words, (word) => {
        expect(rowsOf(word)).toEqual(naive(word));
      }),
      { numRuns: 3000 },
    );
  });

  test('stays as the shipped table was trained', () => {
    expect(rowsOf('Шейнбаум').slice(0, 4)).toEqual([66197, 31899, 66095, 117386]);
  });

  test('never writes more than it says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (word) => {
        expect(wordRows(word, 1023, new Int32Array(MAX_FEATURES))).toBeLessThanOrEqual(
          MAX_FEATURES,
        );
      }),
    );
  });
});
