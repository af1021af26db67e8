/**
 * Names and demonyms of states that the mentions do not tell: inside longer names ("the British
 * government", "МИД Никарагуа"), and adjectives on their own.
 */
import type { ReadLanguage, StateCode } from '../../domain/reading.ts';
import { fold } from '../../text/transliterate.ts';
import type { Document } from '../document.ts';
import type { LexiconSource } from '../lexicon-source.ts';
import { phraseForms } from '../mentions/gazetteer.ts';
import { formsOf, isAbbreviation } from '../mentions/inflection.ts';
import { type Found, type PhraseBook, phraseBook } from '../mentions/phrases.ts';
import { openStates, type StateEntry } from '../mentions/states.ts';

interface Named {
  readonly state: StateCode;
  readonly demonym: boolean;
}

export interface StateNames {
  /** The first state named between two tokens. */
  within(document: Document, first: number, last: number): Found<Named> | undefined;
  /** The state of an adjective or a noun of people, in any of its forms. */
  ofDemonym(lower: string): StateCode | undefined;
}

/** Opens the list of states. Throws, naming list and entry, where it is wrong. */
export function openStateNames(lexicon: LexiconSource, language: ReadLanguage): StateNames {
  const { entries } = openStates(lexicon, language);
  const demonyms = demonymsOf(entries, language);
  const book = bookOf(entries, language);
  const nameAt = (words: readonly string[], at: number, text: string) =>
    book.longestAt(words, at, ({ abbreviation }) => !abbreviation || text === text.toUpperCase());
  return {
    within({ tokens }, first, last) {
      const words = tokens.slice(first, last).map(({ lower }) => fold(lower));
      for (const [at, word] of words.entries()) {
        const named = nameAt(words, at, tokens[first + at]!.text);
        if (named !== undefined) {
          const { state } = named.value;
          return { first: first + at, last: first + named.last, value: { state, demonym: false } };
        }
        const state = demonyms.get(word);
        if (state !== undefined) {
          return { first: first + at, last: first + at + 1, value: { state, demonym: true } };
        }
      }
      return undefined;
    },
    ofDemonym: (lower) => demonyms.get(fold(lower)),
  };
}

function demonymsOf(
  entries: readonly StateEntry[],
  language: ReadLanguage,
): ReadonlyMap<string, StateCode> {
  const states = new Map<string, StateCode>();
  for (const { code, demonyms } of entries) {
    for (const demonym of demonyms) {
      if (demonym.includes(' ')) continue;
      for (const form of formsOf(demonym, language, 'demonym')) {
        if (!states.has(form)) states.set(form, code);
      }
    }
  }
  return states;
}

interface Name {
  readonly state: StateCode;
  /** Written in capitals only: so it must be in the text. */
  readonly abbreviation: boolean;
}

function bookOf(entries: readonly StateEntry[], language: ReadLanguage): PhraseBook<Name> {
  const book = phraseBook<Name>();
  for (const { code, names } of entries) {
    for (const name of names) {
      const value = { state: code, abbreviation: isAbbreviation(name) };
      book.add(phraseForms(name, language, 'name'), value);
    }
  }
  return book;
}
