/** Entries of the ledger from a counted diplomatic list: numbers, places in the list, and no names. */
import type { EntryDraft } from '../../../domain/ledger.ts';
import type { PresenceUnit, StateCode } from '../../../domain/reading.ts';
import type { Days } from '../../../domain/tenure.ts';
import type { FactSource } from '../../../domain/watch.ts';
import type { DiplomaticList, ListedMission } from './diplomatic-list.ts';
import type { Hint } from './plausible.ts';

/** Of which list. */
export interface ListStated {
  readonly host: StateCode;
  /** The day or month that the list is stated of. */
  readonly asOf: Days;
  readonly source: FactSource;
}

export interface ListEntries {
  readonly entries: readonly {
    readonly page: number;
    readonly line: number;
    readonly draft: EntryDraft;
  }[];
  /** Missions that gave none, and why. */
  readonly refused: readonly {
    readonly page: number;
    readonly line: number;
    readonly reason: string;
  }[];
}

/**
 * One entry a mission and unit. Units that no mission of the list has are not stated by it, and give
 * none; where one has them, 0 is a count of the others. What the hints say of a mission is noted in its entries.
 * A mission in which nobody was read is no 0; a state that stands there twice gives none: which is right, or whether they add up, is not known.
 */
export function listEntries(
  list: DiplomaticList,
  stated: ListStated,
  hints: readonly Hint[],
): ListEntries {
  const times = new Map<string, number>();
  for (const one of list.missions) times.set(keyOf(one), (times.get(keyOf(one)) ?? 0) + 1);
  const units = unitsOf(list);
  const entries: ListEntries['entries'][number][] = [];
  const refused: ListEntries['refused'][number][] = [];
  for (const mission of list.missions) {
    const { page, line, sender } = mission;
    const reason = faultOf(mission, stated.host, times);
    if (sender === undefined || reason !== undefined) {
      refused.push({ page, line, reason: reason ?? 'the state of this mission is not known.' });
      continue;
    }
    const note = hints
      .filter((hint) => hint.line === line && hint.page === page)
      .map(({ kind }) => kind)
      .join(', ');
    for (const [unit, count] of units) {
      const { elsewhere, post } = mission;
      const draft = draftOf(unit, count(mission), { ...stated, sender, elsewhere, post });
      entries.push({
        page,
        line,
        draft: note === '' ? draft : { ...draft, note: `look at: ${note}` },
      });
    }
  }
  return { entries, refused };
}

interface Range {
  readonly min: number;
  readonly max: number;
}
type Counted = readonly [PresenceUnit, (mission: ListedMission) => Range];

function unitsOf(list: DiplomaticList): readonly Counted[] {
  const all: readonly Counted[] = [
    ['diplomats', ({ diplomats }) => exactly(diplomats)],
    ['military', ({ military }) => exactly(military)],
    [
      'administrative-technical',
      ({ administrativeTechnical: max, doubtfulStaff }) => ({ min: max - doubtfulStaff, max }),
    ],
  ];
  return all.filter(
    ([unit, count]) => unit === 'diplomats' || list.missions.some((one) => count(one).max > 0),
  );
}

function exactly(count: number): Range {
  return { min: count, max: count };
}

/** An embassy and the consulates of one state are two. */
function keyOf({ sender, post }: ListedMission): string {
  return `${sender} ${post}`;
}

function faultOf(
  mission: ListedMission,
  host: StateCode,
  times: ReadonlyMap<string, number>,
): string | undefined {
  const { sender, diplomats } = mission;
  if (sender === undefined) return 'the state of this mission is not known; enter it by hand.';
  if (sender === host) return `it is the host's own, ${host}; check whose list this is.`;
  if (diplomats === 0) {
    return 'nobody with a diplomatic rank was read; enter 0 by hand where the list says so.';
  }
  if (times.get(keyOf(mission)) !== 1)
    return `${sender} stands in the list twice; enter the right one by hand.`;
  return undefined;
}

function draftOf(
  unit: PresenceUnit,
  count: Range,
  of: ListStated & Pick<ListedMission, 'elsewhere' | 'post'> & { readonly sender: StateCode },
): EntryDraft {
  const stated = [
    unit === 'military'
      ? 'diplomatic list: defence attachés, who are among its diplomats'
      : 'diplomatic list',
    ...(of.post === 'consulate' ? ['its consulates together'] : []),
    ...(of.elsewhere ? ['the mission resides elsewhere'] : []),
  ].join('; ');
  return {
    sender: of.sender,
    host: of.host,
    measure: 'level',
    number: count,
    unit,
    scope: of.post,
    stated,
    asOf: of.asOf,
    kind: 'official-list',
    source: of.source,
  };
}
