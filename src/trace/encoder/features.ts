/**
 * A word as rows of the encoder's table: the word, its first six letters, and the character
 * 3–5-grams of its sound skeleton, each hashed. The n-grams are shared by all scripts, so a name
 * that training never showed still lands near its spelling in another alphabet.
 *
 * Hashing of subword n-grams as in P. Bojanowski et al., *Enriching Word Vectors with Subword
 * Information*, TACL 5, 2017, https://doi.org/10.1162/tacl_a_00051. O(letters) a word.
 */
import { fold, soundSkeleton } from '../../text/transliterate.ts';

/** Endings begin about here in the languages of the encoder. */
const PREFIX_LETTERS = 6;
const MIN_GRAM = 3;
const MAX_GRAM = 5;
/** Longer words are addresses and hashes; their tail carries nothing. */
const MAX_LETTERS = 40;

/** No word has more rows than this. */
export const MAX_FEATURES = 2 + (MAX_GRAM - MIN_GRAM + 1) * MAX_LETTERS;

const WORD_SEED = 0x811c9dc5;
const PREFIX_SEED = 0x2f0b4c47;
const GRAM_SEED = 0x64a0d3b1;

/**
 * Writes the rows of one word to `rows` and returns how many; `mask` is the table's number of rows
 * (a power of two) less one. A number has one row only: 1990 and 1991 are not alike.
 */
export function wordRows(word: string, mask: number, rows: Int32Array): number {
  const letters = fold(word).slice(0, MAX_LETTERS);
  let count = 0;
  rows[count++] = hashOf(letters, 0, letters.length, WORD_SEED) & mask;
  const first = letters.charCodeAt(0);
  if (first >= 0x30 && first <= 0x39) return count;
  if (letters.length > PREFIX_LETTERS) {
    rows[count++] = hashOf(letters, 0, PREFIX_LETTERS, PREFIX_SEED) & mask;
  }
  const skeleton = soundSkeleton(letters).slice(0, MAX_LETTERS - 2);
  return skeleton === '' ? count : gramRows(`_${skeleton}_`, mask, rows, count);
}

function gramRows(text: string, mask: number, rows: Int32Array, from: number): number {
  let count = from;
  for (let size = MIN_GRAM; size <= MAX_GRAM; size++) {
    for (let at = 0; at + size <= text.length; at++) {
      rows[count++] = hashOf(text, at, at + size, GRAM_SEED) & mask;
    }
  }
  return count;
}

/** FNV-1a over UTF-16 units, with the finisher of MurmurHash3 so that low bits are good. */
function hashOf(text: string, begin: number, end: number, seed: number): number {
  let hash = seed;
  for (let i = begin; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
