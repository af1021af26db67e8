/** An article laid out for judging: sentences with their paragraphs, and what is quoted. Linear. */
import type { Span } from '../../domain/span.ts';
import { sentencesOf } from '../../text/sentences.ts';
import { quotesIn } from './quotes.ts';

export interface Sentence extends Span {
  /** Whether a paragraph begins with it. */
  readonly opens: boolean;
  readonly asks: boolean;
}

export interface Page {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly quotes: readonly Span[];
}

const ASKS = /\?["'”’»)\]]*$/u;
/** Characters at a sentence's end in which a question mark and what closes behind it stand. */
const TAIL = 6;

/** Lays out a text. */
export function pageOf(text: string): Page {
  let last = 0;
  const sentences = sentencesOf(text).map(({ begin, end }, i) => {
    const opens = i === 0 || text.slice(last, begin).includes('\n');
    last = end;
    return { begin, end, opens, asks: ASKS.test(text.slice(Math.max(begin, end - TAIL), end)) };
  });
  return { text, sentences, quotes: quotesIn(text) };
}

/** The place of the last of `spans`, which stand in order, that begins at or before `at`; -1: none. */
export function lastBefore(spans: readonly Span[], at: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.begin <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Whether one of `spans`, in order and apart, holds the whole of `span`. */
export function isWithin(spans: readonly Span[], span: Span): boolean {
  const holder = spans[lastBefore(spans, span.begin)];
  return holder !== undefined && span.end <= holder.end;
}

/** Length of what two spans share. */
export function shared(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.begin, b.begin));
}

/** Whether one of `spans`, in order and apart, shares something with `span`. */
export function isTouched(spans: readonly Span[], span: Span): boolean {
  const last = spans[lastBefore(spans, span.end - 1)];
  return last !== undefined && shared(last, span) > 0;
}
