/**
 * From candidates to pairs: each candidate pair is aligned, and those with a passage worth reporting
 * are kept. A block of candidates is a job of its own; its texts are all it needs to know.
 */
import type { Passage } from '../domain/trace.ts';
import { Aligner, PASSAGE_WIDTH } from './align.ts';
import type { MaskedTexts } from './masked-texts.ts';

/** Fewest equal words of a passage that is reported. */
const LEAST_WORDS = 8;
/** A post may be shorter than that: then this many words, if they are all or nearly all it has. */
const LEAST_WORDS_SHORT = 7;
const SHORT_COVERAGE = 0.9;
/**
 * A pair is reported if its passages hold this many equal words, or this share of the shorter text:
 * eight words of a long article are as a rule the name of an office or a turn of phrase ("in the
 * southern Gaza Strip", "el jefe de gobierno de la Ciudad de México").
 */
const ENOUGH_WORDS = 14;
const ENOUGH_COVERAGE = 0.3;
/** Fewest equal words as a share of the longer side: below it a passage is a chance of phrases. */
const LEAST_DENSITY = 0.4;

/** Two rows, `a < b`, and the passages they share in the order of `b`. */
export interface TracedPair {
  readonly a: number;
  readonly b: number;
  readonly passages: readonly Passage[];
}

/** Candidate pairs as parallel columns; those of one `a` stand together. */
export interface PairColumns {
  readonly a: Uint32Array;
  readonly b: Uint32Array;
}

/** Aligns candidate pairs in their order. `onProgress` is called now and then with the share done. */
export function alignPairs(
  { a: left, b: right }: PairColumns,
  masked: MaskedTexts,
  onProgress?: (share: number) => void,
): TracedPair[] {
  const aligner = new Aligner();
  const pairs: TracedPair[] = [];
  const out: number[] = [];
  let first = -1;
  for (let c = 0; c < left.length; c++) {
    const a = left[c]!;
    const b = right[c]!;
    if (a !== first) {
      aligner.first(masked.pinned(a));
      first = a;
      onProgress?.(c / left.length);
    }
    out.length = 0;
    if (aligner.align(masked.get(b), out) === 0) continue;
    const shorter = Math.min(masked.ownWords(a), masked.ownWords(b));
    const passages = passagesOf(out, masked, a, b, shorter);
    if (isEnough(passages, shorter)) pairs.push({ a, b, passages });
  }
  return pairs;
}

function isEnough(passages: readonly Passage[], shorter: number): boolean {
  let words = 0;
  for (const passage of passages) words += passage.words;
  return passages.length > 0 && (words >= ENOUGH_WORDS || words >= ENOUGH_COVERAGE * shorter);
}

function passagesOf(
  found: readonly number[],
  masked: MaskedTexts,
  a: number,
  b: number,
  shorter: number,
): Passage[] {
  const least = Math.min(LEAST_WORDS, Math.max(LEAST_WORDS_SHORT, SHORT_COVERAGE * shorter));
  const passages: Passage[] = [];
  for (let p = 0; p < found.length; p += PASSAGE_WIDTH) {
    const [aBegin, aEnd, bBegin, bEnd, words] = found.slice(p, p + PASSAGE_WIDTH) as [
      number,
      number,
      number,
      number,
      number,
    ];
    const aWords = aEnd - aBegin;
    const bWords = bEnd - bBegin;
    if (words < least || words < LEAST_DENSITY * Math.max(aWords, bWords)) continue;
    passages.push({
      a: masked.spanOf(a, aBegin, aEnd),
      b: masked.spanOf(b, bBegin, bEnd),
      words,
      aWords,
      bWords,
    });
  }
  return passages.sort((x, y) => x.b.begin - y.b.begin);
}
