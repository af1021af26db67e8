/**
 * The tags of the name tagger, BILOU by kind of name, and which may follow which (Ratinov and Roth
 * 2009, *Design challenges and misconceptions in named entity recognition*,
 * https://aclanthology.org/W09-1119).
 */
import { NAME_KINDS, type NameSpan } from './name-spans.ts';

/** Outside; then first, inner, last and only word of a name, by kind. */
export const OUTSIDE = 0;
export const TAG_COUNT = 1 + NAME_KINDS.length * 4;
/** The score of a tag that a token cannot have: below what all features of a sentence add up to. */
export const NEVER = -1e8;
/** Stands before the first and behind the last token. */
export const BORDER = 1 + NAME_KINDS.length * 4;

const [FIRST, INNER, LAST, ONLY] = [0, 1, 2, 3] as const;

function tagOf(kind: number, place: number): number {
  return 1 + kind * 4 + place;
}

/** Whether `to` may follow `from` in a sentence. */
export function mayFollow(from: number, to: number): boolean {
  const opens = to === OUTSIDE || to === BORDER || placeOf(to) === FIRST || placeOf(to) === ONLY;
  if (from === OUTSIDE || from === BORDER) return opens;
  const closed = placeOf(from) === LAST || placeOf(from) === ONLY;
  if (closed) return opens;
  return !opens && kindOf(from) === kindOf(to);
}

function placeOf(tag: number): number {
  return (tag - 1) % 4;
}

function kindOf(tag: number): number {
  return (tag - 1) >> 2;
}

/** The tags of `size` tokens that hold these spans. */
export function tagsOf(spans: readonly NameSpan[], size: number): Uint8Array {
  const tags = new Uint8Array(size);
  for (const { first, last, kind } of spans) {
    const k = NAME_KINDS.indexOf(kind);
    for (let i = first; i < last; i++) tags[i] = tagOf(k, INNER);
    tags[first] = tagOf(k, last - first === 1 ? ONLY : FIRST);
    if (last - first > 1) tags[last - 1] = tagOf(k, LAST);
  }
  return tags;
}

/** The spans that well-formed tags hold. */
export function spansOf(tags: Uint8Array): NameSpan[] {
  const spans: NameSpan[] = [];
  let first = 0;
  for (let i = 0; i < tags.length; i++) {
    const tag = tags[i]!;
    if (tag === OUTSIDE) continue;
    const place = placeOf(tag);
    if (place === FIRST || place === ONLY) first = i;
    if (place === LAST || place === ONLY) {
      spans.push({ first, last: i + 1, kind: NAME_KINDS[kindOf(tag)]! });
    }
  }
  return spans;
}
