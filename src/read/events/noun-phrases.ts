/**
 * Noun phrases without what hangs on them by prepositions. English ones end with their last noun, of
 * Spanish and Russian ones the first noun is the head. Each looks at most at its own tokens and three
 * behind them.
 */
import type { Mention } from '../../domain/reading.ts';
import type { Case, TaggedDocument } from '../tagging/tagged.ts';
import type { FunctionWords } from './function-words.ts';
import type { ReadVerb } from './verb-group.ts';

export interface PhraseTask {
  readonly doc: TaggedDocument;
  readonly words: FunctionWords;
  readonly readVerb: ReadVerb;
  readonly mentions: readonly Mention[];
  readonly dateAt: Int32Array;
  readonly mentionAt: Int32Array;
}

/** Words in brackets: an abbreviation, an age. They are passed over. */
const LONGEST_BRACKET = 10;

/** The token behind a short bracket that opens here; else the token itself. */
export function behindBracket({ tokens }: TaggedDocument, at: number, end: number): number {
  if (tokens[at]!.text !== '(') return at;
  for (let i = at + 1; i < end && i <= at + LONGEST_BRACKET; i++) {
    if (tokens[i]!.text === ')') return i + 1;
  }
  return at;
}

/** The words up to the next number, at most three, as one string; empty where there is none. */
export function approximatorAt({ tokens, tags }: TaggedDocument, at: number, end: number): string {
  for (let i = at + 1; i < end && i <= at + 3; i++) {
    if (tags[i] !== 'NUM') continue;
    return tokens
      .slice(at, i)
      .map(({ lower }) => lower)
      .join(' ');
  }
  return '';
}

/** Tokens of a phrase: bounds the work where nothing ends it. */
const LONGEST = 60;

const NOMINAL: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'NUM', 'SYM', 'X']);

interface Phrase {
  readonly last: number;
  readonly head: number;
}

export function phraseAt(task: PhraseTask, first: number, end: number): Phrase | undefined {
  const { doc } = task;
  return doc.language === 'en' ? englishPhrase(task, first, end) : headFirst(task, first, end);
}

