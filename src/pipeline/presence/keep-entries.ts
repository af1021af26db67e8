/**
 * Entries of the ledger from tables and diplomatic lists: the file's bytes are archived first, then
 * each entry is kept with that capture and its line. A rerun adds nothing.
 */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ArchiveWriter } from '../../archive/archive.ts';
import type { WarcRecord } from '../../archive/records.ts';
import type { Hint } from '../../collect/presence/lists/plausible.ts';
import type { Capture } from '../../domain/article.ts';
import { captureIdOf, digestOf } from '../../domain/ids.ts';
import type { Desk } from '../desk.ts';
import { openDeskArchive } from '../desk-archive.ts';
import { type ListAsked, originOfPresence, withListAsked } from './presence-origin.ts';
import { type EntriesRead, type EntryRefusal, readEntries } from './read-entries.ts';

/** Refusals and hints that are named one by one; all are counted. */
const NAMED = 20;

export interface EntriesKept {
  readonly file: string;
  readonly rows: number;
  /** Entries that were read, and those of them that the ledger did not hold. */
  readonly entries: number;
  readonly added: number;
  readonly refused: number;
  readonly refusals: readonly EntryRefusal[];
  /** What to look at in a diplomatic list before one believes it. */
  readonly hints: readonly Hint[];
}

/** Keeps the entries of a file. Takes the writer lock. Throws, naming it, where it cannot be read. */
export async function keepEntries(
  desk: Desk,
  file: string,
  list: ListAsked | undefined,
): Promise<EntriesKept> {
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new Error(`${file} cannot be read`, { cause });
  });
  return keepEntryBytes(desk, { file, bytes, list });
}

/** What is entered: `file` names it, also where it never was one. */
export interface EntryBytes {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly list: ListAsked | undefined;
}

/** Keeps the entries that these bytes state. Takes the writer lock. */
export async function keepEntryBytes(
  desk: Desk,
  { file, bytes, list }: EntryBytes,
): Promise<EntriesKept> {
  const lock = await desk.lock('presence');
  try {
    const held = await desk.store.entries();
    const read = await readEntries(bytes, { name: basename(file), list }, held);
    const archive = await openDeskArchive(desk);
    try {
      const added = await save(desk, archive, { file, bytes, list, read });
      const { rows, entries, refused, hints } = read;
      return {
        ...{ file, rows, entries: entries.length, added, refused: refused.length },
        refusals: refused.slice(0, NAMED),
        hints: hints.slice(0, NAMED),
      };
    } finally {
      await archive.close();
    }
  } finally {
    lock.release();
  }
}

interface Given extends EntryBytes {
  readonly read: EntriesRead;
}

async function save(desk: Desk, archive: ArchiveWriter, given: Given): Promise<number> {
  const { entries } = given.read;
  const known = await desk.store.knownEntries(entries.map(({ id }) => id));
  const fresh = entries.filter(({ id }) => !known.has(id));
  if (fresh.length === 0) return 0;
  const captures = await archiveGiven(desk, archive, given);
  const archiveEnd = archive.end();
  return desk.store.saveEntries({ captures, entries: fresh, ...(archiveEnd && { archiveEnd }) });
}

/**
 * Archives what brings new entries. Bytes that are held already, as an article's or as a table of another
 * name, are archived once more under this name: reading again from the archive alone needs both.
 */
async function archiveGiven(
  desk: Desk,
  archive: ArchiveWriter,
  { file, bytes, list, read }: Given,
): Promise<Capture[]> {
  const digest = digestOf(bytes);
  const id = captureIdOf(digest);
  const held = await desk.store.capturesByIds([id]);
  const mediaType = withListAsked(read.mediaType, list);
  const capturedAt = desk.now();
  const origin = originOfPresence(file);
  const record: WarcRecord = { digest, mediaType, capturedAt, target: origin, bytes };
  const [place] = await archive.append([record]);
  if (held.has(id)) return [];
  const length = bytes.byteLength;
  return [{ id, digest, mediaType, length, capturedAt, origin, record: place! }];
}
