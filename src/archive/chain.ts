/**
 * The digest chain: `chain.jsonl` beside the archive's files, one line a record. Each line holds the
 * SHA-256 of the record's stored bytes and of the line before it, so that its last line vouches for every
 * byte of the archive and for their order (Haber and Stornetta 1991, doi:10.1007/BF00196791). To change
 * one record without a trace, all later lines have to be made anew; a time stamp of any later line
 * forbids that. A line a record, not a batch: so the chain is the same in however many runs the records
 * were written, and one record is proved without the bytes of its neighbours.
 *
 * A line is written behind its bytes and before the store commits. It is not flushed for itself: a
 * line that a power cut lost is made again from the committed bytes and says so (`rebuilt`).
 */
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { type Digest, digestOf } from '../domain/ids.ts';
import { readTail, type TailLine } from './chain-tail.ts';
import { isCaptureFile } from './files.ts';
import { digestOfStretch } from './stretch.ts';

export const CHAIN_FILE = 'chain.jsonl';
/** What the first line names as the line before it. */
export const CHAIN_ROOT = '0'.repeat(64) as Digest;

/** The stored bytes of one record. */
export interface ChainLine {
  /** From 1. */
  readonly n: number;
  readonly file: string;
  readonly offset: number;
  /** Stored bytes. */
  readonly length: number;
  /** Of the stored bytes. */
  readonly sha256: Digest;
  /** SHA-256 of the line before, without its line end; of the first line 64 zeros. */
  readonly previous: Digest;
  /** When it was captured, milliseconds since the epoch. */
  readonly at: number;
  /** Made again from the files: it vouches from then on only. */
  readonly rebuilt?: true;
}

/** A stretch of stored bytes that a line is to vouch for. */
export type Stretch = Omit<ChainLine, 'n' | 'previous'>;

/** The last line: its number and its own SHA-256, which stands for the whole archive before it. */
export interface ChainHead {
  readonly n: number;
  readonly sha256: Digest;
}

/** The chain open for writing. */
export interface ChainWriter {
  readonly head: () => ChainHead;
  readonly add: (stretches: readonly Stretch[]) => Promise<void>;
  /** Flushes the lines to the disk. */
  readonly sync: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** A place in the archive: `length` bytes of `file`, and all files before it. */
export interface ChainEnd {
  readonly file: string;
  readonly length: number;
}

/**
 * Opens the chain after the last line that ends at or before `end`, and cuts what stands behind it.
 * Gives where that line ends: bytes from there to `end` need new lines. Throws, naming the line, if the
 * last line does not fit the line before it or its bytes: then one of them was changed.
 */
export async function openChain(
  folder: string,
  end: ChainEnd | undefined,
): Promise<{ readonly chain: ChainWriter; readonly covered: ChainEnd | undefined }> {
  const path = join(folder, CHAIN_FILE);
  const handle = await open(path, 'a+');
  try {
    const tail = await readTail(handle, (text) => isWithin(readChainLine(text), end));
    const line = tail === undefined ? undefined : await soundLine(folder, tail);
    await handle.truncate(tail?.end ?? 0);
    const head = { n: line?.n ?? 0, sha256: tail === undefined ? CHAIN_ROOT : digestOf(tail.text) };
    const covered = line && { file: line.file, length: line.offset + line.length };
    return { chain: chainWriter(handle, head), covered };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

function chainWriter(handle: FileHandle, from: ChainHead): ChainWriter {
  let head = from;
  return {
    head: () => head,
    add: async (stretches) => {
      let text = '';
      for (const stretch of stretches) {
        const line = chainText({ n: head.n + 1, previous: head.sha256, ...stretch });
        head = { n: head.n + 1, sha256: digestOf(line) };
        text += `${line}\n`;
      }
      await handle.appendFile(text);
    },
    sync: () => handle.datasync(),
    close: async () => {
      await handle.datasync();
      await handle.close();
    },
  };
}

/** The last kept line, once it is known to fit the line before it and the bytes that it names. */
async function soundLine(folder: string, { text, before }: TailLine): Promise<ChainLine> {
  const line = readChainLine(text)!;
  const previous = before === undefined ? CHAIN_ROOT : digestOf(before);
  if (line.previous !== previous || (before === undefined) !== (line.n === 1)) {
    throw changed(folder, line, 'does not follow from the line before it');
  }
  if ((await digestOfStretch(folder, line)) !== line.sha256) {
    throw changed(folder, line, `does not fit the bytes of ${line.file} from ${line.offset} on`);
  }
  return line;
}

function changed(folder: string, { n }: ChainLine, what: string): Error {
  const path = join(folder, CHAIN_FILE);
  return new Error(
    `line ${n} of ${path} ${what}: the archive or its chain was changed, verify the archive and restore it from a backup`,
  );
}

/** Whether a line ends at or before `end`. */
export function isWithin(line: ChainLine | undefined, end: ChainEnd | undefined): boolean {
  if (line === undefined || end === undefined) return false;
  if (line.file !== end.file) return line.file < end.file;
  return line.offset + line.length <= end.length;
}

/** The line's text, without its line end; the same line always gives the same text. */
export function chainText(line: ChainLine): string {
  const { n, file, offset, length, sha256, previous, at, rebuilt } = line;
  const mark = rebuilt === undefined ? {} : { rebuilt };
  return JSON.stringify({ n, file, offset, length, sha256, previous, at, ...mark });
}

/** Reads one line; undefined unless it is exactly what `chainText` would write. */
export function readChainLine(text: string): ChainLine | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const line = value as { readonly [K in keyof ChainLine]?: unknown };
  const counts = [line.n, line.offset, line.length, line.at];
  const digests = [line.sha256, line.previous];
  const isSound =
    counts.every(Number.isSafeInteger) &&
    digests.every((digest) => typeof digest === 'string' && /^[0-9a-f]{64}$/.test(digest)) &&
    typeof line.file === 'string' &&
    isCaptureFile(line.file) &&
    Number(line.offset) >= 0 &&
    Number(line.length) > 0;
  return isSound && chainText(line as ChainLine) === text ? (line as ChainLine) : undefined;
}
