/** The ledger of presence and the ties between states, as rows. The ledger only grows. */
import type { Capture } from '../domain/article.ts';
import type { EntryId } from '../domain/ids.ts';
import type { LedgerEntry } from '../domain/ledger.ts';
import type { StateCode } from '../domain/reading.ts';
import type { Tie } from '../domain/ties.ts';
import type { ArchiveEnd } from './batch.ts';

/** Entries with the new captures that state them, saved whole or not at all. */
export interface EntryBatch {
  readonly captures: readonly Capture[];
  readonly entries: readonly LedgerEntry[];
  readonly archiveEnd?: ArchiveEnd;
}

/** How many entries there are of one state's presence in another. */
export interface PairCount {
  readonly sender: StateCode;
  readonly host: StateCode;
  readonly entries: number;
}

export interface LedgerStore {
  /** Adds entries; one that is known by its id stays as it is. Gives how many were new. */
  saveEntries(batch: EntryBatch): Promise<number>;
  /** Entries of one pair of states, in the order in which they were kept. */
  entriesOf(sender: StateCode, host: StateCode): Promise<readonly LedgerEntry[]>;
  /** All entries, or those of one sender. */
  entries(sender?: StateCode): Promise<readonly LedgerEntry[]>;
  knownEntries(ids: readonly EntryId[]): Promise<ReadonlySet<EntryId>>;
  /** Changes where entries or ties were added; a tie that was replaced in place does not change it. */
  ledgerVersion(): Promise<string>;
  /** Pairs of states with entries, most first. */
  presencePairs(): Promise<readonly PairCount[]>;
  /** Adds ties; one of the same states, kind, year and source is replaced. */
  saveTies(ties: readonly Tie[]): Promise<void>;
  /** Ties between two states in either direction, and facts of each alone. */
  tiesBetween(a: StateCode, b: StateCode): Promise<readonly Tie[]>;
  ties(): Promise<readonly Tie[]>;
}
