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
  /** The root as seen from such a word, a digit or a capital. Filled as needed. */
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

/** In place of a word, which is in lower case, for all pieces that begin with a digit or a capital and are in no list. */
const DIGIT = 'DIGIT';
const CAPITAL = 'CAPITAL';

/**
 * Where to begin from a piece: the root without what cannot take it; `undefined` where no form begins
 * with it. A word with a capital, say, meets a dozen edges of some two hundred.
 */
export function rootFor(tree: FormTree, { lower, text }: Piece): FormNode | undefined {
  const digit = startsWithDigit(lower);
  let key = lower;
  if (!tree.first.has(lower)) {
    if (!digit && text[0] === lower[0]) return undefined;
    key = digit ? DIGIT : CAPITAL;
  }
  const known = tree.roots.get(key);
  if (known !== undefined) return known;
  const edges = tree.root.edges.filter((edge) => mayTake(edge, lower, digit));
  const node = { ...tree.root, edges };
  tree.roots.set(key, node);
  return node;
}

/** Whether a step or, where it takes nothing, a later one may take a piece. */
function mayTake({ step, node }: Edge, lower: string, digit: boolean): boolean {
  if (step.kind !== 'slot') {
    return node.words.has(lower) || node.edges.some((edge) => mayTake(edge, lower, digit));
  }
  const { first, digits } = step.reader;
  if (first.has(lower) || digits === 'perhaps') return true;
  return digit && digits !== 'never';
}
