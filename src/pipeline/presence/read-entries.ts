/**
 * What a table or a diplomatic list states, from its bytes alone: the same for a file that is entered
 * and for a capture that is read again.
 */

import { readDiplomaticList } from '../../collect/presence/lists/diplomatic-list.ts';
import { listEntries } from '../../collect/presence/lists/list-entries.ts';
import { listLines } from '../../collect/presence/lists/list-lines.ts';
import { type EarlierList, type Hint, hintsOf } from '../../collect/presence/lists/plausible.ts';
import { readPresenceTable } from '../../collect/presence/presence-table.ts';
import { captureIdOf, type Digest, digestOf, entryIdOf } from '../../domain/ids.ts';
import type { EntryDraft, EntryReference, LedgerEntry } from '../../domain/ledger.ts';
import type { StateCode } from '../../domain/reading.ts';
import { type EntryIndex, indexEntries, standing } from '../../presence/superseding.ts';
import type { ListAsked } from './presence-origin.ts';

/** A row that gave no entry, and why, in one sentence. */
export interface EntryRefusal {
  readonly line: number;
  readonly reason: string;
}

export interface EntriesRead {
  readonly mediaType: string;
  readonly rows: number;
  readonly entries: readonly LedgerEntry[];
  readonly refused: readonly EntryRefusal[];
  /** What to look at in a diplomatic list before one believes it. */
  readonly hints: readonly Hint[];
}

/** How a file is to be read: as a table, or as the list of a host and a day. */
export interface EntriesAsked {
  /** The file's own name, for entries whose source is not stated. */
  readonly name: string;
  readonly list: ListAsked | undefined;
  /**
   * Ids that the ledger does not hold are taken as they stand: those of entries that articles state, which
   * only a later reading makes again.
   */
  readonly trustIds?: boolean;
}

interface StatedEntry {
  readonly line: number;
  readonly draft: EntryDraft;
  readonly supersedes?: EntryReference;
}

/**
 * The entries of a file, with their ids and the capture that states them. `held` is the ledger before it: what
 * rows supersede is looked up there and in the rows above. Never throws for what the bytes hold.
 */
export async function readEntries(
  bytes: Uint8Array,
  asked: EntriesAsked,
  held: readonly LedgerEntry[],
): Promise<EntriesRead> {
  const digest = digestOf(bytes);
  const index = indexEntries(held);
  if (asked.list !== undefined) {
    const { stated, ...read } = await readList(bytes, asked.name, asked.list, held);
    // The note holds what there is to look at, which hangs on the lists that were held: not what the list states.
    const entries = stated.map(({ line, draft: { note, ...bare } }) => ({
      ...bare,
      ...(note !== undefined && { note }),
      id: entryIdOf(JSON.stringify(bare), `${digest}#${line}`),
      evidence: { capture: captureIdOf(digest), line },
    }));
    return { ...read, entries };
  }
  const { rows, entries: stated, refused } = await readPresenceTable(bytes, { name: asked.name });
  const { entries, unmeant } = identify(stated, digest, index, asked.trustIds === true);
  const all = [...refused.map(({ line, reason }) => ({ line, reason })), ...unmeant];
  all.sort((a, b) => a.line - b.line);
  return { mediaType: 'text/csv', rows, entries, refused: all, hints: [] };
}

/** Entries with ids; a row that supersedes nothing or several is refused whole. */
function identify(
  stated: readonly StatedEntry[],
  digest: Digest,
  index: EntryIndex,
  trustIds: boolean,
): { readonly entries: readonly LedgerEntry[]; readonly unmeant: readonly EntryRefusal[] } {
  const entries: LedgerEntry[] = [];
  const unmeant: EntryRefusal[] = [];
  for (const row of rowsOf(stated)) {
    const { line } = row[0]!;
    const found = row.map(({ draft, supersedes }) => {
      // Two equal rows of one file are two entries; the same file read again is the same.
      const id = entryIdOf(JSON.stringify(draft), `${digest}#${line}`);
      const entry: LedgerEntry = { ...draft, id, evidence: { capture: captureIdOf(digest), line } };
      // What the ledger holds was looked up when it came in: by now its words may mean itself.
      if (supersedes === undefined || index.has(id)) return { entry };
      const trusted = trustIds && supersedes.kind === 'id' ? { id: supersedes.id } : undefined;
      const meant = trusted ?? index.meant(supersedes, draft);
      return 'reason' in meant ? meant : { entry: { ...entry, supersedes: meant.id } };
    });
    const fault = found.find((one) => 'reason' in one);
    if (fault !== undefined && 'reason' in fault) {
      unmeant.push({ line, reason: fault.reason });
      continue;
    }
    for (const one of found) {
      if (!('entry' in one)) continue;
      entries.push(one.entry);
      index.add(one.entry);
    }
  }
  return { entries, unmeant };
}

/** The entries of each row: a row is taken whole or not at all. */
function rowsOf(stated: readonly StatedEntry[]): StatedEntry[][] {
  const rows: StatedEntry[][] = [];
  for (const one of stated) {
    const last = rows.at(-1);
    if (last !== undefined && last[0]!.line === one.line) last.push(one);
    else rows.push([one]);
  }
  return rows;
}

/** Names never leave the reader. */
async function readList(
  bytes: Uint8Array,
  name: string,
  { host, asOf }: ListAsked,
  held: readonly LedgerEntry[],
): Promise<Omit<EntriesRead, 'entries'> & { readonly stated: readonly StatedEntry[] }> {
  const read = await listLines(bytes);
  if (!read.ok) {
    const refused = [{ line: 1, reason: read.reason }];
    return { mediaType: 'application/pdf', rows: 0, stated: [], refused, hints: [] };
  }
  const list = readDiplomaticList(read.lines);
  const hints = hintsOf(list, earlierList(held, host, asOf.first), read.unread);
  const { entries, refused } = listEntries(list, { host, asOf, source: { name } }, hints);
  const { mediaType } = read;
  return { mediaType, rows: list.missions.length, stated: entries, refused, hints };
}

/** Diplomats by sender, as the newest list of this host from before `day` has them. */
function earlierList(
  held: readonly LedgerEntry[],
  host: StateCode,
  day: string,
): EarlierList | undefined {
  const listed = standing(held).filter(
    (entry) =>
      entry.host === host &&
      entry.kind === 'official-list' &&
      entry.unit === 'diplomats' &&
      entry.asOf !== undefined &&
      entry.asOf.last < day,
  );
  const newest = listed
    .map(({ asOf }) => asOf!.last)
    .sort()
    .at(-1);
  const rows = listed.filter(({ asOf }) => asOf!.last === newest);
  if (rows.length === 0) return undefined;
  return new Map(rows.map(({ sender, number }) => [sender, number?.min ?? 0]));
}
