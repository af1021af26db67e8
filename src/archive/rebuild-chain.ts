/**
 * Lines for committed bytes that the chain does not cover: of a desk that is older than the chain, or
 * where a power cut lost the last lines. They say that they were made afterwards.
 */
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ChainEnd, ChainWriter, Stretch } from './chain.ts';
import { captureFiles } from './files.ts';
import { readWarc } from './read-warc.ts';
import { StretchReader } from './stretch.ts';

/** Lines are added in batches of this many. */
const BATCH = 1000;
const READ_BYTES = 1024 * 1024;

/** Adds lines for all bytes from `covered` to `end`, file by file. */
export async function rebuildChain(
  folder: string,
  chain: ChainWriter,
  covered: ChainEnd | undefined,
  end: ChainEnd | undefined,
): Promise<void> {
  if (end === undefined) return;
  for (const file of await captureFiles(folder)) {
    if (file > end.file || (covered !== undefined && file < covered.file)) continue;
    const from = file === covered?.file ? covered.length : 0;
    const to = file === end.file ? end.length : (await stat(join(folder, file))).size;
    if (from < to) await addStretches(folder, chain, file, from, to);
  }
  await chain.sync();
}

async function addStretches(
  folder: string,
  chain: ChainWriter,
  file: string,
  from: number,
  to: number,
): Promise<void> {
  const handle = await open(join(folder, file), 'r');
  try {
    const reader = new StretchReader(handle);
    let batch: Stretch[] = [];
    for await (const { offset, length, at } of stretchesOf(join(folder, file), from, to)) {
      const sha256 = await reader.digest(offset, length);
      if (sha256 === undefined) throw new Error(`${join(folder, file)} was cut while it was read`);
      batch.push({ file, offset, length, sha256, at, rebuilt: true });
      if (batch.length < BATCH) continue;
      await chain.add(batch);
      batch = [];
    }
    await chain.add(batch);
  } finally {
    await handle.close();
  }
}

/** The records between two bytes without a gap: what is damaged is a stretch too, as it was found. */
async function* stretchesOf(
  path: string,
  from: number,
  to: number,
): AsyncGenerator<Pick<Stretch, 'offset' | 'length' | 'at'>> {
  const options = { start: from, end: to - 1, highWaterMark: READ_BYTES };
  let offset = from;
  let at = 0;
  for await (const entry of readWarc(createReadStream(path, options))) {
    const begin = from + entry.offset;
    if (begin > offset) yield { offset, length: begin - offset, at };
    if (begin > offset) offset = begin;
    at = (entry.kind === 'record' ? entry.date : undefined) ?? 0;
    if (entry.kind !== 'record' || entry.length === undefined) continue;
    yield { offset, length: entry.length, at };
    offset += entry.length;
  }
  if (offset < to) yield { offset, length: to - offset, at: 0 };
}
