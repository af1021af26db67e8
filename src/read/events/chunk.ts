/**
 * A sentence as a row of chunks: noun phrases without what hangs on them, verb groups, prepositions,
 * and the words that join or part clauses.
 */
import type { DateMention, Mention } from '../../domain/reading.ts';
import type { TaggedDocument } from '../tagging/tagged.ts';
import type { EventLexicon } from './event-lexicon.ts';
import type { FunctionWords } from './function-words.ts';
import type { Range, VerbGroup } from './verb-group.ts';

export type ChunkKind =
  | 'phrase'
  | 'verb'
  | 'preposition'
  | 'complementizer'
  | 'relative'
  | 'subordinator'
  | 'condition'
  | 'and'
  | 'comma'
  | 'stop'
  | 'date';

export interface Chunk extends Range {
  readonly kind: ChunkKind;
  /** Of a phrase its noun; of a verb group its verb; else `first`. */
  readonly head: number;
  readonly verb: VerbGroup | undefined;
  readonly sentence: number;
}

/** A document as the readers of events see it. */
export interface Scene {
  readonly doc: TaggedDocument;
  readonly lexicon: EventLexicon;
  readonly words: FunctionWords;
  readonly mentions: readonly Mention[];
  readonly dates: readonly DateMention[];
  readonly chunks: readonly Chunk[];
  /** Of each sentence its chunks, as a half-open range. */
  readonly rows: readonly Range[];
  /** Of each token: the place in `mentions`, in `dates`; or -1. */
  readonly mentionAt: Int32Array;
  readonly dateAt: Int32Array;
  /** Of each chunk: 1 where it is an English past form that is a participle. */
  readonly reduced: Uint8Array;
}
