/**
 * How attributions are counted against PolNeAR's.
 *
 * A span is its set of fragments; fragments with nothing but white space between them are one (the
 * annotators' tool breaks spans at line ends). A role's spans are counted once for each article and
 * annotator, however many attributions share them. *Exact*: the same fragments. *Overlap*: a span
 * of the other side shares a character. PolNeAR annotates no attribution within another's content, so
 * found ones whose cue lies there are left out.
 */
import type { Span } from '../src/domain/span.ts';
import { ROLES, type Role, type Roles } from './polnear.ts';

/** What was found, what should have been, and how many of each were right. */
export interface Tally {
  found: number;
  foundRight: number;
  gold: number;
  goldRight: number;
}

export interface Tallies {
  readonly exact: Readonly<Record<Role, Tally>>;
  readonly overlap: Readonly<Record<Role, Tally>>;
  /** Attributions with quotation marks in their content; right: all three roles overlap. */
  readonly quoted: Tally;
}

export function emptyTallies(): Tallies {
  const tally = (): Tally => ({ found: 0, foundRight: 0, gold: 0, goldRight: 0 });
  const roles = () => ({ source: tally(), cue: tally(), content: tally() });
  return { exact: roles(), overlap: roles(), quoted: tally() };
}

/** Adds one article under one annotator to `tallies`. */
export function tallyArticle(
  tallies: Tallies,
  text: string,
  gold: readonly Roles[],
  found: readonly Roles[],
): void {
  const outer = outermost(found);
  for (const role of ROLES) {
    const a = spansOf(text, gold, role);
    const b = spansOf(text, outer, role);
    const goldKeys = new Set(a.map(keyOf));
    const foundKeys = new Set(b.map(keyOf));
    count(tallies.exact[role], a, b, {
      gold: (one) => foundKeys.has(keyOf(one)),
      found: (one) => goldKeys.has(keyOf(one)),
    });
    count(tallies.overlap[role], a, b, {
      gold: (one) => b.some((other) => touches(one, other)),
      found: (one) => a.some((other) => touches(one, other)),
    });
  }
  const isQuoted = ({ content }: Roles) =>
    content.some(({ begin, end }) => /["“”«»]|''/.test(text.slice(begin, end)));
  count(tallies.quoted, gold.filter(isQuoted), outer.filter(isQuoted), {
    gold: (one) => outer.some((other) => allTouch(one, other)),
    found: (one) => gold.some((other) => allTouch(one, other)),
  });
}

function count<T>(
  tally: Tally,
  gold: readonly T[],
  found: readonly T[],
  right: { gold(one: T): boolean; found(one: T): boolean },
): void {
  tally.gold += gold.length;
  tally.goldRight += gold.filter(right.gold).length;
  tally.found += found.length;
  tally.foundRight += found.filter(right.found).length;
}

/** Those whose cue does not lie in another's content. */
function outermost(found: readonly Roles[]): Roles[] {
  return found.filter(
    (one) =>
      !found.some(
        (other) =>
          other !== one &&
          one.cue.length > 0 &&
          one.cue.every((cue) =>
            other.content.some(({ begin, end }) => begin <= cue.begin && cue.end <= end),
          ),
      ),
  );
}

function spansOf(text: string, attributions: readonly Roles[], role: Role): Span[][] {
  const spans = new Map<string, Span[]>();
  for (const attribution of attributions) {
    const joined = join(text, attribution[role]);
    if (joined.length > 0) spans.set(keyOf(joined), joined);
  }
  return [...spans.values()];
}

function join(text: string, fragments: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const fragment of [...fragments].sort((a, b) => a.begin - b.begin)) {
    const last = joined.at(-1);
    if (last !== undefined && text.slice(last.end, fragment.begin).trim() === '') {
      joined[joined.length - 1] = { begin: last.begin, end: Math.max(last.end, fragment.end) };
    } else {
      joined.push(fragment);
    }
  }
  return joined;
}

function keyOf(span: readonly Span[]): string {
  return span.map(({ begin, end }) => `${begin}-${end}`).join(';');
}

function touches(a: readonly Span[], b: readonly Span[]): boolean {
  return a.some((one) => b.some((other) => one.begin < other.end && other.begin < one.end));
}

/** An empty role is met by an empty one only. */
function allTouch(a: Roles, b: Roles): boolean {
  return ROLES.every((role) =>
    a[role].length === 0 ? b[role].length === 0 : touches(a[role], b[role]),
  );
}
