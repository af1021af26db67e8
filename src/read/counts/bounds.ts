/** Where the sentence of a token begins and ends, and places in lists that are in order. */
import type { Document } from '../document.ts';

interface Holder {
  readonly document: Document;
}

/** The first token of the sentence of a token. */
export function sentenceStart({ document }: Holder, at: number): number {
  return document.sentences[document.tokens[at]!.sentence]!.first;
}

/** The token behind the sentence of a token. */
export function sentenceEnd({ document }: Holder, at: number): number {
  return document.sentences[document.tokens[at]!.sentence]!.last;
}

/** How many sentences one token stands behind another. */
export function sentencesBetween({ document }: Holder, from: number, to: number): number {
  return document.tokens[to]!.sentence - document.tokens[from]!.sentence;
}

/** The place of the first phrase whose noun stands at a token or behind it. O(log n). */
export function firstFrom(phrases: readonly { readonly head: number }[], at: number): number {
  let low = 0;
  let high = phrases.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (phrases[middle]!.head < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
