/**
 * What in a counted list calls for a look before it becomes entries: a mission without a head or with
 * two (two that a reader ran together), one out of alphabetical order, twice there, empty, unlike its
 * neighbours or an earlier list, or with sums unlike those stated. Hints, not errors: each list has
 * large missions and vacant posts. O(n log n) in the missions.
 */
import type { StateCode } from '../../../domain/reading.ts';
import type { DiplomaticList, ListedMission } from './diplomatic-list.ts';

export type HintKind =
  | 'unknown-state'
  | 'no-head'
  | 'several-heads'
  | 'empty'
  | 'twice'
  | 'out-of-order'
  | 'unlike-neighbours'
  | 'unlike-earlier'
  | 'gone'
  | 'other-total'
  | 'repeated-persons'
  | 'unread-pages'
  | 'unranked-persons'
  | 'ranked-family'
  | 'doubtful-staff';

/** One sentence on one mission; it names states, numbers and places in the list, and nobody. */
export interface Hint {
  readonly kind: HintKind;
  readonly sender: StateCode | undefined;
  /** Where the mission begins; absent for one that is not there. */
  readonly page?: number;
  readonly line?: number;
  readonly detail: string;
}

/** Counts of diplomats by sender, of an earlier list of the same host. */
export type EarlierList = ReadonlyMap<StateCode, number>;

/** Missions on either side that a mission is held against. */
const NEIGHBOURS = 4;
/** A mission is unlike its neighbours from so many times their median and so many people more. */
const TIMES = 4;
const MORE = 15;
/**
 * Standard errors of a change between two lists: the root of a Poisson count has variance 1/4, so
 * that √2·(√b − √a) is nearly standard normal (Bartlett 1936, doi:10.2307/2983678).
 */
const STEP = 3;
/** The share of missions in order from which a list is alphabetical. */
const ALPHABETICAL = 0.8;

/** Missions and pages that a hint on the whole list names. */
const NAMED = 8;

/**
 * What to look at, in the order of the list; what is said of the whole list stands first, missions that
 * are gone last. `unread` are pages on which no text was found.
 */
export function hintsOf(
  list: DiplomaticList,
  earlier?: EarlierList,
  unread: readonly number[] = [],
): readonly Hint[] {
  const { missions } = list;
  const misplaced = outOfOrder(missions);
  const whole = sumsOf(missions);
  const beside = medianBeside(missions);
  const seen = new Set<string>();
  const hints = missions.flatMap((mission, i) => {
    const hint = (kind: HintKind, detail: string): Hint => ({
      kind,
      sender: mission.sender,
      page: mission.page,
      line: mission.line,
      detail: `${placeOf(mission)}: ${detail}`,
    });
    const own = ownHints(mission, whole, hint);
    if (mission.sender !== undefined) {
      const key = `${mission.sender} ${mission.post}`;
      if (seen.has(key))
        own.push(hint('twice', `an earlier ${mission.post} is of this state too.`));
      seen.add(key);
    }
    if (misplaced.has(i)) own.push(hint('out-of-order', 'it stands out of alphabetical order.'));
    own.push(...besideHints(mission, beside.get(mission), hint));
    const before =
      mission.sender === undefined || mission.post === 'consulate'
        ? undefined
        : earlier?.get(mission.sender);
    if (before !== undefined && isStep(before, mission.diplomats)) {
      own.push(
        hint('unlike-earlier', `${mission.diplomats} diplomats, ${before} in the earlier list.`),
      );
    }
    return own;
  });
  return [...wholeHints(missions, unread), ...hints, ...goneHints(seen, earlier)];
}

/** Pages without text, and lines that name somebody and say nothing else. */
function wholeHints(missions: readonly ListedMission[], unread: readonly number[]): Hint[] {
  const hints: Hint[] = [];
  if (unread.length > 0) {
    hints.push({
      kind: 'unread-pages',
      sender: undefined,
      detail: `no text was found on ${listed(unread.map(String), 'page')}: blank, or an image whose people are not counted.`,
    });
  }
  const open = missions.filter(({ unranked }) => unranked > 0);
  if (open.length > 0) {
    const lines = open.reduce((sum, { unranked }) => sum + unranked, 0);
    const places = open.map((one) => `${placeOf(one)}: ${one.unranked}`);
    hints.push({
      kind: 'unranked-persons',
      sender: undefined,
      detail: `${lines} lines name a person without a rank and without a diplomat's surname; they are counted as nobody, as spouses are: ${listed(places)}.`,
    });
  }
  return hints;
}

function listed(all: readonly string[], noun?: string): string {
  const named = all.slice(0, NAMED).join(noun === undefined ? '; ' : ', ');
  const more = all.length > NAMED ? ` and ${all.length - NAMED} more` : '';
  return `${noun === undefined ? '' : `${noun}${all.length === 1 ? '' : 's'} `}${named}${more}`;
}

type Made = (kind: HintKind, detail: string) => Hint;

