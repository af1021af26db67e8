/**
 * What judging keeps and asks for: published fact-checks, who held which office, and articles by
 * their words.
 */
import type { Capture } from '../domain/article.ts';
import type { FactCheck } from '../domain/checks.ts';
import type { ArticleId, CheckId } from '../domain/ids.ts';
import type { Tenure } from '../domain/tenure.ts';
import type { ArchiveEnd } from './batch.ts';

/** Fact-checks with the new captures that state them, saved whole or not at all. */
export interface CheckBatch {
  readonly captures: readonly Capture[];
  readonly checks: readonly FactCheck[];
  readonly archiveEnd?: ArchiveEnd;
}

export interface CheckCounts {
  readonly checks: number;
  /** Who checked, by name as stated, most checks first. */
  readonly checkers: readonly { readonly checker: string; readonly checks: number }[];
  readonly languages: readonly { readonly language: string; readonly checks: number }[];
  /** Changes with every change of what is kept, so that an index of it knows whether it is current. */
  readonly version: string;
}

/** Articles by the key of their outlet (`Article.domain`), each counted once whatever its versions. */
export interface OutletArticles {
  readonly domain: string;
  readonly articles: number;
  /** Those whose page a watch fetched more than once. */
  readonly followed: number;
  /** The name under which its articles came in, the last in the alphabet where there are several. */
  readonly name: string;
}

export interface JudgeStore {
  /** Saves fact-checks; one that is known by its id is replaced by what is stated of it now. */
  saveChecks(batch: CheckBatch): Promise<void>;
  /** Which of these are kept, each with the capture that states it. */
  knownChecks(ids: readonly CheckId[]): Promise<ReadonlyMap<CheckId, FactCheck['capture']>>;
  /** All fact-checks in the order in which they were first kept. */
  checks(): AsyncIterable<FactCheck>;
  checksByIds(ids: readonly CheckId[]): Promise<ReadonlyMap<CheckId, FactCheck>>;
  checkCounts(): Promise<CheckCounts>;

  /** Adds tenures; one of the same person, office and beginning from the same source is replaced. */
  saveTenures(tenures: readonly Tenure[]): Promise<void>;
  tenures(): Promise<readonly Tenure[]>;

  /** How many articles the desk holds of each outlet's key, and how many of them it looked at again. */
  outletArticles(): Promise<readonly OutletArticles[]>;

  /**
   * Articles whose title or text holds words that begin with any of `beginnings` (letters and digits;
   * case and accents do not count), those that hold more and rarer ones first; at most `limit`.
   */
  articlesWith(beginnings: readonly string[], limit: number): Promise<readonly ArticleId[]>;
}
