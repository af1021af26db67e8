/**
 * A list of passages (sentences, or a few of them) of one language, read once for comparison with
 * other lists: stems, sound n-grams and, if there is an encoder, vectors.
 *
 * O(letters) a passage. Stems are numbers into `vocabulary`; n-grams are hashed.
 */

import { stem } from '../../text/stem.ts';
import { soundSkeleton } from '../../text/transliterate.ts';
import { isNumber, wordsOf } from '../lexicon/words.ts';
import { type Sparse, SparseBuilder } from './sparse.ts';
import type { StaticEncoder } from './static-encoder.ts';

/** N-grams and numbers are hashed into this many terms. */
export const GRAM_TERMS = 1 << 18;
/** Letters of an n-gram: enough to tell words apart, short enough to survive an ending. */
const GRAM = 4;

export interface Passages {
  readonly language: string;
  readonly size: number;
  readonly vocabulary: readonly string[];
  /** Stem counts by number into `vocabulary`. */
  readonly stems: Sparse;
  /** N-gram counts below `GRAM_TERMS`. */
  readonly grams: Sparse;
  /** Row-major, `size × dims`; `undefined` without an encoder. */
  readonly vectors: Float32Array | undefined;
}

/** Reads passages with the built-in encoder, or without any. */
export function readPassages(
  texts: readonly string[],
  language: string,
  encoder: StaticEncoder | undefined,
): Passages {
  return passagesWith(texts, language, encoder?.encode(texts));
}

/** Reads passages whose vectors come from elsewhere: row-major, one row of length 1 a text. */
export function passagesWith(
  texts: readonly string[],
  language: string,
  vectors: Float32Array | undefined,
): Passages {
  const reader = new TermReader(language);
  for (const text of texts) reader.read(text);
  return { language, size: texts.length, ...reader.build(), vectors };
}

/** What is known of one distinct word. */
interface Word {
  readonly stem: number;
  readonly grams: Uint32Array;
}

class TermReader {
  private readonly language: string;
  private readonly numbers = new Map<string, number>();
  private readonly words = new Map<string, Word>();
  private readonly stems = new SparseBuilder();
  private readonly grams = new SparseBuilder();

  constructor(language: string) {
    this.language = language;
  }

  read(text: string): void {
    const stems = new Map<number, number>();
    const grams = new Map<number, number>();
    for (const word of wordsOf(text)) {
      const known = this.words.get(word) ?? this.learn(word);
      stems.set(known.stem, (stems.get(known.stem) ?? 0) + 1);
      for (const gram of known.grams) grams.set(gram, (grams.get(gram) ?? 0) + 1);
    }
    for (const [term, count] of stems) this.stems.add(term, count);
    for (const [term, count] of grams) this.grams.add(term, count);
    this.stems.endRow();
    this.grams.endRow();
  }

  build() {
    return {
      vocabulary: [...this.numbers.keys()],
      stems: this.stems.build(),
      grams: this.grams.build(),
    };
  }

  private learn(word: string): Word {
    const name = stem(word, this.language);
    const number = this.numbers.get(name) ?? this.numbers.size;
    this.numbers.set(name, number);
    const known = { stem: number, grams: gramsOf(word) };
    this.words.set(word, known);
    return known;
  }
}

/** A number is one term; so is a word that is shorter than an n-gram. */
function gramsOf(word: string): Uint32Array {
  const text = isNumber(word) ? `#${word}` : `_${soundSkeleton(word)}_`;
  if (isNumber(word) || text.length <= GRAM) return Uint32Array.of(hashOf(text, 0, text.length));
  const grams = new Uint32Array(text.length - GRAM + 1);
  for (let at = 0; at < grams.length; at++) grams[at] = hashOf(text, at, at + GRAM);
  return grams;
}

/** FNV-1a, folded to 18 bits. */
function hashOf(text: string, begin: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let i = begin; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return ((hash >>> 18) ^ hash) & (GRAM_TERMS - 1);
}
