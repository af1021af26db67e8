/**
 * Quotation marks in pairs: “ ”, « », „ “, " ", '' '', ‘ ’, ' '. Straight marks open and close by what
 * stands beside them; a curly and a straight double mark make a pair where they meet. A curly quote that is
 * not closed in its paragraph ends with it (the press' way with long quotes: the next paragraph begins with an
 * opening mark again). Apostrophes are no marks. Linear in the text.
 */
import type { Span } from '../domain/span.ts';

/** A quotation with its marks. */
export interface Quote extends Span {
  /** What stands between the marks. */
  readonly inner: Span;
  /** The opening mark. */
  readonly mark: string;
  /** False where the closing mark is missing: the quote then ends with its paragraph. */
  readonly closed: boolean;
}

const CLOSERS: Readonly<Record<string, readonly string[]>> = {
  '“': ['”', '"'],
  '«': ['»'],
  '„': ['“', '”', '"'],
  '”': ['”', '"'],
  '‘': ['’'],
  '"': ['"', '”'],
  "'": ["'"],
  "''": ["''"],
  '``': ["''"],
};
/** Deeper quotes are no quotes; bounds the search for an opening mark. */
const MOST_NESTED = 8;
const MARKS = /''|``|[“”«»„"‘’']/gu;
const WORD_CHARACTER = /[\p{L}\p{N}]/u;
const CLOSED_BEFORE = /[\s([{—–/-]/u;

interface Open {
  readonly mark: string;
  readonly begin: number;
}

/** All quotations of a text, by their opening marks; they nest or stand apart. */
export function quotesOf(text: string, paragraphs: readonly Span[]): Quote[] {
  const quotes: Quote[] = [];
  for (const paragraph of paragraphs) {
    for (const quote of quotesIn(text, paragraph)) quotes.push(quote);
  }
  return quotes.sort((a, b) => a.begin - b.begin || b.end - a.end);
}

function quotesIn(text: string, { begin, end }: Span): Quote[] {
  const quotes: Quote[] = [];
  const open: Open[] = [];
  const marks = new RegExp(MARKS);
  // Not in the whole text: where there are no marks, each paragraph would look through all that follows.
  const paragraph = text.slice(begin, end);
  for (let match = marks.exec(paragraph); match !== null; match = marks.exec(paragraph)) {
    const at = begin + match.index;
    let mark = match[0];
    if (mark === "''" && text[at + 2] === "'" && open.at(-1)?.mark === "'") {
      // Three marks: the inner quotation closes first.
      mark = "'";
      marks.lastIndex = match.index + 1;
    }
    if (!isApostrophe(text, at, mark)) takeMark(text, at, mark, open, quotes);
  }
  // Only the last may be one that its author did not close: whoever closes the next one forgot it.
  // Single marks rarely are quotes then.
  const last = open.findLast(({ mark }) => mark !== "'" && mark !== '‘');
  if (last === undefined) return quotes;
  const forgotten = quotes.some((quote) => quote.begin > last.begin && quote.mark === last.mark);
  if (!forgotten) quotes.push(quoteOf(last, end, 0, false));
  return quotes;
}

/** Closes the quotation that a mark can close, else opens one, if it can. */
function takeMark(text: string, at: number, mark: string, open: Open[], quotes: Quote[]): void {
  const partner = opensOnly(text, at, mark) ? -1 : partnerOf(open, mark);
  if (partner >= 0) {
    quotes.push(quoteOf(open[partner]!, at, mark.length, true));
    open.length = partner;
  } else if (opens(text, at, mark) && open.length < MOST_NESTED) {
    open.push({ mark, begin: at });
  }
}

function partnerOf(open: readonly Open[], mark: string): number {
  return open.findLastIndex((one) => CLOSERS[one.mark]!.includes(mark));
}

function quoteOf({ mark, begin }: Open, at: number, length: number, closed: boolean): Quote {
  const inner = { begin: begin + mark.length, end: at };
  return { begin, end: at + length, inner, mark, closed };
}

function opens(text: string, at: number, mark: string): boolean {
  if (CLOSERS[mark] === undefined) return false;
  if (mark === '“' || mark === '«' || mark === '„' || mark === '``') return true;
  const before = text[at - 1];
  const after = text[at + mark.length];
  const free = before === undefined || !WORD_CHARACTER.test(before);
  return free && after !== undefined && !/\s/.test(after);
}

/** Whether a mark can only open: one that looks so by itself, or a straight one before a word. */
function opensOnly(text: string, at: number, mark: string): boolean {
  const before = text[at - 1];
  const after = text[at + mark.length];
  const begins = before === undefined || CLOSED_BEFORE.test(before);
  const opening = begins && after !== undefined && !/\s/.test(after);
  if (mark === '“') return !isAfterLowQuote(text, at) || opening;
  if (mark === '"' || mark === "''") return opening && WORD_CHARACTER.test(after!);
  return mark === '«' || mark === '„' || mark === '‘' || mark === '``';
}

/** “ closes „ where it stands at the end of a word. */
function isAfterLowQuote(text: string, at: number): boolean {
  const before = text[at - 1];
  return before !== undefined && !/\s/.test(before);
}

/** A single mark with a letter behind it and a letter before it, as in "don't". */
function isApostrophe(text: string, at: number, mark: string): boolean {
  if (mark !== '’' && mark !== "'") return false;
  const after = text[at + 1];
  if (after === undefined || !WORD_CHARACTER.test(after)) return false;
  const before = text[at - 1];
  return mark === '’' || (before !== undefined && WORD_CHARACTER.test(before));
}
