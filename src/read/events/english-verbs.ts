/** English verb groups, by tags and auxiliaries. */
import type { TaggedDocument } from '../tagging/tagged.ts';
import type { EventLexicon, VerbEntry } from './event-lexicon.ts';
import type { Mood, ReadVerb, VerbForm, VerbGroup } from './verb-group.ts';

/** Adverbs and negations between the parts of a group: bounds the look ahead. */
const LONGEST = 10;
const NONE: readonly VerbEntry[] = [];

export function openEnglishVerbs({ verbs, grammar }: EventLexicon): ReadVerb {
  const entries = new Map<string, VerbEntry[]>();
  for (const entry of verbs) {
    for (const word of entry.words) {
      const known = entries.get(word);
      if (known === undefined) entries.set(word, [entry]);
      else known.push(entry);
    }
  }
  const lists: Lists = {
    entries,
    negations: new Set(grammar.negations),
    moods: new Map<string, Mood>([
      ...grammar.future.map((word) => [word, 'future'] as const),
      ...grammar.possible.map((word) => [word, 'possible'] as const),
      ...grammar.necessary.map((word) => [word, 'necessary'] as const),
      ...['would', '’d', "'d"].map((word) => [word, 'would'] as const),
    ]),
    be: new Set(grammar.be),
  };
  return (doc, first, end) => groupAt(doc, first, end, lists);
}

interface Lists {
  readonly entries: ReadonlyMap<string, readonly VerbEntry[]>;
  readonly negations: ReadonlySet<string>;
  readonly moods: ReadonlyMap<string, Mood>;
  readonly be: ReadonlySet<string>;
}

