/**
 * Numbers that stand alone and go on with a count told before: "today it has 12", "put the figure at
 * 11", "otros tres llegaron", "Italy expelled 30".
 */
import { firstFrom, sentenceStart, sentencesBetween } from './bounds.ts';
import type { CountClass, CountMarks } from './count-lexicon.ts';
import type { Context, Draft } from './drafts.ts';
import { resolve } from './linked-missions.ts';
import { type DeedKind, type Said, saidOf } from './measures.ts';
import type { Mission } from './missions.ts';
import { boundsOf } from './numbered.ts';
import type { NumberPhrase } from './numbers.ts';
import type { Page } from './page.ts';
import { subjectOf } from './parties.ts';
import type { StaffPhrase } from './staff.ts';
import type { StateRef } from './state-refs.ts';
import { wholeDrafts } from './whole-staff.ts';

/** Sentences over which a number goes on with a count. */
const NEAR_SENTENCES = 2;
/** Words between a number and what tells that it is a level: "now", "there", "the figure". */
const LEVEL_REACH = 5;
/** Words between a change and the level that it led to: "by nine employees to 40". */
const CHANGE_REACH = 4;
const COMPARE: ReadonlySet<CountClass> = new Set(['compare']);
const MOVES: ReadonlySet<DeedKind> = new Set(['arrive', 'expel', 'recall', 'leave']);

/** The counts of a number that no phrase of staff holds. */
export function bareDrafts(
  context: Context,
  number: NumberPhrase,
  phrases: readonly StaffPhrase[],
): Draft[] {
  const { page, drafts } = context;
  if (!standsAlone(page, number)) return [];
  const own = wholeDrafts(context, number, phrases);
  if (own.length > 0) return own;
  const base = drafts.at(-1);
  if (base === undefined || !base.shown) return [];
  if (sentencesBetween(page, base.first, number.core) > NEAR_SENTENCES) return [];
  const part = partOf(page, number, base, phrases);
  if (part !== undefined) return [part];
  const moved = movedBy(page, number);
  if (moved !== undefined) return [movedOn(page, number, base, moved)];
  const level = levelOn(context, number, base);
  return level === undefined ? [] : [level];
}

/** Words between a number and what it counts: "31 of whom are still". */
const PART_REACH = 4;
const PARTS: readonly CountClass[] = ['part', 'of', 'the', 'have', 'about'];

/** "64 people, 31 of them diplomats", "33 are technical staff", "31 son diplomáticos". */
function partOf(
  { marks }: Page,
  { first, last, min, max, negated }: NumberPhrase,
  base: Draft,
  phrases: readonly StaffPhrase[],
): Draft | undefined {
  const ranked = rankedBehind(marks, last);
  if (ranked >= 0) {
    const more = { first, last: ranked, unit: 'diplomats', measure: base.measure } as const;
    return { ...base, ...more, number: { min, max }, certain: negated };
  }
  const phrase = phrases[firstFrom(phrases, last)];
  if (phrase === undefined || phrase.number !== undefined || phrase.anybody) return undefined;
  if (phrase.first - last > PART_REACH || phrase.first === last) return undefined;
  for (let at = last; at < phrase.first; at++) {
    if (!PARTS.some((kind) => marks.is(at, kind))) return undefined;
  }
  const { unit } = phrase;
  return {
    ...base,
    ...{ first, last: phrase.last, unit, measure: base.measure, number: { min, max } },
    certain: negated,
  };
}

/** "18 of whom have diplomatic rank": the token behind it, or -1. */
function rankedBehind(marks: CountMarks, from: number): number {
  for (let at = from; at < from + PART_REACH + 2; at++) {
    const hit = marks.startingAt(at, 'ranked');
    if (hit !== undefined) return at === from ? -1 : hit.last;
    if (!RANKS.some((kind) => marks.is(at, kind))) return -1;
  }
  return -1;
}
const RANKS: readonly CountClass[] = [...PARTS, 'with'];

/** No noun behind it, and no year. */
function standsAlone({ document, marks, refAt }: Page, { core, last, min }: NumberPhrase): boolean {
  if (/^(?:19|20)\d\d$/.test(document.tokens[core]!.text) && min >= 1900) return false;
  const tag = document.tags[last];
  if (tag === undefined || refAt(last) !== undefined) return true;
  if (tag === 'NOUN' || tag === 'ADJ' || tag === 'PROPN' || tag === 'NUM' || tag === 'SYM') {
    return DEEDS.some((kind) => marks.is(last, kind)) && tag !== 'ADJ';
  }
  return true;
}
const DEEDS: readonly CountClass[] = ['arrive', 'expel', 'leave', 'recall', 'order'];

/** A deed right before the number or behind it: "Italy expelled 30", "otros tres llegaron". */
function movedBy(page: Page, number: NumberPhrase): Said | undefined {
  const said = saidOf(page, { ...number, posts: false });
  if (said === undefined || !MOVES.has(said.deed.kind)) return undefined;
  if (said.deed.first >= number.first) return said;
  const near = number.first - said.deed.last <= 2;
  return near && said.deed.kind !== 'arrive' ? said : undefined;
}

