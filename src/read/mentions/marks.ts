/**
 * What the name tagger sees of each token, as columns of small integers and hashes: letters and
 * shape, what the lists know of it, where it stands in its run of capitals. Linear in the text.
 */
import type { ReadLanguage } from '../../domain/reading.ts';
import { fold } from '../../text/transliterate.ts';
import type { Spelled } from '../document.ts';
import { tokenMemo } from '../token-memo.ts';
import type { Listed } from './gazetteer.ts';
import type { Heads } from './heads.ts';
import { hashPhrase, hashWord, listedForm, type NameLists } from './name-lists.ts';
import type { Found } from './phrases.ts';
import type { Title } from './titles.ts';
import type { Words } from './words.ts';

/** Prefixes and suffixes up to this length. */
export const AFFIXES = 4;
/** A known name of more words is not looked for. */
const MOST_PHRASE_WORDS = 5;
/** Tokens farther from every capital are in no name; they are most of a text. */
const NEAR = 2;

export const SHAPES = [
  'lower',
  'capital',
  'capitals',
  'letter',
  'mixed',
  'number',
  'full stop',
  'comma',
  'open bracket',
  'close bracket',
  'quote',
  'dash',
  'other mark',
] as const;
type Shape = (typeof SHAPES)[number];

const LIST_KINDS: readonly Listed['kind'][] = [
  'state',
  'demonym',
  'capital',
  'seat',
  'city',
  'organisation',
  'place',
];
const TITLE_KINDS: readonly Title['kind'][] = ['honorific', 'rank', 'office', 'role', 'qualifier'];
const PHRASE_SETS = ['place', 'organisation', 'other'] as const;

/** Stands for what is before the first and behind the last token of a sentence. */
const OUT = 0x5bd1e995;

/**
 * Columns over the tokens of a document, all of one type, so that one function reads them fast. Those
 * that are looked at beside a token have one more slot, at `size`, for what is outside of a sentence.
 */
export interface Marks {
  readonly size: number;
  readonly words: Int32Array;
  /** `AFFIXES` a token. */
  readonly prefixes: Int32Array;
  readonly suffixes: Int32Array;
  readonly shapes: Int32Array;
  /** Classes of `heads.ts`, a bit each. */
  readonly classes: Int32Array;
  /** Kind and place in a phrase of the lists, 0 for none. */
  readonly listed: Int32Array;
  readonly titles: Int32Array;
  /** Bit 0: a forename, bit 1: a surname. */
  readonly persons: Int32Array;
  /** Kind and place in a phrase of the learned lists, 0 for none. */
  readonly phrases: Int32Array;
  /** Bit 0: the text has the word in lower case, bit 1: with a capital within a sentence. */
  readonly elsewhere: Int32Array;
  /** First and last token of the run of capitals (linkers inside included) that holds this one; itself outside. */
  readonly runFirst: Int32Array;
  readonly runLast: Int32Array;
  /** 1 within `NEAR` tokens of a capital: no name is farther. */
  readonly near: Int32Array;
}

/** Makes the columns of a document. */
export function marksOf(
  words: Words,
  heads: Heads,
  names: NameLists,
  hits: readonly Found<Listed>[],
  titles: readonly Found<Title>[],
): Marks {
  const { tokens, language } = words.document;
  const size = tokens.length;
  const marks = emptyMarks(size);
  const factsOf = factsFor(heads, names, language);
  for (let i = 0; i < size; i++) {
    const token = tokens[i]!;
    if (token.capital) marks.near.fill(1, Math.max(0, i - NEAR), Math.min(size, i + NEAR + 1));
    putFacts(factsOf(token), i, marks);
  }
  for (const hit of hits) markRange(marks.listed, hit, LIST_KINDS.indexOf(hit.value.kind));
  for (const title of titles) markRange(marks.titles, title, TITLE_KINDS.indexOf(title.value.kind));
  markElsewhere(words, marks);
  markRuns(words, marks);
  markPhrases(words, marks, names);
  return marks;
}

function emptyMarks(size: number): Marks {
  const column = (width = 1) => new Int32Array((size + 1) * width).fill(OUT, size * width);
  return {
    size,
    words: column(),
    prefixes: column(AFFIXES),
    suffixes: column(AFFIXES),
    shapes: column(),
    classes: column(),
    listed: column(),
    titles: column(),
    persons: column(),
    phrases: column(),
    elsewhere: column(),
    runFirst: column(),
    runLast: column(),
    near: column(),
  };
}

function shapeOf({ text, kind, capital }: Spelled): Shape {
  if (kind === 'number') return 'number';
  if (kind === 'word') {
    if (!capital) return /\p{Lu}/u.test(text) ? 'mixed' : 'lower';
    if (text.length === 1) return 'letter';
    if (text === text.toUpperCase()) return 'capitals';
    return /^\P{Lu}*$/u.test(text.slice(1)) ? 'capital' : 'mixed';
  }
  switch (text) {
    case '.':
      return 'full stop';
    case ',':
      return 'comma';
    case '(':
      return 'open bracket';
    case ')':
      return 'close bracket';
    case '-':
    case '–':
    case '—':
    case '/':
      return 'dash';
    default:
      return '"“”«»„‘’\''.includes(text) ? 'quote' : 'other mark';
  }
}

/**
 * What a spelling alone tells: the hash of its word, `AFFIXES` of its beginnings and as many of its
 * ends, its shape, its classes and its bits as a person's name.
 */
