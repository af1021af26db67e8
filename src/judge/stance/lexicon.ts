/** The words that show a stance: lists `stance.<language>.json`, checked and compiled once a language. */
import { READ_LANGUAGES, type ReadLanguage } from '../../domain/reading.ts';
import { compilePhrases, type Hit } from './phrases.ts';
import type { Word } from './words.ts';

/** The shipped list `data/lexicons/<kind>.<language>.json`, parsed; throws, naming the file, if there is none. */
export type StanceLexicon = (kind: string, language: ReadLanguage) => unknown;

/** What a listed phrase does. */
const SIGN_KINDS = [
  /** Says that something is false. */
  'false',
  /** A word for something false, of whatever it may be said: "hoax", "forged". */
  'falsehood',
  /** Calls a lie: what is called one may be a denial. */
  'lie',
  /** Sets a fact against what was told before. */
  'contrast',
  /** Refutes, where somebody does who has looked. */
  'refute',
  /** Somebody who has looked: fact-checkers, laboratories, the newsroom itself. */
  'trusted',
  /** An adverb of false speech. */
  'falsely',
  /** Says that proof is wanting, or that it can hardly be. */
  'doubt',
  /** Doubts, where somebody does who has looked. */
  'sceptic',
  /** The reporter's distance to what follows. */
  'supposed',
  'hedge',
  /** Says that it could not be verified. */
  'unverified',
  /** Says that it is true. */
  'true',
  /** "As … revealed": told as another's, and vouched for. */
  'reveal',
  /** Puts what follows under what went before: "… maintains that". */
  'that',
  'not',
  /** What follows is somebody's word for it: "called it a hoax". */
  'called',
  /** Runs down those who check. */
  'mock',
  'denial',
  /** Opens another matter. */
  'aside',
  /** What a verdict may be on: "the claim", "the video". */
  'noun',
  'claimLabel',
  'factLabel',
  'rating',
  'ratedFalse',
  'ratedOpen',
  'ratedTrue',
  /** In a headline: false. */
  'headFalse',
  /** At the beginning of a headline, before a mark: "No, …", "FALSE: …". */
  'headStart',
] as const;
export type SignKind = (typeof SIGN_KINDS)[number];

export type FindSigns = (words: readonly Word[]) => Hit<SignKind>[];

/** The search for a language's phrases; `undefined` for languages without lists. Throws if a list is damaged. */
export function openSigns(lexicon: StanceLexicon): (language: string) => FindSigns | undefined {
  const opened = new Map<ReadLanguage, FindSigns>();
  return (language) => {
    const known = READ_LANGUAGES.find((one) => one === language);
    if (known === undefined) return undefined;
    const find = opened.get(known) ?? compilePhrases(listsOf(lexicon('stance', known), known));
    opened.set(known, find);
    return find;
  };
}

function listsOf(value: unknown, language: string): Map<SignKind, readonly string[]> {
  const lists = new Map<SignKind, readonly string[]>();
  for (const kind of SIGN_KINDS) {
    const list: unknown = (value as Readonly<Record<string, unknown>> | null)?.[kind];
    if (!Array.isArray(list) || !list.every((phrase) => typeof phrase === 'string')) {
      throw new Error(
        `stance.${language}.json is damaged: "${kind}" must be a list of phrases; install Atalaya again`,
      );
    }
    lists.set(kind, list);
  }
  return lists;
}
