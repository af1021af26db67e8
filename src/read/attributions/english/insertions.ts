/**
 * Subjects with something inserted behind them: "Doe, speaking in Ghent, said", "Jane Doe, 34, a nurse
 * from Ghent, said". What describes the subject belongs to it, with its commas; what tells when and
 * how does not. A look is bounded by `REACH` tokens.
 */
import { COORDINATORS, RELATIVES, SUBORDINATORS } from './function-words.ts';
import { isPersonal } from './nominals.ts';
import type { Page } from './page.ts';
import { phraseBefore } from './phrase-before.ts';
import type { Range } from './verb-groups.ts';

/** Tokens between the commas. */
const REACH = 45;
/** A quotation longer than that, in tokens, ends the look. */
const QUOTED = 12;
/** Commas over which a name is looked for ("Doe, 34, a nurse"). */
const COMMAS = 2;

/** The subject before an insertion that ends with the mark at `close`. */
export function behindInsertion(page: Page, close: number, floor: number): Range | undefined {
  const { doc } = page;
  const mark = doc.tokens[close]!.text;
  for (let at = close - 1; at > floor && at >= close - REACH; at--) {
    if (isLongQuote(page, at)) return undefined;
    if (doc.tokens[at]!.text !== mark) continue;
    const phrase = phraseBefore(page, at, floor);
    if (phrase === undefined || !opensClause(page, phrase.first, floor)) continue;
    return at + 1 < close ? subjectBefore(page, phrase, at, close, floor) : undefined;
  }
  return undefined;
}

function subjectBefore(
  page: Page,
  phrase: Range,
  comma: number,
  close: number,
  floor: number,
): Range | undefined {
  const inserted = insertedAt(page, comma + 1, close);
  if (inserted === 'clause') return undefined;
  const { first } = withName(page, phrase, floor);
  if (inserted === 'description') return { first, last: close + 1 };
  return first < phrase.first ? { first, last: comma + 1 } : phrase;
}

function isLongQuote({ quotes, quoted }: Page, at: number): boolean {
  const quote = quotes[quoted[at]!];
  return quote !== undefined && quote.last - quote.first > QUOTED;
}

/** What stands between the commas: about the subject, about the deed, or a clause of its own. */
function insertedAt(page: Page, first: number, close: number): 'description' | 'aside' | 'clause' {
  const { doc } = page;
  const { lower } = doc.tokens[first]!;
  const tag = doc.tags[first]!;
  if (RELATIVES.has(lower) || lower === 'whose' || lower === 'where') return 'aside';
  if (COORDINATORS.has(lower) || isPersonal(doc, first)) return 'clause';
  if (page.grouped[first]! >= 0 || SUBORDINATORS.has(lower)) return 'aside';
  if (tag === 'ADP' || tag === 'SCONJ' || tag === 'ADV') return 'aside';
  return hasFiniteVerb(page, first, close) ? 'clause' : 'description';
}

function hasFiniteVerb({ doc, groups, grouped }: Page, first: number, last: number): boolean {
  for (let i = first; i < last; i++) {
    const group = groups[grouped[i]!];
    if (group?.shape !== 'finite') continue;
    if (!RELATIVES.has(doc.tokens[group.first - 1]!.lower)) return true;
  }
  return false;
}

/** Whether a subject may begin at `first`: no verb or preposition governs it. */
function opensClause({ doc, grouped, groups }: Page, first: number, floor: number): boolean {
  if (first <= floor) return true;
  if (doc.tags[first - 1] === 'ADP') return false;
  const group = groups[grouped[first - 1]!];
  return group === undefined || group.verb?.plain?.takes.has('clause') === true;
}

/** Grown over commas to the name that a phrase describes. */
function withName(page: Page, phrase: Range, floor: number): Range {
  const { doc } = page;
  let { first } = phrase;
  for (let more = 0; more < COMMAS; more++) {
    const comma = first - 1;
    if (comma <= floor || doc.tokens[comma]!.text !== ',' || doc.tags[first] === 'PROPN') break;
    const name = phraseBefore(page, comma, floor);
    if (name === undefined || !opensClause(page, name.first, floor)) break;
    first = name.first;
  }
  return { first, last: phrase.last };
}
