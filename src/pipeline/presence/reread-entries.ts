/** Entries of the ledger once more, from captures of an archive, in the order in which they came in. */
import { basename } from 'node:path';
import type { ArchivedItem } from '../archived-items.ts';
import type { Desk } from '../desk.ts';
import { listAskedIn } from './presence-origin.ts';
import { readEntries } from './read-entries.ts';

/** What an archive brought back. */
export interface EntriesReread {
  readonly entries: number;
  readonly refused: number;
}

/**
 * Saves the entries of those items that state any; their captures are saved already. What an earlier one
 * states is held when a later one is read, as it was.
 */
export async function rereadEntries(
  { store }: Desk,
  items: readonly ArchivedItem[],
): Promise<EntriesReread> {
  let entries = 0;
  let refused = 0;
  for (const { capture, ledger } of items) {
    if (ledger === undefined) continue;
    const asked = {
      name: basename(ledger.file),
      list: listAskedIn(capture.mediaType),
      trustIds: true,
    };
    const read = await readEntries(ledger.bytes, asked, await store.entries());
    entries += await store.saveEntries({ captures: [], entries: read.entries });
    refused += read.refused.length;
  }
  return { entries, refused };
}
