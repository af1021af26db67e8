/**
 * Which persons an article names, and which of them a shorter form means: the fullest name that
 * holds all its words, the surname among them. O(names × candidates), candidates capped.
 */
import type { ReadLanguage } from '../../domain/reading.ts';
import { fold } from '../../text/transliterate.ts';
import { personWordKey, withoutCase } from './keys.ts';

/** A person of an article. */
export interface Person {
  readonly entity: string;
  /** The fullest form of the article; of equal ones the shortest, which in Russian has no case. */
  readonly name: string;
}

/** More persons with one word in common are not told apart by it. */
const MOST_CANDIDATES = 16;

/** Nobody's name has more words; bounds the work on texts of capitals alone. */
const MOST_WORDS = 8;

interface Candidate {
  readonly keys: readonly string[];
  name: string;
}

export interface Persons {
  /** The person whom these words of the article name. */
  of(words: readonly string[]): Person;
  /** Whether one word alone is a surname of a person named in full. */
  isSurname(word: string): boolean;
}

/**
 * `names`: the words of every name of a person in the article, in order; `isCommon`: whether a word
 * of a name ("Los") is none alone.
 */
export function personsOf(
  names: readonly (readonly string[])[],
  language: ReadLanguage,
  isCommon: (word: string) => boolean,
): Persons {
  const keysOf = memoised((word: string) => personWordKey(word, language));
  const byWord = new Map<string, Candidate[]>();
  const surnames = new Set<string>();
  const exact = (word: string) => (language === 'ru' ? withoutCase(fold(word)) : fold(word));
  const fullFirst = [...names].sort((a, b) => b.length - a.length);
  for (const words of fullFirst) {
    const keys = keysFor(words, keysOf);
    const known = candidateFor(keys, byWord);
    if (known !== undefined) {
      if (known.keys.length === keys.length && words.join(' ').length < known.name.length) {
        known.name = words.join(' ');
      }
      continue;
    }
    const candidate = { keys, name: words.join(' ') };
    for (const key of new Set(keys)) {
      const list = byWord.get(key) ?? [];
      if (list.length < MOST_CANDIDATES) list.push(candidate);
      byWord.set(key, list);
    }
    for (const word of words.slice(1)) {
      if (isNameLike(word) && !isCommon(word)) surnames.add(exact(word));
    }
  }
  return {
    of(words) {
      const keys = keysFor(words, keysOf);
      const candidate = candidateFor(keys, byWord) ?? { keys, name: words.join(' ') };
      return { entity: `person:${entityKey(candidate.keys)}`, name: candidate.name };
    },
    isSurname: (word) => isNameLike(word) && surnames.has(exact(word)),
  };
}

/** "de", "la", "V." say nothing alone. */
function isNameLike(word: string): boolean {
  return word.length > 2 && word[0] !== word[0]!.toLowerCase();
}

/** Forename and last name; what stands between differs from article to article. */
function entityKey(keys: readonly string[]): string {
  return keys.length < 2 ? keys.join('') : `${keys[0]}-${keys.at(-1)}`;
}

function keysFor(words: readonly string[], keysOf: (word: string) => string): string[] {
  return words
    .slice(0, MOST_WORDS)
    .map(keysOf)
    .filter((key) => key !== '');
}

/** The first candidate that holds all keys, and not as its forename alone. */
function candidateFor(
  keys: readonly string[],
  byWord: ReadonlyMap<string, readonly Candidate[]>,
): Candidate | undefined {
  const last = keys.at(-1);
  if (last === undefined) return undefined;
  return byWord.get(last)?.find((candidate) => {
    if (candidate.keys.length > 1 && candidate.keys.lastIndexOf(last) === 0) return false;
    return keys.every((key) => candidate.keys.includes(key));
  });
}

function memoised(compute: (word: string) => string): (word: string) => string {
  const known = new Map<string, string>();
  return (word) => {
    let key = known.get(word);
    if (key === undefined) {
      key = compute(word);
      known.set(word, key);
    }
    return key;
  };
}
