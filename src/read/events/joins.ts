/** The words that join or part clauses and phrases. */
import type { TaggedDocument } from '../tagging/tagged.ts';
import type { Chunk, ChunkKind } from './chunk.ts';
import type { EventLexicon } from './event-lexicon.ts';
import type { FunctionWords } from './function-words.ts';
import { approximatorAt } from './noun-phrases.ts';

export interface JoinTask {
  readonly doc: TaggedDocument;
  readonly lexicon: EventLexicon;
  readonly words: FunctionWords;
  /** What was read before. */
  readonly chunks: readonly Chunk[];
}

/** What joins or parts, if the token does. */
export function joinAt(task: JoinTask, at: number, end: number): ChunkKind | undefined {
  const { doc, words, chunks } = task;
  const { lower, text, sentence } = doc.tokens[at]!;
  const tag = doc.tags[at]!;
  if (tag === 'PUNCT') {
    if (text === ',' || text === '(' || text === ')') return 'comma';
    return /^[;:—–]$/u.test(text) ? 'stop' : undefined;
  }
  const before = chunks.at(-1);
  const behind = before !== undefined && before.sentence === sentence ? before.kind : undefined;
  if (words.conditions.has(lower)) return 'condition';
  const opens = words.complementizers.has(lower) && opensContent(task);
  if (words.relatives.has(lower) && !opens && !isAsking(behind, words.complementizers.has(lower))) {
    return 'relative';
  }
  if (words.complementizers.has(lower)) {
    if (tag === 'DET' && doc.tags[at + 1] === 'NOUN') return undefined;
    return 'complementizer';
  }
  if (words.subordinators.has(lower) && !(lower === 'as' && !opensClause(doc, at, end))) {
    return 'subordinator';
  }
  if (tag === 'CCONJ') return 'and';
  if (words.approximators.has(approximatorAt(doc, at, end))) return undefined;
  return tag === 'ADP' || (words.prepositions.has(lower) && tag !== 'NOUN' && tag !== 'VERB')
    ? 'preposition'
    : undefined;
}

const TELLS: ReadonlySet<string | undefined> = new Set(['say', 'consider']);

/** Chunks between a verb and the content that it opens: "said in a statement that". */
const INSERTED = 5;

/** "its demand that X end …", "said in a statement that": the clause is what is said. */
function opensContent({ doc, lexicon, chunks }: JoinTask): boolean {
  const before = chunks.at(-1);
  if (before?.kind !== 'phrase') return false;
  const { lower } = doc.tokens[before.head]!;
  if (lexicon.has(['contents'], lower, doc.lemmas[before.head]!)) return true;
  const told = chunks.at(-2);
  // "warned X that"
  if (told?.kind === 'verb') return told.verb!.entries.some(({ operator }) => TELLS.has(operator));
  if (told?.kind !== 'preposition') return false;
  for (let i = chunks.length - 2; i >= 0 && i >= chunks.length - INSERTED; i--) {
    const { kind, verb, sentence } = chunks[i]!;
    if (sentence !== before.sentence) return false;
    if (kind === 'verb') return verb!.entries.some(({ operator }) => TELLS.has(operator));
    if (kind !== 'phrase' && kind !== 'preposition' && kind !== 'date') return false;
  }
  return false;
}

/** "as officers were expelled", not "as an ugly crime": a verb before the next mark. */
function opensClause({ tags }: TaggedDocument, at: number, end: number): boolean {
  if (tags[at] === 'SCONJ') return true;
  for (let i = at + 1; i < end && i < at + 10; i++) {
    if (tags[i] === 'PUNCT') return false;
    if (tags[i] === 'AUX' || (tags[i] === 'VERB' && tags[i - 1] !== 'DET')) return true;
  }
  return false;
}

/** A word that is both: behind a phrase it relates, behind a verb it opens a content. */
function isAsking(behind: ChunkKind | undefined, both: boolean): boolean {
  return both && behind !== 'phrase' && behind !== 'comma';
}
