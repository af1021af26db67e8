/**
 * Verb groups: a verb with its auxiliaries, negation and adverbs before it ("could not have said"),
 * outside quotations. Linear.
 */
import { isHeadline } from '../../headline.ts';
import type { Tag, TaggedDocument } from '../../tagging/tagged.ts';
import type { CueVerb, CueWords } from './cue-words.ts';
import { POSSESSIVES, QUESTION_ADVERBS, SUBJECT_PRONOUNS } from './function-words.ts';

/** Half-open range of tokens. */
export interface Range {
  readonly first: number;
  readonly last: number;
}

export interface VerbGroup extends Range {
  /** The verb that tells, between `first` and `last`. */
  readonly head: number;
  /** `past`: without auxiliary, so it may be a participle. */
  readonly shape: 'finite' | 'past' | 'infinitive' | 'gerund';
  readonly passive: boolean;
  /** Only auxiliaries ("is", "has been"). */
  readonly bare: boolean;
  readonly sentence: number;
  /** Whether the head can be a cue. */
  readonly verb: CueVerb | undefined;
}

export function verbGroups(doc: TaggedDocument, quoted: Int32Array, words: CueWords): VerbGroup[] {
  const groups: VerbGroup[] = [];
  for (const [at, sentence] of doc.sentences.entries()) {
    const headline = isHeadline(doc.tokens, sentence.first, sentence.last);
    let free = sentence.first;
    for (let i = sentence.first; i < sentence.last; i++) {
      if (quoted[i]! >= 0) {
        free = i + 1;
        continue;
      }
      const verb = words.verbs.get(doc.tokens[i]!.lower);
      const auxiliary = doc.tags[i] === 'AUX';
      if (!auxiliary && !isVerb(doc, i, free, verb, headline)) continue;
      if (auxiliary && goesOn(doc, i, sentence.last, quoted)) continue;
      const group = groupAt(doc, i, free, at, auxiliary ? undefined : verb);
      groups.push(group);
      free = group.last;
    }
  }
  return groups;
}

/** Whether an auxiliary at `i` leads to a verb behind it, over adverbs. */
function goesOn(doc: TaggedDocument, i: number, last: number, quoted: Int32Array): boolean {
  let j = i + 1;
  while (j < last && isFiller(doc, j)) j++;
  if (j >= last || quoted[j]! >= 0) return false;
  if (doc.tags[j] === 'AUX') return true;
  return doc.tags[j] === 'VERB';
}

