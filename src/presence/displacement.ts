/**
 * Expulsions by place and date beside growth elsewhere afterwards, in ranges. That both were is all that is
 * said: growth *coincides with* expulsions, and the explanations that rival a move are attached, with what
 * speaks for each. One unit at a time, as units are never added. O(n log n).
 */

import { SEVERAL_STATES } from '../domain/ledger.ts';
import type { PresenceUnit, StateCode } from '../domain/reading.ts';
import type { Days } from '../domain/tenure.ts';
import {
  compareDays,
  isEarlier,
  type LikeGroup,
  likeWithLike,
  type SetEntry,
  shareDay,
} from './like-with-like.ts';

/** `atMost` null: no upper end can be stated. */
export interface CountRange {
  readonly atLeast: number;
  readonly atMost: number | null;
}

export interface PlaceRange<E extends SetEntry> extends CountRange {
  readonly host: StateCode;
  readonly entries: readonly E[];
}

export interface PlaceGrowth<E extends SetEntry> extends PlaceRange<E> {
  /** No unit or scope is stated, so that both ends may count different things. */
  readonly unverified: boolean;
}

/** What else would leave the same traces. */
export const RIVALS = [
  /** They went home, or where none is counted. */
  'not-moved',
  /** Unit or scope of the grown figures is not stated: what is counted may have changed. */
  'counted-otherwise',
  /** All growth is told by one source. */
  'one-source',
  /** It had begun to grow before the first expulsion. */
  'grew-before',
  /** A state grows where it has business: trade, migrants, a new consulate. */
  'own-reasons',
] as const;
export type Rival = (typeof RIVALS)[number];

export interface Displacement<E extends SetEntry> {
  readonly sender: StateCode;
  readonly unit: PresenceUnit;
  readonly period: Days;
  readonly expelled: readonly PlaceRange<E>[];
  readonly expelledInAll: CountRange;
  /** Totals over several states, as sources state them: not added to the places. */
  readonly statedTotals: readonly E[];
  /** Expulsions of no stated day: they may belong here or not, and are in no range. */
  readonly undated: readonly E[];
  readonly grown: readonly PlaceGrowth<E>[];
  readonly grownInAll: CountRange;
  /** The share of those expelled that no growth elsewhere could answer for, 0 to 1; null: nothing to share. */
  readonly unobserved: { readonly atLeast: number; readonly atMost: number } | null;
  /** Hosts without expulsions whose counts cannot be set side by side over time: growth there is not seen. */
  readonly unseen: readonly StateCode[];
  readonly rivals: readonly Rival[];
}

/**
 * Sets expulsions of one sender's people of one unit in a period beside levels of the same unit at hosts
 * that expelled none. Absent where no expulsion with a number is known of the period.
 */
export function displacementOf<E extends SetEntry>(
  entries: readonly E[],
  question: { readonly sender: StateCode; readonly unit: PresenceUnit; readonly period: Days },
): Displacement<E> | undefined {
  const { sender, unit, period } = question;
  const groups = likeWithLike(
    entries.filter((one) => one.sender === sender && one.unit === unit && one.number !== undefined),
  );
  const ever = groups
    .filter(({ measure }) => measure === 'expulsion')
    .flatMap((group) => group.entries);
  const all = ever.filter(({ asOf }) => shareDay(asOf, period));
  const placed = all.filter(({ host }) => host !== SEVERAL_STATES);
  if (placed.length === 0) return undefined;
  const expelled = byHost(placed).map(([host, list]) => ({
    host,
    entries: list,
    ...expelledIn(list),
  }));
  const first = placed.map(({ asOf }) => asOf!.first).sort()[0]!;
  const elsewhere = groups.filter(
    ({ measure, host }) =>
      measure === 'level' && host !== SEVERAL_STATES && !expelled.some((one) => one.host === host),
  );
  const growth = byHost(elsewhere).map(([host, list]) => grownAt(host, list, first));
  const grown = growth.flatMap((one) => one.growth ?? []);
  const expelledInAll = sumOf(expelled);
  const grownInAll = sumOf(grown);
  return {
    sender,
    unit,
    period,
    expelled,
    expelledInAll,
    statedTotals: all.filter(({ host }) => host === SEVERAL_STATES),
    undated: ever.filter(({ asOf }) => asOf === undefined),
    grown,
    grownInAll,
    unobserved: unobservedShare(expelledInAll, grownInAll),
    unseen: growth.flatMap((one) => (one.seen ? [] : [one.host])),
    rivals: rivalsOf(
      grown,
      growth.some((one) => one.grewBefore),
    ),
  };
}

function byHost<T extends { readonly host: StateCode }>(list: readonly T[]): [StateCode, T[]][] {
  const hosts = new Map<StateCode, T[]>();
  for (const one of list) {
    const known = hosts.get(one.host);
    if (known === undefined) hosts.set(one.host, [one]);
    else known.push(one);
  }
  return [...hosts].sort(([a], [b]) => (a < b ? -1 : 1));
}

