/** Documents as files: whole, or piece by piece and then in one stroke where they belong. */
import { createWriteStream, statSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export async function writeWhole(file: string, text: string | Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

/**
 * Writes pieces as they come. Until all are there the file has another name, so that a run that breaks
 * off leaves no half document behind; a terminal or a pipe gets them at once.
 */
export async function writePieces(
  file: string,
  pieces: AsyncIterable<string | Uint8Array>,
): Promise<void> {
  if (isDevice(file)) return pipeline(Readable.from(pieces), createWriteStream(file));
  await mkdir(dirname(file), { recursive: true });
  const partial = `${file}.partial`;
  try {
    await pipeline(Readable.from(pieces), createWriteStream(partial));
    await rename(partial, file);
  } finally {
    await rm(partial, { force: true });
  }
}

/** Whether it is there and no file: `/dev/stdout`, a named pipe. */
export function isDevice(file: string): boolean {
  const found = statSync(file, { throwIfNoEntry: false });
  return found !== undefined && !found.isFile() && !found.isDirectory();
}