function isFiller(doc: TaggedDocument, i: number): boolean {
  const tag = doc.tags[i]!;
  const { lower } = doc.tokens[i]!;
  if (tag === 'ADV') return !QUESTION_ADVERBS.has(lower);
  return lower === 'not' || (tag === 'PART' && lower !== 'to' && !/^['’]s$/.test(lower));
}

/** Adverbs that say when, and belong to no verb group. */
const DAYS = new Set('yesterday today tonight tomorrow'.split(' '));
/** Words behind which a form that could be a noun is a verb. */
const NOMINATIVES = new Set('i he she they we you it who'.split(' '));
const NOMINAL: ReadonlySet<Tag> = new Set(['NOUN', 'PROPN', 'PRON', 'NUM']);
/** What the tagger may have taken a verb for. */
const MISTAKEN: ReadonlySet<Tag> = new Set(['NOUN', 'PROPN', 'ADJ', 'ADP']);
/** Endings of past forms of verbs that are no cues. */
const PAST = /(?:ed|wn|ade|ept|ent|ought|aught|old|ung)$/;

function isVerb(
  doc: TaggedDocument,
  i: number,
  free: number,
  verb: CueVerb | undefined,
  headline: boolean,
): boolean {
  const tag = doc.tags[i]!;
  const before = i > free ? doc.tags[i - 1] : undefined;
  const previous = i > free ? doc.tokens[i - 1]!.lower : '';
  if (tag === 'VERB') return !isModifier(doc, i, before, previous);
  if (verb === undefined || before === undefined || !MISTAKEN.has(tag)) return false;
  if (headline && (tag === 'PROPN' || tag === 'NOUN')) {
    return verb.shape === 'third' && NOMINAL.has(before) && doc.tokens[i]!.capital;
  }
  return isMistaken(doc, i, verb, before, previous);
}

/** Whether a form of a cue is a verb, although the tagger took it for a noun or an adjective. */
function isMistaken(
  doc: TaggedDocument,
  i: number,
  verb: CueVerb,
  before: Tag,
  previous: string,
): boolean {
  const { lower } = doc.tokens[i]!;
  const tag = doc.tags[i]!;
  const next = doc.tokens[i + 1]?.lower ?? '';
  const after = doc.tags[i + 1];
  if (lower === 'says') return true;
  if (previous === 'to') return verb.shape === 'base' && tag !== 'PROPN';
  if (verb.shape !== 'third' && verb.shape !== 'past') return false;
  if (NOMINATIVES.has(previous)) return true;
  if (tag === 'ADJ' && verb.shape === 'past' && NOMINAL.has(before) && before !== 'NUM') {
    return after !== 'NOUN' && after !== 'ADJ';
  }
  if (before !== 'PROPN') return false;
  const tells = verb.plain?.takes.has('quote') ?? verb.phrasal.size > 0;
  return next === 'that' || (tells && /^(?:[.,:]|out|back)$/.test(next));
}

/** A participle before its noun ("the alleged plan"), after an article, a possessive or an adjective. */
function isModifier(
  doc: TaggedDocument,
  i: number,
  before: Tag | undefined,
  previous: string,
): boolean {
  const { lower } = doc.tokens[i]!;
  if (SUBJECT_PRONOUNS.has(previous)) return false;
  if (!/(?:ing|ed|en|wn)$/.test(lower)) return before === 'DET';
  const opened = before === 'DET' || before === 'ADJ' || POSSESSIVES.has(previous);
  if (!opened && !/^['’]s?$/.test(previous)) return false;
  const after = doc.tags[i + 1];
  return after === 'NOUN' || after === 'PROPN' || after === 'ADJ' || before === 'DET';
}

function groupAt(
  doc: TaggedDocument,
  head: number,
  free: number,
  sentence: number,
  verb: CueVerb | undefined,
): VerbGroup {
  const bare = doc.tags[head] === 'AUX';
  let first = head;
  // The auxiliary next to the verb tells the passive.
  let nearest = bare ? doc.lemmas[head] : undefined;
  while (first > free) {
    const before = first - 1;
    if (doc.tags[before] === 'AUX') nearest ??= doc.lemmas[before];
    else if (!isFiller(doc, before) || DAYS.has(doc.tokens[before]!.lower)) break;
    first--;
  }
  const to = first > free && doc.tokens[first - 1]!.lower === 'to';
  const opening = doc.tokens[first]!.lower;
  if (to) first--;
  const gerund = isGerund(doc.tokens[head]!.lower);
  const shape = to ? 'infinitive' : shapeOf(doc, head, verb, nearest !== undefined, opening);
  const passive = !bare && nearest === 'be' && !gerund;
  return { first, head, last: head + 1, shape, passive, bare, sentence, verb };
}

function isGerund(lower: string): boolean {
  return lower.length > 4 && lower.endsWith('ing') && lower !== 'bring';
}

function shapeOf(
  { tokens }: TaggedDocument,
  head: number,
  verb: CueVerb | undefined,
  helped: boolean,
  opening: string,
): VerbGroup['shape'] {
  if (helped) return opening === 'being' || opening === 'having' ? 'gerund' : 'finite';
  const { lower } = tokens[head]!;
  if (isGerund(lower)) return 'gerund';
  const past = verb === undefined ? PAST.test(lower) : verb.shape === 'past';
  return past ? 'past' : 'finite';
}
