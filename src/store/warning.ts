/** What indicators are measured on, as narrow queries: nothing here reads all articles or readings. */
import type { ArticleId } from '../domain/ids.ts';
import type { Cascade } from '../domain/trace.ts';

/**
 * A date wider than this stands on no day, in milliseconds: one day in a zone that nobody states begins up to 14
 * hours before that of Greenwich and ends up to 12 behind it.
 */
export const DAY_WIDE = (14 + 24 + 12) * 3_600_000;

/** Milliseconds since the epoch, both inclusive. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

/** How many articles hold any of some words on one day. */
export interface DayCount {
  /** UTC, `YYYY-MM-DD`. */
  readonly day: string;
  readonly count: number;
}

/** When one outlet published, or one source named something new; ascending. */
export interface NamedTimes {
  /** A publisher's domain, or the id of a source. */
  readonly key: string;
  readonly outlet: string;
  readonly times: readonly number[];
}

export interface WarningStore {
  /** Cascades of at least so many publishers whose newest member was published in the period; widest first. */
  cascadesIn(period: Period, minReach: number, limit: number): Promise<readonly Cascade[]>;
  countCascadesIn(period: Period, minReach: number): Promise<number>;
  /** Articles that were read and surely published in the period, oldest first, behind the given one. */
  articlesIn(
    period: Period,
    after: ArticleId | undefined,
    limit: number,
  ): Promise<readonly ArticleId[]>;
  /**
   * Of articles that hold one of these words or phrases (the last word by its beginning), dated to within two days: how many were
   * published on each day of the period; days without any are left out. Later versions count once.
   */
  wordDays(beginnings: readonly string[], period: Period): Promise<readonly DayCount[]>;
  /** Those articles, oldest first. */
  articlesWithIn(
    beginnings: readonly string[],
    period: Period,
    limit: number,
  ): Promise<readonly ArticleId[]>;
  /** The newest `most` days on which each domain published, of those with at least `least` of them. */
  outletTimes(period: Period, least: number, most: number): Promise<readonly NamedTimes[]>;
  /** When each source of the watch named something new, the newest `most` times. */
  sourceTimes(most: number): Promise<readonly NamedTimes[]>;
  /** When the newest article was published, at the latest, and no later than `before`; undefined where none is dated. */
  newestPublished(before: number): Promise<number | undefined>;
}
