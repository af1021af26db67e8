/**
 * Direct speech with its cue behind, and what goes on behind that: "…," she said, "…". Each quotation
 * is looked at once.
 */
import type { Draft } from './draft.ts';
import { COORDINATORS } from './function-words.ts';
import type { Page, QuotedTokens } from './page.ts';
import type { Subjects } from './subjects.ts';
import { endsSentence, quoteEntry, type Tail, tailBehind } from './tails.ts';
import type { Range } from './verb-groups.ts';

/** Words before a quotation in its sentence that may belong to it. */
const LEAD = 25;

export interface DirectSpeech {
  readonly drafts: readonly Draft[];
  /** Verb groups that are cues already. */
  readonly used: ReadonlySet<number>;
}

export function findDirectSpeech(page: Page, subjectOf: Subjects): DirectSpeech {
  const { doc } = page;
  const drafts: Draft[] = [];
  const used = new Set<number>();
  const taken = new Set<number>();
  for (const [k, quote] of page.quotes.entries()) {
    if (taken.has(k) || endsSentence(page, quote)) continue;
    const tail = tailBehind(page, quote, subjectOf);
    if (tail === undefined || used.has(tail.place)) continue;
    used.add(tail.place);
    taken.add(k);
    const start = doc.sentences[doc.tokens[quote.first]!.sentence]!.first;
    const content = [{ first: leadOf(page, start, quote.first), last: quote.last }];
    goOn(page, content, tail, taken, subjectOf);
    const { source, cue, entry } = tail;
    drafts.push({ source, cue, lemma: entry.lemma, content });
  }
  return { drafts, used };
}

/** Where the words begin that lead into a quotation within its sentence. */
function leadOf(page: Page, first: number, quote: number): number {
  let start = first;
  while (
    start < quote &&
    (COORDINATORS.has(page.doc.tokens[start]!.lower) || page.doc.tokens[start]!.kind === 'mark')
  ) {
    start++;
  }
  if (quote - start > LEAD || page.doc.tokens[quote - 1]?.text === ':') return quote;
  for (let i = start; i < quote; i++) {
    const place = page.grouped[i]!;
    if (place >= 0 && quoteEntry(page, place) !== undefined) return quote;
  }
  return start;
}

/** Quotations that go on behind the tail: in its sentence, behind it, and in the next paragraph. */
function goOn(
  page: Page,
  content: Range[],
  tail: Tail,
  taken: Set<number>,
  subjectOf: Subjects,
): void {
  const { doc } = page;
  const home = doc.sentences[doc.tokens[tail.last - 1]!.sentence]!;
  let at = home.last;
  for (let i = tail.last; i < home.last; i++) {
    const k = page.quoted[i]!;
    if (k < 0) continue;
    if (i > tail.last && doc.tokens[i - 1]!.kind !== 'mark') return;
    if (taken.has(k)) return;
    push(page, content, k, taken);
    at = page.quotes[k]!.last;
    break;
  }
  appendQuotes(page, content, at, home.paragraph + 1, taken, (quote) =>
    endsSentence(page, quote) ? false : tailBehind(page, quote, subjectOf) !== undefined,
  );
}

function push(page: Page, content: Range[], k: number, taken: Set<number>): void {
  const { first, last } = page.quotes[k]!;
  content.push({ first, last });
  taken.add(k);
}

/** Sentences from `from` on that are quotations and have no cue of their own. */
function appendQuotes(
  page: Page,
  content: Range[],
  from: number,
  lastParagraph: number,
  taken: Set<number>,
  hasTail: (quote: QuotedTokens) => boolean,
): void {
  const { doc } = page;
  let at = from;
  while (at < doc.tokens.length) {
    const k = page.quoted[at]!;
    if (k < 0 || taken.has(k)) return;
    const quote = page.quotes[k]!;
    const { sentence } = doc.tokens[quote.last - 1]!;
    const closes = doc.tokens[quote.last]?.sentence !== sentence;
    if (quote.first !== at || !closes || hasTail(quote)) return;
    if (doc.sentences[doc.tokens[at]!.sentence]!.paragraph > lastParagraph) return;
    push(page, content, k, taken);
    at = quote.last;
  }
}
