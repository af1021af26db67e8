/**
 * Entries of the ledger from tables and diplomatic lists: the file's bytes are archived first, then
 * each entry is kept with that capture and its line. A rerun adds nothing.
 */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type ArchiveWriter, openArchive } from '../../archive/archive.ts';
import { readDiplomaticList } from '../../collect/presence/lists/diplomatic-list.ts';
import { htmlLines } from '../../collect/presence/lists/html-lines.ts';
import { listEntries } from '../../collect/presence/lists/list-entries.ts';
import { type Hint, hintsOf } from '../../collect/presence/lists/plausible.ts';
import { readPresenceTable } from '../../collect/presence/presence-table.ts';
import type { Capture } from '../../domain/article.ts';
import { captureIdOf, digestOf, entryIdOf } from '../../domain/ids.ts';
import type { EntryDraft, LedgerEntry } from '../../domain/ledger.ts';
import type { StateCode } from '../../domain/reading.ts';
import type { Days } from '../../domain/tenure.ts';
import type { Desk } from '../desk.ts';

/** Refusals and hints that are named one by one; all are counted. */
const NAMED = 20;

export interface EntriesKept {
  readonly file: string;
  readonly rows: number;
  /** Entries that were read, and those of them that the ledger did not hold. */
  readonly entries: number;
  readonly added: number;
  readonly refused: number;
  readonly refusals: readonly { readonly line: number; readonly reason: string }[];
  /** What to look at in a diplomatic list before one believes it. */
  readonly hints: readonly Hint[];
}

/** Of which host and day a diplomatic list is: the list itself is not asked. */
export interface ListAsked {
  readonly host: StateCode;
  readonly asOf: Days;
}

/** What was read of a file. */
interface ReadFile {
  readonly rows: number;
  readonly entries: readonly { readonly line: number; readonly draft: EntryDraft }[];
  readonly refused: EntriesKept['refusals'];
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
  const read =
    list === undefined ? await readTable(file, bytes) : await readList(desk, file, bytes, list);
  const lock = await desk.lock('presence');
  try {
    const archive = await openArchive(desk.archiveFolder, await desk.store.archiveEnd());
    try {
      const added = read.entries.length === 0 ? 0 : await save(desk, archive, file, bytes, read);
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

async function readTable(file: string, bytes: Uint8Array): Promise<ReadFile> {
  const { rows, entries, refused } = await readPresenceTable(bytes, { name: basename(file) });
  return { rows, entries, refused, hints: [] };
}

/** Only HTML directories: of other formats one gives the table. Names never leave the reader. */
async function readList(
  { store }: Desk,
  file: string,
  bytes: Uint8Array,
  { host, asOf }: ListAsked,
): Promise<ReadFile> {
  const list = readDiplomaticList(htmlLines(Buffer.from(bytes).toString('utf8')));
  const hints = hintsOf(list, await earlierList(store, host));
  const { entries, refused } = listEntries(
    list,
    { host, asOf, source: { name: basename(file) } },
    hints,
  );
  return { rows: list.missions.length, entries, refused, hints };
}

/** Diplomats by sender, as the newest list of this host has them. */
async function earlierList(
  store: Desk['store'],
  host: StateCode,
): Promise<ReadonlyMap<StateCode, number> | undefined> {
  const listed = (await store.entries()).filter(
    (entry) => entry.host === host && entry.kind === 'official-list' && entry.unit === 'diplomats',
  );
  const newest = listed.reduce(
    (last, { asOf }) => ((asOf?.last ?? '') > last ? asOf!.last : last),
    '',
  );
  const rows = listed.filter(({ asOf }) => asOf?.last === newest);
  if (rows.length === 0) return undefined;
  return new Map(rows.map(({ sender, number }) => [sender, number?.min ?? 0]));
}

async function save(
  desk: Desk,
  archive: ArchiveWriter,
  file: string,
  bytes: Uint8Array,
  { entries }: ReadFile,
): Promise<number> {
  const digest = digestOf(bytes);
  const capture = captureIdOf(digest);
  const held = await desk.store.capturesByIds([capture]);
  const captures: Capture[] = [];
  if (!held.has(capture)) {
    const mediaType = file.endsWith('.html') ? 'text/html' : 'text/csv';
    const capturedAt = desk.now();
    const origin = `presence:${file}`;
    const record = { digest, mediaType, capturedAt, target: origin, bytes };
    const [place] = await archive.append([record]);
    const length = bytes.byteLength;
    captures.push({ id: capture, digest, mediaType, length, capturedAt, origin, record: place! });
  }
  const rows = entries.map(({ line, draft }): LedgerEntry => {
    // Two equal rows of one file are two entries; the same file read again is the same.
    const id = entryIdOf(JSON.stringify(draft), `${digest}#${line}`);
    return { ...draft, id, evidence: { capture, line } };
  });
  const archiveEnd = archive.end();
  return desk.store.saveEntries({ captures, entries: rows, ...(archiveEnd && { archiveEnd }) });
}
