/** The noun phrase that ends at a place. A look is bounded by `REACH` tokens. */
import type { TaggedDocument } from '../../tagging/tagged.ts';
import { WEEKDAYS } from './function-words.ts';
import {
  BRACKETED_IN_PHRASE,
  endsPhrase,
  isInside,
  isNominal,
  isPersonal,
  JOINING,
  QUOTED_IN_PHRASE,
  startsPhrase,
} from './nominals.ts';
import type { Page } from './page.ts';
import type { Range } from './verb-groups.ts';

/** The longest noun phrase, in tokens. */
const REACH = 40;

/** A phrase while it grows to the left. */
interface Growth {
  first: number;
  readonly last: number;
  readonly least: number;
  /** Where "and" joins its last two members; -1 where nothing does. */
  joint: number;
}

/** The noun phrase that ends before `end`, not reaching before `floor`; undefined if none does. */
export function phraseBefore(page: Page, end: number, floor: number): Range | undefined {
  const { doc, quoted } = page;
  const last = withoutDay(page, end, floor);
  const growth = { first: last, last, least: Math.max(floor, last - REACH), joint: -1 };
  let at = last - 1;
  while (at >= growth.least) {
    const next = grow(page, growth, at);
    if (next === undefined) break;
    at = next;
  }
  let { first } = growth;
  while (first < last && !startsPhrase(doc, first) && quoted[first]! < 0) first++;
  if (first >= last) return undefined;
  return endsPhrase(doc, last - 1) || quoted[last - 1]! >= 0 ? { first, last } : undefined;
}

/** Without a day behind it ("Jane Doe on Friday said"). */
function withoutDay({ doc }: Page, last: number, floor: number): number {
  if (last - 1 <= floor || !WEEKDAYS.has(doc.tokens[last - 1]!.lower)) return last;
  return doc.tokens[last - 2]!.lower === 'on' ? Math.max(last - 2, floor) : last - 1;
}

/** Takes in the token at `at`, if it belongs there; the next place to look at, or undefined at the end. */
function grow(page: Page, growth: Growth, at: number): number | undefined {
  const { doc } = page;
  const quote = page.quotes[page.quoted[at]!];
  if (quote !== undefined) {
    const fits = quote.first >= growth.least && quote.last - quote.first <= QUOTED_IN_PHRASE;
    return fits ? take(growth, quote.first) : undefined;
  }
  const { lower } = doc.tokens[at]!;
  const tag = doc.tags[at]!;
  if (lower === ')') {
    const open = openBefore(doc, at, growth.least);
    return open === undefined ? undefined : take(growth, open);
  }
  if (tag === 'ADP' || tag === 'CCONJ' || lower === ',') {
    return joins(doc, growth, at) ? at - 1 : undefined;
  }
  const empty = growth.first === growth.last;
  if (!empty && WEEKDAYS.has(lower) && doc.tags[growth.first] === 'PROPN') return undefined;
  if (isPersonal(doc, at)) return growPronoun(doc, growth, at);
  if ((tag === 'VERB' && page.grouped[at]! >= 0) || !isInside(doc, at, empty)) return undefined;
  growth.first = at;
  return tag === 'DET' && at > growth.least && !goesOn(doc, at - 1) ? undefined : at - 1;
}

function take(growth: Growth, first: number): number {
  growth.first = first;
  return first - 1;
}

/** Whether a phrase can go on to the left of its article. */
function goesOn({ tags }: TaggedDocument, at: number): boolean {
  const tag = tags[at];
  return tag === 'ADP' || tag === 'DET' || tag === 'CCONJ' || tag === 'PUNCT';
}

/** Whether a preposition, "and" or a comma at `at` ties what grew to a noun before it. */
function joins(doc: TaggedDocument, growth: Growth, at: number): boolean {
  const { least, joint } = growth;
  if (growth.first === growth.last || at <= least) return false;
  if (!endsPhrase(doc, at - 1) && !isTrailing(doc, at - 1, least)) return false;
  const { lower } = doc.tokens[at]!;
  if (doc.tags[at] === 'ADP') return JOINING.has(lower);
  if (doc.tags[at] === 'CCONJ') {
    if (joint < 0) growth.joint = at;
    return lower !== 'but';
  }
  if (joint < 0 || !startsPhrase(doc, at + 1)) return false;
  return !hasPreposition(doc, at, joint) && !opensAside(doc, at, least);
}

/** A pronoun begins its phrase, but for "Ford himself" and "they and their friends". */
function growPronoun(doc: TaggedDocument, growth: Growth, at: number): number | undefined {
  const reflexive = /sel(?:f|ves)$/.test(doc.tokens[at]!.lower);
  const joined =
    growth.first === growth.last || /^(?:and|or|of|like|-)$/.test(doc.tokens[growth.first]!.lower);
  if (!joined && !reflexive) return undefined;
  growth.first = at;
  if (reflexive) return at - 1;
  if (at <= growth.least || !/^(?:and|or)$/.test(doc.tokens[at - 1]!.lower)) return undefined;
  return endsPhrase(doc, at - 1) ? at - 1 : undefined;
}

function openBefore(doc: TaggedDocument, at: number, least: number): number | undefined {
  const most = Math.max(least, at - BRACKETED_IN_PHRASE);
  for (let i = at - 1; i >= most; i--) if (doc.tokens[i]!.text === '(') return i;
  return undefined;
}

function hasPreposition({ tags }: TaggedDocument, first: number, last: number): boolean {
  for (let i = first; i < last; i++) if (tags[i] === 'ADP') return true;
  return false;
}

/** Whether a comma ends what a preposition opens a clause with ("In Britain, the cities of …"). */
function opensAside(doc: TaggedDocument, comma: number, least: number): boolean {
  let i = comma - 1;
  while (i > least && (isNominal(doc, i) || doc.tags[i] === 'ADJ' || doc.tags[i] === 'DET')) i--;
  return doc.tags[i] === 'ADP' && (i === least || !isNominal(doc, i - 1));
}

/** An adjective behind its noun ("people familiar with the matter"). */
function isTrailing(doc: TaggedDocument, i: number, least: number): boolean {
  return doc.tags[i] === 'ADJ' && i > least && isNominal(doc, i - 1) && doc.tags[i + 1] === 'ADP';
}
