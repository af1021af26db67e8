/**
 * Rises and falls without a number: "the number of personnel at the Russian embassy has grown",
 * "expanded its diplomatic and intelligence personnel", "рост российской миссии".
 */

import { firstFrom, sentenceEnd, sentenceStart, sentencesBetween } from './bounds.ts';
import type { CountClass } from './count-lexicon.ts';
import type { Context, Draft } from './drafts.ts';
import { resolve } from './linked-missions.ts';
import { type Deed, stops } from './measures.ts';
import type { Mission } from './missions.ts';
import type { Page } from './page.ts';
import { partiesOf } from './parties.ts';
import { NO_SENDERS } from './presence.ts';
import type { StaffPhrase } from './staff.ts';

/** Words between a subject and its verb. */
const SUBJECT_REACH = 16;
/** Words between a verb and its object. */
const OBJECT_REACH = 7;

interface Grower {
  readonly first: number;
  readonly last: number;
  readonly phrase: StaffPhrase | undefined;
  readonly mission: Mission | undefined;
}

/** The counts of words of growth and decline that tell of no number found before. */
export function directionDrafts(context: Context, phrases: readonly StaffPhrase[]): Draft[] {
  const used = new Set(context.drafts.map(({ deed }) => deed?.first));
  const drafts: Draft[] = [];
  for (const { kind, first, last } of context.page.marks.hits) {
    if ((kind !== 'rise' && kind !== 'fall' && kind !== 'add') || used.has(first)) continue;
    const draft = directionDraft(context, { kind, first, last }, phrases);
    if (draft === undefined) continue;
    used.add(first);
    drafts.push(...withNumber(context.page, draft, last));
  }
  return drafts;
}

/** "The mission has been cut from 32 to 20", "to 20", "by 12": what it came to, or the change. */
function withNumber(page: Page, draft: Draft, from: number): Draft[] {
  const number = page.numbers.find(({ first }) => first >= from);
  if (number === undefined || number.first > from + NUMBER_REACH) return [draft];
  if (draft.phrase !== undefined || page.document.tags[number.last] === 'NOUN') return [draft];
  const { first, last, core, min, max, fromTo } = number;
  if (fromTo && max !== null) {
    const level = { ...draft, measure: 'level' as const, certain: true };
    return [
      { ...level, first, last: core + 1, number: { min, max: min } },
      { ...level, first: last - 1, last, number: { min: max, max } },
    ];
  }
  const by = page.marks.is(core - 1, 'by') || page.marks.is(first - 1, 'by');
  const to = page.marks.is(core - 1, 'to') || page.marks.is(first - 1, 'to');
  if (!by && !to) return [draft];
  return [{ ...draft, first, last, measure: by ? draft.measure : 'level', number: { min, max } }];
}

/** Words between a change and its number. */
const NUMBER_REACH = 2;

/** The count of a word of growth or decline, where staff or a mission grows or declines. */
function directionDraft(
  context: Context,
  deed: Deed,
  phrases: readonly StaffPhrase[],
): Draft | undefined {
  const { page } = context;
  const grower = objectOf(context, deed, phrases) ?? subjectOf(context, deed, phrases);
  if (grower === undefined) return figureDraft(context, deed);
  const { phrase, first, last } = grower;
  const named = phrase?.mission ?? grower.mission;
  const mission = named && resolve(context, named);
  const measure = deed.kind === 'fall' ? 'fall' : 'rise';
  const parties = partiesOf(page, {
    ...{ first, last, measure, deed, mission, base: undefined, previous: undefined },
    phrase: phrase ?? missionPhrase(grower),
  });
  if (parties.sender === undefined || NO_SENDERS.has(parties.sender.state)) return undefined;
  if (!isSure(grower, mission)) return undefined;
  return {
    ...{ measure, number: undefined, parties, mission, deed, phrase, certain: false, shown: true },
    first: Math.min(first, deed.first),
    last: Math.max(last, deed.last),
    unit: phrase?.unit ?? 'unstated',
    scope: mission?.scope ?? 'country',
  };
}

/** Staff of a mission, diplomats, or a mission itself that the text gave a sender. */
function isSure({ phrase }: Grower, mission: Mission | undefined): boolean {
  if (phrase === undefined) return mission?.sender !== undefined || mission?.own === true;
  const { sender, own, place, diplomatic } = phrase;
  const known = sender !== undefined || own || place !== undefined;
  return mission !== undefined || (diplomatic && known);
}

/** Words between "the number" and "has tripled". */
const FIGURE_REACH = 4;
/** Sentences over which "the number" goes on with a count. */
const NEAR_SENTENCES = 1;

