/** SHA-256 of a stretch of a stored file, read piece by piece. */
import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Digest } from '../domain/ids.ts';

/** Bytes read at once: below this the calls cost more than the hashing. */
const PIECE = 1024 * 1024;

/** Where stored bytes stand. */
export interface StoredPlace {
  readonly file: string;
  readonly offset: number;
  readonly length: number;
}

/** The digest of the bytes at `place`; undefined where the file is missing or ends before them. */
export async function digestOfStretch(
  folder: string,
  place: StoredPlace,
): Promise<Digest | undefined> {
  return digestOfFile(join(folder, place.file), place.length, place.offset);
}

/** The same of any file: `length` bytes from `offset` on. */
export async function digestOfFile(
  path: string,
  length: number,
  offset = 0,
): Promise<Digest | undefined> {
  const handle = await openIfThere(path);
  if (handle === undefined) return undefined;
  try {
    return await new StretchReader(handle).digest(offset, length);
  } finally {
    await handle.close();
  }
}

/** A file whose stretches are hashed one behind the other: small ones cost no read of their own. */
export class StretchReader {
  private readonly handle: FileHandle;
  private readonly window = Buffer.allocUnsafe(PIECE);
  private begin = 0;
  private length = 0;

  constructor(handle: FileHandle) {
    this.handle = handle;
  }

  /** SHA-256 of `length` bytes from `offset` on; undefined where the file ends before. */
  async digest(offset: number, length: number): Promise<Digest | undefined> {
    const hash = createHash('sha256');
    const end = offset + length;
    for (let at = offset; at < end; ) {
      if (at < this.begin || at >= this.begin + this.length) {
        const { bytesRead } = await this.handle.read(this.window, 0, PIECE, at);
        this.begin = at;
        this.length = bytesRead;
        if (bytesRead === 0) return undefined;
      }
      const from = at - this.begin;
      const part = this.window.subarray(from, Math.min(this.length, end - this.begin));
      hash.update(part);
      at += part.length;
    }
    return hash.digest('hex') as Digest;
  }
}

/** Opens a file for reading; undefined where there is none. */
export async function openIfThere(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path, 'r');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
