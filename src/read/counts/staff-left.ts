/** What stands before a noun of staff: "the number of", "four of the", "at least 45 Russian embassy". */

import { sentenceStart } from './bounds.ts';
import type { CountClass } from './count-lexicon.ts';
import type { NumberPhrase } from './numbers.ts';
import type { Page } from './page.ts';
import { type StaffFacts, type StaffTask, takeUnitWord } from './staff-facts.ts';
import { isCollective } from './staff-heads.ts';
import type { StateRef } from './state-refs.ts';

/** Words before the noun that are looked at. */
const BEFORE = 10;

/** Reads the words before the noun. */
export function readLeft(task: StaffTask, facts: StaffFacts): void {
  const { page, head } = task;
  const start = Math.max(sentenceStart(page, head), head - BEFORE);
  let at = head - 1;
  while (at >= start && facts.number === undefined) {
    const next = stepLeft(task, at, facts);
    if (next === undefined) break;
    facts.first = next + 1;
    at = next;
  }
  readBegin(page, at, facts, start);
  facts.whole ||= isCollective(page, head);
}

/** Takes what ends at a token; the token before it, or `undefined` where the phrase begins behind it. */
function stepLeft(task: StaffTask, at: number, facts: StaffFacts): number | undefined {
  const { page, missionAt } = task;
  const number = page.numberEnding(at + 1);
  if (number !== undefined) {
    const part = partOf(page, number);
    facts.number = part ?? number;
    facts.total = part && number;
    return facts.number.first - 1;
  }
  const mission = missionAt(at);
  if (mission !== undefined && mission.headLast === at + 1 && !mission.plural) {
    facts.mission = mission;
    facts.own ||= mission.own;
    return mission.first - 1;
  }
  const ref = page.refAt(at);
  if (ref === undefined) return modifies(task, at, facts) ? at - 1 : undefined;
  if (!takesSender(page, ref, facts)) return placedBefore(page, ref, facts);
  facts.sender = ref;
  return ref.first - 1;
}

/** "15 of the 40 diplomats": it is the 15 of whom something is said. */
export function partOf(
  { marks, numberEnding }: Page,
  { first }: NumberPhrase,
): NumberPhrase | undefined {
  const at = marks.is(first - 1, 'the') || marks.is(first - 1, 'its') ? first - 2 : first - 1;
  return marks.is(at, 'of') ? numberEnding(at) : undefined;
}

/** "число аккредитованных в Вене иранских дипломатов": where they are stands before. */
function placedBefore({ marks, document }: Page, ref: StateRef, facts: StaffFacts) {
  const at = ref.first - 2;
  const attached = marks.is(at, 'attached') || marks.is(at, 'accredited');
  if (document.language !== 'ru' || !marks.is(at + 1, 'in') || !attached) return undefined;
  if (facts.place !== undefined) return undefined;
  facts.place = ref;
  return at - 1;
}

function takesSender({ document }: Page, ref: StateRef, facts: StaffFacts): boolean {
  if (facts.sender !== undefined) return false;
  if (document.language === 'en') return ref.form !== 'place' || facts.mission === undefined;
  return ref.form === 'demonym';
}

const POSSESSIVE = /^['’]s?$/u;
const FRAMES: readonly CountClass[] = ['number-of', 'of', 'its', 'the'];
const MODIFIERS: ReadonlySet<string> = new Set(['ADJ', 'ADV', 'NOUN', 'PROPN', 'NUM']);

/** Whether a word before the noun belongs to it. */
function modifies({ page }: StaffTask, at: number, facts: StaffFacts): boolean {
  const { marks, document } = page;
  if (takeUnitWord(marks, at, facts)) return true;
  const { text, kind } = document.tokens[at]!;
  if (POSSESSIVE.test(text) || text === '-') return true;
  if (kind === 'mark' || page.isPerson(at)) return false;
  const tag = document.tags[at]!;
  if (tag === 'CCONJ') return joinsAdjectives(page, at);
  if (FRAMES.some((frame) => marks.is(at, frame))) return false;
  if (DEEDS.some((deed) => marks.is(at, deed)) || !MODIFIERS.has(tag)) return false;
  // "four European ambassadors".
  facts.many ||= marks.is(at, 'region');
  return true;
}

/** "administrative and technical staff". */
function joinsAdjectives({ marks, document }: Page, at: number): boolean {
  const isSide = (side: number) =>
    document.tags[side] === 'ADJ' ||
    marks.is(side, 'intelligence') ||
    marks.is(side, 'administrative') ||
    marks.is(side, 'diplomatic');
  return isSide(at - 1) && (isSide(at + 1) || document.tags[at + 1] === 'NOUN');
}

const DEEDS: readonly CountClass[] = [
  ...(['expel', 'order', 'leave', 'recall', 'add', 'rise', 'fall', 'arrive', 'cap'] as const),
  ...(['have', 'work', 'open', 'close', 'and', 'in', 'from', 'by', 'compare'] as const),
];

/** What stands before the modifiers: "the number of", "four of the", "its", "a". */
function readBegin(page: Page, from: number, facts: StaffFacts, start: number): void {
  const { marks } = page;
  const counted = facts.number !== undefined;
  let at = from;
  if (!counted && marks.is(at, 'article')) {
    facts.single = true;
    facts.first = at;
    return;
  }
  if (at >= start && (marks.is(at, 'its') || marks.is(at, 'the'))) {
    facts.own ||= marks.is(at, 'its');
    facts.definite = !marks.is(at, 'its');
    facts.first = at--;
  }
  if (counted) return;
  // "four of the officials", "25 los diplomáticos".
  const number = marks.is(at, 'of') ? page.numberEnding(at) : undefined;
  const before = number ?? (facts.definite ? page.numberEnding(at + 1) : undefined);
  const numberOf = marks.endingAt(at + 1, NUMBER_OF);
  if (before !== undefined && (number !== undefined || numberOf === undefined)) {
    facts.number = before;
    facts.first = before.first;
  } else if (numberOf !== undefined) {
    facts.whole = true;
    facts.first = numberOf.first;
  }
}
const NUMBER_OF: ReadonlySet<CountClass> = new Set(['number-of']);
