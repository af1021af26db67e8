/**
 * What any two stories have in common without telling the same thing: how usual each word is, and
 * where the vectors of a language lie. Both are taken from the stories at hand, and from the
 * lexicons' vocabularies as far as the stories are few; two stories alone can be compared.
 *
 * O(words of the stories), and once for each language O(words of its vocabulary).
 */
import type { StaticEncoder } from './encoder/static-encoder.ts';
import type { Vocabulary } from './lexicon/lexicon.ts';
import type { LexiconShelf } from './lexicon/shelf.ts';
import type { StoryReading } from './story-reading.ts';

/** The built-in models. */
export interface StoryTools {
  readonly encoder: StaticEncoder;
  readonly shelf: LexiconShelf;
}

export interface StoryBackground {
  /** How much a stem tells, in nats: about ln(stories / stories that have it). */
  weightOf(language: string, stem: string): number;
  /** Takes what its language has in common off a vector, and makes it of length 1 again. */
  centred(language: string, vector: Float32Array): Float32Array;
}

/**
 * Fewer stories of a language teach nothing: among two, each word that both use would pass for
 * usual (where no lexicon helps, pl-pl .32 in place of .58).
 */
const FEWEST_STORIES = 10;
/** The vocabulary weighs as much as this many stories. */
const VOCABULARY_STORIES = 50;
/** Vocabulary counts are of sentences; a story has about this many. */
const SENTENCES = 12;
/** The usual direction of a language, found from its words, weighs as much as this many stories. */
const USUAL_STORIES = 20;
/** Most frequent stems that make the usual direction, and its length (that of the mean of many). */
const USUAL_STEMS = 2000;
const USUAL_LENGTH = 0.7;

/** Learns the background of `readings`. */
export function storyBackground(
  readings: readonly StoryReading[],
  tools: StoryTools,
): StoryBackground {
  const byLanguage = new Map<string, StoryReading[]>();
  for (const reading of readings) {
    const own = byLanguage.get(reading.language);
    if (own === undefined) byLanguage.set(reading.language, [reading]);
    else own.push(reading);
  }
  const known = new Map<string, LanguageBackground>();
  const of = (language: string): LanguageBackground => {
    const own = byLanguage.get(language) ?? [];
    const usual = own.length < FEWEST_STORIES ? [] : own;
    const found = known.get(language) ?? learn(language, usual, tools);
    known.set(language, found);
    return found;
  };
  return {
    weightOf: (language, stem) => of(language).weightOf(stem),
    centred: (language, vector) => centred(vector, of(language).centre),
  };
}

interface LanguageBackground {
  readonly weightOf: (stem: string) => number;
  readonly centre: Float32Array;
}

function learn(
  language: string,
  readings: readonly StoryReading[],
  { encoder, shelf }: StoryTools,
): LanguageBackground {
  const vocabulary = vocabularyOf(language, shelf);
  const having = new Map<string, number>();
  for (const { uses } of readings) {
    for (const name of uses.keys()) having.set(name, (having.get(name) ?? 0) + 1);
  }
  const borrowed = vocabulary === undefined ? 0 : VOCABULARY_STORIES;
  const stories = readings.length + borrowed;
  const weightOf = (name: string): number => {
    const usual = vocabulary === undefined ? 0 : shareOfStories(name, vocabulary);
    const share = ((having.get(name) ?? 0) + borrowed * usual + 0.5) / (stories + 1);
    return Math.log(1 / Math.min(1, share));
  };
  return { weightOf, centre: centreOf(readings, vocabulary, encoder) };
}

/** Every file of the shelf joins a language with another; English is in nearly all. */
function vocabularyOf(language: string, shelf: LexiconShelf): Vocabulary | undefined {
  return shelf.between(language, language === 'en' ? 'es' : 'en')?.source;
}

/** The share of stories with a stem, if each of its sentences has it with the same chance. */
function shareOfStories(name: string, vocabulary: Vocabulary): number {
  const number = vocabulary.numberOf.get(name);
  const idf = number === undefined ? vocabulary.unknownIdf : vocabulary.idf[number]!;
  return 1 - (1 - Math.exp(-idf)) ** SENTENCES;
}

/** The mean vector of the stories and, weighing as much as `USUAL_STORIES`, of usual words. */
function centreOf(
  readings: readonly StoryReading[],
  vocabulary: Vocabulary | undefined,
  encoder: StaticEncoder,
): Float32Array {
  const sum = new Float64Array(encoder.dims);
  let weight = readings.length;
  const add = (vector: Float32Array, times: number): void => {
    for (let d = 0; d < sum.length; d++) sum[d]! += times * vector[d]!;
  };
  for (const { whole } of readings) add(whole, 1);
  if (vocabulary !== undefined) {
    add(usualVector(vocabulary, encoder), USUAL_STORIES);
    weight += USUAL_STORIES;
  }
  return Float32Array.from(sum, (value) => value / Math.max(1, weight));
}

/** The sum of the vectors of the most frequent stems, each as often as a sentence has it. */
function usualVector(vocabulary: Vocabulary, encoder: StaticEncoder): Float32Array {
  const { stems, idf } = vocabulary;
  const frequent = stems
    .map((_, number) => number)
    .sort((x, y) => idf[x]! - idf[y]!)
    .slice(0, USUAL_STEMS);
  const vectors = encoder.encode(frequent.map((number) => stems[number]!));
  const sum = new Float64Array(encoder.dims);
  frequent.forEach((number, row) => {
    const share = Math.exp(-idf[number]!);
    for (let d = 0; d < sum.length; d++) sum[d]! += share * vectors[row * sum.length + d]!;
  });
  const length = Math.hypot(...sum);
  return Float32Array.from(sum, (value) => (length === 0 ? 0 : (USUAL_LENGTH * value) / length));
}

function centred(vector: Float32Array, centre: Float32Array): Float32Array {
  const moved = vector.map((value, d) => value - centre[d]!);
  const length = Math.hypot(...moved);
  return length === 0 || vector.every((value) => value === 0)
    ? vector
    : moved.map((value) => value / length);
}
