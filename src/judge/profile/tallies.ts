/**
 * The counts behind one publisher's profile. All are numbers but the partners (one number each) and the
 * two histograms of delays, so that memory does not grow with the cascades.
 */
import type { ArticleId } from '../../domain/ids.ts';
import {
  type DebunkedBefore,
  ECHO_STANCES,
  type EchoStance,
  type StanceJudgement,
} from '../../domain/judgement.ts';
import { COPY_TYPES, type CopyType, type Echo } from '../../domain/trace.ts';
import { addValue, openQuantiles, type Quantiles } from './quantiles.ts';

/** What is known of a cascade's members besides their part in it. */
export interface MemberFacts {
  /** The registrable domain or account that published it; undefined: not known, and not counted. */
  publisherOf(article: ArticleId): string | undefined;
  /**
   * Against the first check that refutes what the cascade claims; `undated` where it is refuted, but
   * the check or the article has no date. Undefined: no check known to the desk refutes it.
   */
  debunkedOf(article: ArticleId): DebunkedBefore | 'undated' | undefined;
  stanceOf(article: ArticleId): StanceJudgement | undefined;
}

export interface Tallies {
  carried: number;
  earliest: number;
  ownCopies: number;
  reprints: number;
  reprinted: number;
  dropped: number;
  unknownCredit: number;
  /** What it carried without doubting or debunking it. */
  stoodBy: number;
  before: number;
  later: number;
  unordered: number;
  amplified: number;
  readonly stances: Record<EchoStance, number>;
  readonly copyTypes: Record<CopyType, number>;
  readonly from: Map<string, number>;
  readonly by: Map<string, number>;
  readonly leastLags: Quantiles;
  readonly greatestLags: Quantiles;
}

export function noTallies(): Tallies {
  return {
    carried: 0,
    earliest: 0,
    ownCopies: 0,
    reprints: 0,
    reprinted: 0,
    dropped: 0,
    unknownCredit: 0,
    stoodBy: 0,
    before: 0,
    later: 0,
    unordered: 0,
    amplified: 0,
    stances: zeros(ECHO_STANCES),
    copyTypes: zeros(COPY_TYPES),
    from: new Map(),
    by: new Map(),
    leastLags: openQuantiles(),
    greatestLags: openQuantiles(),
  };
}

function zeros<Key extends string>(keys: readonly Key[]): Record<Key, number> {
  return Object.fromEntries(keys.map((key) => [key, 0])) as Record<Key, number>;
}

/**
 * An article that carries what others do. Doubting or debunking a claim is no mark against who does
 * it: it counts in the stances alone.
 */
export function addCarried(own: Tallies, article: ArticleId, facts: MemberFacts): void {
  own.carried++;
  const judged = facts.stanceOf(article);
  if (judged !== undefined) own.stances[judged.stance]++;
  if (judged?.stance === 'doubts' || judged?.stance === 'debunks') return;
  if (judged?.amplifies) own.amplified++;
  own.stoodBy++;
  const debunked = facts.debunkedOf(article);
  if (debunked === undefined) return;
  if (debunked === 'undated') own.unordered++;
  else if (debunked.days.min > 0) own.before++;
  else if (debunked.days.max < 0) own.later++;
  else own.unordered++;
}

/** A reprint of an article of the publisher `from`. */
export function addReprint(own: Tallies, { parent, copyType, credit }: Echo, from: string): void {
  own.reprints++;
  increment(own.from, from);
  if (copyType !== undefined) own.copyTypes[copyType]++;
  if (credit === 'dropped') own.dropped++;
  if (credit === 'unknown') own.unknownCredit++;
  if (parent === undefined) return;
  addValue(own.leastLags, parent.lag.min);
  addValue(own.greatestLags, parent.lag.max);
}

/** A reprint of one of its articles by the publisher `by`. */
export function addReprinted(own: Tallies, by: string): void {
  own.reprinted++;
  increment(own.by, by);
}

function increment(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
