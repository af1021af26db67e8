/**
 * A sentence or post as a query: the index's terms that it asks for, with what each is worth.
 *
 * Names and numbers are worth more. A word that no check has is taken apart or put right; where
 * checks are in other languages, a word asks for its translations too, each with its strength.
 */

import { stem } from '../../text/stem.ts';
import { transliterate } from '../../text/transliterate.ts';
import { type ClaimIndex, FIELD_END } from './claim-index-file.ts';
import { type Term, termsOf } from './claim-terms.ts';
import { nearestTerm, soundingLike, splitWord } from './known-words.ts';
import { plainPost } from './post-text.ts';
import { termOf } from './term-table.ts';

/**
 * What a lexicon knows of a word: stems of the other language, strongest first, with strengths of
 * 0–1. A port: the caller joins it with the program's lexicons.
 */
export type Translate = (word: string, from: string, to: string) => readonly Translation[];
export interface Translation {
  readonly stem: string;
  readonly strength: number;
}

/** Vectors of texts, row-major, each of length 1 (or zeros): a port, joined by the caller. */
export type EncodeTexts = (texts: readonly string[]) => Float32Array;

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
/** Strength of a name that only sounds like the query's. */
const SOUNDS_ALIKE = 0.9;

export interface Query {
  /** Without addresses and marks of a platform. */
  readonly text: string;
  /** Term number to worth, for checks in any language. */
  readonly terms: ReadonlyMap<number, number>;
  /**
   * By the number of a language, what else is asked of checks in it: translations, each worth the
   * word's worth times its strength, and telling no more than the word itself.
   */
  readonly translated: ReadonlyMap<number, ReadonlyMap<number, number>>;
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
  // Of a post in capitals or of two words no detector tells the language: it is likely the usual one.
  const read = language === 'und' ? usualLanguage(index) : language;
  const asker = new Asker(index, read, translate);
  const sequence: number[] = [];
  for (const term of termsOf(plain, read, MOST_WORDS)) sequence.push(asker.ask(term) ?? -1);
  const { terms, translated, information } = asker;
  return { text: plain, terms, translated, sequence: Int32Array.from(sequence), information };
}

/** Gathers what the words of one query ask for. */
class Asker {
  readonly terms = new Map<number, number>();
  readonly translated = new Map<number, Map<number, number>>();
  information = 0;
  private readonly seen = new Set<string>();
  private slips = 0;
  private readonly index: ClaimIndex;
  private readonly language: string;
  private readonly translate: Translate | undefined;

  constructor(index: ClaimIndex, language: string, translate: Translate | undefined) {
    this.index = index;
    this.language = language;
    this.translate = translate;
    index.languages.forEach((other, number) => {
      if (translate !== undefined && other !== language) this.translated.set(number, new Map());
    });
  }

  /** Asks for one word of the query; its number, where the index knows it as it stands. */
  ask(term: Term): number | undefined {
    const known = termOf(this.index, term.key);
    if (this.seen.has(term.key)) return known;
    this.seen.add(term.key);
    if (known !== undefined) add(this.terms, known, WORTH[term.kind]);
    const best = this.addTranslations(term, known);
    if (known === undefined && best === 0) {
      this.information += unknownIdf(this.index);
      this.askUnknown(term);
    } else {
      this.information += Math.max(best, this.index.idf[known ?? -1] ?? 0);
    }
    return known;
  }

  /** A word that no check has: its pieces, or the word that it may be a slip of. */
  private askUnknown({ key, word, kind, isGlued }: Term): void {
    const { index, language } = this;
    const meant = withoutLookalikes(word);
    const spelled =
      meant === undefined ? undefined : termOf(index, transliterate(stem(meant, language)));
    if (spelled !== undefined) {
      add(this.terms, spelled, SLIPPED * WORTH.word);
      return;
    }
    const mayBeGlued = isGlued || word.length >= LEAST_GLUED;
    const pieces = mayBeGlued ? splitWord(index, word.toLowerCase(), language) : [];
    for (const piece of pieces) add(this.terms, piece, WORTH.word);
    if (pieces.length > 0 || kind === 'number' || this.slips++ >= MOST_SLIPS) return;
    const nearest = nearestTerm(index, key);
    if (nearest !== undefined) add(this.terms, nearest, SLIPPED * WORTH[kind]);
  }

  /** Asks for the translations; the highest IDF of them, 0 where there are none. */
  private addTranslations({ word, kind }: Term, known: number | undefined): number {
    if (kind === 'number' || this.translate === undefined) return 0;
    const { idf, languages } = this.index;
    let best = 0;
    const alike = /^\p{Lu}/u.test(word) ? soundingLike(this.index, word) : [];
    for (const [number, asked] of this.translated) {
      for (const term of alike) add(asked, term, WORTH[kind] * SOUNDS_ALIKE);
      const found = this.translate(word, this.language, languages[number]!);
      for (const { stem: other, strength } of found.slice(0, MOST_TRANSLATIONS)) {
        const term = termOf(this.index, transliterate(other));
        if (term === undefined) continue;
        // What is rare among these checks may be common in its language.
        const telling = known === undefined ? 1 : Math.min(1, idf[known]! / idf[term]!);
        add(asked, term, WORTH[kind] * strength * telling);
        best = Math.max(best, telling * idf[term]!);
      }
    }
    return Math.max(best, ...alike.map((term) => idf[term]!));
  }
}

const MIXED = /^(?=.*\p{L}.*\p{L})[\p{L}0134567]*[0134567]/u;
const MEANT: Readonly<Record<string, string>> = {
  ...{ 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 6: 'b', 7: 't' },
};

/** A word in which digits stand for letters that look like them, as `v4ccin3`; else `undefined`. */
function withoutLookalikes(word: string): string | undefined {
  if (!MIXED.test(word)) return undefined;
  return word.toLowerCase().replace(/\d/g, (digit) => MEANT[digit] ?? digit);
}

function add(asked: Map<number, number>, term: number, worth: number): void {
  if ((asked.get(term) ?? 0) < worth) asked.set(term, worth);
}

/** The language that most checks are in. */
function usualLanguage({ languages, languageOf }: ClaimIndex): string {
  const counts = new Uint32Array(languages.length);
  for (const number of languageOf) counts[number]!++;
  return languages[counts.indexOf(Math.max(...counts))] ?? 'und';
}

/** The mark of a field's end stands in no text, so that its IDF is that of a word which no check has. */
const unknownIdf = (index: ClaimIndex): number => index.idf[FIELD_END]!;
