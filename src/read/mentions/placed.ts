/** A mention with the tokens it stands on. */
import type { Mention } from '../../domain/reading.ts';
import type { Words } from './words.ts';

/** Tokens as a half-open range. */
export interface Placed {
  readonly first: number;
  readonly last: number;
  readonly mention: Mention;
}

interface Range {
  readonly first: number;
  readonly last: number;
}

/** A mention of the words at a range of tokens. */
export function placedAs(
  { document: { tokens, text } }: Words,
  { first, last }: Range,
  facts: Omit<Mention, 'span' | 'text'>,
): Placed {
  const span = { begin: tokens[first]!.begin, end: tokens[last - 1]!.end };
  return { first, last, mention: { span, text: text.slice(span.begin, span.end), ...facts } };
}

/** The words of a range, marks left out. */
export function textsOf({ document }: Words, { first, last }: Range): string[] {
  const texts: string[] = [];
  for (let i = first; i < last; i++) {
    const { kind, text } = document.tokens[i]!;
    if (kind !== 'mark') texts.push(text);
  }
  return texts;
}

/** In order; where two overlap the earlier, of two that begin together the longer one stays. */
export function withoutOverlaps(placed: readonly Placed[]): Placed[] {
  const ordered = [...placed].sort((a, b) => a.first - b.first || b.last - a.last);
  const kept: Placed[] = [];
  for (const one of ordered) {
    if (one.first >= (kept.at(-1)?.last ?? 0)) kept.push(one);
  }
  return kept;
}
