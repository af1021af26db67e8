/**
 * The archive on disk: WARC files that only grow. A record counts once the store has committed its
 * place; what stands behind the last committed byte is the torn end of an interrupted run and is
 * cut when the archive is opened for writing. So a crash at any instant loses no committed evidence
 * and leaves none that nobody knows of.
 */
import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArchiveRecord } from '../domain/article.ts';
import { type Digest, digestOf } from '../domain/ids.ts';
import { type ChainWriter, openChain } from './chain.ts';
import { captureFile, nextCaptureFile } from './files.ts';
import { rebuildChain } from './rebuild-chain.ts';
import type { Field, WarcRecord } from './records.ts';
import { openStored } from './stored-file.ts';
import { readRecord, type StoredRecord, writeRecord } from './warc.ts';

/** A file is closed and the next one begun at this size, where nothing else is said. */
const FILE_BYTES = 1024 ** 3;

/** How far the store has committed: the last file and its length in bytes. */
export interface ArchiveEnd {
  readonly file: string;
  readonly length: number;
}

/** The archive open for writing: one writer at a time. */
export interface ArchiveWriter {
  /**
   * Appends records, flushes them to the disk, and says where they stand. Throws if that fails; then
   * nothing more can be appended, and the next opening cuts what was begun.
   */
  append(records: readonly WarcRecord[]): Promise<ArchiveRecord[]>;
  /**
   * The end of what is appended: what the store commits with the batch. What stands behind the end that the
   * store knows is cut, so where the last record appended is no capture, the end has to be kept for itself.
   */
  end(): ArchiveEnd | undefined;
  close(): Promise<void>;
}

/**
 * Opens the archive in `folder` for writing after `end`, the last committed byte. The chain is cut to it
 * too, and made up where lines are missing (see `chain.ts`). Throws if committed bytes are missing or the
 * chain's end does not fit them. A file of `fileBytes` or more is closed.
 */
export async function openArchive(
  folder: string,
  end: ArchiveEnd | undefined,
  fileBytes = FILE_BYTES,
): Promise<ArchiveWriter> {
  await mkdir(folder, { recursive: true });
  const name = end?.file ?? captureFile(1);
  const handle = await openAt(folder, name, end?.length ?? 0);
  let chain: ChainWriter | undefined;
  try {
    const opened = await openChain(folder, end);
    ({ chain } = opened);
    await rebuildChain(folder, chain, opened.covered, end);
    const at = { file: name, length: end?.length ?? 0 };
    return new Appender(folder, { handle, at, chain, fileBytes });
  } catch (error) {
    await chain?.close();
    await handle.close();
    throw error;
  }
}

interface Opened {
  readonly handle: FileHandle;
  readonly at: ArchiveEnd;
  readonly chain: ChainWriter;
  readonly fileBytes: number;
}

class Appender implements ArchiveWriter {
  private readonly folder: string;
  private readonly chain: ChainWriter;
  private handle: FileHandle;
  private at: ArchiveEnd;
  private readonly fileBytes: number;
  private failure: unknown;

  constructor(folder: string, opened: Opened) {
    this.folder = folder;
    this.handle = opened.handle;
    this.at = opened.at;
    this.chain = opened.chain;
    this.fileBytes = opened.fileBytes;
  }

  async append(records: readonly WarcRecord[]): Promise<ArchiveRecord[]> {
    if (records.length === 0) return [];
    if (this.failure !== undefined) {
      throw new Error(`appending to ${this.at.file} failed before: open the archive again`, {
        cause: this.failure,
      });
    }
    try {
      if (this.at.length >= this.fileBytes) await this.rotate();
      return await this.write(records);
    } catch (error) {
      this.failure = error;
      throw error;
    }
  }

  private async rotate(): Promise<void> {
    await this.handle.close();
    const file = nextCaptureFile(this.at.file);
    this.handle = await openAt(this.folder, file, 0);
    this.at = { file, length: 0 };
    await this.chain.sync();
  }

  private async write(records: readonly WarcRecord[]): Promise<ArchiveRecord[]> {
    const { file, length: offset } = this.at;
    const { size } = await this.handle.stat();
    // Records behind what others wrote would not stand where the store is told that they do.
    if (size !== offset) {
      throw new Error(
        `${join(this.folder, file)} has ${size} bytes, and ${offset} were written: something else writes to it; end that, and try again`,
      );
    }
    const { capturedAt } = records[0]!;
    const info = offset === 0 ? [infoRecord(file, capturedAt)] : [];
    const written = [...info, ...records];
    const members = written.map(writeRecord);
    let end = offset;
    const places = members.map((member) => {
      const place = { file, offset: end, length: member.byteLength };
      end += member.byteLength;
      return place;
    });
    await this.handle.appendFile(Buffer.concat(members));
    const flushed = this.handle.datasync();
    // Hashed while the disk flushes.
    const stretches = places.map((place, i) => ({
      ...place,
      sha256: digestOf(members[i]!),
      at: written[i]!.capturedAt,
    }));
    await Promise.all([flushed, this.chain.add(stretches)]);
    this.at = { file, length: end };
    return places.slice(info.length);
  }

  end(): ArchiveEnd | undefined {
    return this.at.length === 0 ? undefined : this.at;
  }

  async close(): Promise<void> {
    await this.chain.close();
    await this.handle.close();
  }
}

/** The record at a file's head. Its time is that of the first capture, so that it is the same again. */
function infoRecord(file: string, capturedAt: number): WarcRecord {
  const fields: readonly Field[] = [
    ['software', 'Atalaya'],
    ['format', 'WARC File Format 1.1'],
    [
      'conformsTo',
      'http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/',
    ],
  ];
  return { kind: 'warcinfo', capturedAt, file, fields };
}

/**
 * Reads the bytes of one capture: those that were interpreted, whose SHA-256 is the capture's digest. Of a
 * `response` record that is the body with its encodings undone. Throws, naming the file, if they are missing or
 * changed.
 */
export async function readCapture(
  folder: string,
  record: ArchiveRecord,
  digest: Digest,
): Promise<Uint8Array> {
  return (await readStored(folder, record, digest)).bytes;
}

/** The same with the record's address and, of an HTTP response, its status and headers. */
export async function readStored(
  folder: string,
  record: ArchiveRecord,
  digest: Digest,
): Promise<StoredRecord> {
  const member = await readMember(folder, record);
  try {
    return readRecord(member, digest);
  } catch (cause) {
    throw new Error(
      `${join(folder, record.file)} is damaged at byte ${record.offset}: restore the archive from a backup`,
      { cause },
    );
  }
}

async function readMember(
  folder: string,
  { file, offset, length }: ArchiveRecord,
): Promise<Uint8Array> {
  const handle = await openStored(folder, file);
  try {
    const member = Buffer.alloc(length);
    const { bytesRead } = await handle.read(member, 0, length, offset);
    if (bytesRead !== length) {
      throw new Error(
        `${join(folder, file)} ends before byte ${offset + length}, the archive is cut: restore it from a backup`,
      );
    }
    return member;
  } finally {
    await handle.close();
  }
}

async function openAt(folder: string, name: string, length: number): Promise<FileHandle> {
  const path = join(folder, name);
  const handle = await open(path, 'a');
  const { size } = await handle.stat();
  if (size < length) {
    await handle.close();
    throw new Error(
      `${path} has ${size} bytes, but the store knows of ${length}: restore the archive from a backup`,
    );
  }
  if (size > length) await handle.truncate(length);
  return handle;
}
