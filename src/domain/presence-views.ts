/** Presence as people and programs see it: series of like entries, never mixed; sentences with their ranges. */
import type { EntryId } from './ids.ts';
import type { Evidence } from './judgement.ts';
import type { EntrySource, LedgerEntry } from './ledger.ts';
import type { PresenceMeasure, PresenceScope, PresenceUnit, Stance, StateCode } from './reading.ts';
import type { Days } from './tenure.ts';
import type { Tie } from './ties.ts';
import type { FactSource } from './watch.ts';

/** One entry; fewer than three people are shown as a range, so that nobody can be singled out. */
export interface EntryView {
  readonly id: EntryId;
  /** `72`, `1–2`, `at least 9`; absent where only a direction is stated. */
  readonly count: string | undefined;
  readonly asOf: Days | undefined;
  readonly kind: EntrySource;
  readonly source: FactSource;
  readonly stated: string | undefined;
  readonly note: string | undefined;
  readonly evidence: LedgerEntry['evidence'];
}

/** A change between two entries of one series. */
export interface StepView {
  readonly from: EntryId;
  readonly to: EntryId;
  readonly kind: 'step' | 'within-noise';
  readonly direction: 'up' | 'down' | 'none';
  /** What changed by how much, how sure that is, and what keeps one from being sure. */
  readonly sentence: string;
}

/** Entries of one measure, unit and scope: these may be put side by side, and no others. */
export interface SeriesView {
  readonly measure: PresenceMeasure;
  readonly unit: PresenceUnit;
  readonly scope: PresenceScope;
  /** Where unit or scope is not stated: whose words hold the series together. */
  readonly unverified: { readonly source: string; readonly stated: string } | undefined;
  readonly entries: readonly EntryView[];
  /** Entries of the same days that differ: kept side by side. */
  readonly differing: readonly (readonly EntryId[])[];
  readonly steps: readonly StepView[];
  /** Change points of a long series, one sentence each. */
  readonly changes: readonly string[];
}

/** An entry that another one corrects: shown, and counted nowhere. */
export interface SupersededView extends EntryView {
  readonly measure: PresenceMeasure;
  readonly unit: PresenceUnit;
  readonly scope: PresenceScope;
  /** What corrects it. */
  readonly by: readonly EntryId[];
}

/** One latest count beside what would be expected. */
export interface SizeView {
  readonly entry: EntryId;
  readonly count: string;
  readonly unit: PresenceUnit;
  readonly scope: PresenceScope;
  readonly verdict: 'above' | 'within' | 'below' | 'divided' | 'cannot-say';
  readonly reason: string | undefined;
  /** By each set of predictors: the interval, and what it rests on. */
  readonly expected: readonly {
    readonly set: string;
    readonly low: number;
    readonly mean: number;
    /** Null: no upper end. */
    readonly high: number | null;
    readonly beyond: readonly string[];
  }[];
}

/** How well an expectation fits, and how far it carries to hosts that it has not seen. */
export interface FitView {
  readonly unit: PresenceUnit;
  readonly set: string;
  readonly observations: number;
  readonly hosts: number;
  readonly r2: number;
  readonly leftOutR2: number;
  readonly leftOutSpearman: number;
}

export interface DisplacementView {
  readonly unit: PresenceUnit;
  readonly sentences: readonly string[];
  /** What else would leave the same traces. */
  readonly rivals: readonly string[];
}

/** What readings tell of two states: a position of one on the other, or a meeting, visit or reception. */
export interface RelationView {
  readonly kind: 'position' | 'visit';
  /** Who holds the position, or acts; of a meeting either side. */
  readonly from: StateCode;
  readonly to: StateCode;
  /** Of a position. */
  readonly stance: Stance | undefined;
  /** What the position is on, as stated, where that is not the state itself and names nobody. */
  readonly topic: string | undefined;
  /** When it happened, as the text states it; a position has no day of its own. */
  readonly days: Days | undefined;
  /** The day, month or year of the first of these articles that tell it in the same words. */
  readonly told: string | undefined;
  /** A source of the article tells it, not the article itself. */
  readonly attributed: boolean;
  /** The words that tell it; cut where they are long. */
  readonly passage: string;
  /** Where they stand, article by article, in the order of publication. Never empty. */
  readonly evidence: readonly Evidence[];
}

/** The newest of them, newest first; `total` counts all that readings tell, each article for itself. */
export interface RelationsView {
  readonly total: number;
  /** How many of them `newest` was made of. */
  readonly read: number;
  readonly newest: readonly RelationView[];
}

export interface PresenceView {
  readonly sender: StateCode;
  readonly host: StateCode;
  readonly series: readonly SeriesView[];
  readonly superseded: readonly SupersededView[];
  /** Figures that add up, shown and never made. */
  readonly reconciliations: readonly string[];
  readonly size: {
    readonly sentence: string;
    readonly readings: readonly SizeView[];
    readonly fits: readonly FitView[];
    /** Why nothing is expected, where nothing is. */
    readonly cannotSay: readonly string[];
  };
  readonly displacement: readonly DisplacementView[];
  readonly ties: readonly Tie[];
  readonly relations: RelationsView;
}

/** The newest count of one host; several where sources of the same days differ. */
export interface HostCountView {
  readonly host: StateCode;
  /** Never empty; none of them is surely later than another. */
  readonly entries: readonly EntryView[];
}

/** What may be put on one map: counts of one unit and scope. */
export interface MapSeriesView {
  readonly unit: PresenceUnit;
  readonly scope: PresenceScope;
  /** Hosts with a count. */
  readonly hosts: number;
}

/** How many of one state's staff are where, of one unit and one scope only. */
export interface PresenceMapView {
  readonly sender: StateCode;
  /** All units and scopes that could be chosen, most hosts first. */
  readonly series: readonly MapSeriesView[];
  /** Absent where the ledger holds none. */
  readonly chosen: MapSeriesView | undefined;
  readonly counts: readonly HostCountView[];
  /** Standing levels whose unit or scope no source states: they may be put beside no others. */
  readonly unstated: number;
}
