/**
 * Already debunked when it was repeated? Days between the check that was there first and each echo,
 * as bounds. Linear in checks and echoes.
 */
import type { Verdict } from '../../domain/checks.ts';
import type { ArticleId, CheckId } from '../../domain/ids.ts';
import type { DebunkedBefore } from '../../domain/judgement.ts';
import { lagOf, type Moment } from '../../domain/moment.ts';

const DAY = 86_400_000;

/** A fact-check of the claim in question. */
export interface MatchedCheck {
  readonly check: CheckId;
  /** What its rating comes down to; undefined or `other` where it states none that is known. */
  readonly verdict: Verdict | undefined;
  readonly checked: Moment | undefined;
  /** Whether a registry of disinformation cases lists it: to be listed there is the result. */
  readonly registered: boolean;
}

/** An article that carries the claim. */
export interface DatedEcho {
  readonly article: ArticleId;
  readonly published: Moment | undefined;
}

const REFUTING: ReadonlySet<Verdict> = new Set(['false', 'mostly-false', 'misleading', 'altered']);

/** Whether the check says that the claim does not hold as it is told. */
export function refutes({ verdict, registered }: Omit<MatchedCheck, 'check' | 'checked'>): boolean {
  if (verdict === undefined || verdict === 'other') return registered;
  return REFUTING.has(verdict);
}

/**
 * One row for each dated echo, in their order, against one check: of the dated ones that refute the
 * claim, the one that was surely there first. None without such a check. Days are fractions; they
 * are never rounded over 0, so that an order that is known stays known.
 */
export function debunkedBefore(
  checks: readonly MatchedCheck[],
  echoes: readonly DatedEcho[],
): DebunkedBefore[] {
  let first: { check: CheckId; checked: Moment } | undefined;
  for (const matched of checks) {
    const { check, checked } = matched;
    if (checked === undefined || !refutes(matched)) continue;
    if (first === undefined || isBefore({ check, checked }, first)) first = { check, checked };
  }
  if (first === undefined) return [];
  const { check, checked } = first;
  return echoes.flatMap(({ article, published }) => {
    if (published === undefined) return [];
    const { min, max } = lagOf(checked, published);
    return [{ article, check, days: { min: min / DAY, max: max / DAY } }];
  });
}

interface Dated {
  readonly check: CheckId;
  readonly checked: Moment;
}

/** By the moment at which it was there for sure; ties by the earliest it may have been, then by id. */
function isBefore(a: Dated, b: Dated): boolean {
  const order = a.checked.latest - b.checked.latest || a.checked.earliest - b.checked.earliest;
  return order === 0 ? a.check < b.check : order < 0;
}
