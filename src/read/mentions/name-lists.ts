/**
 * Names of the world as sets of 32-bit hashes: forenames, surnames, and whole names of
 * places, organisations and others, learned by `train/name-lists.ts` from titles and gazetteers.
 * File: magic, version, FNV-1a of the rest, then for each set its length and its sorted hashes, 32
 * bits each, little endian. A look-up is a binary search; one in 20,000 unknown names is taken for known.
 */
import type { ReadLanguage } from '../../domain/reading.ts';
import { withoutCase } from './keys.ts';

export const NAME_SETS = ['forename', 'surname', 'place', 'organisation', 'other'] as const;
export type NameSet = (typeof NAME_SETS)[number];

export const NAME_LISTS_FILE = 'names.bin';
const MAGIC = 0x314e5441; // ATN1
const HEADER_WORDS = 2;

export interface NameLists {
  /** Whether a set has the hash of `hashWord` or `hashPhrase`. */
  has(set: NameSet, hash: number): boolean;
}

/** The form under which a word of a text is listed. */
export function listedForm(folded: string, language: ReadLanguage): string {
  return language === 'ru' ? withoutCase(folded) : folded;
}

const FNV_START = 0x811c9dc5;

/** FNV-1a over UTF-16 units, as an unsigned number. */
export function hashWord(word: string, seed = FNV_START): number {
  let hash = seed;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** The hash of a phrase, word by word: `hashPhrase(hashPhrase(start, a), b)`. */
export function hashPhrase(before: number | undefined, word: string): number {
  return before === undefined ? hashWord(word) : hashWord(word, hashWord(' ', before));
}

/** Opens a file's bytes. Throws, saying what is wrong, on another kind and on damage. */
export function openNameLists(bytes: Uint8Array): NameLists {
  if (bytes.length < HEADER_WORDS * 4 || bytes.length % 4 !== 0) {
    throw new Error(`${NAME_LISTS_FILE}: ${bytes.length} bytes; the file is cut, fetch it again`);
  }
  const words = new Uint32Array(bytes.slice().buffer);
  if (words[0] !== MAGIC) throw new Error(`${NAME_LISTS_FILE}: no file of names, fetch it again`);
  if (words[1] !== checksum(words)) {
    throw new Error(`${NAME_LISTS_FILE}: the checksum does not match, fetch the file again`);
  }
  const sets = new Map<NameSet, Uint32Array>();
  let at = HEADER_WORDS;
  for (const name of NAME_SETS) {
    const length = words[at] ?? 0;
    sets.set(name, words.subarray(at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { has: (name, hash) => contains(sets.get(name)!, hash) };
}

/** The inverse of `openNameLists`. */
export function sealNameLists(sets: Readonly<Record<NameSet, Iterable<number>>>): Uint8Array {
  const sorted = NAME_SETS.map((name) => Uint32Array.from(new Set(sets[name])).sort());
  const total = sorted.reduce((sum, { length }) => sum + 1 + length, HEADER_WORDS);
  const words = new Uint32Array(total);
  words[0] = MAGIC;
  let at = HEADER_WORDS;
  for (const set of sorted) {
    words[at] = set.length;
    words.set(set, at + 1);
    at += 1 + set.length;
  }
  words[1] = checksum(words);
  return new Uint8Array(words.buffer);
}

function checksum(words: Uint32Array): number {
  let hash = FNV_START;
  for (let i = HEADER_WORDS; i < words.length; i++) hash = Math.imul(hash ^ words[i]!, 0x01000193);
  return hash >>> 0;
}

function contains(sorted: Uint32Array, hash: number): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < hash) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === hash;
}
