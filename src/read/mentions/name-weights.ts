/**
 * The file of a trained name tagger: magic, version, FNV-1a of the payload, number of rows (32 bits
 * each, little endian); payload: the weights of tag pairs, 16 bits each, then a byte for each row and
 * tag. O(length), once at opening.
 */
import { TAG_COUNT } from './tags.ts';

/** Tags and the border of the sentence, on both sides of a pair. */
export const PAIR_COUNT = (TAG_COUNT + 1) * (TAG_COUNT + 1);
const MAGIC = 0x544e5441; // ATNT
const VERSION = 1;
const HEADER_WORDS = 4;

export interface NameWeights {
  /** A power of two. */
  readonly rows: number;
  /** By from × (TAG_COUNT + 1) + to. */
  readonly pairs: Int16Array;
  /** `TAG_COUNT` a row. */
  readonly table: Int8Array;
}

/** Opens a file's bytes. Throws, naming `name`, on another kind or version and on damage. */
export function readNameWeights(bytes: Uint8Array, name: string): NameWeights {
  if (bytes.length < HEADER_WORDS * 4) {
    throw new Error(`${name}: ${bytes.length} bytes are too few; the file is cut, fetch it again`);
  }
  const copy = bytes.slice();
  const [magic, version, sum, rows = 0] = new Uint32Array(copy.buffer, 0, HEADER_WORDS);
  if (magic !== MAGIC || version !== VERSION) {
    throw new Error(`${name}: no weights for names of version ${VERSION}; install Atalaya again`);
  }
  const pairsEnd = HEADER_WORDS * 4 + PAIR_COUNT * 2;
  const expected = pairsEnd + rows * TAG_COUNT;
  if (copy.length !== expected || (rows & (rows - 1)) !== 0) {
    throw new Error(`${name}: ${copy.length} bytes, its header says ${expected}; fetch it again`);
  }
  if (fnv1a(copy.subarray(HEADER_WORDS * 4)) !== sum) {
    throw new Error(`${name}: the checksum does not match; the file is damaged, fetch it again`);
  }
  return {
    rows,
    pairs: new Int16Array(copy.buffer, HEADER_WORDS * 4, PAIR_COUNT),
    table: new Int8Array(copy.buffer, pairsEnd),
  };
}

/** The inverse of `readNameWeights`. */
export function sealNameWeights({ rows, pairs, table }: NameWeights): Uint8Array {
  const pairsEnd = HEADER_WORDS * 4 + PAIR_COUNT * 2;
  const bytes = new Uint8Array(pairsEnd + table.length);
  bytes.set(new Uint8Array(pairs.buffer, pairs.byteOffset, pairs.byteLength), HEADER_WORDS * 4);
  bytes.set(new Uint8Array(table.buffer, table.byteOffset, table.byteLength), pairsEnd);
  const header = new Uint32Array(bytes.buffer, 0, HEADER_WORDS);
  header.set([MAGIC, VERSION, fnv1a(bytes.subarray(HEADER_WORDS * 4)), rows]);
  return bytes;
}

function fnv1a(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < bytes.length; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
  return hash >>> 0;
}
