/** The end of a file of lines, read backwards: a chain of years is opened as fast as one of a day. */
import type { FileHandle } from 'node:fs/promises';

/** Bytes read at first; doubled until the line looked for is among them. */
const FIRST_BYTES = 64 * 1024;

export interface TailLine {
  readonly text: string;
  /** The line before it; absent where it is the first. */
  readonly before: string | undefined;
  /** Where it ends in the file, its line end included. */
  readonly end: number;
}

/** The last whole line that `isWanted`; undefined where there is none. */
export async function readTail(
  handle: FileHandle,
  isWanted: (text: string) => boolean,
): Promise<TailLine | undefined> {
  const { size } = await handle.stat();
  for (let length = Math.min(size, FIRST_BYTES); ; length = Math.min(size, length * 2)) {
    const bytes = Buffer.alloc(length);
    await handle.read(bytes, 0, length, size - length);
    const found = lastLine(bytes, size - length, isWanted);
    if (found !== undefined || length === size) return found;
  }
}

function lastLine(
  bytes: Buffer,
  offset: number,
  isWanted: (text: string) => boolean,
): TailLine | undefined {
  const textAt = (begin: number, end: number): string => bytes.toString('utf8', begin, end);
  const lineEnd = (before: number): number =>
    before <= 0 ? -1 : bytes.lastIndexOf('\n', before - 1);
  for (let end = lineEnd(bytes.length); end >= 0; ) {
    const begin = lineEnd(end);
    // What stands before the first line end may be half a line, unless the file begins there.
    if (begin < 0 && offset > 0) return undefined;
    const text = textAt(begin + 1, end);
    if (isWanted(text)) {
      if (begin < 0) return { text, before: undefined, end: offset + end + 1 };
      const earlier = lineEnd(begin);
      if (earlier < 0 && offset > 0) return undefined;
      return { text, before: textAt(earlier + 1, begin), end: offset + end + 1 };
    }
    end = begin;
  }
  return undefined;
}
