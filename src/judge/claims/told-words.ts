/**
 * The words of a claim as they may stand in a text of another language: its own stems, those of their
 * translations, and names by their sound, since endings and spellings of a name differ (*Ostmere*,
 * *Остмире*). O(words of the claim × translations) to prepare, O(1) a word to look up; a word of the
 * text that begins like a name costs one comparison more.
 */
import { soundSkeleton, transliterate } from '../../text/transliterate.ts';
import { wordMemo } from '../../text/word-memo.ts';
import { type Term, termsOf } from './claim-terms.ts';
import type { Translate } from './query.ts';

/**
 * How much a word tells: ln(passages / passages with it) over texts of its language, 0 or more. A
 * port; who has lexicons has it from them.
 */
export type Worth = (word: string, language: string) => number;

/** Words read of a claim. */
const MOST_WORDS = 80;
const MOST_TRANSLATIONS = 4;
/** What one passage in 55 has tells nothing of what a claim says: function words and their like. */
const COMMON = 4;
/** Shorter beginnings of names agree by accident; endings of names have at most so many letters. */
const LEAST_SOUND = 4;
const MOST_ENDING = 3;

export interface ToldWord {
  readonly term: Term;
  /** 0 for what is common. */
  readonly worth: number;
}

/** The distinct words of a claim, with what each is worth. */
export function toldWordsOf(claim: string, language: string, worth: Worth): ToldWord[] {
  const words = new Map<string, ToldWord>();
  for (const term of termsOf(claim, language, MOST_WORDS)) {
    if (words.has(term.key)) continue;
    words.set(term.key, { term, worth: Math.max(0, worth(term.word, language) - COMMON) });
  }
  return [...words.values()];
}

/** Which words of the claim a word of a text may be: number of the word and strength, 0–1. */
export type Lookup = (term: Term) => ReadonlyMap<number, number>;

const NONE: ReadonlyMap<number, number> = new Map();

/** Looks the words of a claim in `from` up in texts that are in `to`. */
export function lookupOf(
  words: readonly ToldWord[],
  from: string,
  to: string,
  translate: Translate | undefined,
): Lookup {
  const byKey = new Map<string, Map<number, number>>();
  const add = (key: string, word: number, strength: number): void => {
    const known = byKey.get(key) ?? new Map<number, number>();
    byKey.set(key, known.set(word, Math.max(strength, known.get(word) ?? 0)));
  };
  const names = new Map<string, SpelledName[]>();
  for (const [word, { term, worth }] of words.entries()) {
    if (worth === 0) continue;
    add(term.key, word, 1);
    if (term.kind === 'number') continue;
    if (from !== to) {
      const known = translate?.(term.word, from, to).slice(0, MOST_TRANSLATIONS) ?? [];
      for (const { stem, strength } of known) add(transliterate(stem), word, strength);
    }
    const sound = soundSkeleton(term.word);
    if (!/^\p{Lu}/u.test(term.word) || sound.length < LEAST_SOUND) continue;
    const head = sound.slice(0, LEAST_SOUND);
    names.set(head, [...(names.get(head) ?? []), { sound, word }]);
  }
  return (term) => byKey.get(term.key) ?? (names.size === 0 ? NONE : soundingLike(names, term));
}

interface SpelledName {
  readonly sound: string;
  readonly word: number;
}

/** Asked of every word of every candidate, by each wording of a claim. */
const soundOf = wordMemo(soundSkeleton);

/** Names that agree with a capitalised word but for an ending of each. */
function soundingLike(
  names: ReadonlyMap<string, readonly SpelledName[]>,
  { word, kind }: Term,
): ReadonlyMap<number, number> {
  if (kind === 'number') return NONE;
  const sound = soundOf(word);
  const alike = names.get(sound.slice(0, LEAST_SOUND));
  if (alike === undefined) return NONE;
  return new Map(
    alike.filter((name) => isSameName(name.sound, sound)).map(({ word: found }) => [found, 1]),
  );
}

function isSameName(a: string, b: string): boolean {
  let common = 0;
  while (common < a.length && a[common] === b[common]) common++;
  return Math.max(a.length, b.length) - common <= MOST_ENDING;
}
