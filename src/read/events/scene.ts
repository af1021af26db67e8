/** Makes the chunks of a document, once, linear in its tokens. */
import type { DateMention, Mention } from '../../domain/reading.ts';
import type { Case, Tag, TaggedDocument } from '../tagging/tagged.ts';
import { tokenRange } from '../token-range.ts';
import type { Chunk, ChunkKind, Scene } from './chunk.ts';
import type { EventLexicon } from './event-lexicon.ts';
import type { FunctionWords } from './function-words.ts';
import { type JoinTask, joinAt } from './joins.ts';
import { behindBracket, type PhraseTask, phraseAt } from './noun-phrases.ts';
import { markReduced } from './reduced.ts';
import type { Range, ReadVerb, VerbGroup } from './verb-group.ts';

export interface SceneTools {
  readonly lexicon: EventLexicon;
  readonly words: FunctionWords;
  readonly readVerb: ReadVerb;
}

export function sceneOf(
  tagged: TaggedDocument,
  mentions: readonly Mention[],
  dates: readonly DateMention[],
  { lexicon, words, readVerb }: SceneTools,
): Scene {
  const mentionAt = placesOf(tagged, mentions);
  const tags = namesTagged(tagged, mentions, mentionAt);
  const cases = tagged.cases && namesInCase(tagged, tagged.cases, mentions, mentionAt);
  const doc = cases === undefined ? { ...tagged, tags } : { ...tagged, tags, cases };
  const dateAt = placesOf(doc, dates);
  const chunks: Chunk[] = [];
  const rows: Range[] = [];
  const task: Task = { doc, lexicon, words, readVerb, mentions, dateAt, mentionAt, chunks };
  for (const sentence of doc.sentences) {
    const first = chunks.length;
    let i = sentence.first;
    while (i < sentence.last) i = pushChunk(task, i, sentence.last);
    rows.push({ first, last: chunks.length });
  }
  const reduced = new Uint8Array(chunks.length);
  markReduced({ doc, words, chunks, rows, reduced });
  return { doc, lexicon, words, mentions, dates, chunks, rows, mentionAt, dateAt, reduced };
}

/** The tags, with names of states tagged as such: taggers take "Managua" and "Тегеран" for verbs. */
function namesTagged(
  { tags }: TaggedDocument,
  mentions: readonly Mention[],
  mentionAt: Int32Array,
): Tag[] {
  return tags.map((tag, i) => {
    const mention = mentions[mentionAt[i]!];
    const isOffice = mention?.kind === 'office' && mentionAt[i + 1] !== mentionAt[i];
    if (isOffice && (tag === 'ADJ' || tag === 'VERB')) return 'NOUN';
    if (mention?.kind !== 'state') return tag;
    // "French and Egyptian warships": what is joined stands alone.
    if (tag === 'ADJ' && tags[i + 1] === 'CCONJ') return 'PROPN';
    if (tag !== 'VERB' && tag !== 'AUX') return tag;
    return mention.form === 'demonym' ? 'ADJ' : 'PROPN';
  });
}

/** Russian names of states that end as instrumentals do are ones: "Болгарией". */
function namesInCase(
  { tokens }: TaggedDocument,
  cases: readonly (Case | undefined)[],
  mentions: readonly Mention[],
  mentionAt: Int32Array,
): (Case | undefined)[] {
  return cases.map((own, i) => {
    const mention = mentions[mentionAt[i]!];
    const isName = mention?.kind === 'state' && mention.form !== 'demonym';
    return isName && /(?:ей|ой|ом|ем)$/.test(tokens[i]!.lower) ? 'Ins' : own;
  });
}

function placesOf(
  { tokens }: TaggedDocument,
  items: readonly { span: Mention['span'] }[],
): Int32Array {
  const places = new Int32Array(tokens.length).fill(-1);
  for (const [place, { span }] of items.entries()) {
    const [first, last] = tokenRange(tokens, span);
    places.fill(place, first, last);
  }
  return places;
}

interface Task extends PhraseTask, JoinTask {
  readonly chunks: Chunk[];
}

/** Reads one chunk, or passes one token that is none; the token to go on with. */
function pushChunk(task: Task, first: number, end: number): number {
  const { doc, dateAt, chunks } = task;
  const sentence = doc.tokens[first]!.sentence;
  const push = (kind: ChunkKind, last: number, head = first, verb?: VerbGroup): number => {
    chunks.push({ kind, first, last, head, verb, sentence });
    return last;
  };
  if (dateAt[first]! >= 0) {
    let last = first + 1;
    while (last < end && dateAt[last] === dateAt[first]) last++;
    return push('date', last);
  }
  const behind = behindBracket(doc, first, end);
  if (behind > first) return behind;
  if (task.mentionAt[first]! < 0 || doc.tags[first] !== 'PROPN') {
    const parts = task.words.subordinators.has(doc.tokens[first]!.lower);
    const verb = parts ? undefined : task.readVerb(doc, first, end);
    if (verb !== undefined) return push('verb', verb.last, verb.head, verb);
    const kind = joinAt(task, first, end);
    if (kind !== undefined) return push(kind, first + 1);
  }
  const phrase = phraseAt(task, first, end);
  if (phrase !== undefined) return push('phrase', phrase.last, phrase.head);
  if (doc.tags[first] === 'ADP') return push('preposition', first + 1);
  return first + 1;
}
