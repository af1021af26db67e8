/**
 * Lines of the chain by the stored bytes that they vouch for. Lines stand in the order of their bytes, so
 * one is found by bisection: O(log n) reads, however long the chain is.
 */
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { digestOf } from '../domain/ids.ts';
import {
  CHAIN_FILE,
  type ChainEnd,
  type ChainHead,
  type ChainLine,
  isWithin,
  readChainLine,
} from './chain.ts';
import { readTail } from './chain-tail.ts';
import { openIfThere, type StoredPlace } from './stretch.ts';

/** No line of a chain is longer. */
const LONGEST_LINE = 4096;

/**
 * The line of the record at `place`, last, behind at most `before` of the lines that stand before it.
 * Empty where the chain is missing or does not know such a record.
 */
export async function linesUpTo(
  folder: string,
  place: StoredPlace,
  before: number,
): Promise<readonly ChainLine[]> {
  const chain = await openIfThere(join(folder, CHAIN_FILE));
  if (chain === undefined) return [];
  try {
    const { size } = await chain.stat();
    const found = await seek(chain, size, place);
    if (found === undefined || found.line.length !== place.length) return [];
    const from = Math.max(0, found.begin - before * LONGEST_LINE);
    const text = await textAt(chain, from, found.begin - from);
    const earlier = text.split('\n').flatMap((line) => readChainLine(line) ?? []);
    return [...(before === 0 ? [] : earlier.slice(-before)), found.line];
  } finally {
    await chain.close();
  }
}

/** The lines from the one of the record at `place` on, as far as `end`. */
export async function* linesFrom(
  folder: string,
  place: StoredPlace,
  end: ChainEnd,
): AsyncGenerator<ChainLine> {
  const chain = await openIfThere(join(folder, CHAIN_FILE));
  if (chain === undefined) return;
  try {
    const { size } = await chain.stat();
    const found = await seek(chain, size, place);
    if (found === undefined) return;
    const stream = chain.createReadStream({
      start: found.begin,
      encoding: 'utf8',
      autoClose: false,
    });
    let rest = '';
    for await (const chunk of stream) {
      const lines = `${rest}${chunk}`.split('\n');
      rest = lines.pop()!.slice(0, LONGEST_LINE);
      for (const text of lines) {
        const line = readChainLine(text);
        if (line !== undefined && isWithin(line, end)) yield line;
      }
    }
  } finally {
    await chain.close();
  }
}

/** The last line at or before `end`: it vouches for all that is committed. Undefined without a chain. */
export async function chainHeadAt(folder: string, end: ChainEnd): Promise<ChainHead | undefined> {
  const chain = await openIfThere(join(folder, CHAIN_FILE));
  if (chain === undefined) return undefined;
  try {
    const tail = await readTail(chain, (text) => isWithin(readChainLine(text), end));
    if (tail === undefined) return undefined;
    return { n: readChainLine(tail.text)!.n, sha256: digestOf(tail.text) };
  } finally {
    await chain.close();
  }
}

interface Found {
  readonly line: ChainLine;
  /** Where it begins in the chain's file. */
  readonly begin: number;
}

/** The line that begins at `place`. */
async function seek(
  chain: FileHandle,
  size: number,
  { file, offset }: StoredPlace,
): Promise<Found | undefined> {
  let low = 0;
  let high = size;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const next = await lineBehind(chain, middle);
    if (next === undefined || next.begin >= high || isAtOrBehind(next.line, file, offset)) {
      high = middle;
    } else low = next.end;
  }
  const found = await lineBehind(chain, low);
  const line = found?.line;
  if (line === undefined || line.file !== file || line.offset !== offset) return undefined;
  return { line, begin: found!.begin };
}

/** What cannot be read counts as behind everything: then nothing is found, and nobody is misled. */
const isAtOrBehind = (line: ChainLine | undefined, file: string, offset: number): boolean =>
  line === undefined || line.file > file || (line.file === file && line.offset >= offset);

/** The first line that begins at `from` or behind it. */
async function lineBehind(
  chain: FileHandle,
  from: number,
): Promise<
  { readonly line: ChainLine | undefined; readonly begin: number; readonly end: number } | undefined
> {
  const start = Math.max(0, from - 1);
  const bytes = await bytesAt(chain, start, 2 * LONGEST_LINE);
  const begin = from === 0 ? 0 : bytes.indexOf('\n') + 1;
  if (from > 0 && begin === 0) return undefined;
  const end = bytes.indexOf('\n', begin);
  if (end < 0) return undefined;
  const line = readChainLine(bytes.toString('utf8', begin, end));
  return { line, begin: start + begin, end: start + end + 1 };
}

const textAt = async (chain: FileHandle, from: number, length: number): Promise<string> =>
  (await bytesAt(chain, from, length)).toString('utf8');

async function bytesAt(chain: FileHandle, from: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await chain.read(bytes, 0, length, from);
  return bytes.subarray(0, bytesRead);
}
