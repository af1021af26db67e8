/**
 * Quotations that have found no cue: led in by a colon ("He returned to his lines: “…”"), or standing
 * by themselves behind a statement, which they go on with.
 */
import { entryOf } from './cue-entries.ts';
import type { Draft } from './draft.ts';
import type { Page, QuotedTokens } from './page.ts';
import { phraseBefore } from './phrase-before.ts';
import { sourceBehind } from './source-behind.ts';
import type { Subjects } from './subjects.ts';
import type { Range } from './verb-groups.ts';

/** Verb groups before a colon among which the one with a subject is looked for. */
const BACK = 4;
/** Tokens before a colon among which a verb is looked for. */
const REACH = 40;
/** The longest name between a dash and a colon, in tokens. */
const NAME = 7;

/** `drafts` with what is added to them; each quotation and each draft is looked at once. */
export function withLeftQuotes(
  page: Page,
  drafts: readonly Draft[],
  subjectOf: Subjects,
): readonly Draft[] {
  const free = freeQuotes(page, drafts);
  if (free.length === 0) return drafts;
  const ordered = [...drafts].sort((a, b) => lastOf(a) - lastOf(b));
  const ends = ordered.map(lastOf);
  const added: Draft[] = [];
  let at = 0;
  let latest: number | undefined;
  for (const quote of free) {
    while (at < ordered.length && ends[at]! <= quote.first) {
      if (speaks(page, ordered[at]!)) latest = at;
      at++;
    }
    const led = ledByColon(page, quote, subjectOf) ?? signed(page, quote);
    if (led !== undefined) {
      added.push(led);
      continue;
    }
    if (latest === undefined || !standsAlone(page, quote)) continue;
    if (!isNear(page, ends[latest]!, quote)) continue;
    ordered[latest]!.content.push({ first: quote.first, last: quote.last });
    ends[latest] = quote.last;
  }
  return [...ordered, ...added];
}

function lastOf({ source, cue, content }: Draft): number {
  return Math.max(content.at(-1)!.last, cue.last, source?.last ?? 0);
}

/** Double-marked quotations that are in no content. */
function freeQuotes(page: Page, drafts: readonly Draft[]): QuotedTokens[] {
  // How many more contents begin than end at each token.
  const change = new Int32Array(page.doc.tokens.length + 1);
  for (const { content } of drafts) {
    for (const { first, last } of content) {
      change[first]! += 1;
      change[last]! -= 1;
    }
  }
  for (let i = 1; i < change.length; i++) change[i]! += change[i - 1]!;
  return page.quotes.filter(
    ({ first, quote }) => change[first] === 0 && !/^['‘]$/.test(quote.mark),
  );
}

/** Whether a draft is speech, so that a quotation can go on with it. */
function speaks({ words, quoted }: Page, { lemma, content, accordingTo }: Draft): boolean {
  if (accordingTo === true) return false;
  if (quoted[content[0]!.first]! >= 0) return true;
  return words.verbs.get(lemma)?.plain?.takes.has('quote') ?? false;
}

/** Whether a quotation is all of its sentences. */
function standsAlone({ doc }: Page, { first, last }: QuotedTokens): boolean {
  const opening = doc.sentences[doc.tokens[first]!.sentence]!;
  const closing = doc.sentences[doc.tokens[last - 1]!.sentence]!;
  return opening.first === first && closing.last === last;
}

/** In the same paragraph or the next. */
function isNear({ doc }: Page, end: number, { first }: QuotedTokens): boolean {
  return paragraphOf(doc, first) - paragraphOf(doc, end - 1) <= 1;
}

function ledByColon(page: Page, quote: QuotedTokens, subjectOf: Subjects): Draft | undefined {
  const { doc } = page;
  const colon = quote.first - 1;
  if (doc.tokens[colon]?.text !== ':') return undefined;
  const { first: floor } = doc.sentences[doc.tokens[colon]!.sentence]!;
  const content = [{ first: quote.first, last: quote.last }];
  const mark = { first: colon, last: colon + 1 };
  const dash = dashBefore(page, colon, floor);
  if (dash !== undefined) {
    return { source: { first: dash + 1, last: colon }, cue: mark, lemma: '', content };
  }
  const nearest = nearestGroup(page, colon, floor);
  for (let place = nearest; place >= 0 && place > nearest - BACK; place--) {
    const group = page.groups[place]!;
    if (group.first < floor) break;
    const source = subjectOf(place) ?? behindOpening(page, place, colon, floor);
    if (source === undefined) continue;
    const lemma = entryOf(page, place)?.entry.lemma ?? '';
    const last = source.first > group.first ? group.last : colon + 1;
    return { source, cue: { first: group.first, last }, lemma, content };
  }
  return { source: phraseBefore(page, colon, floor), cue: mark, lemma: '', content };
}

/** "Said Doe: “…”". */
function behindOpening(page: Page, place: number, colon: number, floor: number): Range | undefined {
  const group = page.groups[place]!;
  if (group.first !== floor) return undefined;
  return sourceBehind(page, group.last, colon);
}

/** The dash before a name that a colon follows ("… - Jane Doe: “…”"). */
function dashBefore({ doc }: Page, colon: number, floor: number): number | undefined {
  for (let i = colon - 1; i > floor && i >= colon - NAME; i--) {
    const { text, capital } = doc.tokens[i]!;
    if (/^[-–—]$/.test(text)) return i < colon - 1 ? i : undefined;
    if (!capital && text !== 'and') return undefined;
  }
  return undefined;
}

/** A quotation with a dash and a name behind it, to the end of the paragraph. */
function signed({ doc }: Page, quote: QuotedTokens): Draft | undefined {
  let first = quote.last;
  while (first < quote.last + 2 && /^[-–—―]$/.test(doc.tokens[first]?.text ?? '')) first++;
  const name = doc.tokens[first];
  if (first === quote.last || name?.capital !== true) return undefined;
  const { last, paragraph } = doc.sentences[name.sentence]!;
  if (last - first > NAME || paragraph !== paragraphOf(doc, quote.first)) return undefined;
  if (doc.sentences[name.sentence + 1]?.paragraph === paragraph) return undefined;
  const end = doc.tokens[last - 1]!.text === '.' ? last - 1 : last;
  const content = [{ first: quote.first, last: quote.last }];
  const cue = { first: quote.last, last: first };
  return { source: { first, last: end }, cue, lemma: '', content };
}

function paragraphOf({ tokens, sentences }: Page['doc'], at: number): number {
  return sentences[tokens[at]!.sentence]!.paragraph;
}

function nearestGroup({ grouped }: Page, before: number, floor: number): number {
  for (let i = before - 1; i >= floor && i >= before - REACH; i--) {
    if (grouped[i]! >= 0) return grouped[i]!;
  }
  return -1;
}
