/**
 * Moves one file out of the archive's folder: copied, the copy held byte for byte against the chain, noted, and only
 * then removed here. A crash at any instant leaves the file here, there, or in both places; moving it again ends it.
 */
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { ChainLine } from './chain.ts';
import { RETIRED_FILE, type RetiredFile } from './stored-file.ts';
import { StretchReader } from './stretch.ts';

/**
 * `lines`: those of the chain for this file, in their order; they have to cover it whole. Throws where they do not.
 * The file must not grow any more. Needs no lock: two that move one file at once make two copies of it.
 */
export async function retireFile(
  folder: string,
  name: string,
  to: string,
  { lines, now }: { readonly lines: AsyncIterable<ChainLine>; readonly now: number },
): Promise<RetiredFile> {
  const target = resolve(to);
  if (target === resolve(folder)) throw new Error(`${to} is the archive's own folder`);
  await mkdir(target, { recursive: true });
  const { size } = await stat(join(folder, name));
  const partial = join(target, `${name}.${process.pid}.partial`);
  await pipeline(createReadStream(join(folder, name)), createWriteStream(partial));
  await flush(partial);
  await hold(partial, size, name, lines).catch(async (error: unknown) => {
    await rm(partial, { force: true });
    throw error;
  });
  await rename(partial, join(target, name));
  const retired = { file: name, length: size, to: target, at: now };
  const notes = await open(join(folder, RETIRED_FILE), 'a');
  try {
    await notes.appendFile(`${JSON.stringify(retired)}\n`);
    await notes.datasync();
  } finally {
    await notes.close();
  }
  await rm(join(folder, name), { force: true });
  return retired;
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Throws unless the copy is what the chain knows, from its first byte to its last. */
async function hold(
  copy: string,
  size: number,
  name: string,
  lines: AsyncIterable<ChainLine>,
): Promise<void> {
  const handle = await open(copy, 'r');
  try {
    const reader = new StretchReader(handle);
    let reached = 0;
    for await (const { n, offset, length, sha256 } of lines) {
      if (offset !== reached || (await reader.digest(offset, length)) !== sha256) {
        throw new Error(
          `${name} is not as line ${n} of the chain knows it, and stays: atalaya verify says where it is broken`,
        );
      }
      reached += length;
    }
    if (reached !== size) {
      throw new Error(`${name} has ${size} bytes, the chain knows ${reached}, and so it stays`);
    }
  } finally {
    await handle.close();
  }
}
