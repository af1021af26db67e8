/**
 * The registry of offices: tenures found by the words for an office and by the names of persons.
 * Opening is O(t log t) in the tenures; a look-up is O(words of the phrase, tenures that it returns).
 */
import type { StateCode } from '../../domain/reading.ts';
import type { Tenure } from '../../domain/tenure.ts';
import type { PlacedTenure } from './held.ts';
import { type OfficePhrase, officePhrases } from './office-phrase.ts';
import { OF_EVERY_STATE } from './office-words.ts';
import { matchNames, nameKeys } from './person-names.ts';

/** One office with all that is known of who held it, by the day on which each began. */
export interface Office {
  readonly name: string;
  readonly state: StateCode | undefined;
  readonly towards: StateCode | undefined;
  readonly tenures: readonly PlacedTenure[];
}

/** How far a phrase names an office: that very one, or one of several that it could be. */
export interface NamedOffice {
  readonly office: Office;
  /** The phrase states whose office it is, or no other office of the registry has that name. */
  readonly certain: boolean;
}

export interface Offices {
  readonly tenures: number;
  /** Offices that the phrase can mean; none where it names a deputy's, an elect's, or no known one. */
  named(phrase: OfficePhrase): readonly NamedOffice[];
  /** Offices of which `keys` (of a name or an entity) held one, with the tenures and how they match. */
  heldBy(keys: readonly string[]): readonly HeldOffice[];
}

export interface HeldOffice {
  readonly office: Office;
  readonly tenures: readonly PlacedTenure[];
  readonly match: 'full' | 'surname';
}

interface Person {
  readonly names: readonly (readonly string[])[];
  readonly office: Office;
  readonly placed: PlacedTenure;
}

/** Opens a registry. Tenures of one office are those that name it alike, for one state. */
export function openOffices(tenures: readonly Tenure[]): Offices {
  const groups = new Map<string, Tenure[]>();
  for (const tenure of tenures) {
    const key = `${tenure.state ?? ''}|${tenure.office.toLowerCase()}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [tenure]);
    else group.push(tenure);
  }
  const byWords = new Map<string, Set<Office>>();
  const byKey = new Map<string, Person[]>();
  for (const group of groups.values()) {
    const office = officeOf(group);
    for (const phrase of phrasesOf(group)) put(byWords, wordsKey(phrase), office);
    for (const placed of office.tenures) {
      const person = { names: namesOf(placed.tenure), office, placed };
      for (const key of new Set(person.names.flat())) push(byKey, key, person);
    }
  }
  return {
    tenures: tenures.length,
    named: (phrase) => namedBy(phrase, byWords.get(wordsKey(phrase)) ?? new Set()),
    heldBy: (keys) => heldBy(keys, byKey),
  };
}

function officeOf(group: readonly Tenure[]): Office {
  const sorted = [...group].sort((a, b) => ordinal(a).localeCompare(ordinal(b)));
  const first = sorted[0]!;
  const own = phrasesOf(group);
  return {
    name: first.office,
    state: first.state ?? own.find(({ state }) => state !== undefined)?.state,
    towards: own.find(({ towards }) => towards !== undefined)?.towards,
    tenures: sorted.map((tenure, at) => ({
      tenure,
      successor: sorted.slice(at + 1).find((next) => isLater(next, tenure)),
    })),
  };
}

const ordinal = ({ from, to }: Tenure): string => from?.first ?? to?.first ?? '';

function isLater(next: Tenure, tenure: Tenure): boolean {
  return next.from !== undefined && tenure.from !== undefined && next.from.first > tenure.from.last;
}

/** «Canciller», of which only one reading is this office's, is read as the office's first name is. */
function phrasesOf(group: readonly Tenure[]): readonly OfficePhrase[] {
  const names = new Set(group.flatMap(({ office, officeNames }) => [office, ...officeNames]));
  const kind = officePhrases(group[0]!.office)[0]?.class;
  return [...names].flatMap((name) => {
    const phrases = officePhrases(name);
    const own = phrases.filter((phrase) => phrase.class === kind);
    return phrases.length > 1 && own.length > 0 ? own : phrases;
  });
}

function namesOf({ person, personNames }: Tenure): readonly (readonly string[])[] {
  return [person, ...personNames].map(nameKeys).filter((keys) => keys.length > 0);
}

/** What must be the same in two phrases; whose office it is, one of them may leave out. */
function wordsKey(phrase: OfficePhrase): string {
  const deputy = phrase.shades.has('deputy') ? 'deputy' : '';
  const elect = phrase.shades.has('elect') ? 'elect' : '';
  return [phrase.class, phrase.over, deputy, elect].join('|');
}

function namedBy(phrase: OfficePhrase, offices: ReadonlySet<Office>): readonly NamedOffice[] {
  const fitting = [...offices].filter(
    ({ state, towards }) =>
      (phrase.state === undefined || state === phrase.state) &&
      (phrase.towards === undefined || towards === phrase.towards),
  );
  return fitting.map((office) => ({ office, certain: isCertain(phrase, office, fitting.length) }));
}

/** Offices that every state has are named by their state only; a CIA or a Kremlin is one. */
function isCertain(phrase: OfficePhrase, office: Office, fitting: number): boolean {
  const whole =
    phrase.state !== undefined && (office.towards === undefined || phrase.towards !== undefined);
  return fitting === 1 && (whole || !isOfEveryState(phrase));
}

function isOfEveryState({ class: kind, over }: OfficePhrase): boolean {
  return (
    kind === 'ambassador' ||
    over.split(' ').every((word) => OF_EVERY_STATE.has(word) || word === '')
  );
}

function heldBy(
  keys: readonly string[],
  byKey: ReadonlyMap<string, readonly Person[]>,
): readonly HeldOffice[] {
  const found = new Map<Office, { tenures: Set<PlacedTenure>; match: 'full' | 'surname' }>();
  for (const { names, office, placed } of new Set(keys.flatMap((key) => byKey.get(key) ?? []))) {
    const matches = names.map((name) => matchNames(keys, name));
    const match = (['full', 'surname'] as const).find((one) => matches.includes(one));
    if (match === undefined) continue;
    const held = found.get(office) ?? { tenures: new Set(), match };
    // One name in full stands for the person; a namesake by surname is another.
    if (match === held.match) held.tenures.add(placed);
    else if (match === 'full') Object.assign(held, { tenures: new Set([placed]), match });
    found.set(office, held);
  }
  return [...found].map(([office, { tenures, match }]) => ({
    office,
    tenures: [...tenures],
    match,
  }));
}

function put<K, V>(sets: Map<K, Set<V>>, key: K, value: V): void {
  const set = sets.get(key);
  if (set === undefined) sets.set(key, new Set([value]));
  else set.add(value);
}

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
