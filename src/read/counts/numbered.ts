/** Counts of phrases with a number: "45 Russian embassy employees", "four consulates". */
import type { PresenceMeasure, PresenceScope, PresenceUnit } from '../../domain/reading.ts';
import { sentenceEnd, sentenceStart } from './bounds.ts';
import type { CountClass } from './count-lexicon.ts';
import type { Context, Draft } from './drafts.ts';
import { linkedMission, resolve } from './linked-missions.ts';
import { type Deed, isImposed, type Said, saidOf, stops } from './measures.ts';
import type { Mission } from './missions.ts';
import type { NumberPhrase } from './numbers.ts';
import type { Page } from './page.ts';
import { type Parties, partiesOf } from './parties.ts';
import { isElsewhere, isPresence } from './presence.ts';
import type { StaffPhrase } from './staff.ts';

/** The counts of a phrase with a number; two where the number changed "from 20 to 35". */
export function numberedDrafts(context: Context, phrase: StaffPhrase): Draft[] {
  const { page } = context;
  const base = joinedTo(context, phrase) ?? comparedTo(context, phrase);
  const alone = base === undefined ? saidAlone(context, phrase) : undefined;
  const said = base?.said ?? alone ?? saidBefore(context, phrase);
  if (said === undefined || phrase.many || !isCounted(phrase, said)) return [];
  if (isElsewhere(page, phrase, said.measure)) return [];
  const draft = draftOf(context, phrase, said, base);
  if (base === undefined && !isPresence(context, phrase, draft)) return [];
  return [...changes(page, draft, phrase.number), ...wholeOf(page, draft, phrase)];
}

/**
 * "a diplomat" and "its ambassador" count where they are expelled or recalled; "one of six diplomats"
 * is no level and no cap, unless it says how many work or remain.
 */
function isCounted(phrase: StaffPhrase, { measure, deed }: Said): boolean {
  const { number, total, unit, single, mission } = phrase;
  if (total !== undefined && deed.kind !== 'work' && STATES.has(measure)) return false;
  const sent = measure === 'expulsion' || measure === 'recall';
  if (number === undefined) {
    return sent && (unit === 'diplomats' || (single && mission !== undefined));
  }
  return sent || !number.article;
}

/** "three of its five consulates": there are five. */
function wholeOf({ marks }: Page, draft: Draft, { total, last, unit }: StaffPhrase): Draft[] {
  if (total === undefined || unit !== 'posts') return [];
  const named = marks.is(total.first - 1, 'its') || marks.is(total.first - 1, 'the');
  if (!named) return [];
  const { min, max, first } = total;
  return [{ ...draft, first, last, measure: 'level', number: { min, max }, certain: true }];
}

const STATES: ReadonlySet<PresenceMeasure> = new Set(['level', 'cap']);

function draftOf(context: Context, phrase: StaffPhrase, said: Said, base: Base | undefined): Draft {
  const { page, drafts } = context;
  const { first, last, number } = phrase;
  const { measure, deed } = said;
  const named = phrase.mission ?? base?.draft.mission ?? linkedMission(context, phrase, measure);
  const mission = named && resolve(context, named);
  const parties = partiesOf(page, {
    ...{ first, last, measure, deed, phrase, mission },
    base: base?.draft.parties,
    previous: drafts.at(-1)?.parties,
  });
  return {
    ...{ first, last, measure, parties, mission, deed, phrase },
    number: boundsOf(page, number, said),
    unit: unitOf(page, phrase, said, drafts.at(-1)),
    scope: scopeOf(phrase, mission, parties),
    certain: number?.negated === true || base?.compared === true,
    // "recalled its ambassador" counts nobody, but tells whose embassy is spoken of next.
    shown: number !== undefined || phrase.single,
  };
}

/** A cap of seven is seven, whether "up to seven" or "seven" is said; so is a fall "to seven". */
export function boundsOf(
  { marks }: Page,
  number: NumberPhrase | undefined,
  { measure, deed }: { readonly measure: PresenceMeasure; readonly deed?: Deed },
): { readonly min: number; readonly max: number | null } {
  if (number === undefined) return { min: 1, max: 1 };
  const { min, max, value, core } = number;
  const moved = deed?.kind === 'rise' || deed?.kind === 'fall';
  const exact = measure === 'cap' || (moved && measure === 'level' && marks.is(core - 1, 'to'));
  return exact ? { min: value, max: value } : { min, max };
}

/** "от 18 до 20 человек аккредитованы": the verb tells the unit. */
function unitOf(
  page: Page,
  phrase: StaffPhrase,
  { deed, measure }: Said,
  before: Draft | undefined,
): PresenceUnit {
  // "expelled four Cuban diplomats, and Cuba two Colombians"
  const nationals = page.refAt(phrase.head)?.form === 'demonym';
  if (nationals && before?.measure === measure) return before.unit;
  const accredited = phrase.unit === 'staff' && page.marks.is(deed.last - 1, 'accredited');
  return accredited && deed.kind === 'work' ? 'accredited' : phrase.unit;
}

