/**
 * The built-in encoder: a text's vector is the sum of its words' vectors, normalised; a word's
 * vector is the sum of the table rows of its features (`features.ts`). No attention, no order: it
 * finds candidates fast, in seven languages, without a download; others verify.
 *
 * Trained on translation pairs with in-batch negatives (`train/encoder-step.ts`), for retrieval by
 * margin as in M. Artetxe and H. Schwenk, *Margin-based Parallel Corpus Mining*, ACL 2019,
 * https://doi.org/10.18653/v1/P19-1309, with a far smaller model.
 *
 * File: envelope, rows (32 bits), dims (32 bits), one 32-bit scale a row, then two signed 4-bit
 * elements a byte, low half first. O(words × dims) a text while words are remembered; a new word
 * costs O(features × dims).
 */
import { openModel } from '../lexicon/model-file.ts';
import { wordsOf } from '../lexicon/words.ts';
import type { Encoder } from './encoder.ts';
import { MAX_FEATURES, wordRows } from './features.ts';

export const ENCODER_MAGIC = 'AENC';
export const ENCODER_VERSION = 1;

/** Words whose vectors are remembered; 32 MB at 256 dimensions. All are forgotten when it is full. */
const REMEMBERED_WORDS = 1 << 15;
/** Later words of a long passage are not read: a vector is a sum, and these fill it. */
const MAX_WORDS = 256;

/** The built-in encoder, which answers at once. */
export interface StaticEncoder extends Encoder {
  encode(texts: readonly string[]): Float32Array;
}

interface Table {
  readonly rows: number;
  readonly dims: number;
  readonly scales: Float32Array;
  readonly nibbles: Uint8Array;
}

/** Opens the bytes of an encoder file. Throws where they are not one, or are damaged. */
export function staticEncoder(bytes: Uint8Array): StaticEncoder {
  const table = readTable(bytes);
  const { dims } = table;
  const words = new WordVectors(table);
  return {
    id: `static-${ENCODER_VERSION}-${dims}`,
    dims,
    encode(texts) {
      const vectors = new Float32Array(texts.length * dims);
      for (let t = 0; t < texts.length; t++) {
        const row = vectors.subarray(t * dims, (t + 1) * dims);
        const found = wordsOf(texts[t]!);
        const count = Math.min(found.length, MAX_WORDS);
        for (let w = 0; w < count; w++) words.addTo(row, found[w]!);
        normalise(row);
      }
      return vectors;
    },
  };
}

function readTable(bytes: Uint8Array): Table {
  const payload = openModel(bytes, {
    magic: ENCODER_MAGIC,
    version: ENCODER_VERSION,
    name: 'encoder file',
  });
  if (payload.length < 8) throw new Error('encoder file: no room for its sizes');
  const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength);
  const rows = view.getUint32(0, true);
  const dims = view.getUint32(4, true);
  const isPowerOfTwo = rows > 0 && (rows & (rows - 1)) === 0;
  if (!isPowerOfTwo || dims === 0 || dims % 2 !== 0) {
    throw new Error(`encoder file: ${rows} rows of ${dims}; expected a power of two and even`);
  }
  const expected = 8 + rows * 4 + (rows * dims) / 2;
  if (payload.length !== expected) {
    throw new Error(`encoder file: ${payload.length} bytes for ${rows} × ${dims}, not ${expected}`);
  }
  const scales = new Float32Array(rows);
  for (let row = 0; row < rows; row++) scales[row] = view.getFloat32(8 + row * 4, true);
  return { rows, dims, scales, nibbles: payload.subarray(8 + rows * 4) };
}

/** Vectors of words, unpacked once and remembered; what is remembered never changes a result. */
class WordVectors {
  private readonly table: Table;
  private readonly slots = new Map<string, number>();
  private readonly vectors: Float32Array;
  private readonly features = new Int32Array(MAX_FEATURES);

  constructor(table: Table) {
    this.table = table;
    this.vectors = new Float32Array(REMEMBERED_WORDS * table.dims);
  }

  addTo(sum: Float32Array, word: string): void {
    const { dims } = this.table;
    const { vectors } = this;
    const at = (this.slots.get(word) ?? this.remember(word)) * dims;
    for (let d = 0; d < dims; d++) sum[d] = sum[d]! + vectors[at + d]!;
  }

  private remember(word: string): number {
    if (this.slots.size === REMEMBERED_WORDS) this.slots.clear();
    const slot = this.slots.size;
    const { rows, dims, scales, nibbles } = this.table;
    const half = dims / 2;
    const vector = this.vectors.subarray(slot * dims, (slot + 1) * dims).fill(0);
    const count = wordRows(word, rows - 1, this.features);
    for (let f = 0; f < count; f++) {
      const row = this.features[f]!;
      const scale = scales[row]!;
      const from = row * half;
      // Unpacking the whole table at loading took twice the memory and saved nothing measurable.
      for (let h = 0; h < half; h++) {
        const byte = nibbles[from + h]!;
        // Shifting to the top and back down extends the sign of each half.
        vector[2 * h] = vector[2 * h]! + scale * ((byte << 28) >> 28);
        vector[2 * h + 1] = vector[2 * h + 1]! + scale * ((byte << 24) >> 28);
      }
    }
    this.slots.set(word, slot);
    return slot;
  }
}

function normalise(row: Float32Array): void {
  let sum = 0;
  for (let d = 0; d < row.length; d++) sum += row[d]! * row[d]!;
  if (sum === 0) return;
  const scale = 1 / Math.sqrt(sum);
  for (let d = 0; d < row.length; d++) row[d] = row[d]! * scale;
}
