/**
 * What the desk's lists know by name: states with demonyms, capitals and seats, organisations and
 * places. Found longest first, without overlaps. O(tokens × longest phrase).
 */
import { z } from 'zod';
import type { ReadLanguage, StateCode } from '../../domain/reading.ts';
import { documentOf } from '../document.ts';
import type { LexiconSource } from '../lexicon-source.ts';
import { formsOf, isAbbreviation, type WordRole } from './inflection.ts';
import { checkedLexicon } from './lexicon-check.ts';
import { type Found, type PhraseBook, phraseBook } from './phrases.ts';
import { openStates, type StateEntry } from './states.ts';
import type { Words } from './words.ts';

/** What a listed phrase is: `capital` may stand for its state, `seat` always does. */
export type ListKind = 'state' | 'demonym' | 'capital' | 'seat' | 'city' | 'organisation' | 'place';

export interface Listed {
  readonly kind: ListKind;
  /** A state's code, else the id of the list: the same in all languages. */
  readonly id: string;
  readonly state: StateCode | undefined;
  /** Written in capitals only: so it must be in the text. */
  readonly abbreviation: boolean;
  /** Begins with a capital, and so must in the text: "El Líbano", but "el Líbano" is "Líbano". */
  readonly capital: boolean;
}

const listed = z.array(
  z.strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/),
    state: z
      .string()
      .regex(/^(?:[A-Z]{2}|NATO)$/)
      .optional(),
    names: z.array(z.string().min(1)).min(1),
  }),
);
export const organisationsSchema = z.strictObject({ organisations: listed });
export const placesSchema = z.strictObject({ places: listed });

export interface Gazetteer {
  /** All phrases of the lists in a text, in order. */
  find(words: Words): readonly Found<Listed>[];
}

/** Opens the lists of a language. Throws, naming list and entry, where one is wrong. */
export function openGazetteer(lexicon: LexiconSource, language: ReadLanguage): Gazetteer {
  const book = phraseBook<Listed>();
  const add = (
    name: string,
    value: Omit<Listed, 'abbreviation' | 'capital'>,
    role: WordRole = 'name',
  ) => {
    const abbreviation = isAbbreviation(name);
    const capital = name[0] !== name[0]!.toLowerCase();
    book.add(phraseForms(name, language, role), { ...value, abbreviation, capital });
  };
  for (const state of openStates(lexicon, language).entries) addState(state, add);
  const { organisations } = checkedLexicon(lexicon, 'organisations', language, organisationsSchema);
  for (const { id, state, names } of organisations) {
    for (const name of names) add(name, { kind: 'organisation', id, state });
  }
  const { places } = checkedLexicon(lexicon, 'places', language, placesSchema);
  for (const { id, state, names } of places) {
    for (const name of names) add(name, { kind: 'place', id, state });
  }
  return { find: (words) => findAll(book, words) };
}

/** Words of letters with one space between: the tokens are plain to see, at a tenth of the time. */
const PLAIN_WORDS = /^\p{L}+(?: \p{L}+)*$/u;

/** The words of a listed phrase as the tokens of a text would be, each with its forms. */
export function phraseForms(
  phrase: string,
  language: ReadLanguage,
  role: WordRole,
): (readonly string[])[] {
  const words = PLAIN_WORDS.test(phrase)
    ? phrase.split(' ')
    : documentOf({ text: phrase, language }).tokens.map(({ text }) => text);
  return words.map((word) => formsOf(word, language, role));
}

function addState(
  { code, names, demonyms, capitals, cities, seats }: StateEntry,
  add: (name: string, value: Omit<Listed, 'abbreviation' | 'capital'>, role?: WordRole) => void,
): void {
  const value = { id: code, state: code };
  for (const name of names) add(name, { ...value, kind: 'state' });
  for (const name of demonyms) add(name, { ...value, kind: 'demonym' }, 'demonym');
  for (const name of capitals) add(name, { ...value, kind: 'capital' });
  for (const name of cities ?? []) add(name, { ...value, kind: 'city' });
  for (const name of seats ?? []) add(name, { ...value, kind: 'seat' });
}

function findAll(book: PhraseBook<Listed>, words: Words): Found<Listed>[] {
  const found: Found<Listed>[] = [];
  for (let at = 0; at < words.folded.length; ) {
    const match = book.longestAt(words.folded, at, (value, last) =>
      isWrittenSo(words, at, last, value),
    );
    if (match === undefined) {
      at++;
    } else {
      found.push(match);
      at = match.last;
    }
  }
  return found;
}

/** Names have a capital; an abbreviation has nothing else; Spanish and Russian demonyms need none. */
function isWrittenSo(words: Words, first: number, last: number, value: Listed): boolean {
  const { tokens, language } = words.document;
  if (tokens[first]!.sentence !== tokens[last - 1]!.sentence) return false;
  if (value.kind === 'demonym' && language !== 'en') return true;
  if (value.capital && !tokens[first]!.capital) return false;
  let capitals = 0;
  for (let at = first; at < last; at++) {
    const { text, capital } = tokens[at]!;
    if (value.abbreviation && text !== text.toUpperCase()) return false;
    if (capital) capitals++;
  }
  return capitals > 0;
}
