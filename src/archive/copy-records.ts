/**
 * Records taken out of the archive as they are stored, byte for byte, each held against its line of the
 * chain: a copy that the chain vouches for like the original.
 */
import { open } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { type Digest, digestOf } from '../domain/ids.ts';
import type { ChainEnd, ChainLine } from './chain.ts';
import { linesFrom, linesUpTo } from './chain-places.ts';
import { firstValue } from './header-lines.ts';
import { readWarc, type WarcFileRecord } from './read-warc.ts';
import { openStored } from './stored-file.ts';
import type { StoredPlace } from './stretch.ts';

/** Records of one exchange that stand before a capture: request, metadata, and what was unpacked. */
const MOST_BEFORE = 6;
/** A metadata record of ours is shorter, stored. */
const MOST_METADATA_BYTES = 16 * 1024;

/**
 * The records of the exchange that brought the capture at `place`: what led to it, the request, and the
 * capture last. Throws where the chain does not know it or its bytes are not those of the chain.
 */
export async function exchangeOf(
  folder: string,
  place: StoredPlace,
): Promise<readonly ChainLine[]> {
  const lines = await linesUpTo(folder, place, MOST_BEFORE);
  const own = lines.at(-1);
  if (own === undefined) {
    throw new Error(
      `no line of the chain is of the record at byte ${place.offset} of ${place.file}: atalaya verify says what is wrong with the archive`,
    );
  }
  const capture = await recordOf(folder, own);
  const ids = new Set([capture?.id]);
  const taken = [own];
  for (const line of lines.slice(0, -1).reverse()) {
    if (line.file !== own.file || line.offset + line.length !== taken[0]!.offset) break;
    const record = await recordOf(folder, line);
    if (record === undefined || !belongs(record, capture, ids)) break;
    if (record.type === 'response') ids.add(record.id);
    taken.unshift(line);
  }
  return taken;
}

/** Whether a record stands there for the sake of the capture behind it. */
function belongs(
  { type, headers, target, date }: WarcFileRecord,
  capture: WarcFileRecord | undefined,
  ids: ReadonlySet<string | undefined>,
): boolean {
  const about = firstValue(headers, 'warc-concurrent-to')?.replace(/^<(.*)>$/s, '$1');
  if (type === 'request' || type === 'metadata') return about !== undefined && ids.has(about);
  // What came as a gzip file stands before what was unpacked of it.
  return (
    type === 'response' &&
    capture?.type === 'resource' &&
    target === capture.target &&
    date === capture.date
  );
}

/**
 * The metadata records behind `place` that say of some bytes, by their digest, that they stood elsewhere
 * too. They may stand anywhere behind the capture: all small records from there on are looked at.
 */
export async function foundAgainOf(
  folder: string,
  place: StoredPlace,
  end: ChainEnd,
  digest: Digest,
): Promise<readonly ChainLine[]> {
  const lines: ChainLine[] = [];
  const marks = ['WARC-Type: metadata', `same-bytes-as: ${digest}`];
  for await (const line of linesFrom(folder, place, end)) {
    if (line.length > MOST_METADATA_BYTES) continue;
    const text = gunzipSync(await storedBytes(folder, line)).toString('latin1');
    if (marks.every((mark) => text.includes(mark))) lines.push(line);
  }
  return lines;
}

async function recordOf(folder: string, line: ChainLine): Promise<WarcFileRecord | undefined> {
  const stored = await storedBytes(folder, line);
  for await (const entry of readWarc(once(stored))) {
    return entry.kind === 'record' ? entry : undefined;
  }
  return undefined;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** A record's place in a copy. */
export interface CopiedRecord {
  readonly line: ChainLine;
  /** Where it begins in the new file. */
  readonly offset: number;
}

/** Writes the records of these lines, in the order of the archive, to a new file; each once. */
export async function copyRecords(
  folder: string,
  lines: readonly ChainLine[],
  out: string,
): Promise<readonly CopiedRecord[]> {
  const sorted = [...new Map(lines.map((line) => [line.n, line])).values()].sort(
    (a, b) => a.n - b.n,
  );
  const handle = await open(out, 'w');
  try {
    const copied: CopiedRecord[] = [];
    let offset = 0;
    for (const line of sorted) {
      await handle.appendFile(await storedBytes(folder, line));
      copied.push({ line, offset });
      offset += line.length;
    }
    return copied;
  } finally {
    await handle.close();
  }
}

/** The stored bytes of a line; throws where they are not those that it was made of. */
async function storedBytes(
  folder: string,
  { file, offset, length, sha256, n }: ChainLine,
): Promise<Buffer> {
  const handle = await openStored(folder, file);
  try {
    const bytes = Buffer.alloc(length);
    await handle.read(bytes, 0, length, offset);
    if (digestOf(bytes) === sha256) return bytes;
    throw new Error(
      `${file} was changed at byte ${offset}: line ${n} of the chain is of other bytes; restore the archive from a backup`,
    );
  } finally {
    await handle.close();
  }
}
