/**
 * An article's text with its marks, which may lie over one another: it is cut at every boundary, and each
 * piece says by classes what stands there. O(marks · log marks + text); marks beyond `MOST_MARKS` and
 * those that do not lie in the text are left out.
 */
import type { Span } from '../domain/span.ts';
import { html, type Markup } from '../export/markup.ts';
import { passageAnchor } from './passage-link.ts';

/** `word`: a part of an item, uncoloured, that the lists lead to; `at`: the passage that the address asks for. */
export const MARK_KINDS = [
  'statement',
  'speaker',
  'event',
  'count',
  'position',
  'shared',
  'word',
  'at',
] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

export interface TextMark {
  readonly span: Span;
  readonly kind: MarkKind;
  /** A label before the first piece, which leads to the item in the list. */
  readonly label?: { readonly text: string; readonly href: string; readonly words: string };
}

const MOST_MARKS = 3000;
/** Ids and labels at one place; more marks of one beginning are still coloured. */
const MOST_AT_ONCE = 12;

/** Whether a span lies in a text of this length and is not empty. */
export function liesIn({ begin, end }: Span, length: number): boolean {
  return (
    Number.isInteger(begin) && Number.isInteger(end) && begin >= 0 && begin < end && end <= length
  );
}

/** The part `shown` of the text, marked. Ids of passages are given once each. */
export function markedText(text: string, marks: readonly TextMark[], shown: Span): Markup {
  const kept = marks
    .filter(({ span }) => liesIn(span, text.length))
    .filter(({ span }) => span.begin < shown.end && span.end > shown.begin)
    .slice(0, MOST_MARKS);
  const begins = grouped(kept, ({ span }) => Math.max(span.begin, shown.begin));
  const ends = grouped(kept, ({ span }) => Math.min(span.end, shown.end));
  const cuts = [...new Set([shown.begin, ...begins.keys(), ...ends.keys(), shown.end])];
  cuts.sort((a, b) => a - b);
  const depth = new Map<MarkKind, number>();
  const ids = new Set<string>();
  const pieces = cuts.slice(0, -1).map((at, i) => {
    for (const { kind } of ends.get(at) ?? []) depth.set(kind, depth.get(kind)! - 1);
    const beginning = begins.get(at) ?? [];
    for (const { kind } of beginning) depth.set(kind, (depth.get(kind) ?? 0) + 1);
    const kinds = MARK_KINDS.filter((kind) => (depth.get(kind) ?? 0) > 0);
    return piece(text.slice(at, cuts[i + 1]), kinds, beginning, ids);
  });
  return html`${pieces}`;
}

function piece(
  text: string,
  kinds: readonly MarkKind[],
  beginning: readonly TextMark[],
  ids: Set<string>,
): Markup {
  if (kinds.length === 0) return html`${text}`;
  const labels = beginning
    .flatMap(({ label }) => (label === undefined ? [] : [label]))
    .slice(0, MOST_AT_ONCE)
    .map(
      ({ text: short, href, words }) =>
        html`<a class="tag" href="${href}" title="${words}">${short}</a>`,
    );
  const names = kinds.map((kind) => `k-${kind}`).join(' ');
  let inner = kinds.includes('at')
    ? html`<mark class="${names}">${text}</mark>`
    : html`<span class="${names}">${text}</span>`;
  for (const id of [...new Set(beginning.map(({ span }) => passageAnchor(span)))]) {
    if (ids.has(id) || ids.size > MOST_MARKS) continue;
    ids.add(id);
    inner = html`<span id="${id}">${inner}</span>`;
  }
  return html`${labels}${inner}`;
}

function grouped(
  marks: readonly TextMark[],
  key: (mark: TextMark) => number,
): ReadonlyMap<number, TextMark[]> {
  const groups = new Map<number, TextMark[]>();
  for (const mark of marks) {
    const at = key(mark);
    const group = groups.get(at);
    if (group === undefined) groups.set(at, [mark]);
    else group.push(mark);
  }
  return groups;
}
