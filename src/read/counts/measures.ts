/**
 * What is said of a number of staff: that it is there, came, was expelled, grew, is allowed. Told by
 * the nearest deed before the phrase ("expelled 12 diplomats") or behind it ("12 diplomats were
 * expelled"), with no other verb between. Looks at a bounded number of words.
 */
import type { PresenceMeasure } from '../../domain/reading.ts';
import { sentenceEnd, sentenceStart } from './bounds.ts';
import type { CountClass } from './count-lexicon.ts';
import type { Page } from './page.ts';

export type DeedKind =
  | 'expel'
  | 'order'
  | 'leave'
  | 'recall'
  | 'add'
  | 'rise'
  | 'fall'
  | 'arrive'
  | 'cap'
  | 'have'
  | 'with'
  | 'work'
  | 'open'
  | 'close';

/** A word of the lists that tells a deed, at tokens as a half-open range. */
export interface Deed {
  readonly kind: DeedKind;
  readonly first: number;
  readonly last: number;
}

/** What is said: the measure, and the deed that says so. */
export interface Said {
  readonly measure: PresenceMeasure;
  readonly deed: Deed;
}

/** In the order in which they are asked where one word is several. */
const BEFORE: readonly DeedKind[] = [
  ...(['expel', 'recall', 'cap', 'add', 'rise', 'fall', 'arrive'] as const),
  ...(['open', 'close', 'work', 'have', 'with', 'order'] as const),
];
const BEHIND: readonly DeedKind[] = [
  ...(['expel', 'leave', 'recall', 'arrive', 'cap', 'work', 'open', 'close'] as const),
];
/** Words before and behind a phrase that are looked at. */
const REACH = 18;
const CLAUSE_END = /^[;:—–]$/u;

/** A counted phrase: tokens as a half-open range; `core` is where its number itself begins. */
export interface Counted {
  readonly first: number;
  readonly last: number;
  readonly core: number;
  readonly posts: boolean;
}

/** What is said of a counted phrase; `undefined` where nothing is. */
export function saidOf(page: Page, phrase: Counted): Said | undefined {
  const before = deedBefore(page, phrase);
  const behind = deedBehind(page, phrase);
  const deed = chosen(phrase, before, behind);
  if (deed === undefined) return undefined;
  if (deed.kind === 'leave') {
    const order = before?.kind === 'order' ? before : orderOf(page, phrase.first);
    return order === undefined ? { measure: 'fall', deed } : { measure: 'expulsion', deed: order };
  }
  const measure = measureOf(page, phrase, deed);
  return measure === undefined ? undefined : { measure, deed };
}

function chosen(phrase: Counted, before?: Deed, behind?: Deed): Deed | undefined {
  if (before === undefined || behind === undefined) return before ?? behind;
  if (before.kind === 'order') return behind;
  const near = phrase.first - before.last;
  const strong = before.kind !== 'have' && before.kind !== 'with' && before.kind !== 'cap';
  if (strong && near <= 4) return before;
  const telling = behind.kind === 'expel' || behind.kind === 'leave' || behind.kind === 'recall';
  return telling ? behind : before;
}

function deedBefore(page: Page, { first, posts }: Counted): Deed | undefined {
  let start = Math.max(sentenceStart(page, first), first - REACH);
  for (let at = first - 1; at >= start; at--) {
    const { text } = page.document.tokens[at]!;
    if (CLAUSE_END.test(text)) return undefined;
    if (text === ',') {
      // "expelled, on Monday, 12 diplomats".
      at = commaBefore(page, at, start);
      if (at < 0) return undefined;
      start = Math.max(start, at - BEYOND_COMMAS);
      continue;
    }
    const deed = deedEnding(page, at + 1, BEFORE, first, posts);
    if (deed !== undefined) return deed;
    if (stops(page, at)) return undefined;
  }
  return undefined;
}

