/**
 * Looking for the forms of expressions of time. A form is written as words and slots:
 *
 *     [in|since] (the)? {early}? {mm:month} ,? {year}
 *
 * `{reader}` or `{reader:slot}` reads a word of a list or a number of a shape (into the slot of that
 * name, if there is one); `( … | … )` are alternatives, `?` makes them or a word optional;
 * `word(a|b)` is "worda" or "wordb"; `[ … ]` at either end must stand there without belonging to the
 * expression; `{=reader}` must and `{!reader}` must not come next, `{<!reader}` not stand just before.
 * A hyphen of the text is passed over between any two parts.
 *
 * The tree of the forms is walked from every piece of the text. A walk is bounded by the forms alone,
 * so that the search is linear in the text.
 */
import { type Edge, type FormNode, type FormTree, rootFor, type Template } from './form-tree.ts';
import type { Piece } from './pieces.ts';
import type { SlotReader } from './readers.ts';
import type { Slots } from './slots.ts';

/** A form that matches: pieces `begin` (inclusive) to `end` (exclusive). */
export interface FormMatch {
  readonly begin: number;
  readonly end: number;
  /** Where the form ends with the context that it asks for. */
  readonly reach: number;
  readonly template: Template;
  readonly slots: Slots;
}

/** All forms that match at a place, before `limit`; the longest first, then the most specific. */
export function matchesAt(
  tree: FormTree,
  pieces: readonly Piece[],
  at: number,
  limit: number,
): readonly FormMatch[] {
  const root = rootFor(tree, pieces[at]!);
  if (root === undefined) return NONE;
  const walk: Walk = { pieces, limit, from: at, stack: [], matches: [] };
  step(walk, root, at, at, -1);
  if (walk.matches.length < 2) return walk.matches;
  return walk.matches.sort(
    (a, b) =>
      b.end - b.begin - (a.end - a.begin) ||
      b.reach - a.reach ||
      a.template.order - b.template.order,
  );
}

const NONE: readonly FormMatch[] = [];

interface Walk {
  readonly pieces: readonly Piece[];
  readonly limit: number;
  readonly from: number;
  readonly stack: (readonly [slot: string, value: number | string])[];
  readonly matches: FormMatch[];
}

/** `begin` and `end`: of the expression; `end` is -1 until a form says that it ended. */
function step(walk: Walk, node: FormNode, at: number, begin: number, end: number): void {
  for (const template of node.accepts) accept(walk, template, at, begin, end < 0 ? at : end);
  visit(walk, node, at, begin, end);
  // A hyphen between two parts.
  const piece = walk.pieces[at];
  if (at > walk.from && at + 1 < walk.limit && piece!.joins) visit(walk, node, at + 1, begin, end);
}

function visit(walk: Walk, node: FormNode, at: number, begin: number, end: number): void {
  if (at < walk.limit && node.words.size > 0) {
    const next = node.words.get(walk.pieces[at]!.lower);
    if (next !== undefined) step(walk, next, at + 1, begin, end);
  }
  for (const edge of node.edges) follow(walk, edge, at, begin, end);
}

function follow(
  walk: Walk,
  { step: to, node }: Edge,
  at: number,
  begin: number,
  end: number,
): void {
  switch (to.kind) {
    case 'begin':
      visit(walk, node, at, at, end);
      return;
    case 'end':
      visit(walk, node, at, begin, at);
      return;
    case 'next':
      if (stands(to.reader, walk, at, 1)) visit(walk, node, at, begin, end);
      return;
    case 'not-next':
      if (!stands(to.reader, walk, at, 1)) step(walk, node, at, begin, end);
      return;
    case 'not-before':
      if (!stands(to.reader, walk, at - 1, -1)) visit(walk, node, at, begin, end);
      return;
    case 'slot':
      if (at >= walk.limit) return;
      for (const { length, value } of to.reader.read(walk.pieces, at, walk.limit)) {
        if (to.into !== '') walk.stack.push([to.into, value]);
        step(walk, node, at + length, begin, end);
        if (to.into !== '') walk.stack.pop();
      }
  }
}

/** Whether a reader finds its word at a place, or past a hyphen there. */
function stands(reader: SlotReader, { pieces, limit }: Walk, at: number, onward: 1 | -1): boolean {
  if (at < 0 || at >= limit) return false;
  if (reader.read(pieces, at, limit).length > 0) return true;
  const beyond = at + onward;
  const passes = pieces[at]!.joins && beyond >= 0 && beyond < limit;
  return passes && reader.read(pieces, beyond, limit).length > 0;
}

function accept(walk: Walk, template: Template, at: number, begin: number, end: number): void {
  // A hyphen that was passed over is no part of it.
  const last = walk.pieces[end - 1]?.joins ? end - 1 : end;
  if (last <= begin) return;
  const slots = { ...template.with, ...Object.fromEntries(walk.stack) };
  walk.matches.push({ begin, end: last, reach: at, template, slots });
}