/** "from 20 to 35" beside a word of change: two levels, or a cap. */
function changes(page: Page, draft: Draft, number: NumberPhrase | undefined): Draft[] {
  if (number === undefined || !number.fromTo || number.max === null) return [draft];
  const { min, max } = number;
  const { kind } = draft.deed ?? {};
  const moved = MOVES.some((one) => one === kind) || isShift(page, draft.deed);
  if (!moved && min < max) return [draft];
  const end = isImposed(page, draft.first) || draft.measure === 'cap' ? 'cap' : 'level';
  const split = number.core + 1;
  return [
    { ...draft, last: split, measure: 'level', number: { min, max: min }, certain: true },
    { ...draft, first: split + 1, measure: end, number: { min: max, max } },
  ];
}

const MOVES = ['rise', 'fall', 'cap', 'add'] as const;

/** "went from 14 to 39", "pasó de 14 a 39". */
const isShift = ({ marks }: Page, deed: Deed | undefined): boolean =>
  deed !== undefined && (marks.is(deed.last - 1, 'shift') || marks.is(deed.first, 'shift'));

interface Base {
  readonly draft: Draft;
  readonly said: Said;
  /** The level before: a fact, whatever is planned now. */
  readonly compared: boolean;
}

/** "14 diplomats and 22 technical staff": the second goes with the first. */
function joinedTo({ page, drafts }: Context, phrase: StaffPhrase): Base | undefined {
  const draft = drafts.at(-1);
  if (draft?.deed === undefined || draft.number === undefined) return undefined;
  let at = draft.last;
  if (phrase.first <= at || phrase.first - at > 5) return undefined;
  for (; at < phrase.first; at++) {
    const { text } = page.document.tokens[at]!;
    const joins = JOINS.some((kind) => page.marks.is(at, kind)) || /^[,(:–—]$/u.test(text);
    if (!joins) return undefined;
  }
  return { draft, said: { measure: draft.measure, deed: draft.deed }, compared: false };
}

/** "… and …", "…, including …", "…, из них …". */
const JOINS: readonly CountClass[] = ['and', 'to', 'part', 'the'];

const COMPARE: ReadonlySet<CountClass> = new Set(['compare']);

/** "down from 58 people": the level before. */
function comparedTo({ page, drafts }: Context, phrase: StaffPhrase): Base | undefined {
  const draft = drafts.at(-1);
  if (draft?.deed === undefined || phrase.sender !== undefined) return undefined;
  const before = page.marks.is(phrase.first - 1, 'the') ? phrase.first - 1 : phrase.first;
  const hit = page.marks.endingAt(before, COMPARE);
  const { tokens } = page.document;
  const same = tokens[draft.first]!.sentence === tokens[phrase.first]!.sentence;
  if (hit === undefined || !same) return undefined;
  return { draft, said: { measure: 'level', deed: draft.deed }, compared: true };
}

/** "16 diplomats work there, assisted by 30 technical staff": the level of the sentence goes on. */
function saidBefore({ page, drafts }: Context, phrase: StaffPhrase): Said | undefined {
  const draft = drafts.at(-1);
  if (draft?.deed === undefined || phrase.number === undefined) return undefined;
  if (phrase.sender !== undefined || !phrase.diplomatic) return undefined;
  const { tokens } = page.document;
  const same = tokens[draft.first]!.sentence === tokens[phrase.first]!.sentence;
  return same && draft.measure === 'level' ? { measure: 'level', deed: draft.deed } : undefined;
}

/** What is said of the phrase by its own sentence. */
function saidAlone(context: Context, phrase: StaffPhrase): Said | undefined {
  const { page } = context;
  const { first, last, unit } = phrase;
  const core = phrase.number?.core ?? first;
  const said = saidOf(page, { first, last, core, posts: unit === 'posts' });
  if (said !== undefined || phrase.number === undefined) return said;
  if (isOwned(page, phrase)) {
    return { measure: 'level', deed: { kind: 'have', first, last: first } };
  }
  const held = phrase.place !== undefined || phrase.mission !== undefined;
  if (!held || !(phrase.definite || isVerbless(page, first))) return undefined;
  return { measure: 'level', deed: { kind: 'with', first, last: first } };
}

/** "У Ирана в Каракасе 25 дипломатов." */
function isOwned(page: Page, { first }: StaffPhrase): boolean {
  const start = Math.max(sentenceStart(page, first), first - OWNER_REACH);
  for (let at = first - 1; at >= start && !stops(page, at); at--) {
    if (page.marks.is(at, 'whose') && page.refAt(at + 1) !== undefined) return true;
  }
  return false;
}
/** Words between an owner and what is owned. */
const OWNER_REACH = 6;

/** Words of a sentence that are looked at for a verb. */
const SENTENCE_REACH = 30;

/** A headline or a caption: nothing is said but the number. */
function isVerbless(page: Page, at: number): boolean {
  const { tags } = page.document;
  const start = sentenceStart(page, at);
  const end = Math.min(sentenceEnd(page, at), start + SENTENCE_REACH);
  for (let i = start; i < end; i++) {
    if (tags[i] === 'VERB' && !page.marks.is(i, 'attached')) return false;
  }
  return true;
}

function scopeOf(
  { here }: StaffPhrase,
  mission: Mission | undefined,
  { sender, host }: Parties,
): PresenceScope {
  if (mission !== undefined) return mission.scope;
  return here || sender !== undefined || host !== undefined ? 'country' : 'unstated';
}