type Facts = Int32Array;
const [WORD, PREFIXES, SUFFIXES] = [0, 1, 1 + AFFIXES] as const;
const [SHAPE, CLASSES, PERSON] = [
  SUFFIXES + AFFIXES,
  SUFFIXES + AFFIXES + 1,
  SUFFIXES + AFFIXES + 2,
];

interface Kept {
  readonly names: NameLists;
  readonly factsOf: (token: Spelled) => Facts;
}

/** By the lists of heads, of which each language has one. */
const factsByHeads = new WeakMap<Heads, Kept>();

function factsFor(
  heads: Heads,
  names: NameLists,
  language: ReadLanguage,
): (token: Spelled) => Facts {
  const kept = factsByHeads.get(heads);
  if (kept?.names === names) return kept.factsOf;
  const factsOf = tokenMemo((token) => factsOfToken(token, heads, names, language));
  factsByHeads.set(heads, { names, factsOf });
  return factsOf;
}

function factsOfToken(
  token: Spelled,
  heads: Heads,
  names: NameLists,
  language: ReadLanguage,
): Facts {
  const folded = fold(token.lower);
  const facts = new Int32Array(PERSON + 1);
  facts[WORD] = hashWord(folded.replace(/\d/g, '0'));
  for (let length = 1; length <= AFFIXES; length++) {
    facts[PREFIXES + length - 1] = hashWord(folded.slice(0, length));
    facts[SUFFIXES + length - 1] = hashWord(folded.slice(-length));
  }
  facts[SHAPE] = SHAPES.indexOf(shapeOf(token));
  facts[CLASSES] = heads.classesOf(folded);
  facts[PERSON] = personBits(folded, language, names);
  return facts;
}

function putFacts(facts: Facts, i: number, marks: Marks): void {
  marks.words[i] = facts[WORD]!;
  for (let k = 0; k < AFFIXES; k++) {
    marks.prefixes[i * AFFIXES + k] = facts[PREFIXES + k]!;
    marks.suffixes[i * AFFIXES + k] = facts[SUFFIXES + k]!;
  }
  marks.shapes[i] = facts[SHAPE]!;
  marks.classes[i] = facts[CLASSES]!;
  marks.persons[i] = facts[PERSON]!;
}

function personBits(folded: string, language: ReadLanguage, names: NameLists): number {
  const hash = hashWord(listedForm(folded, language));
  return (names.has('forename', hash) ? 1 : 0) | (names.has('surname', hash) ? 2 : 0);
}

/** Kind and place in the phrase: alone, first, inner, last. */
function markRange(column: Int32Array, { first, last }: Found<unknown>, kind: number): void {
  for (let i = first; i < last; i++) {
    const place = last - first === 1 ? 0 : i === first ? 1 : i === last - 1 ? 3 : 2;
    column[i] = 1 + kind * 4 + place;
  }
}

function markElsewhere({ document, folded }: Words, marks: Marks): void {
  const { tokens, sentences } = document;
  const seen = new Map<string, number>();
  for (let i = 0; i < marks.size; i++) {
    const { capital, kind, sentence } = tokens[i]!;
    if (kind !== 'word') continue;
    const bit = !capital ? 1 : i > sentences[sentence]!.first ? 2 : 0;
    if (bit !== 0) seen.set(folded[i]!, (seen.get(folded[i]!) ?? 0) | bit);
  }
  for (let i = 0; i < marks.size; i++) marks.elsewhere[i] = seen.get(folded[i]!) ?? 0;
}

const LINKER = 1 << 5;

function markRuns({ document }: Words, marks: Marks): void {
  const { tokens, sentences } = document;
  for (let i = 0; i < marks.size; ) {
    let last = i;
    if (tokens[i]!.capital) {
      const stop = sentences[tokens[i]!.sentence]!.last;
      for (let at = i + 1; at < stop && at - last <= 3; at++) {
        if (tokens[at]!.capital) last = at;
        else if ((marks.classes[at]! & LINKER) === 0 && tokens[at]!.text !== '.') break;
        else if (tokens[at]!.text === '.' && tokens[at - 1]!.text.length > 2) break;
      }
    }
    for (let at = i; at <= last; at++) {
      marks.runFirst[at] = i;
      marks.runLast[at] = last;
    }
    i = last + 1;
  }
}

/** The longest known phrase at each capital; the first one found keeps its tokens. */
function markPhrases({ document, folded }: Words, marks: Marks, names: NameLists): void {
  const { tokens, sentences, language } = document;
  for (let i = 0; i < marks.size; i++) {
    const token = tokens[i]!;
    if (!token.capital || marks.phrases[i] !== 0) continue;
    const stop = Math.min(sentences[token.sentence]!.last, i + MOST_PHRASE_WORDS);
    let hash: number | undefined;
    let best: { last: number; kind: number } | undefined;
    for (let at = i; at < stop; at++) {
      if (tokens[at]!.kind === 'mark') break;
      hash = hashPhrase(hash, listedForm(folded[at]!, language));
      if (!tokens[at]!.capital) continue;
      const kind = PHRASE_SETS.findIndex((set) => names.has(set, hash!));
      if (kind >= 0) best = { last: at + 1, kind };
    }
    if (best !== undefined)
      markRange(marks.phrases, { first: i, last: best.last, value: 0 }, best.kind);
  }
}