/** "The number has tripled since": of those counted right before. */
function figureDraft({ page, drafts }: Context, deed: Deed): Draft | undefined {
  const base = drafts.findLast(({ first }) => first < deed.first);
  if (deed.kind === 'add' || base?.shown !== true) return undefined;
  if (sentencesBetween(page, base.first, deed.first) > NEAR_SENTENCES) return undefined;
  const start = Math.max(sentenceStart(page, deed.first), deed.first - FIGURE_REACH);
  for (let at = deed.first - 1; at >= start; at--) {
    if (page.document.tokens[at]!.text === ',' || stops(page, at)) return undefined;
    const tells = page.marks.is(at, 'figure') || page.marks.is(at, 'number-of');
    if (!tells) continue;
    const measure = deed.kind === 'fall' ? 'fall' : 'rise';
    const { last } = deed;
    return { ...base, first: at, last, measure, number: undefined, deed, certain: false };
  }
  return undefined;
}

/** A mission taken for the phrase, so that its subject is asked for as with staff. */
function missionPhrase({ mission }: Grower): StaffPhrase | undefined {
  if (mission === undefined) return undefined;
  const { first, last, head, own, sender, host } = mission;
  return {
    ...{ first, last, head, own, sender, mission, unit: 'unstated' },
    ...{
      number: undefined,
      total: undefined,
      anybody: false,
      single: false,
      whole: true,
      definite: true,
      place: host,
    },
    ...{ here: false, region: mission.region, many: false, diplomatic: true },
  };
}

const LINKS: readonly CountClass[] = [
  'genitive',
  'in',
  'its',
  'the',
  'number-of',
  'article',
  'about',
];

/** "expanded its personnel", "growth of the Russian mission", "creció el número de diplomáticos". */
function objectOf(
  { page, missions }: Context,
  deed: Deed,
  phrases: readonly StaffPhrase[],
): Grower | undefined {
  const end = Math.min(sentenceEnd(page, deed.first), deed.last + OBJECT_REACH);
  for (let at = deed.last; at < end; at++) {
    const phrase = phrases[firstFrom(phrases, at)];
    if (phrase !== undefined && phrase.first <= at && at <= phrase.head)
      return ofPhrase(page, phrase);
    const mission = missions[firstFrom(missions, at)];
    if (mission !== undefined && mission.first <= at && !mission.plural) return ofMission(mission);
    const tag = page.document.tags[at];
    const passes =
      LINKS.some((kind) => page.marks.is(at, kind)) ||
      tag === 'ADV' ||
      tag === 'ADJ' ||
      tag === 'DET' ||
      tag === 'PRON';
    if (!passes && page.refAt(at) === undefined) return undefined;
  }
  return undefined;
}

/** "The number of agents registered at the embassy has doubled." */
function subjectOf(
  { page, missions }: Context,
  deed: Deed,
  phrases: readonly StaffPhrase[],
): Grower | undefined {
  if (deed.kind === 'add') return undefined;
  const start = Math.max(sentenceStart(page, deed.first), deed.first - SUBJECT_REACH);
  for (let at = deed.first - 1; at >= start; at--) {
    const place = firstFrom(phrases, at + 1) - 1;
    const phrase = phrases[place];
    if (phrase !== undefined && phrase.first <= at && at < phrase.last)
      return ofPhrase(page, phrase);
    const mission = missions[firstFrom(missions, at + 1) - 1];
    if (mission !== undefined && mission.first <= at && at < mission.last) {
      return mission.plural || isLed(page, mission) ? undefined : ofMission(mission);
    }
    if (stops(page, at) || /^[;:]$/.test(page.document.tokens[at]!.text)) return undefined;
    if (page.document.tags[at] === 'NOUN' && page.dateAt(at) < 0 && !isAdverbial(page, at)) {
      return undefined;
    }
  }
  return undefined;
}

/** "near the embassy", "visas issued by the consulate": not the embassy itself. */
function isLed({ document, marks }: Page, { first, head }: Mission): boolean {
  const before = marks.is(first - 1, 'the') ? first - 2 : first - 1;
  if (document.tags[before] === 'ADP') return true;
  const own = document.cases?.[head];
  if (own === 'Ins' || own === 'Loc' || own === 'Dat') return true;
  const start = Math.max(sentenceStart({ document }, first), first - OBJECT_REACH);
  for (let at = start; at < first; at++) if (marks.is(at, 'number-of')) return true;
  return false;
}

/** A noun that does not come between: "of late", "в последние месяцы". */
function isAdverbial({ marks, document }: Page, at: number): boolean {
  return marks.is(at - 1, 'place') || document.tags[at - 1] === 'ADP' || marks.is(at, 'percent');
}

/** Only all staff grows: "12 diplomats" do not, nor does "the ambassador". */
function ofPhrase({ document }: Page, phrase: StaffPhrase): Grower | undefined {
  const { number, whole, diplomatic, first, last, head } = phrase;
  if (number !== undefined || phrase.unit === 'posts' || phrase.many) return undefined;
  const several = SEVERAL[document.language].test(document.tokens[head]!.lower);
  if (!whole && !(diplomatic && several)) return undefined;
  return { first, last, phrase, mission: undefined };
}

/** Endings of nouns in the plural. */
const SEVERAL = { en: /s$/, es: /s$/, ru: /(?:[ыи]|[оае]в|ей|[ая]ми?|[ая]х)$/u } as const;

const ofMission = (mission: Mission): Grower => ({
  first: mission.first,
  last: mission.last,
  phrase: undefined,
  mission,
});
