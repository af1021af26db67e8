/**
 * Where a model's quotations stand in the article. Words count as quoted only if they stand there as
 * they are, whole, after nothing but folding of white space; where the model says that they stand is
 * a hint and no more. A look-up is linear in the window.
 */
import type { Span } from '../domain/span.ts';
import type { Window } from './reading-windows.ts';

/**
 * A text as models are sent it: white space and control characters folded to one space, and what
 * might be taken for a mark of a turn (`<|im_end|>`, `[/INST]`) with another opening bracket.
 */
export interface FoldedText {
  readonly text: string;
  /** For each unit of `text` its offset in the article. */
  readonly at: Int32Array;
}

/** Where a model says that its words stand: both are counted from 1. */
export interface Hint {
  readonly paragraph?: number | null | undefined;
  /** Which of several equal ones in that paragraph. */
  readonly nth?: number | null | undefined;
}

/** Places looked at for one quotation: bounds the work on a text that repeats one word. */
const MOST_PLACES = 512;
/** Places that are given for one quotation. */
const MOST_GUESSES = 8;
const WORD_UNIT = /[\p{L}\p{M}\p{N}]/u;

/** `begin` to `end` of an article as models are sent it; lone surrogates are U+FFFD. */
export function foldedText(article: string, { begin, end }: Span): FoldedText {
  const source = unmarked(article.slice(begin, end).toWellFormed());
  const at = new Int32Array(source.length);
  let text = '';
  let last = 0;
  for (const { index, 0: gap } of source.matchAll(/[\s\p{Cc}]+/gu)) {
    for (let i = last; i < index; i++) at[text.length + i - last] = begin + i;
    text += source.slice(last, index);
    at[text.length] = begin + index;
    text += ' ';
    last = index + gap.length;
  }
  for (let i = last; i < source.length; i++) at[text.length + i - last] = begin + i;
  text += source.slice(last);
  return { text, at: at.subarray(0, text.length) };
}

/** The text without brackets that open a mark of a turn; of the same length. */
const unmarked = (text: string): string =>
  text.replace(/<|\[(?=\/?[A-Z_]+\])/g, (bracket) => (bracket === '<' ? '‹' : '［'));

/** Finds quotations in one window. Spans are those of the article. */
export interface Quotations {
  /**
   * Where the words stand, at most `MOST_GUESSES` places: first the hinted one, then those of the
   * hinted paragraph, then the nearest to it; without a hint in reading order.
   */
  find(words: string, hint: Hint): readonly Span[];
  /** The words inside `region`, as near to `anchor` as can be, touching none of `apart`. */
  nearest(words: string, region: Span, anchor: Span, apart?: readonly Span[]): Span | undefined;
}

/** Opens a window of an article. */
export function quotationsIn(article: string, window: Window): Quotations {
  const folded = foldedText(article, window);
  return {
    find: (words, { paragraph, nth }) => {
      const hinted = window.pieces[(paragraph ?? 0) - 1];
      const places = [...placesOf(folded, words, window)];
      const inside = places.filter(({ begin }) => isInside(begin, hinted ?? window));
      const first = inside[Math.max(nth ?? 1, 1) - 1];
      const others = places.filter((place) => place !== first);
      if (hinted !== undefined) others.sort((a, b) => gap(a, hinted) - gap(b, hinted));
      return [...(first === undefined ? [] : [first]), ...others].slice(0, MOST_GUESSES);
    },
    nearest: (words, region, anchor, apart = []) => {
      const places = [...placesOf(folded, words, region)];
      return closest(
        places.filter(({ end }) => end <= region.end),
        anchor,
        apart,
      );
    },
  };
}

const isInside = (offset: number, { begin, end }: Span): boolean => begin <= offset && offset < end;

function closest(places: Iterable<Span>, anchor: Span, apart: readonly Span[]): Span | undefined {
  let best: Span | undefined;
  for (const place of places) {
    if (apart.some((one) => place.begin < one.end && one.begin < place.end)) continue;
    if (best === undefined || gap(place, anchor) < gap(best, anchor)) best = place;
  }
  return best;
}

/** Units between two spans; 0 where they touch. */
export const gap = (a: Span, b: Span): number => Math.max(a.begin - b.end, b.begin - a.end, 0);

/** Where the words begin inside `region`, as whole words, in order. */
function* placesOf({ text, at }: FoldedText, quoted: string, region: Span): Generator<Span> {
  const words = unmarked(quoted)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  if (words === '') return;
  const last = unitAt(at, region.end);
  let tries = 0;
  for (let from = unitAt(at, region.begin); tries < MOST_PLACES; tries++) {
    const begin = text.indexOf(words, from);
    if (begin < 0 || begin >= last) return;
    const end = begin + words.length;
    if (!isInWord(text, begin) && !isInWord(text, end)) {
      yield { begin: at[begin]!, end: at[end - 1]! + 1 };
    }
    from = begin + 1;
  }
}

/** The first unit that stands at `offset` of the article or behind it. */
function unitAt(at: Int32Array, offset: number): number {
  let low = 0;
  let high = at.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (at[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

const isInWord = (text: string, at: number): boolean =>
  at > 0 && at < text.length && WORD_UNIT.test(text[at - 1]!) && WORD_UNIT.test(text[at]!);
