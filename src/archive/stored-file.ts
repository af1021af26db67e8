/**
 * Where the archive's files are: in its folder, or where retention put them (`retired.jsonl`, a line a file, the
 * last line of a file counts). What was moved stays part of the archive: it is read and checked where it is.
 */
import { type FileHandle, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { captureFiles, isCaptureFile } from './files.ts';
import { openIfThere } from './stretch.ts';

export const RETIRED_FILE = 'retired.jsonl';

/** A file that was moved out of the archive's folder. */
export interface RetiredFile {
  readonly file: string;
  /** Bytes. */
  readonly length: number;
  /** The folder that it was moved to; whoever moves it on writes the new one here. */
  readonly to: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** A file of the archive, by where it is. */
export interface StoredFile {
  readonly name: string;
  readonly path: string;
  readonly retired: RetiredFile | undefined;
}

/** What was moved, by name. Throws, naming the line, where one cannot be read: files would be missed in silence. */
export async function retiredFiles(folder: string): Promise<ReadonlyMap<string, RetiredFile>> {
  const path = join(folder, RETIRED_FILE);
  const text = await readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return '';
    throw cause;
  });
  const retired = new Map<string, RetiredFile>();
  for (const [i, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const one = readRetired(line);
    if (one === undefined) {
      throw new Error(
        `line ${i + 1} of ${path} is no line of a retired file ({"file":"captures-00001.warc.gz","length":BYTES,"to":"FOLDER","at":MILLISECONDS}): mend it`,
      );
    }
    retired.set(one.file, one);
  }
  return retired;
}

function readRetired(text: string): RetiredFile | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { file, length, to, at } = value as { readonly [K in keyof RetiredFile]?: unknown };
  const isSound =
    typeof file === 'string' &&
    isCaptureFile(file) &&
    typeof to === 'string' &&
    to !== '' &&
    Number.isSafeInteger(length) &&
    Number.isSafeInteger(at);
  return isSound ? { file, length: length as number, to, at: at as number } : undefined;
}

/** All files of the archive in their order, whether they are in its folder or were moved. */
export async function storedFiles(folder: string): Promise<readonly StoredFile[]> {
  const here = new Set(await captureFiles(folder));
  const retired = await retiredFiles(folder);
  return [...new Set([...here, ...retired.keys()])].sort().map((name) => {
    const moved = here.has(name) ? undefined : retired.get(name);
    return { name, path: join(moved?.to ?? folder, name), retired: moved };
  });
}

/** Opens a file of the archive for reading, where it is. Throws, saying where it should be, where it is not. */
export async function openStored(folder: string, name: string): Promise<FileHandle> {
  const here = await openIfThere(join(folder, name));
  if (here !== undefined) return here;
  const retired = (await retiredFiles(folder)).get(name);
  if (retired === undefined) {
    throw new Error(`${join(folder, name)} is missing: restore the archive from a backup`);
  }
  const there = await openIfThere(join(retired.to, name));
  if (there === undefined) throw new Error(awayWords(folder, retired));
  return there;
}

/** What to do about a file that was moved and is not where it was moved to. */
export function awayWords(folder: string, { file, to, at }: RetiredFile): string {
  const day = new Date(at).toISOString().slice(0, 10);
  return `${file} was moved to ${to} on ${day} and is not there now: connect that place, or write the new one into ${join(folder, RETIRED_FILE)}`;
}
