/** Counts as they are found, at tokens, before they are handed over. */
import type { PresenceMeasure, PresenceScope, PresenceUnit } from '../../domain/reading.ts';
import type { Deed } from './measures.ts';
import type { Mission } from './missions.ts';
import type { Page } from './page.ts';
import type { Parties } from './parties.ts';
import type { StaffPhrase } from './staff.ts';

export interface Draft {
  /** Tokens that state it, as a half-open range. */
  readonly first: number;
  readonly last: number;
  readonly measure: PresenceMeasure;
  readonly number: { readonly min: number; readonly max: number | null } | undefined;
  readonly unit: PresenceUnit;
  readonly scope: PresenceScope;
  readonly parties: Parties;
  readonly mission: Mission | undefined;
  readonly deed: Deed | undefined;
  readonly phrase: StaffPhrase | undefined;
  /** So it is, whatever the deed's status: "not more than 40", "down from 58". */
  readonly certain: boolean;
  /** False for what only tells the parties of later counts: "recalled its ambassador". */
  readonly shown: boolean;
}

/** What is known where a phrase or a number is met. */
export interface Context {
  readonly page: Page;
  readonly missions: readonly Mission[];
  /** Counts found before it, in order. */
  readonly drafts: readonly Draft[];
  /** The states whose staff they count. */
  readonly senders: ReadonlySet<string>;
}
