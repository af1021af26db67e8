/**
 * Where the content behind a cue begins: what the cue may take, behind what may stand between ("in a
 * statement on Monday"). A look is bounded by `REACH` tokens.
 */

import { type ContentKind, startsFiniteClause } from './clauses.ts';
import type { CueEntry } from './cue-words.ts';
import {
  COORDINATORS,
  DAY_PARTS,
  DAY_WORDS,
  PERIODS,
  QUESTION_WORDS,
  SUBORDINATORS,
  WEEKDAYS,
} from './function-words.ts';
import type { Page } from './page.ts';
import { basePhraseAt, phraseAt } from './phrase-at.ts';

export interface Begun {
  readonly kind: ContentKind;
  readonly first: number;
  /** Where the cue ends, if a preposition or a colon that belongs to it leads to the content. */
  readonly led: number | undefined;
}

/** Words behind a verb of saying that are no content. */
const NOTHING = new Set('nothing little something much so goodbye hello'.split(' '));
/** How far behind a verb its content may begin, in tokens. */
const REACH = 30;

/** Where the content behind a verb begins, if it takes what stands there. */
export function contentBehind(
  page: Page,
  behind: number,
  end: number,
  entry: CueEntry,
): Begun | undefined {
  if (entry.takes.has('recipient')) {
    const told = recipientAt(page, behind, end);
    const begun = told === undefined ? undefined : seek(page, told, end, entry, false);
    if (begun !== undefined) return begun;
  }
  return seek(page, behind, end, entry, true);
}

/** Behind the one who is told something. */
function recipientAt(page: Page, at: number, end: number): number | undefined {
  if (at >= end || page.quoted[at]! >= 0) return undefined;
  const { lower } = page.doc.tokens[at]!;
  if (lower === 'that' && page.doc.tags[at] === 'SCONJ') return undefined;
  if (WEEKDAYS.has(lower) || QUESTION_WORDS.has(lower)) return undefined;
  return phraseAt(page, at, end)?.last;
}

/** `direct`: nothing stands between verb and `from`; nouns are contents only there. */
function seek(
  page: Page,
  from: number,
  end: number,
  entry: CueEntry,
  direct: boolean,
): Begun | undefined {
  const { doc } = page;
  const most = Math.min(end, from + REACH);
  let comma = false;
  let at = from;
  while (at < most) {
    const begun = beginsAt(page, at, end, entry, direct && at === from);
    if (begun !== undefined) return begun;
    const { text } = doc.tokens[at]!;
    if (text === ':') return behindColon(page, at, end);
    if (text === ',') {
      const that = thatBehindInsertion(page, at, end, entry);
      if (that !== undefined) return that;
      if (comma || isRelative(page, at + 1)) break;
      // "told the Courier, the Lantern reported": what was told stands in front.
      if (!direct && startsFiniteClause(page, at + 1, end)) break;
      comma = true;
      at++;
      continue;
    }
    const next = skipSetting(page, at, most);
    if (next === undefined) break;
    at = next;
  }
  return (
    (at === most ? quoteBehind(page, at, entry) : undefined) ?? thatBehind(page, at, most, entry)
  );
}

/** "told the Courier, which …": who was told, and no content. */
function isRelative({ doc }: Page, at: number): boolean {
  return /^(?:which|who|whose|whom)$/.test(doc.tokens[at]?.lower ?? '');
}

/** "reported, citing two officials, that …": the clause behind what stands between commas. */
function thatBehindInsertion(
  page: Page,
  comma: number,
  end: number,
  { takes }: CueEntry,
): Begun | undefined {
  const isInsertion =
    /^(?:ADP|ADV|SCONJ)$/.test(page.doc.tags[comma + 1] ?? '') ||
    page.groups[page.grouped[comma + 1] ?? -1]?.shape === 'gerund';
  if (!takes.has('clause') || !isInsertion) return undefined;
  const most = Math.min(end - 1, comma + REACH);
  for (let at = comma + 1; at < most; at++) {
    const group = page.groups[page.grouped[at]!];
    if (page.quoted[at]! >= 0 || group?.shape === 'finite') return undefined;
    if (page.doc.tokens[at]!.text !== ',') continue;
    const isLead = page.doc.tags[at + 1] === 'SCONJ' || (page.quoted[at + 2] ?? -1) >= 0;
    const isThat = page.doc.tokens[at + 1]!.lower === 'that' && isLead;
    if (isThat) return { kind: 'clause', first: at + 1, led: undefined };
  }
  return undefined;
}

function behindColon(page: Page, at: number, end: number): Begun | undefined {
  const first = at + 1;
  const opens = first < page.doc.tokens.length && page.quoted[first]! >= 0;
  if (first >= end && !opens) return undefined;
  return { kind: opens ? 'quote' : 'clause', first, led: first };
}

/** A clause with "that" behind what is no known setting, if neither verb nor quotation stands between. */
function thatBehind(page: Page, from: number, end: number, { takes }: CueEntry): Begun | undefined {
  if (!takes.has('clause')) return undefined;
  for (let at = from; at + 1 < end; at++) {
    const { lower, text } = page.doc.tokens[at]!;
    if (page.grouped[at]! >= 0 || page.quoted[at]! >= 0 || text === ',') return undefined;
    if (lower === 'that' && page.doc.tags[at] === 'SCONJ') {
      return { kind: 'clause', first: at, led: undefined };
    }
  }
  return undefined;
}

