import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sealModel } from '../lexicon/model-file.ts';
import { wordsOf } from '../lexicon/words.ts';
import { MAX_FEATURES, wordRows } from './features.ts';
import { ENCODER_MAGIC, ENCODER_VERSION, staticEncoder } from './static-encoder.ts';

const ROWS = 64;
const DIMS = 8;

/** Element d of row r of the test table, as the file stores it: -7 … 7. */
const element = (r: number, d: number): number => ((r * 31 + d * 17) % 15) - 7;
const scaleOf = (r: number): number => Math.fround(0.1 + r / 100);

/** The table, as a file that may say something else of its size. */
function payload(dims = DIMS, statedRows = ROWS, statedDims = dims): Uint8Array {
  const bytes = new Uint8Array(8 + ROWS * 4 + (ROWS * dims) / 2);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, statedRows, true);
  view.setUint32(4, statedDims, true);
  for (let r = 0; r < ROWS; r++) {
    view.setFloat32(8 + r * 4, scaleOf(r), true);
    for (let d = 0; d < dims; d += 2) {
      const byte = (element(r, d) & 15) | ((element(r, d + 1) & 15) << 4);
      bytes[8 + ROWS * 4 + (r * dims + d) / 2] = byte;
    }
  }
  return bytes;
}

const seal = (bytes: Uint8Array) => sealModel(ENCODER_MAGIC, ENCODER_VERSION, bytes);
const encoder = staticEncoder(seal(payload()));

/** The definition: every sum is rounded to 32 bits as it is made, in the order of rows and words. */
function naive(text: string, dims = DIMS): Float32Array {
  const sum = new Float32Array(dims);
  const rows = new Int32Array(MAX_FEATURES);
  for (const word of wordsOf(text).slice(0, 256)) {
    const vector = new Float32Array(dims);
    for (const row of rows.subarray(0, wordRows(word, ROWS - 1, rows))) {
      for (let d = 0; d < dims; d++) vector[d] = vector[d]! + scaleOf(row) * element(row, d);
    }
    for (let d = 0; d < dims; d++) sum[d] = sum[d]! + vector[d]!;
  }
  const squares = sum.reduce((total, value) => total + value * value, 0);
  return squares === 0 ? sum : sum.map((value) => value * (1 / Math.sqrt(squares)));
}

describe('staticEncoder', () => {
  test('is the normalised sum of its rows, to the last bit', () => {
    const texts = fc.oneof(fc.lorem({ maxCount: 9 }), fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(fc.array(texts, { maxLength: 4 }), (list) => {
        const vectors = encoder.encode(list);
        list.forEach((text, t) => {
          expect(vectors.slice(t * DIMS, (t + 1) * DIMS)).toEqual(naive(text));
        });
      }),
    );
  });

  test.each([2, 14, 16, 18, 40])('takes %i dimensions', (dims) => {
    const text = "Слово об'єкт word 1,500 Straße";
    expect(staticEncoder(seal(payload(dims))).encode([text])).toEqual(naive(text, dims));
  });

  test('reads 256 words, and words of any length', () => {
    const many = Array.from({ length: 300 }, (_, i) => `слово${'х'.repeat(i)}`).join(' ');
    expect(encoder.encode([many])).toEqual(naive(many));
  });

  test('gives a text without words a row of zeros, and no text no rows', () => {
    expect(encoder.encode([' … '])).toEqual(new Float32Array(DIMS));
    expect(encoder.encode([])).toHaveLength(0);
  });

  test('gives the same row whatever was read before, and forgotten', () => {
    const text = 'Шейнбаум y 1.500 word7';
    const letters = (n: number) => n.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'[+digit]!);
    for (let from = 0; from < 40_000; from += 200) {
      const others = Array.from({ length: 200 }, (_, i) => `w${letters(from + i)}`).join(' ');
      expect(encoder.encode([others, text]).subarray(DIMS)).toEqual(naive(text));
    }
  });

  test('refuses what is not its file', () => {
    expect(() => staticEncoder(seal(new Uint8Array(4)))).toThrow('no room');
    expect(() => staticEncoder(seal(payload(DIMS, 63)))).toThrow('63 rows');
    expect(() => staticEncoder(seal(payload(DIMS, ROWS, 10)))).toThrow('bytes for 64 × 10');
    const damaged = seal(payload());
    damaged[99]! ^= 4;
    expect(() => staticEncoder(damaged)).toThrow('damaged');
  });
});
