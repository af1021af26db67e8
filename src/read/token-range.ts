/** Tokens by offset: binary search over tokens, which are in order and do not overlap. */
import type { Span } from '../domain/span.ts';

/** The first token that ends behind `offset`; `tokens.length` where none does. O(log n). */
export function tokenAt(tokens: readonly Span[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (tokens[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many spans, in the order of their beginnings, begin at `offset` or before it. O(log n). */
export function beginningsUpTo(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (spans[middle]!.begin <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The tokens that a span touches, as a half-open range of places. */
export function tokenRange(tokens: readonly Span[], { begin, end }: Span): [number, number] {
  const first = tokenAt(tokens, begin);
  let last = first;
  while (last < tokens.length && tokens[last]!.begin < end) last++;
  return [first, last];
}

/** Whether two spans share a character. */
export function overlaps(a: Span, b: Span): boolean {
  return a.begin < b.end && b.begin < a.end;
}

/** Whether `outer` holds all of `inner`. */
export function holds(outer: Span, inner: Span): boolean {
  return outer.begin <= inner.begin && inner.end <= outer.end;
}
