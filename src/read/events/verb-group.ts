/**
 * Verb groups: a verb with the auxiliaries, negations and adverbs before it, and what they make of it.
 * Each language reads its own; what comes out is the same for all.
 */
import type { TaggedDocument } from '../tagging/tagged.ts';
import type { EventLexicon, VerbEntry } from './event-lexicon.ts';

/** Half-open range of tokens. */
export interface Range {
  readonly first: number;
  readonly last: number;
}

/** `past`: English, without auxiliary, so finite or a participle. */
export type VerbForm = 'finite' | 'past' | 'infinitive' | 'gerund' | 'participle';
export type Voice = 'active' | 'passive' | 'reflexive';
/** `would`: English, a future in the past or a condition. */
export type Mood = 'real' | 'future' | 'would' | 'possible' | 'necessary';

export interface VerbGroup extends Range {
  /** The token of the verb itself. */
  readonly head: number;
  readonly entries: readonly VerbEntry[];
  readonly form: VerbForm;
  readonly voice: Voice;
  readonly mood: Mood;
  readonly negated: boolean;
}

/** The verb group that begins at a token of the sentence that ends before `end`, if one does. */
export type ReadVerb = (doc: TaggedDocument, first: number, end: number) => VerbGroup | undefined;

/** The words beside a verb that make a group of it, where each list is asked for itself. */
export interface GrammarWords {
  readonly negations: ReadonlySet<string>;
  readonly be: ReadonlySet<string>;
  readonly future: ReadonlySet<string>;
  readonly possible: ReadonlySet<string>;
  readonly necessary: ReadonlySet<string>;
}

export function grammarWords({ grammar }: EventLexicon): GrammarWords {
  return {
    negations: new Set(grammar.negations),
    be: new Set(grammar.be),
    future: new Set(grammar.future),
    possible: new Set(grammar.possible),
    necessary: new Set(grammar.necessary),
  };
}