/** Those who moved are of the state named behind the number, else of the one told of before. */
function movedOn(page: Page, number: NumberPhrase, base: Draft, said: Said): Draft {
  const { first, last } = number;
  const { measure, deed } = said;
  const { parties } = base;
  const actor = measure === 'expulsion' ? subjectOf(page, number, deed) : undefined;
  const sender = page.refAt(last) ?? parties.sender;
  const host = [actor, parties.host, parties.sender].find((ref) => ref?.state !== sender?.state);
  return {
    ...base,
    ...{ first, last, measure, deed, parties: { sender, host } },
    number: boundsOf(page, number, said),
    certain: false,
  };
}

/** A level that goes on with the count before it, perhaps of another state or mission. */
function levelOn(context: Context, number: NumberPhrase, base: Draft): Draft | undefined {
  const { page } = context;
  const { first, last } = number;
  const state = page.refAt(first - 1) ?? ownerBehind(page, last);
  const named =
    missionBehind(context, number) ??
    missionServed(context, number) ??
    missionBefore(context, number);
  const owned = state !== undefined || named !== undefined;
  if (!owned && !isLevel(page, number, base)) return undefined;
  const mission = named && resolve(context, named);
  const other = state?.state === base.parties.host?.state ? undefined : state;
  const sender = mission?.sender ?? other ?? base.parties.sender;
  const has = page.marks.is(first - 1, 'have') || page.dateAt(first - 1) >= 0;
  const measure = base.measure === 'cap' && !has ? 'cap' : 'level';
  return {
    ...base,
    ...{ first, last, measure, deed: undefined },
    number: boundsOf(page, number, { measure }),
    scope: mission?.scope ?? base.scope,
    parties: { sender, host: mission?.host ?? base.parties.host },
    certain: number.negated,
  };
}

/** "46 de Estados Unidos", "46 for the US". */
function ownerBehind({ marks, refAt }: Page, last: number): StateRef | undefined {
  if (!marks.is(last, 'genitive')) return undefined;
  return refAt(last + 1) ?? (marks.is(last + 1, 'the') ? refAt(last + 2) : undefined);
}

/** "46 at the embassy of the United States". */
function missionBehind({ page, missions }: Context, { last }: NumberPhrase): Mission | undefined {
  const mission = missions[firstFrom(missions, last)];
  if (mission === undefined || mission.plural || !page.marks.is(last, 'place')) return undefined;
  return mission.first <= last + 2 ? mission : undefined;
}

/** "otros veinte están destinados en el consulado": they work at the mission behind. */
function missionServed({ page, missions }: Context, number: NumberPhrase): Mission | undefined {
  const { deed } = saidOf(page, { ...number, posts: false }) ?? {};
  if (deed?.kind !== 'work' || deed.first < number.last) return undefined;
  const mission = missions[firstFrom(missions, deed.last)];
  if (mission === undefined || mission.plural || !page.marks.is(deed.last, 'place')) {
    return undefined;
  }
  return mission.first <= deed.last + 2 ? mission : undefined;
}

/** "The embassy now has 15." */
function missionBefore({ page, missions }: Context, { first }: NumberPhrase): Mission | undefined {
  const mission = missions[firstFrom(missions, first) - 1];
  if (mission === undefined || mission.plural || mission.last < first - 4) return undefined;
  for (let at = mission.last; at < first; at++) {
    if (/^[,;:]$/.test(page.document.tokens[at]!.text)) return undefined;
  }
  return page.marks.is(first - 1, 'have') ? mission : undefined;
}

/** "Minsk mantiene 11": the same state has them. */
function isHeld({ marks, refAt }: Page, first: number, { parties }: Draft): boolean {
  const owner = marks.is(first - 1, 'have') ? refAt(first - 2) : undefined;
  return owner !== undefined && owner.state === parties.sender?.state;
}

/** "down from 58", "rose … to 40", "put the figure at 11", "today it has 12". */
function isLevel(page: Page, { first, core }: NumberPhrase, base: Draft): boolean {
  const { marks, document } = page;
  const before = marks.is(first - 1, 'the') ? first - 1 : first;
  if (marks.endingAt(before, COMPARE) !== undefined) return true;
  const changed = base.deed?.kind === 'rise' || base.deed?.kind === 'fall';
  if (changed && first >= base.last && first - base.last <= CHANGE_REACH) {
    return marks.is(core - 1, 'to') || marks.is(first - 1, 'to');
  }
  let now = false;
  let told = false;
  let has = false;
  for (let at = Math.max(sentenceStart(page, first), first - LEVEL_REACH); at < first; at++) {
    now ||= marks.is(at, 'now') || marks.is(at, 'there') || page.dateAt(at) >= 0;
    has ||= marks.is(at, 'have');
    told ||= marks.is(at, 'figure');
  }
  const dash = /^[—–-]$/u.test(document.tokens[first - 1]?.text ?? '');
  return told || (now && (dash || has)) || isHeld(page, first, base);
}
