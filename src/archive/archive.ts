/**
 * The archive on disk: WARC files that only grow. A record counts once the store has committed its
 * place; what stands behind the last committed byte is the torn end of an interrupted run and is
 * cut when the archive is opened for writing. So a crash at any instant loses no committed evidence
 * and leaves none that nobody knows of.
 */
import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArchiveRecord } from '../domain/article.ts';
import type { Digest } from '../domain/ids.ts';
import { readRecord, type WarcRecord, writeRecord } from './warc.ts';

/** A file is closed and the next one begun at this size. */
const ROTATE_BYTES = 1024 ** 3;

/** How far the store has committed: the last file and its length in bytes. */
export interface ArchiveEnd {
  readonly file: string;
  readonly length: number;
}

/** The archive open for writing: one writer at a time. */
export interface ArchiveWriter {
  /** Appends records, flushes them to the disk, and says where they stand. */
  append(records: readonly WarcRecord[]): Promise<ArchiveRecord[]>;
  close(): Promise<void>;
}

/** Opens the archive in `folder` for writing after `end`, the last committed byte. */
export async function openArchive(
  folder: string,
  end: ArchiveEnd | undefined,
): Promise<ArchiveWriter> {
  await mkdir(folder, { recursive: true });
  let name = end?.file ?? fileName(1);
  let handle = await openAt(folder, name, end?.length ?? 0);
  let length = end?.length ?? 0;
  return {
    append: async (records) => {
      if (length >= ROTATE_BYTES) {
        await handle.close();
        name = fileName(Number(/\d+/.exec(name)![0]) + 1);
        handle = await openAt(folder, name, 0);
        length = 0;
      }
      const members = records.map(writeRecord);
      const places = members.map((member) => {
        const place = { file: name, offset: length, length: member.byteLength };
        length += member.byteLength;
        return place;
      });
      await handle.appendFile(Buffer.concat(members));
      await handle.datasync();
      return places;
    },
    close: () => handle.close(),
  };
}

/** Reads the bytes of one capture; throws, naming the file, if they are missing or changed. */
export async function readCapture(
  folder: string,
  record: ArchiveRecord,
  digest: Digest,
): Promise<Uint8Array> {
  const path = join(folder, record.file);
  const member = await readMember(path, record);
  try {
    return readRecord(member, digest);
  } catch (cause) {
    throw new Error(
      `${path} is damaged at byte ${record.offset}: restore the archive from a backup`,
      { cause },
    );
  }
}

async function readMember(path: string, { offset, length }: ArchiveRecord): Promise<Uint8Array> {
  const handle = await open(path, 'r');
  try {
    const member = Buffer.alloc(length);
    const { bytesRead } = await handle.read(member, 0, length, offset);
    if (bytesRead !== length) {
      throw new Error(
        `${path} ends before byte ${offset + length}, the archive is cut: restore it from a backup`,
      );
    }
    return member;
  } finally {
    await handle.close();
  }
}

const fileName = (number: number): string => `captures-${String(number).padStart(5, '0')}.warc.gz`;

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