function ownHints(mission: ListedMission, whole: readonly number[], hint: Made): Hint[] {
  const { sender, heads, diplomats, repeated, totals, rankedFamily, doubtfulStaff } = mission;
  const hints: Hint[] = [];
  if (sender === undefined) {
    hints.push(hint('unknown-state', 'the state of this mission is not known; look at the line.'));
  }
  if (diplomats === 0) hints.push(hint('empty', 'nobody with a diplomatic rank was read here.'));
  else if (heads === 0 && mission.post === 'embassy')
    hints.push(hint('no-head', 'no head of mission was read here.'));
  else if (heads > 1) {
    hints.push(
      hint('several-heads', `${heads} heads of mission; two missions may have been run together.`),
    );
  }
  if (repeated > 0)
    hints.push(hint('repeated-persons', `${repeated} lines repeat an earlier one.`));
  if (rankedFamily > 0) {
    hints.push(
      hint(
        'ranked-family',
        `${rankedFamily} marked as family stand beside a rank; they are not counted.`,
      ),
    );
  }
  if (doubtfulStaff > 0) {
    hints.push(
      hint(
        'doubtful-staff',
        `${doubtfulStaff} of the other staff have the surname of the line before, as spouses have; the count is a range.`,
      ),
    );
  }
  const staff = diplomats + mission.administrativeTechnical;
  const other = totals.find((total) => ![diplomats, staff, ...whole].includes(total));
  if (other !== undefined) {
    hints.push(hint('other-total', `the list states a total of ${other}; ${staff} were counted.`));
  }
  return hints;
}

/** Diplomats and staff of the whole list: its last page may state them. */
function sumsOf(missions: readonly ListedMission[]): readonly number[] {
  const diplomats = missions.reduce((sum, one) => sum + one.diplomats, 0);
  return [diplomats, missions.reduce((sum, one) => sum + one.administrativeTechnical, diplomats)];
}

/** The median of the embassies beside each embassy; consulates are smaller, and held against nothing. */
function medianBeside(missions: readonly ListedMission[]): ReadonlyMap<ListedMission, number> {
  const embassies = missions.filter(({ post }) => post === 'embassy');
  const medians = embassies.flatMap((one, i) => {
    const beside = [
      ...embassies.slice(Math.max(0, i - NEIGHBOURS), i),
      ...embassies.slice(i + 1, i + 1 + NEIGHBOURS),
    ]
      .map(({ diplomats }) => diplomats)
      .sort((a, b) => a - b);
    const middle = beside[beside.length >> 1];
    return middle === undefined || beside.length < NEIGHBOURS ? [] : [[one, middle] as const];
  });
  return new Map(medians);
}

function besideHints(
  { diplomats: own }: ListedMission,
  middle: number | undefined,
  hint: Made,
): readonly Hint[] {
  if (middle === undefined || own < TIMES * middle || own < middle + MORE) return [];
  return [
    hint(
      'unlike-neighbours',
      `${own} diplomats; the median of the missions beside it is ${middle}.`,
    ),
  ];
}

function goneHints(seen: ReadonlySet<string>, earlier: EarlierList | undefined): readonly Hint[] {
  return [...(earlier ?? [])]
    .filter(([sender, count]) => count > 0 && !seen.has(`${sender} embassy`))
    .map(([sender, count]) => ({
      kind: 'gone' as const,
      sender,
      detail: `${sender}: ${count} diplomats in the earlier list, no mission in this one; its heading may not have been read.`,
    }));
}

function isStep(before: number, now: number): boolean {
  return Math.abs(Math.SQRT2 * (Math.sqrt(now) - Math.sqrt(before))) > STEP;
}

/**
 * Places of missions outside the longest run in alphabetical order (patience sorting, Fredman 1975,
 * doi:10.1016/0012-365X(75)90103-X); none where the list is not alphabetical.
 */
function outOfOrder(missions: readonly ListedMission[]): ReadonlySet<number> {
  const { compare } = new Intl.Collator('en', { sensitivity: 'base', ignorePunctuation: true });
  const named = missions.flatMap(({ name, post }, at) =>
    name === undefined || post === 'consulate' ? [] : [{ at, name }],
  );
  /** Place in `named` of the least last name of a run of each length, and what stands before it. */
  const ends: number[] = [];
  const before: number[] = [];
  named.forEach(({ name }, i) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(named[ends[middle]!]!.name, name) <= 0) low = middle + 1;
      else high = middle;
    }
    before[i] = ends[low - 1] ?? -1;
    ends[low] = i;
  });
  if (ends.length < named.length * ALPHABETICAL) return new Set();
  const places = new Set(named.map(({ at }) => at));
  for (let i = ends.at(-1) ?? -1; i >= 0; i = before[i]!) places.delete(named[i]!.at);
  return places;
}

function placeOf({ name, page, line }: ListedMission): string {
  return `page ${page}, line ${line}${name === undefined ? '' : ` (${name})`}`;
}
