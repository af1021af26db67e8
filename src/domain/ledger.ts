/**
 * The ledger of presence: how many of one state's staff are, came or went in another, each entry with
 * unit, scope, day and source. Counts only, never names. Entries of different unit or scope are never
 * added, compared or drawn together.
 */
import type { CaptureId, EntryId } from './ids.ts';
import type { Evidence } from './judgement.ts';
import type { PresenceMeasure, PresenceScope, PresenceUnit, StateCode } from './reading.ts';
import type { Days } from './tenure.ts';
import type { FactSource } from './watch.ts';

/** Who counted. */
export const ENTRY_SOURCES = ['official-list', 'ministry', 'press', 'dataset'] as const;
export type EntrySource = (typeof ENTRY_SOURCES)[number];

/** The host of a total over several states; `stated` or `note` says which. Never set beside one state's. */
export const SEVERAL_STATES: StateCode = 'SEVERAL';

/** An entry as a source states it, before it has an identity. */
export interface EntryDraft {
  readonly sender: StateCode;
  readonly host: StateCode;
  readonly measure: PresenceMeasure;
  /** Bounds as stated, both inclusive; `max` is null where no upper end is. Absent: a direction only. */
  readonly number?: { readonly min: number; readonly max: number | null };
  readonly unit: PresenceUnit;
  readonly scope: PresenceScope;
  /** Unit and scope in the source's own words, where they say more than the two above. */
  readonly stated?: string;
  /** The day, month or year that it is stated of. */
  readonly asOf?: Days;
  readonly kind: EntrySource;
  readonly source: FactSource;
  /** What the source or the desk notes of it: "includes 12 at the UN". */
  readonly note?: string;
  /** What belongs together: one wave of expulsions. */
  readonly episode?: string;
}

/**
 * How a row names the earlier entry that it corrects: by its id, or by its source and day among entries
 * of the same sender, host, measure, unit and scope; `asOf` absent: the one without a day.
 */
export type EntryReference =
  | { readonly kind: 'id'; readonly id: EntryId }
  | { readonly kind: 'stated'; readonly source: string; readonly asOf: Days | undefined };

/** An entry that the desk keeps: the passage that states it, or the captured file with its line. */
export interface LedgerEntry extends EntryDraft {
  readonly id: EntryId;
  readonly evidence: Evidence | { readonly capture: CaptureId; readonly line?: number };
  /** The earlier entry that this one corrects; both stay. */
  readonly supersedes?: EntryId;
}
