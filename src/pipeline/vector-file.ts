/**
 * Vectors of articles, kept in the desk's folder so that each article is encoded once for each
 * encoder. One file an encoder, named by its id and bearing it, so that vectors of two are never
 * compared. What is in it can be made again: a file that does not fit is refused by name, and may be
 * deleted.
 *
 * File: magic, version, dims, length of the id (32 bits each, little-endian), the id (UTF-8), then
 * records of 8 bytes (the article's id) and `dims` signed bytes: the vector's elements over the
 * largest one, in 127ths. A cosine of such rows of 256 elements or more is off by less than .005.
 * Appended only, by the holder of the writer lock; a torn last record is cut off. No checksum: a
 * damaged record costs or adds candidates, which are verified.
 */
import { existsSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { type ArticleId, digestOf } from '../domain/ids.ts';

const MAGIC = 0x43455641; // 'AVEC'
const VERSION = 1;
const HEAD = 16;
const ID_BYTES = 8;
/** Read at a time. */
const CHUNK_BYTES = 2 ** 22;

/** Whose vectors: the id is the encoder's own, and with it goes the width of its rows. */
export interface VectorKind {
  readonly id: string;
  readonly dims: number;
}

/** Places of articles in a list, and a row for each place: row-major, `list × dims`. */
export interface VectorTable {
  readonly places: ReadonlyMap<ArticleId, number>;
  readonly rows: Int8Array;
}

/** The file of an encoder's vectors in a desk's folder. */
export function vectorPath(folder: string, { id, dims }: VectorKind): string {
  return join(folder, `vectors-${digestOf(`${dims} ${id}`).slice(0, 16)}.bin`);
}

/**
 * Puts the stored vectors of a table's articles into its rows; gives 1 at each place that was found.
 * Throws, naming the file, where it is not what its name says.
 */
export async function readVectors(
  folder: string,
  kind: VectorKind,
  { places, rows }: VectorTable,
): Promise<Uint8Array> {
  const found = new Uint8Array(rows.length / kind.dims);
  const path = vectorPath(folder, kind);
  if (!existsSync(path)) return found;
  const file = await open(path, 'r');
  try {
    const { begin, end } = await recordsIn(file, path, kind);
    const width = ID_BYTES + kind.dims;
    const chunk = Buffer.alloc(Math.max(1, Math.floor(CHUNK_BYTES / width)) * width);
    for (let at = begin; at < end; ) {
      const { bytesRead } = await file.read(chunk, 0, Math.min(chunk.length, end - at), at);
      if (bytesRead < width) break;
      const whole = bytesRead - (bytesRead % width);
      for (let record = 0; record < whole; record += width) {
        const id = chunk.toString('hex', record, record + ID_BYTES) as ArticleId;
        const place = places.get(id);
        if (place === undefined) continue;
        const from = chunk.byteOffset + record + ID_BYTES;
        rows.set(new Int8Array(chunk.buffer, from, kind.dims), place * kind.dims);
        found[place] = 1;
      }
      at += whole;
    }
    return found;
  } finally {
    await file.close();
  }
}

/** Appends vectors (row-major, of length 1 or zeros), making the file if there is none. */
export async function appendVectors(
  folder: string,
  kind: VectorKind,
  articles: readonly ArticleId[],
  vectors: Float32Array,
): Promise<void> {
  const path = vectorPath(folder, kind);
  const file = await open(path, existsSync(path) ? 'r+' : 'w+');
  try {
    const { size } = await file.stat();
    // Fewer bytes than a head are what a crash left of the first writing.
    if (size < headOf(kind).length) await file.write(headOf(kind), 0, undefined, 0);
    const { end } = await recordsIn(file, path, kind);
    await file.write(recordsOf(kind, articles, vectors), 0, undefined, end);
  } finally {
    await file.close();
  }
}

/** Where the whole records stand. Throws if the head is another. */
async function recordsIn(
  file: FileHandle,
  path: string,
  kind: VectorKind,
): Promise<{ readonly begin: number; readonly end: number }> {
  const head = headOf(kind);
  const { size } = await file.stat();
  if (size < head.length) return { begin: 0, end: 0 };
  const { buffer } = await file.read(Buffer.alloc(head.length), 0, head.length, 0);
  if (!buffer.equals(head)) {
    throw new Error(`${path} does not hold vectors of ${kind.id}: delete it, it is made again`);
  }
  const records = Math.floor((size - head.length) / (ID_BYTES + kind.dims));
  return { begin: head.length, end: head.length + records * (ID_BYTES + kind.dims) };
}

function headOf({ id, dims }: VectorKind): Buffer {
  const name = Buffer.from(id);
  const head = Buffer.alloc(HEAD + name.length);
  [MAGIC, VERSION, dims, name.length].forEach((field, at) => {
    head.writeUInt32LE(field, 4 * at);
  });
  name.copy(head, HEAD);
  return head;
}

function recordsOf(
  { dims }: VectorKind,
  articles: readonly ArticleId[],
  vectors: Float32Array,
): Buffer {
  const width = ID_BYTES + dims;
  const records = Buffer.alloc(articles.length * width);
  articles.forEach((id, at) => {
    records.write(id, at * width, 'hex');
    const row = vectors.subarray(at * dims, (at + 1) * dims);
    const most = row.reduce((max, value) => Math.max(max, Math.abs(value)), 0);
    if (most === 0) return;
    for (let d = 0; d < dims; d++) {
      records.writeInt8(Math.round((127 * row[d]!) / most), at * width + ID_BYTES + d);
    }
  });
  return records;
}
