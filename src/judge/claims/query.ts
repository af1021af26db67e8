/**
 * A sentence or post as a query: the index's terms that it asks for, with what each is worth.
 *
 * Names and numbers are worth more. A word that no check has is taken apart or put right; where
 * checks are in other languages, a word asks for its translations too, each with its strength.
 */

import { transliterate } from '../../text/transliterate.ts';
import type { ClaimIndex } from './claim-index.ts';
import { type Term, termsOf } from './claim-terms.ts';
import { nearestTerm, splitWord } from './known-words.ts';
import { plainPost } from './post-text.ts';

/**
 * What a lexicon knows of a word: stems of the other language, strongest first, with strengths of
 * 0–1. A port: the caller joins it with the program's lexicons.
 */
export type Translate = (word: string, from: string, to: string) => readonly Translation[];
export interface Translation {
  readonly stem: string;
  readonly strength: number;
}

/** Words read of a query. */
const MOST_WORDS = 300;
/** What a word is worth by its kind, and one that was put right. */
const WORTH = { word: 1, name: 1.3, number: 1.3 } as const;
const SLIPPED = 0.7;
/** Unknown words that are looked up with one slip: each costs a pass over the vocabulary. */
const MOST_SLIPS = 4;
/** Unknown words of this many letters may be two whose hyphen was lost. */
const LEAST_GLUED = 10;
/** Translations taken of a word. */
const MOST_TRANSLATIONS = 3;
/**
 * A word is translated into languages with at least this many checks for each one in its own.
 * Asking all languages always cost MAP@5 .335 → .263 of English posts among checks of which 69 %
 * are English: common words of other languages add up.
 */
const LEAST_RATIO = 0.5;

export interface Query {
  /** Without addresses and marks of a platform. */
  readonly text: string;
  /** Term number to worth; a translation's worth is the word's times its strength. */
  readonly terms: ReadonlyMap<number, number>;
  /** Terms as they follow one another; -1 for an unknown one. */
  readonly sequence: Int32Array;
  /** Sum of the IDF of its words, unknown ones with the highest: what a full match would cover. */
  readonly information: number;
}

/** Reads a query in `language` (a primary tag, or `und`). */
export function readQuery(
  index: ClaimIndex,
  text: string,
  language: string,
  translate: Translate | undefined,
): Query {
  const plain = plainPost(text);
  const read = termsOf(plain, language, MOST_WORDS);
  const terms = new Map<number, number>();
  const ask = (term: number, worth: number): void => {
    if ((terms.get(term) ?? 0) < worth) terms.set(term, worth);
  };
  const sequence: number[] = [];
  const seen = new Set<string>();
  const others = translate === undefined ? [] : otherLanguages(index, language);
  let information = 0;
  let slips = 0;
  for (const term of read) {
    const known = index.terms.get(term.key);
    const isNew = !seen.has(term.key);
    seen.add(term.key);
    sequence.push(known ?? -1);
    if (!isNew) continue;
    if (known !== undefined) ask(known, WORTH[term.kind]);
    const translated = translations(index, term, language, others, translate);
    for (const [other, strength] of translated) ask(other, WORTH[term.kind] * strength);
    if (known !== undefined || translated.size > 0) {
      information += Math.max(...[known, ...translated.keys()].map((t) => index.idf[t ?? -1] ?? 0));
      continue;
    }
    information += unknownIdf(index);
    const pieces =
      term.isGlued || term.word.length >= LEAST_GLUED
        ? splitWord(index, term.word.toLowerCase(), language)
        : [];
    for (const piece of pieces) ask(piece, WORTH.word);
    if (pieces.length > 0 || term.kind === 'number' || slips++ >= MOST_SLIPS) continue;
    const nearest = nearestTerm(index, term.key);
    if (nearest !== undefined) ask(nearest, SLIPPED * WORTH[term.kind]);
  }
  return { text: plain, terms, sequence: Int32Array.from(sequence), information };
}

const unknownIdf = (index: ClaimIndex): number => Math.log(1 + (index.size + 0.5) / 0.5);

function otherLanguages(index: ClaimIndex, language: string): string[] {
  const counts = new Uint32Array(index.languages.length);
  for (const number of index.languageOf) counts[number]!++;
  const own = counts[index.languages.indexOf(language)] ?? 0;
  return index.languages.filter(
    (other, n) => other !== language && counts[n]! >= LEAST_RATIO * own && counts[n]! > 0,
  );
}

function translations(
  index: ClaimIndex,
  { word, kind }: Term,
  language: string,
  others: readonly string[],
  translate: Translate | undefined,
): Map<number, number> {
  const found = new Map<number, number>();
  if (kind === 'number' || translate === undefined) return found;
  for (const other of others) {
    for (const { stem: name, strength } of translate(word, language, other).slice(
      0,
      MOST_TRANSLATIONS,
    )) {
      const term = index.terms.get(transliterate(name));
      if (term !== undefined && (found.get(term) ?? 0) < strength) found.set(term, strength);
    }
  }
  return found;
}
