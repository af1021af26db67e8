/**
 * All forms of a language as one tree of prefixes: forms that begin alike share their first steps.
 * The notation of forms is told in `forms.ts`.
 */
import type { Piece } from './pieces.ts';
import { type SlotReader, startsWithDigit } from './readers.ts';
import type { Expression, Slots } from './slots.ts';

export interface Template {
  readonly is: Expression;
  /** What the form says besides its slots. */
  readonly with: Slots;
  /** Its place among all; of two that match the same words the first counts. */
  readonly order: number;
}

interface Word {
  readonly kind: 'word';
  readonly word: string;
}

/** One step of a form. */
export type Step =
  | Word
  | {
      readonly kind: 'slot';
      readonly name: string;
      readonly reader: SlotReader;
      readonly into: string;
    }
  | {
      readonly kind: 'next' | 'not-next' | 'not-before';
      readonly name: string;
      readonly reader: SlotReader;
    }
  | { readonly kind: 'begin' | 'end' };

export interface Edge {
  readonly key: string;
  readonly step: Exclude<Step, Word>;
  readonly node: FormNode;
}

export interface FormNode {
  readonly words: Map<string, FormNode>;
  readonly edges: Edge[];
  readonly accepts: Template[];
}

/** All forms of a language. */
export interface FormTree {
  readonly root: FormNode;
  /** The words that a form may begin with, besides numbers and words with a capital. */
  readonly first: Set<string>;
  /** The root as seen from such a word: without the edges that cannot take it. Filled as needed. */
  readonly roots: Map<string, FormNode>;
}

const emptyNode = (): FormNode => ({ words: new Map(), edges: [], accepts: [] });

/** A tree without forms. */
export function emptyTree(): FormTree {
  return { root: emptyNode(), first: new Set(), roots: new Map() };
}

/** Adds a form, given as its steps. */
export function addForm(tree: FormTree, steps: readonly Step[], template: Template): void {
  let node = tree.root;
  for (const step of steps) node = childOf(node, step);
  node.accepts.push(template);
  const first = steps.find(({ kind }) => kind === 'word' || kind === 'slot');
  if (first?.kind === 'word') tree.first.add(first.word);
  if (first?.kind === 'slot') for (const word of first.reader.first) tree.first.add(word);
}

function childOf({ words, edges }: FormNode, step: Step): FormNode {
  if (step.kind === 'word') {
    const known = words.get(step.word);
    if (known !== undefined) return known;
    const node = emptyNode();
    words.set(step.word, node);
    return node;
  }
  const key = keyOf(step);
  const known = edges.find((edge) => edge.key === key);
  if (known !== undefined) return known.node;
  const node = emptyNode();
  edges.push({ key, step, node });
  return node;
}

function keyOf(step: Exclude<Step, Word>): string {
  if (step.kind === 'slot') return `${step.name}:${step.into}`;
  return 'name' in step ? `${step.kind} ${step.name}` : step.kind;
}

/** Where to begin from a piece; `undefined` where no form begins with it. */
export function rootFor(
  { root, first, roots }: FormTree,
  { lower, text }: Piece,
): FormNode | undefined {
  if (!first.has(lower)) {
    return startsWithDigit(lower) || text[0] !== lower[0] ? root : undefined;
  }
  const known = roots.get(lower);
  if (known !== undefined) return known;
  const edges = root.edges.filter(
    ({ step: edge }) =>
      edge.kind !== 'slot' || edge.reader.first.size === 0 || edge.reader.first.has(lower),
  );
  const node = { ...root, edges };
  roots.set(lower, node);
  return node;
}
