/**
 * Whose verb it is: the subject of a verb group, by what stands to its left; joined verbs and participles
 * share that of the verb group before or of the main clause. Subjects are found from left to right,
 * once each, and each look is bounded, so the whole is linear.
 */
import {
  COORDINATORS,
  POSSESSIVES,
  QUESTION_WORDS,
  RELATIVES,
  SUBJECT_PRONOUNS,
  SUBORDINATORS,
} from './function-words.ts';
import { behindInsertion } from './insertions.ts';
import { isNominal } from './nominals.ts';
import type { Page } from './page.ts';
import { phraseBefore } from './phrase-before.ts';
import type { Range, VerbGroup } from './verb-groups.ts';

/** How many verb groups back a shared subject is looked for. */
const BACK = 6;
/** How many verb groups back the main clause is looked for. */
const MAIN = 14;
/** How many verb groups ahead the subject of an opening participle is looked for. */
const AHEAD = 3;
/** Prepositions and adverbs between a clause's verb and the noun that ends it. */
const LINKS = 4;
/** Prepositions before a participle that has the subject of the main clause ("by saying"). */
const MANNER = /^(?:by|in|after|before|while|without|for|of|from)$/;

/** The subject of the verb group at a place. */
export type Subjects = (place: number) => Range | undefined;

export function openSubjects(page: Page): Subjects {
  const known: (Range | undefined)[] = [];
  const subjectOf: Subjects = (place) => {
    while (known.length <= place) {
      const next = known.length;
      known.push(undefined);
      known[next] = findSubject(page, next, subjectOf);
    }
    return known[place];
  };
  return subjectOf;
}

function findSubject(page: Page, place: number, subjectOf: Subjects): Range | undefined {
  const group = page.groups[place]!;
  const { first: floor } = page.doc.sentences[group.sentence]!;
  switch (group.shape) {
    case 'gerund':
      return subjectOfGerund(page, place, floor, subjectOf);
    case 'infinitive':
      return subjectOfInfinitive(page, place, floor, subjectOf);
    case 'finite':
    case 'past':
      return subjectOfFinite(page, place, floor, subjectOf);
  }
}

function subjectOfFinite(
  page: Page,
  place: number,
  floor: number,
  subjectOf: Subjects,
): Range | undefined {
  const { doc } = page;
  const at = page.groups[place]!.first - 1;
  if (at < floor) return undefined;
  const { lower, text } = doc.tokens[at]!;
  if (text === ',') {
    return behindInsertion(page, at, floor) ?? sharedSubject(page, place, floor, subjectOf);
  }
  if (text === '—' || text === '–') return behindInsertion(page, at, floor);
  if (COORDINATORS.has(lower)) return sharedSubject(page, place, floor, subjectOf);
  if (isRelative(page, at, floor)) return { first: at, last: at + 1 };
  return withClause(page, phraseBefore(page, at + 1, floor), floor, subjectOf);
}

/** Whether "that", "which" and the like stand for somebody here. */
function isRelative({ doc }: Page, at: number, floor: number): boolean {
  const { lower } = doc.tokens[at]!;
  if (!RELATIVES.has(lower)) return false;
  if (lower === 'who' || lower === 'which') return true;
  return at > floor && (isNominal(doc, at - 1) || doc.tokens[at - 1]!.text === ',');
}

/** A phrase grown over a clause that ends with it: "the man who shot him", "voters asked by CBS". */
function withClause(
  page: Page,
  phrase: Range | undefined,
  floor: number,
  subjectOf: Subjects,
): Range | undefined {
  if (phrase === undefined || phrase.first <= floor) return phrase;
  const { doc } = page;
  let at = phrase.first - 1;
  const least = Math.max(floor, at - LINKS);
  while (at > least && /^(?:ADP|ADV|PART)$/.test(doc.tags[at]!)) at--;
  const inner = page.grouped[at]!;
  const group = page.groups[inner];
  if (group === undefined || group.last !== at + 1) return phrase;
  const before = antecedentEnd(page, inner, group, floor, subjectOf);
  if (before === undefined || before <= floor || !isNominal(doc, before - 1)) return phrase;
  const grown = phraseBefore(page, before, floor);
  return grown === undefined ? phrase : { first: grown.first, last: phrase.last };
}

/** Where the noun ends on which a relative clause or a participle hangs. */
function antecedentEnd(
  { doc }: Page,
  place: number,
  group: VerbGroup,
  floor: number,
  subjectOf: Subjects,
): number | undefined {
  const reduced = group.shape === 'past' && doc.tags[group.last] === 'ADP';
  if (group.shape === 'gerund' || reduced) return group.first > floor ? group.first : undefined;
  const owner = subjectOf(place);
  if (owner === undefined || owner.last - owner.first !== 1) return undefined;
  return RELATIVES.has(doc.tokens[owner.first]!.lower) ? owner.first : undefined;
}