function deedBehind(page: Page, { first, last, posts }: Counted): Deed | undefined {
  let end = Math.min(sentenceEnd(page, first), last + REACH);
  for (let at = last; at < end; at++) {
    const { text } = page.document.tokens[at]!;
    if (CLAUSE_END.test(text)) return undefined;
    if (text === ',') {
      // "53 people, among them 12 diplomats, are accredited".
      at = commaBehind(page, at, end);
      if (at < 0) return undefined;
      end = Math.min(end, at + 1 + BEYOND_COMMAS);
      continue;
    }
    for (const kind of BEHIND) {
      const hit = page.marks.startingAt(at, kind);
      if (hit === undefined || ((kind === 'open' || kind === 'close') && !posts)) continue;
      return { kind, first: hit.first, last: hit.last };
    }
    if (stops(page, at)) return undefined;
  }
  return undefined;
}

/** Words between two commas that part a phrase from its deed. */
const BETWEEN_COMMAS = 9;
/** Words beyond them among which the deed then stands. */
const BEYOND_COMMAS = 4;

/** The comma that opens what a comma closes; -1: none. */
function commaBefore({ document }: Page, comma: number, start: number): number {
  for (let at = comma - 1; at >= Math.max(start, comma - BETWEEN_COMMAS); at--) {
    if (document.tokens[at]!.text === ',') return at;
  }
  return -1;
}

/** The comma that closes what a comma opens; -1: none. */
function commaBehind({ document }: Page, comma: number, end: number): number {
  for (let at = comma + 1; at < Math.min(end, comma + BETWEEN_COMMAS); at++) {
    if (document.tokens[at]!.text === ',') return at;
  }
  return -1;
}

/** The deed whose words end before a token, as far as it can hold what follows at `first`. */
function deedEnding(
  page: Page,
  last: number,
  kinds: readonly DeedKind[],
  first: number,
  posts: boolean,
): Deed | undefined {
  const { marks } = page;
  let best: Deed | undefined;
  for (const kind of kinds) {
    if ((kind === 'open' || kind === 'close') && !posts) continue;
    const hit = marks.endingAt(last, SINGLE.get(kind)!);
    if (hit === undefined) continue;
    if (kind === 'with' && (last !== first || !isHeld(page, hit.first))) continue;
    if (kind === 'have' && (isAuxiliary(page, last) || marks.is(last - 1, 'number-of'))) continue;
    if (best === undefined || hit.last - hit.first > best.last - best.first) {
      best = { kind, first: hit.first, last: hit.last };
    }
  }
  return best;
}

/** "an embassy with 40 staff", "una plantilla de 40", "a staff of 40". */
function isHeld({ marks, document, refAt }: Page, at: number): boolean {
  // "leaves Russia with ten diplomats".
  if (document.tokens[at]!.lower === 'with' && refAt(at - 1) !== undefined) return true;
  for (let i = at - 1; i >= at - 4 && i >= 0; i--) {
    if (HOLDERS.some((kind) => marks.is(i, kind))) return true;
  }
  return false;
}
const HOLDERS: readonly CountClass[] = ['embassy', 'consulate', 'mission', 'staff'];

const SINGLE: ReadonlyMap<DeedKind, ReadonlySet<CountClass>> = new Map(
  [...BEFORE, ...BEHIND].map((kind) => [kind, new Set<CountClass>([kind])]),
);

/** "has not decided": a verb follows, adverbs and negation aside. */
function isAuxiliary({ document }: Page, next: number): boolean {
  const { tags } = document;
  for (let at = next; at < next + 3; at++) {
    if (tags[at] === 'VERB' || tags[at] === 'AUX') return true;
    if (tags[at] !== 'ADV' && tags[at] !== 'PART') return false;
  }
  return false;
}

/** Whether a word parts a phrase from a deed: another verb, or the beginning of a clause. */
export function stops({ document, marks, numberEnding, dateAt }: Page, at: number): boolean {
  const tag = document.tags[at];
  if (tag === 'SCONJ') return document.tokens[at]!.lower !== 'since';
  if (tag !== 'VERB' || dateAt(at) >= 0) return false;
  if (numberEnding(at + 1) !== undefined) return false;
  return !NO_STOPS.some((kind) => marks.is(at, kind));
}