/**
 * The range at one host. Entries whose days touch may tell of the same people (a wave, snapshots of it):
 * between the least and the greatest of them. Those of days apart are different people, and add up.
 */
function expelledIn(entries: readonly SetEntry[]): CountRange {
  const ordered = [...entries].sort((a, b) => compareDays(a.asOf, b.asOf));
  const waves: CountRange[] = [];
  let until = '';
  for (const { asOf, number } of ordered) {
    const { min, max } = number!;
    const wave = waves.at(-1);
    if (wave === undefined || asOf!.first > until) waves.push({ atLeast: min, atMost: max });
    else
      waves[waves.length - 1] = {
        atLeast: Math.min(wave.atLeast, min),
        atMost: wave.atMost === null || max === null ? null : Math.max(wave.atMost, max),
      };
    until = asOf!.last > until ? asOf!.last : until;
  }
  return sumOf(waves);
}

interface HostGrowth<E extends SetEntry> {
  readonly host: StateCode;
  readonly growth: PlaceGrowth<E> | undefined;
  /** Two counts of one kind, the later after the first expulsion, are known. */
  readonly seen: boolean;
  readonly grewBefore: boolean;
}

/** From the last level before `day` (else the first at all) to the last one, in each group of the host. */
function grownAt<E extends SetEntry>(
  host: StateCode,
  groups: readonly LikeGroup<E>[],
  day: string,
): HostGrowth<E> {
  const ranges: (CountRange & { from: E; to: E; unverified: boolean })[] = [];
  let grewBefore = false;
  for (const { entries, unverified } of groups) {
    const dated = entries.filter(({ asOf }) => asOf !== undefined);
    const earlier = dated.filter(({ asOf }) => asOf!.last < day);
    const [from, to] = [earlier.at(-1) ?? dated[0], dated.at(-1)];
    if (earlier.length > 1 && earlier.at(-1)!.number!.min > (earlier[0]!.number!.max ?? Infinity))
      grewBefore = true;
    if (from === undefined || to === undefined || to.asOf!.last < day) continue;
    if (!isEarlier(from.asOf, to.asOf)) continue;
    const [old, now] = [from.number!, to.number!];
    const atLeast = old.max === null ? 0 : Math.max(0, now.min - old.max);
    const atMost = now.max === null ? null : Math.max(0, now.max - old.min);
    ranges.push({ atLeast, atMost, from, to, unverified: unverified !== undefined });
  }
  const up = ranges.filter(({ atMost }) => atMost !== 0);
  // Groups of one host count overlapping people: the widest range over them, never their sum.
  const growth =
    up.length === 0
      ? undefined
      : {
          host,
          atLeast: Math.min(...ranges.map(({ atLeast }) => atLeast)),
          atMost: mostOf(up),
          entries: up.flatMap(({ from, to }) => [from, to]),
          unverified: up.some(({ unverified }) => unverified),
        };
  return { host, growth, seen: ranges.length > 0, grewBefore };
}

function mostOf(ranges: readonly CountRange[]): number | null {
  let most = 0;
  for (const { atMost } of ranges) {
    if (atMost === null) return null;
    most = Math.max(most, atMost);
  }
  return most;
}

function sumOf(ranges: readonly CountRange[]): CountRange {
  let [atLeast, atMost]: [number, number | null] = [0, 0];
  for (const range of ranges) {
    atLeast += range.atLeast;
    atMost = atMost === null || range.atMost === null ? null : atMost + range.atMost;
  }
  return { atLeast, atMost };
}

function unobservedShare(
  expelled: CountRange,
  grown: CountRange,
): Displacement<SetEntry>['unobserved'] {
  const share = (grew: number | null, of: number | null) => {
    if (grew === null) return 0;
    return of === null ? 1 : Math.min(1, Math.max(0, 1 - grew / of));
  };
  if (expelled.atLeast === 0) return null;
  return {
    atLeast: share(grown.atMost, expelled.atLeast),
    atMost: share(grown.atLeast, expelled.atMost),
  };
}

function rivalsOf(grown: readonly PlaceGrowth<SetEntry>[], grewBefore: boolean): Rival[] {
  if (grown.length === 0) return ['not-moved'];
  const sources = new Set(grown.flatMap(({ entries }) => entries.map(({ source }) => source.name)));
  const holds: Readonly<Record<Rival, boolean>> = {
    'not-moved': true,
    'counted-otherwise': grown.some(({ unverified }) => unverified),
    'one-source': sources.size === 1,
    'grew-before': grewBefore,
    'own-reasons': true,
  };
  return RIVALS.filter((rival) => holds[rival]);
}
