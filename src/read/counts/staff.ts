/**
 * Phrases that name staff: a noun with what stands around it, "at least 45 Russian embassy employees",
 * "17 diplomáticos de la embajada de España", "число китайских сотрудников", and posts, "four
 * consulates". Each looks at a few words on both sides of its noun.
 */
import type { PresenceUnit } from '../../domain/reading.ts';
import type { Mission } from './missions.ts';
import type { NumberPhrase } from './numbers.ts';
import type { Page } from './page.ts';
import { noFacts, type StaffTask } from './staff-facts.ts';
import { headAt, unitOf } from './staff-heads.ts';
import { partOf, readLeft } from './staff-left.ts';
import { readRight } from './staff-right.ts';
import type { StateRef } from './state-refs.ts';

export interface StaffPhrase {
  /** Tokens of the phrase, as a half-open range. */
  readonly first: number;
  readonly last: number;
  readonly head: number;
  readonly unit: PresenceUnit;
  readonly number: NumberPhrase | undefined;
  /** The whole of which the number is a part: "15 of the 40 diplomats". */
  readonly total: NumberPhrase | undefined;
  /** A noun of any people: what they are, the sentence says. */
  readonly anybody: boolean;
  /** "a diplomat": one, where the deed tells that it counts. */
  readonly single: boolean;
  /** "the number of …", or a noun of all staff ("personnel"): what a rise without a number needs. */
  readonly whole: boolean;
  readonly definite: boolean;
  /** "its diplomats". */
  readonly own: boolean;
  readonly sender: StateRef | undefined;
  /** The mission that the phrase names: "at the embassy". */
  readonly mission: Mission | undefined;
  /** Where they are: "in Mexico City". */
  readonly place: StateRef | undefined;
  /** "in the country". */
  readonly here: boolean;
  /** "in the region": a place that is no state. */
  readonly region: boolean;
  /** "of several countries", "European": of no one state. */
  readonly many: boolean;
  /** Whether the noun alone tells that they serve a state abroad. */
  readonly diplomatic: boolean;
}

/** The phrases of a document, in order of their nouns. */
export function staffPhrases(page: Page, missions: readonly Mission[]): StaffPhrase[] {
  const missionAt = missionsByToken(page, missions);
  const phrases: StaffPhrase[] = [];
  for (let at = 0; at < page.document.tokens.length; at++) {
    const head = headAt(page, at);
    if (head === undefined) continue;
    phrases.push(phraseAt({ page, missionAt, ...head }));
    at = head.headLast - 1;
  }
  for (const mission of missions) {
    if (mission.plural) phrases.push(postsAt(page, mission));
  }
  return phrases.sort((a, b) => a.head - b.head);
}

/** For each token the mission of whose phrase, up to its noun, it is part. */
function missionsByToken(
  { document }: Page,
  missions: readonly Mission[],
): (at: number) => Mission | undefined {
  const of = new Int32Array(document.tokens.length).fill(-1);
  for (const [place, { first, headLast }] of missions.entries()) of.fill(place, first, headLast);
  return (at) => missions[of[at] ?? -1];
}

function phraseAt(task: StaffTask): StaffPhrase {
  const facts = noFacts(task);
  readLeft(task, facts);
  readRight(task, facts);
  const { kind, head } = task;
  const { intelligence, administrative, accredited, consular, mixed, ...rest } = facts;
  const unit = unitOf(kind, { intelligence, administrative, accredited, consular, mixed });
  const known = kind !== 'staff' && kind !== 'people' && kind !== 'soldier';
  const told = unit === 'intelligence-officers' || unit === 'administrative-technical';
  const diplomatic = known || told || consular || accredited;
  const whole = rest.whole || kind === 'presence';
  return { ...rest, head, unit, whole, anybody: kind === 'people', diplomatic };
}

/** "four consulates in Poland". */
function postsAt(page: Page, mission: Mission): StaffPhrase {
  const at = mission.first;
  const all = page.numberEnding(at) ?? numberBefore(page, mission);
  const part = all && partOf(page, all);
  const number = part ?? all;
  return {
    first: number?.first ?? at,
    last: mission.last,
    head: mission.head,
    unit: 'posts',
    number,
    total: part && all,
    anybody: false,
    single: false,
    whole: false,
    definite: page.marks.is(at - 1, 'the'),
    own: mission.own,
    sender: mission.sender,
    mission: undefined,
    place: mission.host,
    here: false,
    region: mission.region,
    many: false,
    diplomatic: true,
  };
}

/** The number before the adjectives: "four Russian consulates". */
function numberBefore(page: Page, { first, head }: Mission): NumberPhrase | undefined {
  for (let at = head; at >= first; at--) {
    const number = page.numberEnding(at);
    if (number !== undefined) return number;
  }
  return page.marks.is(first - 1, 'of') ? page.numberEnding(first - 1) : undefined;
}