/** A quotation that begins the next sentence, as splitting put it. */
function quoteBehind(page: Page, at: number, { takes }: CueEntry): Begun | undefined {
  const before = page.doc.tokens[at - 1];
  if (before?.text !== ',' || !takes.has('quote')) return undefined;
  const quote = page.quotes[page.quoted[at] ?? -1];
  return quote?.first === at ? { kind: 'quote', first: at, led: undefined } : undefined;
}

/** `direct`: nothing stands between the cue and `at`. */
function beginsAt(
  page: Page,
  at: number,
  end: number,
  entry: CueEntry,
  direct: boolean,
): Begun | undefined {
  const { takes, prepositions } = entry;
  const quote = page.quotes[page.quoted[at]!];
  if (quote !== undefined) {
    const spoken = takes.has('quote') || takes.has('after-quote') || takes.has('clause');
    const kind = spoken || (direct && takes.has('object')) ? 'quote' : undefined;
    return quote.first === at && kind ? { kind, first: at, led: undefined } : undefined;
  }
  const { lower } = page.doc.tokens[at]!;
  const kind = clauseKindAt(page, at, end, entry, direct);
  if (kind !== undefined) return { kind, first: at, led: undefined };
  if (prepositions.has(lower) && at + 1 < end && !isTime(page, at + 1, end)) {
    return { kind: 'object', first: at + 1, led: at + 1 };
  }
  if (takes.has('clause') && startsFiniteClause(page, at, end)) {
    return { kind: 'clause', first: at, led: undefined };
  }
  if (!direct || !(takes.has('bare') || takes.has('object'))) return undefined;
  if (!startsObject(page, at, end)) return undefined;
  return { kind: takes.has('bare') ? 'clause' : 'object', first: at, led: undefined };
}

/** What kind of clause its first word opens. */
function clauseKindAt(
  page: Page,
  at: number,
  end: number,
  { takes }: CueEntry,
  direct: boolean,
): ContentKind | undefined {
  const { doc } = page;
  const { lower } = doc.tokens[at]!;
  if (lower === 'that' && takes.has('clause') && at + 1 < end) {
    if (doc.tags[at] === 'SCONJ' || !direct || doc.tags[at + 1] !== 'NOUN') return 'clause';
  }
  if (takes.has('wh') && QUESTION_WORDS.has(lower) && (direct || !SUBORDINATORS.has(lower))) {
    return 'wh';
  }
  if (lower === 'to' && takes.has('infinitive') && (direct || !takes.has('object'))) {
    if (isInfinitive(page, at)) return 'infinitive';
  }
  return direct && takes.has('gerund') && isGerund(page, at) ? 'gerund' : undefined;
}

function isInfinitive(page: Page, at: number): boolean {
  const place = page.grouped[at]!;
  if (place >= 0) return page.groups[place]!.shape === 'infinitive';
  const tag = page.doc.tags[at + 1];
  return tag === 'VERB' || tag === 'AUX';
}

function isGerund(page: Page, at: number): boolean {
  const group = page.groups[page.grouped[at]!];
  return group?.shape === 'gerund' && group.first === at;
}

function startsObject(page: Page, at: number, end: number): boolean {
  const { doc } = page;
  const { lower } = doc.tokens[at]!;
  if (doc.tags[at] === 'CCONJ' || NOTHING.has(lower)) return false;
  return basePhraseAt(page, at, end) !== undefined && !isTime(page, at, end);
}

/** Whether a day or a span of time stands at `at`. */
function isTime(page: Page, at: number, end: number): boolean {
  const { doc } = page;
  const { lower } = doc.tokens[at]!;
  if (/^['’]s$/.test(doc.tokens[at + 1]?.text ?? '')) return false;
  if (WEEKDAYS.has(lower) || DAY_WORDS.has(lower)) return true;
  const phrase = basePhraseAt(page, at, end);
  return (
    phrase !== undefined &&
    doc.tags[at] !== 'PROPN' &&
    PERIODS.has(doc.tokens[phrase.last - 1]!.lower)
  );
}

/** Behind an adverb, a time or a place at `at`; undefined where none stands there. */
function skipSetting(page: Page, at: number, end: number): number | undefined {
  const { doc } = page;
  const { lower } = doc.tokens[at]!;
  const tag = doc.tags[at]!;
  if (tag === 'ADV' && !QUESTION_WORDS.has(lower)) return at + 1;
  if (WEEKDAYS.has(lower) || DAY_WORDS.has(lower)) {
    return DAY_PARTS.has(doc.tokens[at + 1]?.lower ?? '') ? at + 2 : at + 1;
  }
  if (tag === 'ADP') return phraseAt(page, at + 1, end)?.last;
  if (COORDINATORS.has(lower)) return undefined;
  const phrase = basePhraseAt(page, at, end);
  if (phrase === undefined) return undefined;
  return PERIODS.has(doc.tokens[phrase.last - 1]!.lower) ? phrase.last : undefined;
}