/** Up to its last noun; a pronoun is a phrase of its own. */
function englishPhrase(task: PhraseTask, first: number, end: number): Phrase | undefined {
  const { doc, words, dateAt } = task;
  const { tokens, tags } = doc;
  const most = Math.min(end, first + LONGEST);
  let head = -1;
  let i = first;
  for (; i < most; i++) {
    if (dateAt[i]! >= 0) {
      if (i === first || head >= 0 || !isBeforeNoun(task, i, end)) break;
      continue;
    }
    const { lower } = tokens[i]!;
    const tag = tags[i]!;
    if (task.mentionAt[i]! >= 0 && task.mentionAt[i] === task.mentionAt[i - 1] && head >= 0) {
      if (tag === 'NOUN' || tag === 'PROPN') head = i;
      continue;
    }
    if (tag === 'PRON' && !words.possessives.has(lower)) {
      if (i === first) return { last: i + 1, head: i };
      break;
    }
    if (tag === 'DET' || (tag === 'PRON' && words.possessives.has(lower))) {
      if (head >= 0) break;
      continue;
    }
    if (tag === 'NUM' && head >= 0 && tags[head] !== 'NUM') break;
    const next = tags[i + 1];
    const mayAct =
      i > first &&
      (lower.endsWith('ing') || tokens[i + 1]?.lower === 'to' || next === 'DET' || next === 'PRON');
    if (tag === 'NOUN' && mayAct && task.readVerb(doc, i, end) !== undefined) break;
    if (NOMINAL.has(tag)) {
      head = i;
      continue;
    }
    if (tag === 'PART' && /^['’]s?$/.test(lower) && head >= 0) {
      head = -1;
      continue;
    }
    if (tag === 'ADJ') {
      if (head >= 0 && !NOMINAL.has(tags[i + 1] ?? '') && tags[i + 1] !== 'ADJ') break;
      continue;
    }
    if (tag === 'VERB' && task.readVerb(doc, i, end) === undefined) {
      if (!NOMINAL.has(tags[i + 1] ?? '') && tags[i + 1] !== 'ADJ') head = i;
      continue;
    }
    const behind = behindBracket(doc, i, end);
    if (behind > i && i > first) {
      i = behind - 1;
      continue;
    }
    if (tag === 'PUNCT' && /^["“”'‘’«»`-]$/u.test(tokens[i]!.text) && i > first) continue;
    const joins = tag === 'ADV' || tag === 'ADP' || tag === 'SCONJ';
    if (joins && head < 0 && isMeasure(task, i, end)) continue;
    break;
  }
  if (head < 0) return loneAdjective(task, first, i);
  return { last: head + 1, head };
}

/** "a 30-day truce", "its 2014 report". */
function isBeforeNoun({ doc, dateAt }: PhraseTask, at: number, end: number): boolean {
  let i = at;
  while (i < end && dateAt[i] === dateAt[at]) i++;
  return i < end && /^(?:NOUN|ADJ|PROPN)$/.test(doc.tags[i]!);
}

/** "more than 40", "nearly 25,000". */
function isMeasure({ doc, words }: PhraseTask, at: number, end: number): boolean {
  if (doc.tags[at] === 'ADV') return at + 1 < end && /^(?:NUM|ADJ|ADV)$/.test(doc.tags[at + 1]!);
  return (
    words.approximators.has(approximatorAt(doc, at, end)) ||
    (at > 0 && words.approximators.has(approximatorAt(doc, at - 1, end)))
  );
}

/** "both", "some", "the first": a phrase without a noun. */
function loneAdjective({ doc }: PhraseTask, first: number, last: number): Phrase | undefined {
  const tag = doc.tags[last - 1];
  const isNoun = doc.cases?.[last - 1] !== undefined && (tag === 'ADJ' || tag === 'VERB');
  const counted =
    isNoun || tag === 'DET' || tag === 'NUM' || (tag === 'ADJ' && doc.tags[first] === 'DET');
  if (last <= first || !counted) return undefined;
  return { last, head: last - 1 };
}

/** Spanish and Russian: the first noun is the head; what agrees or is in the genitive goes on. */
function headFirst(task: PhraseTask, first: number, end: number): Phrase | undefined {
  const { doc, dateAt, words } = task;
  const { tokens, tags, cases } = doc;
  const most = Math.min(end, first + LONGEST);
  let head = -1;
  let named = false;
  let i = first;
  for (; i < most && dateAt[i]! < 0; i++) {
    const { lower, text } = tokens[i]!;
    const tag = tags[i]!;
    const inMention = task.mentionAt[i]! >= 0 && task.mentionAt[i] === task.mentionAt[i - 1];
    if (inMention && head >= 0) continue;
    if (i > first && task.readVerb(doc, i, end) !== undefined) break;
    if (tag === 'PRON' && !words.possessives.has(lower)) {
      if (i === first) return { last: i + 1, head: i };
      break;
    }
    if (tag === 'DET' || words.possessives.has(lower)) {
      if (head >= 0) break;
      continue;
    }
    if (tag === 'PROPN') {
      if (head >= 0 && !agrees(cases, head, i) && !isIndeclinable(task, i)) break;
      if (head < 0) head = i;
      named = true;
      continue;
    }
    if (tag === 'NOUN' || tag === 'X' || tag === 'SYM') {
      const goesOn =
        !isState(task, head) &&
        ((task.mentionAt[i]! >= 0 && cases === undefined) || isGenitive(cases, head, i));
      if (head >= 0 && tags[head] !== 'NUM' && !goesOn) break;
      if (head < 0 || tags[head] === 'NUM') head = i;
      continue;
    }
    if (tag === 'NUM') {
      if (head >= 0) break;
      head = i;
      continue;
    }
    if (tag === 'ADJ' || (tag === 'VERB' && cases?.[i] !== undefined)) {
      if (head >= 0 && !agrees(cases, head, i)) break;
      continue;
    }
    if (tag === 'PUNCT' && /^["“”'‘’«»]$/u.test(text) && i > first) continue;
    if (tag === 'ADV' && head < 0 && tags[i + 1] === 'NUM') continue;
    break;
  }
  let last = i;
  while (last > first && (tags[last - 1] === 'PUNCT' || (named && tags[last - 1] === 'DET')))
    last--;
  if (head < 0) return loneAdjective(task, first, last);
  return { last: Math.max(last, head + 1), head };
}

/** "посольство Перу": a state's name that has no cases. */
function isIndeclinable({ doc, mentions, mentionAt }: PhraseTask, at: number): boolean {
  return mentions[mentionAt[at]!]?.kind === 'state' && /[уиоеэю]$/.test(doc.tokens[at]!.lower);
}

/** Whether a name can belong to a noun before it: "президент Вук", not "в ответ Россия". */
function agrees(
  cases: readonly (Case | undefined)[] | undefined,
  head: number,
  at: number,
): boolean {
  const own = cases?.[at];
  return own === undefined || own === 'Gen' || cases?.[head] === undefined || own === cases[head];
}

function isGenitive(
  cases: readonly (Case | undefined)[] | undefined,
  head: number,
  at: number,
): boolean {
  return cases !== undefined && head >= 0 && (cases[at] === 'Gen' || cases[at] === undefined);
}

/** A state's name owns no noun behind it: "Украине танки". */
function isState({ mentions, mentionAt }: PhraseTask, head: number): boolean {
  const mention = head < 0 ? undefined : mentions[mentionAt[head]!];
  return mention?.kind === 'state' && mention.form !== 'demonym';
}
