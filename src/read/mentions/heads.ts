/**
 * Words that say what kind of thing a name names or what stands beside it, by
 * `data/lexicons/heads.<language>.json` and `forenames.<language>.json`, lists of our own.
 */
import { z } from 'zod';
import type { ReadLanguage } from '../../domain/reading.ts';
import type { LexiconSource } from '../lexicon-source.ts';
import { phraseForms } from './gazetteer.ts';
import { checkedLexicon } from './lexicon-check.ts';

const words = z.array(z.string().min(1)).min(1);
export const headsSchema = z.strictObject({
  /** Words that begin or end names of organisations: ministry, банк. */
  organisations: words,
  /** The same for places: river, улица. */
  places: words,
  /** The same for laws, wars, cups, works. */
  others: words,
  /** Prepositions before places. */
  locatives: words,
  /** Verbs of saying beside names. */
  speech: words,
  /** Words in lower case inside names: de, von. */
  linkers: words,
  /** Words that have a capital only because a sentence begins with them. */
  closed: words,
  /** Adjectives with a capital that name nothing alone: European, Western. */
  adjectives: words,
  /** Words before a title in quotation marks: film, ponencia. */
  works: words,
  /** The same before the name of an outlet or a firm: diario, газета. */
  outlets: words,
});
export const forenamesSchema = z.strictObject({ forenames: words });

export const HEAD_CLASSES = [
  'organisation',
  'place',
  'other',
  'locative',
  'speech',
  'linker',
  'closed',
  'forename',
  'adjective',
  'work',
  'outlet',
] as const;
export type HeadClass = (typeof HEAD_CLASSES)[number];

export interface Heads {
  /** The classes of a folded word, a bit each in the order of `HEAD_CLASSES`; 0 for none. */
  classesOf(folded: string): number;
}

/** The bit of a class. */
export function headBit(name: HeadClass): number {
  return 1 << HEAD_CLASSES.indexOf(name);
}

/** Opens the lists of a language. Throws, naming list and entry, where one is wrong. */
export function openHeads(lexicon: LexiconSource, language: ReadLanguage): Heads {
  const list = checkedLexicon(lexicon, 'heads', language, headsSchema);
  const { forenames } = checkedLexicon(lexicon, 'forenames', language, forenamesSchema);
  const bits = new Map<string, number>();
  const add = (entries: readonly string[], name: HeadClass, inflect: boolean) => {
    for (const entry of entries) {
      const forms = phraseForms(entry, language, inflect ? 'title' : 'name');
      // Of a phrase the first word alone tells: "gran premio".
      const first = forms[0] ?? [];
      for (const form of inflect ? first : first.slice(0, 1))
        bits.set(form, (bits.get(form) ?? 0) | headBit(name));
    }
  };
  add(list.organisations, 'organisation', true);
  add(list.places, 'place', true);
  add(list.others, 'other', true);
  add(list.locatives, 'locative', false);
  add(list.speech, 'speech', false);
  add(list.linkers, 'linker', false);
  add(list.closed, 'closed', false);
  add(list.adjectives, 'adjective', true);
  add(list.works, 'work', true);
  add(list.outlets, 'outlet', true);
  add(forenames, 'forename', language === 'ru');
  return { classesOf: (folded) => bits.get(folded) ?? 0 };
}
