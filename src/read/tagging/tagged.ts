/** A document with parts of speech: what the readers of attributions, events and counts start from. */
import type { Document } from '../document.ts';

/** Universal part-of-speech tags (universaldependencies.org/u/pos). */
export const TAGS = [
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SYM',
  'VERB',
  'X',
] as const;
export type Tag = (typeof TAGS)[number];

/** Cases of Russian nominals, as Universal Dependencies name them. */
export const CASES = ['Nom', 'Gen', 'Dat', 'Acc', 'Ins', 'Loc'] as const;
export type Case = (typeof CASES)[number];

/** Tags of what may have a case; of verbs, the participles. */
export const NOMINAL_TAGS: ReadonlySet<Tag> = new Set([
  'NOUN',
  'PROPN',
  'ADJ',
  'DET',
  'PRON',
  'NUM',
  'VERB',
]);

/** `tags` and `lemmas` have an entry for each of `tokens`; a lemma is in lower case. */
export interface TaggedDocument extends Document {
  readonly tags: readonly Tag[];
  readonly lemmas: readonly string[];
  /** Russian only: the case of each of `tokens`, `undefined` where it has none. */
  readonly cases?: readonly (Case | undefined)[];
}

export type Tagger = (document: Document) => TaggedDocument;
