/** Files and folders: the walk over the paths that a user names. */
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Outcome } from '../domain/outcome.ts';
import { refused, refusedRead } from './refusals.ts';

/** What this folder needs of a file system. Passed in by tests that need a failing one. */
export interface Disk {
  /** Follows links; rejects with the system's error. `size` in bytes. */
  stat(path: string): Promise<{ readonly kind: 'file' | 'folder'; readonly size: number }>;
  list(path: string): Promise<readonly string[]>;
  read(path: string): AsyncIterable<Uint8Array>;
}

/** Folders deeper than this are refused: links can make a tree endless. */
const MAX_DEPTH = 64;

/** The file system of this machine. */
export const localDisk: Disk = {
  async stat(path) {
    const found = await stat(path);
    return { kind: found.isDirectory() ? 'folder' : 'file', size: found.size };
  },
  list: (path) => readdir(path),
  read: (path) => createReadStream(path),
};

/** A file to read, its path as a user would write it. */
export interface FoundFile {
  readonly path: string;
  readonly size: number;
}

/**
 * The files under `path`: itself, or a folder's files in sorted order, hidden ones left out. What
 * cannot be listed comes as a refusal in its place.
 */
export async function* findFiles(
  disk: Disk,
  path: string,
  depth = 0,
): AsyncGenerator<Outcome<FoundFile>> {
  try {
    const { kind, size } = await disk.stat(path);
    if (kind === 'file') {
      yield { ok: true, value: { path, size } };
      return;
    }
    if (depth > MAX_DEPTH) {
      const detail = `${path} is more than ${MAX_DEPTH} folders deep; name it by itself if it is meant.`;
      yield refused('unreadable-file', { file: path }, detail);
      return;
    }
    const names = (await disk.list(path)).filter((name) => !name.startsWith('.'));
    // Code unit order, so that the same folder reads the same on every machine.
    for (const name of names.sort()) yield* findFiles(disk, join(path, name), depth + 1);
  } catch (error) {
    yield refusedRead(error, path);
  }
}

/**
 * Bytes that `readInputs` will consume over all `paths`, for a progress bar. Standard input and
 * what cannot be read count 0.
 */
export async function inputBytes(
  paths: readonly string[],
  disk: Disk = localDisk,
): Promise<number> {
  let bytes = 0;
  for (const path of paths) {
    if (path === '-') continue;
    for await (const found of findFiles(disk, path)) if (found.ok) bytes += found.value.size;
  }
  return bytes;
}
