/**
 * A list of phrases to be found in a text: a tree by words, each word known in all its forms.
 * Building is linear in the list; a look-up walks at most `longest` words, so finding all phrases of
 * a text is O(tokens × longest).
 */

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  /** "china" is a state, written so, and a demonym, written otherwise. */
  readonly values: T[];
}

/** A phrase found: its tokens as a half-open range, and what the list says of it. */
export interface Found<T> {
  readonly first: number;
  readonly last: number;
  readonly value: T;
}

export interface PhraseBook<T> {
  /** Adds a phrase: for each of its words the forms that stand for it. A phrase may have several values. */
  add(words: readonly (readonly string[])[], value: T): void;
  /** The longest phrase that begins at `first`, with its first value that `accepts` takes. */
  longestAt(
    words: readonly string[],
    first: number,
    accepts?: (value: T, last: number) => boolean,
  ): Found<T> | undefined;
}

/** An empty list. */
export function phraseBook<T>(): PhraseBook<T> {
  const root: Node<T> = { next: new Map(), values: [] };
  return {
    add(words, value) {
      let ends: readonly Node<T>[] = [root];
      for (const forms of words) ends = stepAll(ends, forms);
      for (const end of ends) end.values.push(value);
    },
    longestAt(words, first, accepts) {
      let node: Node<T> | undefined = root;
      let found: Found<T> | undefined;
      for (let at = first; at < words.length; at++) {
        node = node.next.get(words[at]!);
        if (node === undefined) break;
        const last = at + 1;
        const value = node.values.find((one) => accepts === undefined || accepts(one, last));
        if (value !== undefined) {
          found = { first, last, value };
        }
      }
      return found;
    },
  };
}

/** The children for all forms of a word: those that are there, and one new for all others. */
function stepAll<T>(nodes: readonly Node<T>[], forms: readonly string[]): Node<T>[] {
  const children = new Set<Node<T>>();
  for (const { next } of nodes) {
    const fresh: Node<T> = { next: new Map(), values: [] };
    for (const form of forms) {
      const child = next.get(form) ?? fresh;
      next.set(form, child);
      children.add(child);
    }
  }
  return [...children];
}