/** Of joined verbs: that of the main clause behind a comma, else of the nearest verb with its own. */
function sharedSubject(
  page: Page,
  place: number,
  floor: number,
  subjectOf: Subjects,
): Range | undefined {
  const { doc, groups } = page;
  const group = groups[place]!;
  if (doc.tokens[group.first - 2]?.text === ',') {
    const main = mainSubject(page, place, floor, subjectOf);
    if (main !== undefined) return main;
  }
  let subordinate: Range | undefined;
  for (let back = place - 1; back >= 0 && back >= place - BACK; back--) {
    const other = groups[back]!;
    if (other.sentence !== group.sentence) break;
    if (other.shape !== 'finite' && other.shape !== 'past') continue;
    if (group.shape === 'past' && other.shape === 'finite' && other.bare) continue;
    const subject = subjectOf(back);
    if (subject === undefined) continue;
    if (!SUBORDINATORS.has(doc.tokens[subject.first - 1]?.lower ?? '')) return subject;
    subordinate ??= subject;
  }
  return subordinate;
}

/** The subject of the main clause so far: the first, or one that a joint or a quotation opens. */
function mainSubject(
  page: Page,
  place: number,
  floor: number,
  subjectOf: Subjects,
): Range | undefined {
  let from = place;
  while (from > 0 && from > place - MAIN && page.groups[from - 1]!.first >= floor) from--;
  let main: Range | undefined;
  for (let back = from; back < place; back++) {
    const { shape } = page.groups[back]!;
    if (shape === 'infinitive' || shape === 'gerund') continue;
    const subject = subjectOf(back);
    if (subject === undefined || subject === main) continue;
    const role = clauseOf(page, subject, floor);
    if (role === 'relative') continue;
    const opens = role === 'joined' || isTail(page, back, subject);
    if (main === undefined ? role !== 'subordinate' : opens) main = subject;
  }
  return main;
}

/** What clause a subject opens, by the words before it. */
function clauseOf(
  { doc }: Page,
  { first, last }: Range,
  floor: number,
): 'relative' | 'joined' | 'subordinate' | 'plain' {
  if (last - first === 1 && RELATIVES.has(doc.tokens[first]!.lower)) return 'relative';
  if (first <= floor) return 'plain';
  const { text, lower } = doc.tokens[first - 1]!;
  if (text === ';') return 'joined';
  if (COORDINATORS.has(lower) && doc.tokens[first - 2]?.text === ',') return 'joined';
  return SUBORDINATORS.has(lower) || lower === 'that' ? 'subordinate' : 'plain';
}

/** Whether a verb tells what stands before it ("…, Doe said, adding …"). */
function isTail({ doc, quoted, groups }: Page, place: number, subject: Range): boolean {
  const before = subject.first - 1;
  if (before < 0 || groups[place]!.verb?.plain?.takes.has('quote') !== true) return false;
  return doc.tokens[before]!.text === ',' || quoted[before]! >= 0;
}

function subjectOfGerund(
  page: Page,
  place: number,
  floor: number,
  subjectOf: Subjects,
): Range | undefined {
  const { doc } = page;
  const at = page.groups[place]!.first - 1;
  if (at >= floor && page.quoted[at]! < 0) {
    const { lower } = doc.tokens[at]!;
    if (isNominal(doc, at) && !QUESTION_WORDS.has(lower) && !POSSESSIVES.has(lower)) {
      return withClause(page, phraseBefore(page, at + 1, floor), floor, subjectOf);
    }
    const free = at <= floor || doc.tokens[at - 1]!.text === ',';
    if (doc.tags[at] === 'ADP' && !free && !MANNER.test(lower)) return undefined;
  }
  const main = mainSubject(page, place, floor, subjectOf);
  return main ?? (at < floor + 2 ? subjectAhead(page, place, subjectOf) : undefined);
}

/** Of a participle that opens its sentence: the subject behind the comma ("Citing costs, Doe said"). */
function subjectAhead(page: Page, place: number, subjectOf: Subjects): Range | undefined {
  const { sentence } = page.groups[place]!;
  for (let ahead = place + 1; ahead <= place + AHEAD; ahead++) {
    const other = page.groups[ahead];
    if (other?.sentence !== sentence) return undefined;
    if (other.shape !== 'finite' && other.shape !== 'past') continue;
    const subject = subjectOf(ahead);
    if (subject === undefined || subject.first > other.first) continue;
    if (page.doc.tokens[subject.first - 1]?.text === ',') return subject;
  }
  return undefined;
}

function subjectOfInfinitive(
  page: Page,
  place: number,
  floor: number,
  subjectOf: Subjects,
): Range | undefined {
  const { doc } = page;
  const group = page.groups[place]!;
  const at = group.first - 1;
  const previous = page.groups[place - 1];
  if (at < floor || previous?.sentence !== group.sentence) return undefined;
  const told = previous.last < at && SUBJECT_PRONOUNS.has(doc.tokens[previous.last]!.lower);
  if (told && isNominal(doc, at)) return phraseBefore(page, at + 1, previous.last);
  return subjectOf(place - 1);
}
