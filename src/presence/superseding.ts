/**
 * Corrections in a ledger that only grows: which entry a row says that it supersedes, and which entries
 * still stand. O(entries) to index, O(1) a look-up by id, O(entries of one source and day) by words.
 */
import type { EntryId } from '../domain/ids.ts';
import type { EntryDraft, EntryReference, LedgerEntry } from '../domain/ledger.ts';
import type { Days } from '../domain/tenure.ts';

/** Entries that no other one supersedes, in their order. */
export function standing(entries: readonly LedgerEntry[]): LedgerEntry[] {
  const corrections = correctionsOf(entries);
  return entries.filter(({ id }) => !corrections.has(id));
}

/** By what each superseded entry is superseded. */
export function correctionsOf(
  entries: readonly LedgerEntry[],
): ReadonlyMap<EntryId, readonly EntryId[]> {
  const corrections = new Map<EntryId, EntryId[]>();
  for (const { id, supersedes } of entries) {
    if (supersedes === undefined) continue;
    const known = corrections.get(supersedes);
    if (known === undefined) corrections.set(supersedes, [id]);
    else known.push(id);
  }
  return corrections;
}

/** The entry meant, or why none is, in one sentence. */
export type Meant = { readonly id: EntryId } | { readonly reason: string };

/** Entries as references find them. */
export interface EntryIndex {
  /** Adds an entry that later rows may name. */
  add(entry: LedgerEntry): void;
  has(id: EntryId): boolean;
  /**
   * Finds what `entry` is to supersede. Words mean entries of tables and lists that still stand: what an
   * article states is made again by reading, so that only its id names it.
   */
  meant(reference: EntryReference, entry: EntryDraft): Meant;
}

/** Ids listed where words mean several. */
const LISTED = 5;

export function indexEntries(entries: readonly LedgerEntry[]): EntryIndex {
  const known = new Set<EntryId>();
  const corrected = new Set<EntryId>();
  const byWords = new Map<string, LedgerEntry[]>();
  const add = (entry: LedgerEntry): void => {
    known.add(entry.id);
    if (entry.supersedes !== undefined) corrected.add(entry.supersedes);
    const key = keyOf(entry, entry.source.name, entry.asOf);
    const alike = byWords.get(key);
    if (alike === undefined) byWords.set(key, [entry]);
    else alike.push(entry);
  };
  for (const entry of entries) add(entry);
  return {
    add,
    has: (id) => known.has(id),
    meant: (reference, entry) => {
      if (reference.kind === 'id') {
        if (known.has(reference.id)) return { id: reference.id };
        return {
          reason: `supersedes "${reference.id}", and the ledger holds no entry of that id; presence SENDER HOST shows ids.`,
        };
      }
      const alike = byWords.get(keyOf(entry, reference.source, reference.asOf)) ?? [];
      const standing = alike.filter(({ id }) => !corrected.has(id));
      return chosen(reference, standing);
    },
  };
}

function chosen(
  { source, asOf }: Extract<EntryReference, { kind: 'stated' }>,
  found: readonly LedgerEntry[],
): Meant {
  const written = found.filter(({ evidence }) => 'capture' in evidence);
  if (written.length === 1) return { id: written[0]!.id };
  const words = `supersedes "${source}" of ${daysWords(asOf)}`;
  if (found.length === 0) {
    return {
      reason: `${words}, and no entry of this source, day, measure, unit and scope stands in the ledger; correct the name and the day, or name the id.`,
    };
  }
  const ids = found.slice(0, LISTED).map(({ id }) => id);
  const some = found.length > LISTED ? `${ids.join(', ')} …` : ids.join(', ');
  return {
    reason:
      written.length > 1
        ? `${words}, which ${written.length} entries are; name one by its id: ${some}.`
        : `${words}, which an article states; name it by its id: ${some}.`,
  };
}

const daysWords = (days: Days | undefined): string =>
  days === undefined
    ? 'no day'
    : days.first === days.last
      ? days.first
      : `${days.first}/${days.last}`;

const keyOf = (
  { sender, host, measure, unit, scope }: EntryDraft,
  source: string,
  asOf: Days | undefined,
): string =>
  JSON.stringify([
    sender,
    host,
    measure,
    unit,
    scope,
    source.toLowerCase(),
    asOf?.first,
    asOf?.last,
  ]);
