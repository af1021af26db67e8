/** Names of states inside longer names that the mentions keep whole: "Kenya Anti-Corruption Commission". */
import type { StateCode } from '../../domain/reading.ts';
import { stem } from '../../text/stem.ts';
import type { LexiconSource } from '../lexicon-source.ts';
import { openStates } from '../mentions/states.ts';
import type { TaggedDocument } from '../tagging/tagged.ts';

/** Words of the longest name that is looked for. */
const LONGEST = 6;
/** What a compound with a state's name may end in and still be of that state: "Saudi-led". */
const OF_STATE = new Set(['led', 'based', 'born', 'owned', 'run', 'controlled', 'operated']);

/** A state, and the token behind its name. */
export interface StateName {
  readonly state: StateCode;
  readonly last: number;
}

/** The state named by the words from a token on, or by a part of its compound. */
export type StateAt = (doc: TaggedDocument, at: number, end: number) => StateName | undefined;

export function openStateNames(
  lexicon: LexiconSource,
  language: TaggedDocument['language'],
): StateAt {
  const keyOf = (words: string): string =>
    words
      .toLowerCase()
      .replaceAll("'s", " 's")
      .split(/\s+/)
      .map((word) => (word.length > 3 ? stem(word, language) : word))
      .join(' ');
  const names = new Map<string, StateCode>();
  for (const { code, names: own, demonyms } of openStates(lexicon, language).entries) {
    for (const name of [...own, ...demonyms]) {
      const key = keyOf(name);
      if (!names.has(key)) names.set(key, code);
    }
  }
  const cache = new Map<string, string>();
  const stemOf = (word: string): string => {
    let key = cache.get(word);
    if (key === undefined) {
      if (cache.size > MOST_CACHED) cache.clear();
      key = keyOf(word);
      cache.set(word, key);
    }
    return key;
  };
  return ({ tokens }, at, end): StateName | undefined => {
    const { capital, lower } = tokens[at]!;
    if (!capital && language === 'en') return undefined;
    let key = '';
    let found: StateName | undefined;
    for (let i = at; i < end && i < at + LONGEST; i++) {
      key = key === '' ? stemOf(tokens[i]!.lower) : `${key} ${stemOf(tokens[i]!.lower)}`;
      const state = names.get(key);
      if (state !== undefined) found = { state, last: i + 1 };
    }
    if (found !== undefined || !lower.includes('-')) return found;
    const parts = lower.split('-');
    const state = OF_STATE.has(parts.at(-1)!) ? names.get(stemOf(parts[0]!)) : undefined;
    return state === undefined ? undefined : { state, last: at + 1 };
  };
}

/** Bounds what is kept of words that come again. */
const MOST_CACHED = 20_000;
