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
 * elements a byte, low half first.
 *
 * O(words × dims) a text while words are remembered; a new word costs O(features × dims). The loops
 * over dimensions are in `kernel.ts`; no string is made of a word that is remembered. Memory: the
 * table (17 MB as shipped) and 1 KB for each of 32,768 words, never more.
 */
import { openModel } from '../lexicon/model-file.ts';
import { WordWalk } from '../lexicon/words.ts';
import type { Encoder } from './encoder.ts';
import { MAX_FEATURES, wordRows } from './features.ts';
import { FREE, type Kernel, LANES, openKernel } from './kernel.ts';
import { WordSlots } from './word-slots.ts';

export const ENCODER_MAGIC = 'AENC';
export const ENCODER_VERSION = 1;

/** Words whose vectors are remembered; 34 MB at 256 dimensions. All are forgotten when it is full. */
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
  /** One a row, 32-bit floats, little endian as in the file. */
  readonly scales: Uint8Array;
  readonly nibbles: Uint8Array;
}

/** Opens the bytes of an encoder file. Throws where they are not one, or are damaged. */
export function staticEncoder(bytes: Uint8Array): StaticEncoder {
  const table = readTable(bytes);
  const { dims } = table;
  const words = new WordSums(table);
  return {
    id: `static-${ENCODER_VERSION}-${dims}`,
    dims,
    encode(texts) {
      const vectors = new Float32Array(texts.length * dims);
      for (let t = 0; t < texts.length; t++) words.write(texts[t]!, vectors, t * dims);
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
  const nibblesAt = 8 + rows * 4;
  return {
    rows,
    dims,
    scales: payload.subarray(8, nibblesAt),
    nibbles: payload.subarray(nibblesAt),
  };
}

/** Byte addresses in the kernel's memory. */
interface Layout {
  readonly features: number;
  readonly words: number;
  readonly sum: number;
  readonly scales: number;
  readonly nibbles: number;
  readonly vectors: number;
  readonly size: number;
}

function layoutOf(rows: number, width: number): Layout {
  const features = FREE;
  const words = features + 4 * MAX_FEATURES;
  const sum = roundUp(words + 4 * MAX_WORDS, 16);
  const scales = sum + 4 * width;
  const nibbles = roundUp(scales + 4 * rows, CACHE_LINE);
  const vectors = roundUp(nibbles + (rows * width) / 2, 16);
  return {
    ...{ features, words, sum, scales, nibbles, vectors },
    size: vectors + 4 * width * REMEMBERED_WORDS,
  };
}

/** A row of 256 dimensions lies in two of these, not in three. */
const CACHE_LINE = 64;

const roundUp = (n: number, step: number): number => Math.ceil(n / step) * step;

/** Vectors of words, unpacked once and remembered; what is remembered never changes a result. */
class WordSums {
  private readonly rows: number;
  private readonly dims: number;
  /** Elements that the kernel has room for in a vector; those beyond `dims` are zeros. */
  private readonly width: number;
  private readonly layout: Layout;
  private readonly kernel: Kernel;
  private readonly features: Int32Array;
  /** Addresses of the vectors of the words of one text. */
  private readonly words: Int32Array;
  private readonly sum: Float32Array;
  private readonly slots = new WordSlots(REMEMBERED_WORDS);

  constructor({ rows, dims, scales, nibbles }: Table) {
    const width = roundUp(dims, LANES);
    const layout = layoutOf(rows, width);
    const kernel = openKernel(layout.size);
    const { buffer } = kernel;
    new Uint8Array(buffer, layout.scales).set(scales);
    copyRows(nibbles, dims / 2, new Uint8Array(buffer, layout.nibbles), width / 2);
    this.rows = rows;
    this.dims = dims;
    this.width = width;
    this.layout = layout;
    this.kernel = kernel;
    this.features = new Int32Array(buffer, layout.features, MAX_FEATURES);
    this.words = new Int32Array(buffer, layout.words, MAX_WORDS);
    this.sum = new Float32Array(buffer, layout.sum, dims);
  }

  /** Writes the vector of `text` to `to`, from element `at`; zeros where it has no word. */
  write(text: string, to: Float32Array, at: number): void {
    // Before the text, not between its words: their vectors must stand until they are summed.
    if (!this.slots.hasRoom(MAX_WORDS)) this.slots.forgetAll();
    const walk = new WordWalk(text);
    let count = 0;
    while (count < MAX_WORDS && walk.next()) this.words[count++] = this.vectorOf(text, walk);
    if (count === 0) return;
    const { words, sum } = this.layout;
    this.kernel.sum(sum, words, words + 4 * count, 4 * this.width);
    to.set(this.sum, at);
    normalise(to, at, at + this.dims);
  }

  /** The address of the word's vector. */
  private vectorOf(text: string, walk: WordWalk): number {
    const { slots, layout } = this;
    const bare = walk.isVerbatim ? text : walk.word();
    const begin = walk.isVerbatim ? walk.begin : 0;
    const slot = slots.slotOf(bare, begin, walk.isVerbatim ? walk.end : bare.length);
    const vector = layout.vectors + slot * 4 * this.width;
    if (slots.isNew) {
      const end = layout.features + 4 * wordRows(walk.word(), this.rows - 1, this.features);
      const half = this.width / 2;
      this.kernel.unpack(vector, layout.features, end, half, layout.scales, layout.nibbles);
    }
    return vector;
  }
}

/** Copies rows that are `from` bytes long to where they are `to` bytes apart. */
function copyRows(rows: Uint8Array, from: number, table: Uint8Array, to: number): void {
  // One copy where it can be, as for the shipped table: 20 ms less.
  const step = from === to ? rows.length : from;
  for (let at = 0; at < rows.length; at += step) {
    table.set(rows.subarray(at, at + step), (at / from) * to);
  }
}

function normalise(vectors: Float32Array, begin: number, end: number): void {
  let sum = 0;
  for (let d = begin; d < end; d++) sum += vectors[d]! * vectors[d]!;
  if (sum === 0) return;
  const scale = 1 / Math.sqrt(sum);
  for (let d = begin; d < end; d++) vectors[d] = vectors[d]! * scale;
}