function groupAt(
  doc: TaggedDocument,
  first: number,
  end: number,
  lists: Lists,
): VerbGroup | undefined {
  const { tokens, tags } = doc;
  let head = -1;
  let mood: Mood = 'real';
  let negated = false;
  let be = false;
  let infinitive = false;
  let finite = false;
  let last = first;
  const most = Math.min(end, first + LONGEST);
  for (let i = first; i < most; i++) {
    const { lower } = tokens[i]!;
    const tag = tags[i]!;
    if (lists.negations.has(lower)) {
      negated = true;
      continue;
    }
    if (lower === 'to' && isVerbal(doc, i + 1, end) && isBase(doc, i + 1)) {
      if (head >= 0 && !be && lower !== 'to') break;
      if (head >= 0 && be) mood = 'future';
      else if (head >= 0) mood = 'necessary';
      else infinitive = true;
      continue;
    }
    if (tag === 'AUX' || lists.moods.has(lower)) {
      if (tag !== 'AUX' && !isVerbal(doc, i + 1, end)) break;
      const own = lists.moods.get(lower.replace(/n['’]t$/, ''));
      if (own !== undefined) mood = own;
      if (/n['’]t$/.test(lower) || lower === 'cannot') negated = true;
      if (lower === "won't" || lower === 'won’t') mood = 'future';
      be = lists.be.has(lower);
      if (!infinitive) finite = true;
      head = i;
      last = i + 1;
      continue;
    }
    const isVerb = tag === 'VERB' || isMistaken(doc, i, head, lists);
    if (isVerb && !isModifier(doc, i, end, head >= 0)) {
      head = i;
      last = i + 1;
      return closed(doc, { first, last, head, mood, negated, be, infinitive, finite }, lists);
    }
    if (be && tag === 'ADJ' && lists.entries.has(lower)) {
      return closed(
        doc,
        { first, last: i + 1, head: i, mood, negated, be: false, infinitive, finite },
        lists,
      );
    }
    if (tag !== 'ADV' || (head < 0 && !infinitive && !negated)) break;
  }
  if (head < 0) return undefined;
  return closed(doc, { first, last, head, mood, negated, be, infinitive, finite }, lists);
}

/** "have soured", "ruled out expelling the consul": verbs that the tagger takes for others. */
function isMistaken(
  { tokens, tags }: TaggedDocument,
  at: number,
  helper: number,
  { entries, moods }: Lists,
): boolean {
  const { lower } = tokens[at]!;
  const tag = tags[at]!;
  const next = tags[at + 1];
  // "will close the strait"
  const modal = helper >= 0 && moods.has(tokens[helper]!.lower);
  if (modal && (tag === 'ADJ' || tag === 'NOUN') && entries.has(lower)) return true;
  if (tag === 'ADJ' && helper >= 0 && lower.endsWith('ed')) {
    return (
      /^(?:have|has|had|having)$/.test(tokens[helper]!.lower) && next !== 'NOUN' && next !== 'PROPN'
    );
  }
  // "Turkey plans to withdraw"
  const named = tags[at - 1] === 'PROPN' && tokens[at - 1]!.sentence === tokens[at]!.sentence;
  // "a Chinese offer to train" has an article, and no ending.
  const phrased = tags[at - 2] === 'DET' && !lower.endsWith('s');
  if (
    tag === 'NOUN' &&
    helper < 0 &&
    named &&
    !phrased &&
    tokens[at + 1]?.lower === 'to' &&
    tags[at + 2] === 'VERB'
  ) {
    return entriesOf(lower, entries).some(({ operator }) => operator !== undefined);
  }
  // "Senegal backs the plan"
  if (tag === 'NOUN' && helper < 0 && named && lower.endsWith('s') && BEHIND.has(next ?? '')) {
    return entriesOf(lower, entries).length > 0;
  }
  // "Norway and Denmark back it"
  if (tag === 'ADV' && helper < 0 && named && next === 'PRON') {
    return entriesOf(lower, entries).length > 0;
  }
  const gerund = tag === 'NOUN' && lower.endsWith('ing') && entriesOf(lower, entries).length > 0;
  return gerund && (next === 'DET' || (NAMING.has(next ?? '') && isOperated(tokens, at, entries)));
}

/** "ruled out expelling Russian diplomats", "considers expelling 12 diplomats". */
function isOperated(
  tokens: TaggedDocument['tokens'],
  at: number,
  entries: Lists['entries'],
): boolean {
  const before = tokens[at - 1]?.lower ?? '';
  const verb = before === 'out' || before === 'against' ? (tokens[at - 2]?.lower ?? '') : before;
  return entriesOf(verb, entries).some(({ operator }) => operator !== undefined);
}

/** What stands behind a gerund as its object. */
const NAMING: ReadonlySet<string> = new Set(['ADJ', 'NUM', 'PROPN']);

/** What a verb may have behind it and a noun has not. */
const BEHIND: ReadonlySet<string> = new Set(['DET', 'PRON']);

interface Parts {
  readonly first: number;
  readonly last: number;
  readonly head: number;
  readonly mood: Mood;
  readonly negated: boolean;
  readonly be: boolean;
  readonly infinitive: boolean;
  readonly finite: boolean;
}

function closed(doc: TaggedDocument, parts: Parts, { entries }: Lists): VerbGroup {
  const { first, last, head, mood, negated, be, infinitive, finite } = parts;
  const { lower } = doc.tokens[head]!;
  const lemma = doc.lemmas[head]!;
  const shape = shapeOf(lower, lemma);
  const isBare = doc.tags[head] === 'AUX';
  // "is prepared to" is listed as it stands.
  const own = be && lower !== lemma ? entries.get(lower) : undefined;
  const form: VerbForm = infinitive
    ? 'infinitive'
    : finite
      ? 'finite'
      : shape === 'past' || shape === 'gerund'
        ? shape
        : 'finite';
  return {
    first,
    last,
    head,
    entries: isBare ? NONE : (own ?? entries.get(lemma) ?? entriesOf(lower, entries)),
    form,
    voice: be && shape === 'past' && !isBare && own === undefined ? 'passive' : 'active',
    mood,
    negated,
  };
}

/** The lemma is not always cut: "staged" for "stage". */
function entriesOf(lower: string, entries: Lists['entries']): readonly VerbEntry[] {
  for (const [ending, base] of CUTS) {
    if (!lower.endsWith(ending)) continue;
    const stem = lower.slice(0, -ending.length) + base;
    const found = entries.get(stem) ?? entries.get(stem.replace(/(\p{L})\1$/u, '$1'));
    if (found !== undefined) return found;
  }
  return entries.get(lower) ?? NONE;
}

const CUTS: readonly (readonly [string, string])[] = [
  ['ies', 'y'],
  ['ied', 'y'],
  ['ed', ''],
  ['ed', 'e'],
  ['ing', ''],
  ['ing', 'e'],
  ['es', ''],
  ['s', ''],
];

function shapeOf(lower: string, lemma: string): 'past' | 'gerund' | 'present' {
  if (lower.endsWith('ing') && lower.length > 4) return 'gerund';
  if (lower.endsWith('ed')) return 'past';
  if (lower === lemma || lower.endsWith('s')) return INVARIABLE.has(lower) ? 'past' : 'present';
  return 'past';
}

/** Verbs whose participle is the verb. */
const INVARIABLE = new Set(['cut', 'put', 'set', 'hit', 'hurt', 'shut', 'cast', 'split', 'spread']);

function isVerbal({ tokens, tags }: TaggedDocument, at: number, end: number): boolean {
  for (let i = at; i < end && i < at + 3; i++) {
    if (tags[i] === 'VERB' || tags[i] === 'AUX') return true;
    if (tags[i] !== 'ADV' && tokens[i]!.lower !== 'not') return false;
  }
  return false;
}

/** "to demands" is no infinitive. */
function isBase({ tokens, lemmas }: TaggedDocument, at: number): boolean {
  const { lower } = tokens[at]!;
  return lower === lemmas[at] || !lower.endsWith('s');
}

/** Whether a participle is part of a noun phrase: "the proposed talks", "an occupying army". */
function isModifier(doc: TaggedDocument, i: number, end: number, grouped: boolean): boolean {
  const { tokens, tags } = doc;
  const before = tags[i - 1];
  const sameSentence = i > 0 && tokens[i - 1]!.sentence === tokens[i]!.sentence;
  const next = i + 1 < end ? tags[i + 1] : undefined;
  const nominal = next === 'NOUN' || next === 'PROPN' || next === 'ADJ';
  if (nominal && !grouped && tokens[i]!.capital && tokens[i]!.text.includes('-')) return true;
  if (grouped || !sameSentence) return false;
  const possessive = before === 'PART' && /^['’]s?$/.test(tokens[i - 1]!.lower);
  const inPhrase =
    before === 'DET' ||
    possessive ||
    (before === 'ADJ' && nominal) ||
    (before === 'NUM' && nominal) ||
    (before === 'PRON' && /^(?:its|his|her|their|our|my|your)$/.test(tokens[i - 1]!.lower));
  if (inPhrase) return true;
  // "respond to questions"
  const behind = before === 'ADP' || tokens[i - 1]!.lower === 'to';
  if (behind && !nominal && /s$/.test(tokens[i]!.lower) && next !== 'DET') return true;
  return nominal && tokens[i]!.lower.endsWith('ed') && (before === 'VERB' || before === 'ADP');
}
