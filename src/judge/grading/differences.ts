/**
 * Values that cannot all be right, found among ranges of one thing: `at least 9` and `12` can both be,
 * `9` and `12` cannot. Linear in the items but for one sort of the sides that are shown.
 */
import type { CheckId } from '../../domain/ids.ts';
import type { Conflict, ConflictKind, ConflictSide, Evidence } from '../../domain/judgement.ts';
import type { Worded } from '../../domain/worded.ts';

/** One statement of a value. Two items exclude one another where their ranges do not touch. */
export interface RangeItem {
  /** What it is about: items of other keys are never compared. */
  readonly key: string;
  readonly subject: Worded;
  /** As it is shown. */
  readonly value: Worded;
  /** Both inclusive. */
  readonly low: number;
  readonly high: number;
  readonly evidence: readonly Evidence[];
  readonly check?: CheckId;
}

interface Group {
  readonly subject: Worded;
  readonly items: RangeItem[];
}

/** One conflict a key under which some items exclude others, with those items as sides. */
export function rangeConflicts(kind: ConflictKind, items: readonly RangeItem[]): Conflict[] {
  const groups = new Map<string, Group>();
  for (const item of items) {
    const group = groups.get(item.key);
    if (group === undefined) groups.set(item.key, { subject: item.subject, items: [item] });
    else group.items.push(item);
  }
  return [...groups.values()].flatMap(({ subject, items: all }) => {
    const leastHigh = all.reduce((least, { high }) => Math.min(least, high), Infinity);
    const mostLow = all.reduce((most, { low }) => Math.max(most, low), -Infinity);
    const apart = all.filter(({ low, high }) => low > leastHigh || high < mostLow);
    return apart.length === 0 ? [] : [{ kind, subject, sides: sidesOf(apart) }];
  });
}

/** One side a value as shown, from low to high. */
function sidesOf(items: readonly RangeItem[]): ConflictSide[] {
  const sides = new Map<
    string,
    { value: Worded; low: number; high: number; evidence: Evidence[]; checks: CheckId[] }
  >();
  for (const { value, low, high, evidence, check } of items) {
    const side = sides.get(value.en) ?? { value, low, high, evidence: [], checks: [] };
    sides.set(value.en, side);
    for (const one of evidence) side.evidence.push(one);
    if (check !== undefined) side.checks.push(check);
  }
  return [...sides.values()]
    .sort((a, b) => a.low - b.low || a.high - b.high)
    .map(({ value, evidence, checks }) => ({ value, evidence, checks }));
}
