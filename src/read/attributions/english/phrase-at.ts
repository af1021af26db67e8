/** The noun phrase that begins at a place. A look is bounded by `REACH` tokens. */
import type { Tag, TaggedDocument } from '../../tagging/tagged.ts';
import { DAY_WORDS, MONTHS, PERIODS, QUESTION_WORDS, VENUES, WEEKDAYS } from './function-words.ts';
import {
  BRACKETED_IN_PHRASE,
  endsPhrase,
  isInside,
  isNominal,
  isPersonal,
  JOINING,
  QUOTED_IN_PHRASE,
} from './nominals.ts';
import type { Page } from './page.ts';
import type { Range } from './verb-groups.ts';

/** The longest noun phrase, in tokens. */
const REACH = 40;
/** What an apposition may begin with. */
const APPOSED: ReadonlySet<Tag> = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM', 'PRON', 'ADV']);

/** The plain noun phrase at `first`: up to its noun, without what hangs on it. */
export function basePhraseAt(page: Page, first: number, end: number): Range | undefined {
  const { doc, quoted } = page;
  const most = Math.min(end, first + REACH);
  if (first < most && quoted[first]! < 0 && isPersonal(doc, first)) {
    return { first, last: first + 1 };
  }
  let nominal = false;
  let at = first;
  while (at < most) {
    const next = stepOver(page, at, most, first, nominal);
    if (next === undefined) break;
    nominal ||= quoted[at]! >= 0 || isNominal(doc, at);
    at = next;
  }
  while (at > first && !endsPhrase(doc, at - 1) && quoted[at - 1]! < 0) at--;
  return nominal && at > first ? { first, last: at } : undefined;
}

/** Behind the token at `at`, if it stands within the phrase. `nominal`: the phrase has a noun. */
function stepOver(
  page: Page,
  at: number,
  most: number,
  first: number,
  nominal: boolean,
): number | undefined {
  const { doc } = page;
  const quote = page.quotes[page.quoted[at]!];
  if (quote !== undefined) {
    const fits = quote.last <= most && quote.last - quote.first <= QUOTED_IN_PHRASE;
    return fits ? quote.last : undefined;
  }
  const { lower } = doc.tokens[at]!;
  const tag = doc.tags[at]!;
  if (isPersonal(doc, at)) return undefined;
  if (!nominal) {
    return tag === 'CCONJ' || tag === 'ADV' || isInside(doc, at, false) ? at + 1 : undefined;
  }
  if (lower === '(') {
    const close = closeAfter(doc, at, most);
    return close === undefined ? undefined : close + 1;
  }
  if (at > first && (tag === 'DET' || (tag === 'VERB' && page.grouped[at]! >= 0))) return undefined;
  if (tag === 'ADV' || WEEKDAYS.has(lower) || !isInside(doc, at, false)) return undefined;
  return at + 1;
}

function closeAfter(doc: TaggedDocument, at: number, most: number): number | undefined {
  const end = Math.min(most, at + BRACKETED_IN_PHRASE + 1);
  for (let i = at + 1; i < end; i++) if (doc.tokens[i]!.text === ')') return i;
  return undefined;
}

/** The noun phrase at `first` with the phrases that hang on it by prepositions and "and". */
export function phraseAt(page: Page, first: number, end: number): Range | undefined {
  const base = basePhraseAt(page, first, end);
  if (base === undefined) return undefined;
  const { doc } = page;
  let { last } = base;
  while (last < end && last - first < REACH) {
    const { lower } = doc.tokens[last]!;
    const hangs = doc.tags[last] === 'ADP';
    if (hangs ? !JOINING.has(lower) : lower !== 'and' && lower !== 'or') break;
    const more = basePhraseAt(page, last + 1, end);
    if (more === undefined || (hangs && lower !== 'of' && isSetting(page, more))) break;
    if (!hangs && page.grouped[more.last]! >= 0) break;
    last = more.last;
  }
  return { first, last };
}

/** Whether a phrase names when or where something is said. */
export function isSetting({ doc }: Page, { first, last }: Range): boolean {
  for (let i = first; i < last; i++) {
    const { lower, capital } = doc.tokens[i]!;
    if (WEEKDAYS.has(lower) || DAY_WORDS.has(lower) || (capital && MONTHS.has(lower))) return true;
  }
  const { lower } = doc.tokens[last - 1]!;
  return VENUES.has(lower) || PERIODS.has(lower) || /^(?:19|20)\d\d$/.test(lower);
}

/** The words in apposition that a comma at `comma` opens ("a former officer of the CIA"). */
export function appositionAt(page: Page, comma: number, end: number): Range | undefined {
  const { doc } = page;
  const at = comma + 1;
  if (at >= end || page.quoted[at]! >= 0 || isPersonal(doc, at)) return undefined;
  if (!APPOSED.has(doc.tags[at]!) || QUESTION_WORDS.has(doc.tokens[at]!.lower)) return undefined;
  return phraseAt(page, at, end);
}