/** What taggers take for verbs now and then, and participles that belong to a phrase. */
const NO_STOPS: readonly CountClass[] = [
  ...(['attached', 'accredited', 'embassy', 'consulate', 'mission', 'diplomat', 'staff'] as const),
  ...(['people', 'least', 'above', 'most', 'below', 'about', 'not', 'may', 'will'] as const),
  ...([
    'compare',
    'number-of',
    'figure',
    'administrative',
    'intelligence',
    'order',
    'cap',
  ] as const),
];

function measureOf(page: Page, phrase: Counted, deed: Deed): PresenceMeasure | undefined {
  switch (deed.kind) {
    case 'expel':
      return 'expulsion';
    case 'recall':
      return 'recall';
    case 'arrive':
      return 'arrival';
    case 'cap':
      return 'cap';
    case 'have':
    case 'with':
      return isAllowed(page, deed) ? 'cap' : 'level';
    case 'work':
      return 'level';
    case 'add':
    case 'open':
      return 'rise';
    case 'close':
      return 'fall';
    case 'rise':
    case 'fall':
      return changed(page, phrase, deed);
    case 'leave':
      return 'fall';
    case 'order':
      return isSentAway(page, phrase.last) ? 'expulsion' : undefined;
  }
}

/** "by nine" and a bare object are the change, "to 40" and "from 49" the level. */
function changed(page: Page, { first, core }: Counted, { kind }: Deed): PresenceMeasure {
  const { marks } = page;
  const change = kind === 'fall' ? 'fall' : 'rise';
  if (marks.is(core - 1, 'by') || marks.is(first - 1, 'by')) return change;
  if (marks.is(core - 1, 'to') || marks.is(first - 1, 'to')) {
    return isImposed(page, first) ? 'cap' : 'level';
  }
  return marks.is(first - 1, 'from') ? 'level' : change;
}

/** "allows Azerbaijan to keep". */
function isAllowed(page: Page, { first }: Deed): boolean {
  // "El cupo fijado por Polonia es de 15": the subject of a copula.
  const copula = COPULAS.has(page.document.tokens[first]!.lower);
  const start = Math.max(sentenceStart(page, first), first - (copula ? REACH : ALLOW_REACH));
  for (let at = first - 1; at >= start && (copula || !stops(page, at)); at--) {
    if (page.marks.is(at, 'cap')) return true;
  }
  return false;
}
const COPULAS = new Set(['is', 'are', 'was', 'were', 'es', 'son', 'era', 'eran', 'fue']);
/** Words between "allows" and "to keep". */
const ALLOW_REACH = 6;

/** Whether someone else than the sender sets the number: "asked Managua to reduce … to seven". */
export function isImposed(page: Page, at: number): boolean {
  const start = Math.max(sentenceStart(page, at), at - 2 * REACH);
  for (let i = start; i < at; i++) {
    if (page.marks.is(i, 'order') || page.marks.is(i, 'cap')) return true;
  }
  return false;
}

/** The order by which those who leave do so, in the same sentence. */
function orderOf(page: Page, at: number): Deed | undefined {
  const start = Math.max(sentenceStart(page, at), at - REACH);
  const end = Math.min(sentenceEnd(page, at), at + REACH);
  for (let i = start; i < end; i++) {
    const hit = page.marks.startingAt(i, 'order') ?? page.marks.startingAt(i, 'expel');
    if (hit !== undefined) return { kind: 'order', first: hit.first, last: hit.last };
  }
  return undefined;
}

function isSentAway(page: Page, last: number): boolean {
  const end = Math.min(sentenceEnd(page, last - 1), last + REACH);
  for (let at = last; at < end; at++) if (page.marks.is(at, 'leave')) return true;
  return false;
}
