/**
 * The only way to put entries side by side: like with like. A group has one sender, host, measure, unit and
 * scope; where unit or scope is not stated, one source and its words as well, as nothing else says that two
 * such counts count the same. Entries that differ stay, side by side. O(n log n).
 */

import type { EntryId } from '../domain/ids.ts';
import type { EntryDraft } from '../domain/ledger.ts';
import type { Days } from '../domain/tenure.ts';

/** An entry, kept or not yet: ids are needed only where entries correct each other. */
export interface SetEntry extends EntryDraft {
  readonly id?: EntryId;
  readonly supersedes?: EntryId;
}

export interface LikeGroup<E extends SetEntry> {
  readonly sender: E['sender'];
  readonly host: E['host'];
  readonly measure: E['measure'];
  readonly unit: E['unit'];
  readonly scope: E['scope'];
  /** The source and its words that hold the group together where unit or scope is not stated. */
  readonly unverified: { readonly source: string; readonly stated: string } | undefined;
  /** By first day, undated ones last; what another entry corrects is not among them. */
  readonly entries: readonly E[];
  /** Entries of the same days whose numbers have nothing in common: kept, never averaged. */
  readonly differing: readonly (readonly E[])[];
}

/** Groups entries; none is lost but those that another one corrects. */
export function likeWithLike<E extends SetEntry>(entries: readonly E[]): LikeGroup<E>[] {
  const corrected = new Set(entries.flatMap(({ supersedes }) => supersedes ?? []));
  const groups = new Map<string, E[]>();
  for (const entry of entries) {
    if (entry.id !== undefined && corrected.has(entry.id)) continue;
    const key = keyOf(entry);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [entry]);
    else group.push(entry);
  }
  return [...groups].map(([, group]) => {
    const { sender, host, measure, unit, scope } = group[0]!;
    const ordered = group.sort((a, b) => compareDays(a.asOf, b.asOf));
    const unverified = unverifiedOf(group[0]!);
    const differing = differingIn(ordered);
    return { sender, host, measure, unit, scope, unverified, entries: ordered, differing };
  });
}

function unverifiedOf(entry: EntryDraft): LikeGroup<SetEntry>['unverified'] {
  if (entry.unit !== 'unstated' && entry.scope !== 'unstated') return undefined;
  return { source: entry.source.name, stated: entry.stated ?? '' };
}

function keyOf(entry: EntryDraft): string {
  const { sender, host, measure, unit, scope } = entry;
  const own = unverifiedOf(entry);
  const words = own === undefined ? [] : [own.source, own.stated.toLowerCase()];
  return JSON.stringify([sender, host, measure, unit, scope, ...words]);
}

/** Order by first day, then last; undated ones last. */
export function compareDays(a: Days | undefined, b: Days | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  if (a.first !== b.first) return a.first < b.first ? -1 : 1;
  return a.last === b.last ? 0 : a.last < b.last ? -1 : 1;
}

/** Runs of entries that all share a day and whose numbers do not all share a value. */
function differingIn<E extends EntryDraft>(ordered: readonly E[]): E[][] {
  const runs: E[][] = [];
  let run: E[] = [];
  let ends = '';
  for (const entry of ordered) {
    const { asOf, number } = entry;
    if (asOf === undefined || number === undefined) continue;
    if (run.length > 0 && asOf.first > ends) {
      runs.push(run);
      run = [];
    }
    ends = run.length === 0 || asOf.last < ends ? asOf.last : ends;
    run.push(entry);
  }
  if (run.length > 0) runs.push(run);
  return runs.filter((one) => {
    let [low, high] = [0, Infinity];
    for (const { number } of one) {
      low = Math.max(low, number!.min);
      high = Math.min(high, number!.max ?? Infinity);
    }
    return low > high;
  });
}

/** True where both are dated and share a day. */
export function shareDay(a: Days | undefined, b: Days | undefined): boolean {
  return a !== undefined && b !== undefined && a.first <= b.last && b.first <= a.last;
}

/** True where both are dated and `a` ends before `b` begins. */
export function isEarlier(a: Days | undefined, b: Days | undefined): boolean {
  return a !== undefined && b !== undefined && a.last < b.first;
}
