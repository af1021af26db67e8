/**
 * What the built-in readers find in an article that a model is asked about: names with their states,
 * dates with their values, sentences, numbers. In a language that they do not know there are
 * sentences and digits only.
 */
import {
  type DateMention,
  type Mention,
  READ_LANGUAGES,
  type ReadLanguage,
} from '../domain/reading.ts';
import type { Span } from '../domain/span.ts';
import { openDates } from '../read/dates/dates.ts';
import { documentOf } from '../read/document.ts';
import type { LexiconSource, WeightsSource } from '../read/lexicon-source.ts';
import { openMentions } from '../read/mentions/mentions.ts';
import type { ReadableArticle } from '../read/read.ts';
import { sentencesOf } from '../text/sentences.ts';
import { fold } from '../text/transliterate.ts';
import { shippedLexicon, shippedWeights } from './reading-data.ts';

/** Lists are in order and do not overlap. */
export interface BuiltInFindings {
  readonly mentions: readonly Mention[];
  readonly dates: readonly DateMention[];
  readonly sentences: readonly Span[];
  /** The numbers that some words may mean, in digits or written out. */
  readonly numbersIn: (words: string) => readonly number[];
}

/** With the lists and weights that ship with Atalaya. */
export const shippedFindings = (): ReturnType<typeof openFindings> =>
  openFindings(shippedLexicon, shippedWeights);

/** Opens lists and weights of a language when it is first met; throws then, naming the wrong one. */
function openFindings(
  lexicon: LexiconSource,
  weights: WeightsSource,
): (article: ReadableArticle) => BuiltInFindings {
  const mentionsOf = openMentions(lexicon, weights);
  const datesOf = openDates(lexicon);
  const numerals = new Map<ReadLanguage, Numerals>();
  return (article) => {
    const { text, outlet, published } = article;
    const language = READ_LANGUAGES.find((one) => one === article.language);
    if (language === undefined) {
      const numbersIn = (words: string): number[] => writtenNumbers(words, new Map());
      return { mentions: [], dates: [], sentences: sentencesOf(text), numbersIn };
    }
    const known = numerals.get(language) ?? numeralsOf(lexicon('counts', language));
    numerals.set(language, known);
    const document = documentOf({ text, language, outlet, published });
    return {
      mentions: mentionsOf(document),
      dates: datesOf(document),
      sentences: document.sentences,
      numbersIn: (words) => writtenNumbers(words, known),
    };
  };
}

interface Numeral {
  readonly value: number;
  /** Whether it multiplies the one before it: dozen, hundred. */
  readonly multiplies: boolean;
}
type Numerals = ReadonlyMap<string, Numeral>;

/** The numerals of a list of counts, whose reader checks it. */
function numeralsOf(list: unknown): Numerals {
  const lists = list as Record<string, Record<string, number> | undefined>;
  const entries = (['numbers', 'multipliers'] as const).flatMap((name) =>
    Object.entries(lists[name] ?? {}).map(
      ([word, value]) => [fold(word), { value, multiplies: name === 'multipliers' }] as const,
    ),
  );
  return new Map(entries);
}

const WRITTEN = /\d+(?:[.,\s]\d{3}(?!\d))*|\p{L}+/gu;
const LINKS = new Set(['and', 'y', 'и']);

/**
 * Every number in digits, with marks of thousands or without, and every numeral, alone and joined
 * with those right before it: "two hundred and six" may mean 2, 100, 200, 6 and 206. Linear.
 */
function writtenNumbers(words: string, numerals: Numerals): number[] {
  const found = new Set<number>();
  let thousands = 0;
  let rest = 0;
  for (const [word] of words.matchAll(WRITTEN)) {
    const isDigits = /^\d/.test(word);
    const numeral = isDigits
      ? { value: Number(word.replace(/\D/g, '')), multiplies: false }
      : numerals.get(fold(word));
    if (isDigits || (numeral === undefined && !LINKS.has(fold(word)))) thousands = rest = 0;
    if (numeral === undefined) continue;
    const { value, multiplies } = numeral;
    found.add(value);
    rest = multiplies ? (rest || 1) * value : rest + value;
    found.add(thousands + rest);
    if (value < 1000 || !multiplies) continue;
    thousands += rest;
    rest = 0;
  }
  return [...found];
}
