import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sealModel } from '../lexicon/model-file.ts';
import { wordsOf } from '../lexicon/words.ts';
import { MAX_FEATURES, wordRows } from './features.ts';
import { ENCODER_MAGIC, ENCODER_VERSION, staticEncoder } from './static-encoder.ts';

const ROWS = 64;
const DIMS = 8;
const PAYLOAD_BYTES = 8 + ROWS * 4 + (ROWS * DIMS) / 2;

/** Element d of row r of the test table, as the file stores it: -7 … 7. */
const element = (r: number, d: number): number => ((r * 31 + d * 17) % 15) - 7;
const scaleOf = (r: number): number => Math.fround(0.1 + r / 100);

function payload(rows = ROWS, dims = DIMS): Uint8Array {
  const bytes = new Uint8Array(PAYLOAD_BYTES);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, rows, true);
  view.setUint32(4, dims, true);
  for (let r = 0; r < ROWS; r++) {
    view.setFloat32(8 + r * 4, scaleOf(r), true);
    for (let d = 0; d < DIMS; d += 2) {
      const byte = (element(r, d) & 15) | ((element(r, d + 1) & 15) << 4);
      bytes[8 + ROWS * 4 + (r * DIMS + d) / 2] = byte;
    }
  }
  return bytes;
}

const seal = (bytes: Uint8Array) => sealModel(ENCODER_MAGIC, ENCODER_VERSION, bytes);
const encoder = staticEncoder(seal(payload()));

/** The definition, in doubles. */
function naive(text: string): number[] {
  const sum = new Array<number>(DIMS).fill(0);
  const rows = new Int32Array(MAX_FEATURES);
  for (const word of wordsOf(text).slice(0, 256)) {
    const count = wordRows(word, ROWS - 1, rows);
    for (const row of rows.subarray(0, count)) {
      for (let d = 0; d < DIMS; d++) sum[d]! += scaleOf(row) * element(row, d);
    }
  }
  const length = Math.hypot(...sum);
  return length === 0 ? sum : sum.map((value) => value / length);
}

describe('staticEncoder', () => {
  test('is the normalised sum of its rows', () => {
    fc.assert(
      fc.property(fc.array(fc.lorem({ maxCount: 9 }), { maxLength: 4 }), (texts) => {
        const vectors = encoder.encode(texts);
        texts.forEach((text, t) => {
          naive(text).forEach((value, d) => {
            expect(vectors[t * DIMS + d]).toBeCloseTo(value, 4);
          });
        });
      }),
    );
  });

  test('gives a text without words a row of zeros, and no text no rows', () => {
    expect(encoder.encode([' … '])).toEqual(new Float32Array(DIMS));
    expect(encoder.encode([])).toHaveLength(0);
  });

  test('gives the same row whatever was read before', () => {
    const alone = staticEncoder(seal(payload())).encode(['Шейнбаум y 1.500']);
    encoder.encode(Array.from({ length: 200 }, (_, i) => `word${i} другое${i}`));
    expect(encoder.encode(['other text', 'Шейнбаум y 1.500']).subarray(DIMS)).toEqual(alone);
  });

  test('refuses what is not its file', () => {
    expect(() => staticEncoder(seal(new Uint8Array(4)))).toThrow('no room');
    expect(() => staticEncoder(seal(payload(63)))).toThrow('63 rows');
    expect(() => staticEncoder(seal(payload(ROWS, 10)))).toThrow('bytes for 64 × 10');
    const damaged = seal(payload());
    damaged[99]! ^= 4;
    expect(() => staticEncoder(damaged)).toThrow('damaged');
  });
});

describe('wordRows', () => {
  const rowsOf = (word: string): number[] => {
    const rows = new Int32Array(MAX_FEATURES);
    return [...rows.subarray(0, wordRows(word, (1 << 17) - 1, rows))];
  };

  test('shares n-grams across alphabets, and nothing between numbers', () => {
    const latin = new Set(rowsOf('Sheinbaum'));
    const shared = rowsOf('Шейнбаум').filter((row) => latin.has(row));
    expect(shared.length).toBeGreaterThanOrEqual(15);
    expect(rowsOf('1990')).toHaveLength(1);
    expect(rowsOf('1990')).not.toEqual(rowsOf('1991'));
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
