/** Tables of presence, in one of the known layouts: entries, and every row that gave none, with why. */
import type { EntryDraft, EntryReference } from '../../domain/ledger.ts';
import type { FactSource } from '../../domain/watch.ts';
import { type RefusedRow, readListRows } from '../outlets/list-rows.ts';
import { LAYOUTS } from './layouts.ts';
import { supersededBy } from './superseded-words.ts';
import { entryOf } from './written-entry.ts';

/** One entry, on which line it stands, and what it says that it supersedes (column `supersedes`). */
export interface TableEntry {
  readonly line: number;
  readonly draft: EntryDraft;
  readonly supersedes?: EntryReference;
}

/** Every row below the header gives entries or is refused. */
export interface PresenceImport {
  readonly rows: number;
  readonly entries: readonly TableEntry[];
  readonly refused: readonly RefusedRow[];
}

/**
 * Reads a table (CSV or TSV, any character set); its layout is told by its header, and a header that
 * fits none refuses it with one row at line 1. `source` is who states a table that names no source a
 * row. Never throws for what the bytes hold. Entries that contradict each other all stay. O(bytes).
 */
export async function readPresenceTable(
  bytes: Uint8Array,
  source?: FactSource,
): Promise<PresenceImport> {
  const { columns, rows, refused } = await readListRows(bytes);
  const layout = LAYOUTS.find((one) => one.columns.every((column) => columns.includes(column)));
  if (layout === undefined) {
    const found =
      columns.length === 0 ? 'the file is empty' : `the header is "${columns.join(',')}"`;
    const wanted = LAYOUTS.map((one) => one.columns.join(',')).join(' or ');
    const reason = `${found.slice(0, 200)}; expected at least the columns ${wanted}.`;
    return { rows: 0, entries: [], refused: [{ line: 1, reason }] };
  }
  const entries: TableEntry[] = [];
  const refusals: RefusedRow[] = [...refused];
  for (const row of rows) {
    const read = layout.written(row, source).map(entryOf);
    // A row is taken whole or not at all, and is refused once.
    const written = row.value('supersedes');
    const reference = written === undefined ? undefined : supersededBy(written);
    const unread = reference !== undefined && 'reason' in reference ? reference : undefined;
    const fault = read.find((one) => 'reason' in one) ?? unread;
    if (fault !== undefined) {
      refusals.push({ line: row.line, ...fault });
      continue;
    }
    const supersedes = reference as EntryReference | undefined;
    for (const one of read) {
      if (!('draft' in one)) continue;
      entries.push({ line: row.line, draft: one.draft, ...(supersedes && { supersedes }) });
    }
  }
  refusals.sort((a, b) => a.line - b.line);
  return { rows: rows.length + refused.length, entries, refused: refusals };
}
