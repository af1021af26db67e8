/**
 * The whole archive held against its chain: every line follows from the one before, every stored byte is
 * the one that was hashed when it was written, every time stamp is of the line that it names. Linear,
 * as fast as the disk and SHA-256.
 */
import { createReadStream } from 'node:fs';
import { type FileHandle, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { digestOf } from '../domain/ids.ts';
import {
  CHAIN_FILE,
  CHAIN_ROOT,
  type ChainEnd,
  type ChainHead,
  type ChainLine,
  readChainLine,
} from './chain.ts';
import { captureFiles } from './files.ts';
import { readWarc } from './read-warc.ts';
import { readStamps, type StampedLine } from './stamps.ts';
import { type RetiredFile, retiredFiles } from './stored-file.ts';
import { openIfThere, StretchReader } from './stretch.ts';

export type Verified =
  | {
      readonly ok: true;
      readonly records: number;
      readonly bytes: number;
      /** The last line; its SHA-256 is what a time stamp is asked for. */
      readonly head: ChainHead;
      /** Stored bytes behind the last line: an unfinished batch, which the next opening cuts. */
      readonly behind: number;
      /** Lines that were made after their bytes: they vouch only from then on. */
      readonly rebuilt: number;
      readonly stamps: readonly StampedLine[];
      /** Files that were moved and are not where they were moved to: their bytes were not checked. */
      readonly away: readonly RetiredFile[];
    }
  | {
      readonly ok: false;
      /** The file in which the first broken place is. */
      readonly file: string;
      /** Its byte; of the chain the line, from 1. */
      readonly offset: number;
      /** One sentence for a person. */
      readonly what: string;
    };

export interface VerifyOptions {
  /**
   * How far the store has committed. The chain has to reach it; lines that begin behind it are of an
   * unfinished batch and count as `behind`. Without it all lines are checked.
   */
  readonly end?: ChainEnd;
  /** Called with the bytes checked so far. */
  readonly onProgress?: (bytes: number) => void;
}

type Broken = Extract<Verified, { readonly ok: false }>;

/** Checks the archive in `folder`; names the first broken place. */
export async function verifyArchive(
  folder: string,
  options: VerifyOptions = {},
): Promise<Verified> {
  const retired = await retiredFiles(folder);
  const chain = await openIfThere(join(folder, CHAIN_FILE));
  if (chain === undefined) return noChain(folder);
  const stamps = new Map((await readStamps(folder)).map((stamp) => [stamp.n, stamp]));
  const walk = new Walk(folder, { ...options, stamps, retired });
  try {
    for await (const { text, whole } of linesOf(chain)) {
      // Half a line is the end of a batch that was interrupted: the next opening cuts it.
      const broken = whole ? await walk.line(text) : undefined;
      if (broken !== undefined) return broken;
    }
    return await walk.end();
  } finally {
    await walk.close();
    await chain.close();
  }
}

/** No line of a chain is longer; what is longer is cut and so no line. */
const LONGEST_LINE = 4096;

async function* linesOf(
  chain: FileHandle,
): AsyncGenerator<{ readonly text: string; readonly whole: boolean }> {
  let rest = '';
  for await (const chunk of chain.createReadStream({ encoding: 'utf8', autoClose: false })) {
    const lines = `${rest}${chunk}`.split('\n');
    rest = lines.pop()!.slice(0, LONGEST_LINE);
    for (const text of lines) yield { text, whole: true };
  }
  if (rest !== '') yield { text: rest, whole: false };
}

async function noChain(folder: string): Promise<Verified> {
  const files = await captureFiles(folder);
  const head = { n: 0, sha256: CHAIN_ROOT };
  if (files.length === 0) {
    return { ok: true, records: 0, bytes: 0, head, behind: 0, rebuilt: 0, stamps: [], away: [] };
  }
  const what = `${CHAIN_FILE} is missing: nothing vouches for the archive; the next ingest makes a new one, which vouches from then on`;
  return { ok: false, file: CHAIN_FILE, offset: 0, what };
}

interface WalkOptions extends VerifyOptions {
  /** By line. */
  readonly stamps: ReadonlyMap<number, StampedLine>;
  /** By name. */
  readonly retired: ReadonlyMap<string, RetiredFile>;
}

/** The state between two lines. */
class Walk {
  private readonly folder: string;
  private readonly options: WalkOptions;
  private readonly stamps: ReadonlyMap<number, StampedLine>;
  private readonly away: RetiredFile[] = [];
  private handle: FileHandle | undefined;
  private reader: StretchReader | undefined;
  private file = '';
  /** Where it is. */
  private path = '';
  /** Where the last line ended in `file`. */
  private reached = 0;
  private bytes = 0;
  private rebuilt = 0;
  private past = false;
  private head: ChainHead = { n: 0, sha256: CHAIN_ROOT };

  constructor(folder: string, options: WalkOptions) {
    this.folder = folder;
    this.options = options;
    this.stamps = options.stamps;
  }

  /** Takes the next line; gives what is broken there. */
  async line(text: string): Promise<Broken | undefined> {
    const n = this.head.n + 1;
    const line = readChainLine(text);
    if (this.isPast(line)) return undefined;
    if (line === undefined) return inChain(n, 'is no line of a chain');
    if (line.n !== n || line.previous !== this.head.sha256) {
      return inChain(
        n,
        'does not follow from the line before it: a line was changed, added or taken away',
      );
    }
    const broken = (await this.begin(line)) ?? (await this.stretch(line));
    if (broken !== undefined) return broken;
    this.head = { n, sha256: digestOf(text) };
    return this.stampFault(n);
  }

  /** Whether this line and all behind it are of a batch that was not committed. */
  private isPast(line: ChainLine | undefined): boolean {
    const { end } = this.options;
    if (end === undefined || line === undefined) return this.past;
    this.past ||= line.file > end.file || (line.file === end.file && line.offset >= end.length);
    return this.past;
  }

  /** Opens the line's file; lines follow each other without a gap. */
  private async begin({ file, offset, n }: ChainLine): Promise<Broken | undefined> {
    if (file === this.file) {
      return offset === this.reached
        ? undefined
        : inChain(
            n,
            `begins at byte ${offset} of ${file}, but the line before it ends at ${this.reached}`,
          );
    }
    const rest = await this.restOfFile();
    if (rest > 0)
      return at(
        this.file,
        this.reached,
        `${rest} bytes stand here that no line of the chain knows`,
      );
    if (offset !== 0 || file < this.file) {
      return inChain(n, `begins at byte ${offset} of ${file}, but no line covers what is before`);
    }
    await this.close();
    this.file = file;
    this.path = join(this.folder, file);
    this.handle = await openIfThere(this.path);
    this.reached = 0;
    const retired = this.options.retired.get(file);
    if (this.handle === undefined && retired !== undefined) {
      this.path = join(retired.to, file);
      this.handle = await openIfThere(this.path);
      if (this.handle === undefined) this.away.push(retired);
    }
    this.reader = this.handle && new StretchReader(this.handle);
    const known = this.handle !== undefined || retired !== undefined;
    return known ? undefined : at(file, 0, 'the file is missing');
  }

  private async stretch(line: ChainLine): Promise<Broken | undefined> {
    const { file, offset, length } = line;
    if (this.handle === undefined || this.reader === undefined) {
      this.reached = offset + length;
      return undefined;
    }
    const found = await this.reader.digest(offset, length);
    if (found === undefined) {
      const { size } = await this.handle.stat();
      return at(file, size, `the file ends here, but the chain knows of ${offset + length} bytes`);
    }
    if (found !== line.sha256) return at(file, ...(await this.firstFault(line)));
    this.reached = offset + length;
    this.bytes += length;
    this.rebuilt += line.rebuilt ? 1 : 0;
    this.options.onProgress?.(this.bytes);
    return undefined;
  }

  /** What shows that the bytes of a line were changed, and where. */
  private async firstFault({ offset, length, n }: ChainLine): Promise<[number, string]> {
    const stored = createReadStream(this.path, {
      start: offset,
      end: offset + length - 1,
    });
    for await (const entry of readWarc(stored)) {
      if (entry.kind !== 'record') {
        return [offset + entry.offset, `the record is damaged: ${entry.reason}`];
      }
      if (entry.blockDigest === 'differs') {
        return [
          offset + entry.offset,
          'the record was changed: its bytes do not fit its own digest',
        ];
      }
    }
    const what = `the ${length} bytes from here on are a whole record, but not that of line ${n} of the chain`;
    return [offset, what];
  }

  private stampFault(n: number): Broken | undefined {
    const stamp = this.stamps.get(n);
    if (stamp === undefined || stamp.imprint === this.head.sha256) return undefined;
    return at(stamp.file, 0, `the time stamp is not of line ${n} as it stands in the chain`);
  }

  async end(): Promise<Verified> {
    const { end } = this.options;
    if (
      end !== undefined &&
      (this.file < end.file || (this.file === end.file && this.reached < end.length))
    ) {
      const what = `is missing: the chain ends before byte ${end.length} of ${end.file}, up to which the desk has captures`;
      return inChain(this.head.n + 1, what);
    }
    const beyond = [...this.stamps.values()].find(({ n }) => n > this.head.n);
    if (beyond !== undefined) {
      return inChain(
        this.head.n + 1,
        `is missing, but ${beyond.file} is a time stamp of line ${beyond.n}`,
      );
    }
    const { bytes, head, rebuilt, away } = this;
    const stamps = [...this.stamps.values()];
    const behind = await this.behind();
    return { ok: true, records: head.n, bytes, head, behind, rebuilt, stamps, away };
  }

  private async behind(): Promise<number> {
    const files = await captureFiles(this.folder);
    const later = files.filter((file) => file > this.file);
    const sizes = await Promise.all(later.map((file) => stat(join(this.folder, file))));
    return sizes.reduce((sum, { size }) => sum + size, await this.restOfFile());
  }

  private async restOfFile(): Promise<number> {
    return this.handle === undefined ? 0 : (await this.handle.stat()).size - this.reached;
  }

  async close(): Promise<void> {
    await this.handle?.close();
    this.handle = undefined;
  }
}

const at = (file: string, offset: number, what: string): Broken => ({
  ok: false,
  file,
  offset,
  what,
});

const inChain = (n: number, what: string): Broken => at(CHAIN_FILE, n, `line ${n} ${what}`);
