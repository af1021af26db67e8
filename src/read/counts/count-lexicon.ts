/** The words by which presence is counted: `data/lexicons/counts.<language>.json`, lists of our own. */
import { z } from 'zod';
import type { ReadLanguage } from '../../domain/reading.ts';
import { fold } from '../../text/transliterate.ts';
import type { LexiconSource } from '../lexicon-source.ts';
import { checkedLexicon } from '../mentions/lexicon-check.ts';
import { type FindMarks, type Marks, openPatterns } from '../patterns.ts';
import { openStateNames, type StateNames } from './state-names.ts';

/** Classes of phrases; a phrase may stand in several. */
const CLASSES = [
  // Who is counted.
  ...([
    'diplomat',
    'staff',
    'official',
    'people',
    'agent',
    'soldier',
    'adviser',
    'presence',
  ] as const),
  // What tells more of them.
  ...(['intelligence', 'administrative', 'accredited', 'diplomatic'] as const),
  ...(['attached', 'stationed'] as const),
  // Where they serve; `posts` are missions in the plural, which are counted themselves.
  ...(['embassy', 'consulate', 'mission', 'posts'] as const),
  // What is done.
  ...(['expel', 'order', 'leave', 'recall', 'add', 'rise', 'fall'] as const),
  ...(['arrive', 'cap', 'have', 'whose', 'with', 'work', 'open', 'close'] as const),
  // What leads from one level to another whatever the direction: "went from".
  'shift',
  // What tells that the next number is of those before: "31 of them".
  'part',
  // What only diplomats have: "diplomatic rank".
  'ranked',
  // How phrases hang together.
  ...(['number-of', 'its', 'the', 'article', 'of', 'from', 'genitive', 'by', 'to', 'in'] as const),
  ...(['place', 'and', 'range', 'between'] as const),
  // Bounds.
  ...(['least', 'above', 'most', 'below', 'about'] as const),
  // Whether it happened.
  ...(['not', 'may', 'consider', 'will', 'if', 'future'] as const),
  // What refers back.
  ...(['since', 'later', 'now', 'compare', 'figure', 'there', 'here', 'region'] as const),
  // What is no presence.
  ...(['percent', 'money', 'harm', 'sport', 'shop'] as const),
] as const;
export type CountClass = (typeof CLASSES)[number];
export type CountMarks = Marks<CountClass>;

const phrases = z.array(z.string().min(1));
const values = z.record(z.string().min(1), z.number().positive());

export const countsSchema = z.strictObject({
  classes: z.strictObject(
    Object.fromEntries(CLASSES.map((name) => [name, phrases])) as Record<
      CountClass,
      typeof phrases
    >,
  ),
  /** Numerals in all their forms. */
  numbers: values,
  /** Numerals that multiply the one before them: dozen, hundred. */
  multipliers: values,
  /** Numerals without an upper end, with the least that they say: dozens. */
  many: values,
  /** Numerals of several words. */
  halves: values,
});
export type CountLists = z.infer<typeof countsSchema>;

export interface CountLexicon {
  readonly language: ReadLanguage;
  readonly find: FindMarks<CountClass>;
  readonly numerals: Numerals;
  readonly states: StateNames;
}

export interface Numerals {
  readonly numbers: ReadonlyMap<string, number>;
  readonly multipliers: ReadonlyMap<string, number>;
  readonly many: ReadonlyMap<string, number>;
  readonly halves: ReadonlyMap<string, number>;
  /** Words with which a numeral may begin, in lower case, with and without their marks. */
  readonly beginnings: ReadonlySet<string>;
}

/** Opens the lists of a language. Throws, naming list and entry, where one is wrong. */
export function openCountLexicon(lexicon: LexiconSource, language: ReadLanguage): CountLexicon {
  const lists = checkedLexicon(lexicon, 'counts', language, countsSchema);
  const map = (record: Readonly<Record<string, number>>) =>
    new Map(Object.entries(record).map(([word, value]) => [fold(word), value]));
  return {
    language,
    find: openPatterns(lists.classes),
    numerals: {
      numbers: map(lists.numbers),
      multipliers: map(lists.multipliers),
      many: map(lists.many),
      halves: map(lists.halves),
      beginnings: beginningsOf(lists),
    },
    states: openStateNames(lexicon, language),
  };
}

function beginningsOf({ numbers, multipliers, many, halves }: CountLists): ReadonlySet<string> {
  const words = [numbers, multipliers, many, halves].flatMap((record) => Object.keys(record));
  const firsts = words.map((word) => word.split(' ')[0]!);
  return new Set(firsts.flatMap((word) => [word, word.replaceAll('ё', 'е'), fold(word)]));
}
