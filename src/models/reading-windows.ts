/**
 * A long article in pieces that a model can take at once: whole paragraphs where they fit, else cut
 * behind a sentence, else at white space. Linear in the text.
 */
import type { Span } from '../domain/span.ts';

/** A stretch of an article, and its paragraphs or pieces of them, in order, without the space around. */
export interface Window extends Span {
  readonly pieces: readonly Span[];
}

/**
 * An empty line, or a line's end behind the end of a sentence: lines that are merely wrapped stay
 * one paragraph.
 */
const BREAK = /\n[^\S\n]*\n|(?<=[.!?…:»”"'’)\]])[^\S\n]*\n/gu;
const SENTENCE_END = /[.!?…]["'»”’)\]]*(?=\s)/gu;

/** The paragraphs of a text without the white space around them, none empty. */
export function paragraphsOf(text: string): Span[] {
  const paragraphs: Span[] = [];
  let begin = 0;
  for (const { index, 0: mark } of text.matchAll(BREAK)) {
    pushTrimmed(paragraphs, text, begin, index);
    begin = index + mark.length;
  }
  pushTrimmed(paragraphs, text, begin, text.length);
  return paragraphs;
}

function pushTrimmed(spans: Span[], text: string, from: number, to: number): void {
  const words = text.slice(from, to).trimEnd();
  const begin = from + words.length - words.trimStart().length;
  const end = from + words.length;
  if (begin < end) spans.push({ begin, end });
}

/** Paragraphs together in windows of at most `most` UTF-16 units (at least 2). */
export function windowsOf(text: string, paragraphs: readonly Span[], most: number): Window[] {
  const pieces = paragraphs.flatMap((paragraph) => [...cut(text, paragraph, most)]);
  const windows: Window[] = [];
  let first = 0;
  for (let at = 1; at <= pieces.length; at++) {
    const { begin } = pieces[first]!;
    if (at < pieces.length && pieces[at]!.end - begin <= most) continue;
    windows.push({ begin, end: pieces[at - 1]!.end, pieces: pieces.slice(first, at) });
    first = at;
  }
  return windows;
}

/** A window in two or more, none with more than half of it. */
export function halvesOf(text: string, { begin, end, pieces }: Window): Window[] {
  return windowsOf(text, pieces, Math.ceil((end - begin) / 2));
}

function* cut(text: string, { begin, end }: Span, most: number): Generator<Span> {
  let from = begin;
  while (end - from > most) {
    const to = cutPoint(text, from, from + most);
    const piece: Span[] = [];
    pushTrimmed(piece, text, from, to);
    yield* piece;
    from = to;
  }
  const rest: Span[] = [];
  pushTrimmed(rest, text, from, end);
  yield* rest;
}

/** Behind the last sentence that ends in the second half, else before the last space there. */
function cutPoint(text: string, from: number, to: number): number {
  const half = (from + to) >> 1;
  const tail = text.slice(half, to);
  const sentence = [...tail.matchAll(SENTENCE_END)].at(-1);
  if (sentence !== undefined) return half + sentence.index + sentence[0].length;
  const space = tail.search(/\s\S*$/u);
  if (half + space > from && space >= 0) return half + space;
  const splitsPair = /[\ud800-\udbff]/.test(text[to - 1]!) && /[\udc00-\udfff]/.test(text[to]!);
  return splitsPair ? to - 1 : to;
}
