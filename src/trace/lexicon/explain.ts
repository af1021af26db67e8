/**
 * Why two passages of two languages are taken for translations, word by word: a one-to-one matching
 * of their words by number, spelling, lexicon and sound, and the share of each side's weight that
 * it covers. Unlike a cosine, coverage has an absolute meaning: .6 says that words carrying 60 % of
 * the passage's information have a counterpart.
 *
 * Greedy: best pairs first, ties to the nearer relative position. O(n × m) pairs of words; for one
 * pair of passages, to verify and to show, not for search.
 */
import { stem } from '../../text/stem.ts';
import { fold, soundSkeleton } from '../../text/transliterate.ts';
import type { Lexicon } from './lexicon.ts';
import { isNumber, type PlacedWord, placedWords } from './words.ts';

/** `same`: one spelling. `sound`: alike when written in one alphabet, as names are. */
export type WordMatchKind = 'number' | 'same' | 'translation' | 'sound';

export interface WordMatch {
  readonly a: PlacedWord;
  readonly b: PlacedWord;
  readonly kind: WordMatchKind;
  /** 0–1: the lexicon's probability, or how alike the two sound; 1 for what is the same. */
  readonly strength: number;
}

export interface PairEvidence {
  /** In the order of passage a. */
  readonly matches: readonly WordMatch[];
  /** 0–1: the matched share of each passage, by information (IDF) of its words. */
  readonly coverageA: number;
  readonly coverageB: number;
  /** Numbers of each side, and how many of them are matched. */
  readonly numbers: { readonly a: number; readonly b: number; readonly shared: number };
}

/** Lexicons in both directions; either may be missing. */
export interface BothWays {
  readonly forward: Lexicon | undefined;
  readonly backward: Lexicon | undefined;
}

const MIN_PROBABILITY = 0.05;
/** Shorter skeletons agree by accident. */
const MIN_SOUND_LETTERS = 4;
const MIN_SOUND = 0.6;
/** Where no lexicon gives a weight: that of a word in one unit of twenty thousand. */
const DEFAULT_IDF = 10;

interface Word {
  readonly placed: PlacedWord;
  readonly folded: string;
  readonly skeleton: string;
  readonly bigrams: readonly string[];
  readonly stem: string;
  readonly idf: number;
}

/** Matches the words of two passages, `a` in the source language of `forward`. */
export function explainPair(
  a: { readonly text: string; readonly language: string },
  b: { readonly text: string; readonly language: string },
  lexicons: BothWays,
): PairEvidence {
  const left = readWords(a.text, a.language, lexicons.forward);
  const right = readWords(b.text, b.language, lexicons.backward);
  const chosen = choose(candidates(left, right, lexicons), left.length, right.length);
  const matches = chosen.map(({ i, j, kind, strength }) => ({
    a: left[i]!.placed,
    b: right[j]!.placed,
    kind,
    strength,
  }));
  return {
    matches,
    coverageA: coverage(left, new Set(chosen.map(({ i }) => i))),
    coverageB: coverage(right, new Set(chosen.map(({ j }) => j))),
    numbers: {
      a: left.filter(({ placed }) => isNumber(placed.word)).length,
      b: right.filter(({ placed }) => isNumber(placed.word)).length,
      shared: matches.filter(({ kind }) => kind === 'number').length,
    },
  };
}

function readWords(text: string, language: string, lexicon: Lexicon | undefined): Word[] {
  return placedWords(text).map((placed) => {
    const name = stem(placed.word, language);
    const skeleton = soundSkeleton(placed.word);
    const number = lexicon?.source.numberOf.get(name);
    const unknown = lexicon?.source.unknownIdf ?? DEFAULT_IDF;
    return {
      placed,
      folded: fold(placed.word),
      skeleton,
      bigrams: bigramsOf(skeleton),
      stem: name,
      idf: number === undefined ? unknown : lexicon!.source.idf[number]!,
    };
  });
}

interface Candidate {
  readonly i: number;
  readonly j: number;
  readonly kind: WordMatchKind;
  readonly strength: number;
}

function candidates(
  left: readonly Word[],
  right: readonly Word[],
  lexicons: BothWays,
): Candidate[] {
  const found: Candidate[] = [];
  const forward = left.map((word) => rowOf(lexicons.forward, word.stem));
  const backward = right.map((word) => rowOf(lexicons.backward, word.stem));
  for (let i = 0; i < left.length; i++) {
    for (let j = 0; j < right.length; j++) {
      const probability = Math.max(
        forward[i]!.get(right[j]!.stem) ?? 0,
        backward[j]!.get(left[i]!.stem) ?? 0,
      );
      const match = compare(left[i]!, right[j]!, probability);
      if (match !== undefined) found.push({ i, j, ...match });
    }
  }
  return found;
}

function rowOf(lexicon: Lexicon | undefined, name: string): ReadonlyMap<string, number> {
  const row = new Map<string, number>();
  const number = lexicon?.source.numberOf.get(name);
  if (lexicon === undefined || number === undefined) return row;
  for (let i = lexicon.offsets[number]!; i < lexicon.offsets[number + 1]!; i++) {
    row.set(lexicon.target.stems[lexicon.targets[i]!]!, lexicon.weights[i]!);
  }
  return row;
}

function compare(
  x: Word,
  y: Word,
  probability: number,
): { kind: WordMatchKind; strength: number } | undefined {
  if (isNumber(x.placed.word) || isNumber(y.placed.word)) {
    return x.folded === y.folded ? { kind: 'number', strength: 1 } : undefined;
  }
  if (probability >= MIN_PROBABILITY) return { kind: 'translation', strength: probability };
  if (x.folded === y.folded) return { kind: 'same', strength: 1 };
  if (Math.min(x.skeleton.length, y.skeleton.length) < MIN_SOUND_LETTERS) return undefined;
  const strength = dice(x.bigrams, y.bigrams);
  return strength >= MIN_SOUND ? { kind: 'sound', strength } : undefined;
}

function bigramsOf(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
}

/** Shared bigrams, twice, over all bigrams: 0–1. */
function dice(x: readonly string[], y: readonly string[]): number {
  const rest = [...y];
  let shared = 0;
  for (const bigram of x) {
    const at = rest.indexOf(bigram);
    if (at < 0) continue;
    rest.splice(at, 1);
    shared++;
  }
  return (2 * shared) / (x.length + y.length);
}

function choose(found: Candidate[], n: number, m: number): Candidate[] {
  const gap = ({ i, j }: Candidate): number => Math.abs(i / n - j / m);
  found.sort((x, y) => y.strength - x.strength || gap(x) - gap(y) || x.i - y.i || x.j - y.j);
  const usedA = new Set<number>();
  const usedB = new Set<number>();
  const chosen = found.filter(({ i, j }) => {
    if (usedA.has(i) || usedB.has(j)) return false;
    usedA.add(i);
    usedB.add(j);
    return true;
  });
  return chosen.sort((x, y) => x.i - y.i);
}

function coverage(words: readonly Word[], matched: ReadonlySet<number>): number {
  let all = 0;
  let covered = 0;
  words.forEach((word, at) => {
    all += word.idf;
    if (matched.has(at)) covered += word.idf;
  });
  return all === 0 ? 0 : covered / all;
}
