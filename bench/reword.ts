/**
 * A mechanical rewording of a passage in its own language, for planting paraphrased echoes.
 *
 * Sentence by sentence: a clause in front goes to the end and one at the end to the front; words
 * joined by "and" change places; every phrase and word in our table is replaced (synonyms.ts); then,
 * wherever `RUN` words in a row are still those of the original, a function word among them is
 * exchanged, or a few empty words are put in. Names, numbers and the order of the sentences stay.
 *
 * What it is: wording that shares no run that fingerprints could find, with the facts in place.
 * What it is not: a journalist's retelling. It sums nothing up, joins no sentences, leaves nothing out
 * and adds nothing, and its grammar is at times odd; so it says how tracing bears changed
 * words, not how it bears changed stories. Its words are not from the program's lexicons.
 *
 * Linear in the words, but that every broken run moves the words behind it.
 */
import type { Chance } from './chance.ts';
import {
  fillersOf,
  functionWordsOf,
  openersOf,
  type RewordedLanguage,
  synonymsOf,
  type WordTable,
} from './synonyms.ts';
import { runsOf } from './words.ts';

/** Words in a fingerprint: no run of so many is left where it can be helped. */
const RUN = 5;
/** Letters of a word that is hardly a preposition. */
const LONG = 5;

/** The passage in other words; the same for the same stream of chance. */
export function rewordPassage(text: string, language: RewordedLanguage, chance: Chance): string {
  const reworded = splitSentences(text)
    .map((sentence) => turnClauses(sentence, language))
    .map((sentence) => swapJoined(sentence, language))
    .map((sentence) => replaceWords(sentence, synonymsOf(language)))
    .join(' ');
  return breakRuns(reworded, text, language, chance);
}

function splitSentences(text: string): string[] {
  return text.split(/(?<=[.!?]["”»)]?)\s+(?=["“«¿¡(]?[\p{Lu}\p{N}])/u);
}

/** "In May, schools closed." to "Schools closed, in May.", or the other way round. */
function turnClauses(sentence: string, language: RewordedLanguage): string {
  const opener = `(?:${openersOf(language).join('|')})`;
  const fronted = new RegExp(`^(${opener} [^,;:]{3,90}), ([^;:]{20,})\\.$`, 'u').exec(sentence);
  if (fronted !== null) return `${upperFirst(fronted[2]!)}, ${lowerFirst(fronted[1]!)}.`;
  const tail = new RegExp(`^([^,;:]{20,}), (${opener.toLowerCase()} [^,;:]{10,})\\.$`, 'u');
  const tailed = tail.exec(sentence);
  if (tailed === null) return sentence;
  // What is no function word may be a name.
  const first = tailed[1]!;
  const isPlain = functionWordsOf(language).has(first.split(' ')[0]!.toLowerCase());
  return `${upperFirst(tailed[2]!)}, ${isPlain ? lowerFirst(first) : first}.`;
}

const JOINED = {
  en: /(?<=\b(?:of|for|in|with|by|between|the|from|to|on|both) )(\p{Ll}{3,}) (and|or) (\p{Ll}{3,})(?=[.,;)]| (?:in|of|for|to|with|at|from|by|on|are|is|were|was|have|has|can|may)\b)/gu,
  es: /(?<=(?<!\p{L})(?:de|para|en|con|por|entre|sobre|a|sin) )(\p{Ll}{3,}) ([yo]) ((?![ioh])\p{Ll}{3,})(?=[.,;)]| (?:en|de|del|para|a|al|con|por|son|es|se|que)(?!\p{L}))/gu,
} as const;

/** "tests and drugs" to "drugs and tests", where both are single words. */
function swapJoined(sentence: string, language: RewordedLanguage): string {
  return sentence.replace(JOINED[language], '$3 $2 $1');
}

function replaceWords(sentence: string, table: WordTable): string {
  // A phrase is tried before the words in it; a word within "COVID-19" is none.
  const keys = [...table.keys()].sort((x, y) => y.length - x.length);
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}-])(an? )?(${keys.join('|')})(?![\\p{L}\\p{N}-])`,
    'giu',
  );
  return sentence.replace(pattern, (_, article: string | undefined, found: string) => {
    const word = likeCase(table.get(found.toLowerCase())![0]!, found);
    return article === undefined
      ? word
      : `${likeCase(isVowel(word) ? 'an ' : 'a ', article)}${word}`;
  });
}

/** Exchanges a function word in every run of the original that is left, as late in it as can be. */
function breakRuns(
  text: string,
  original: string,
  language: RewordedLanguage,
  chance: Chance,
): string {
  const known = runsOf(original, RUN);
  const table = functionWordsOf(language);
  const pick = (list: readonly string[]) => list[Math.floor(chance() * list.length)]!;
  // Words at odd places, what stands between them at even ones.
  const parts = text.split(WORD);
  // Words put in here; a run with one of them is broken, whatever the original says elsewhere.
  const isNew = parts.map(() => false);
  const put = (at: number, phrase: readonly string[], kept: string) => {
    parts.splice(at, 1, ...phrase);
    isNew.splice(at, 1, ...phrase.map((part) => part.toLowerCase() !== kept));
  };
  for (let i = 1; i + 2 * RUN <= parts.length; i += 2) {
    const words = Array.from({ length: RUN }, (_, word) => i + 2 * word);
    if (words.some((at) => isNew[at])) continue;
    const last = words.at(-1)!;
    if (!known.has(words.map((at) => parts[at]!.toLowerCase()).join(' '))) continue;
    // "and then" at the end of a run would leave its "and".
    const breaks = (at: number) => (other: string) =>
      at !== last || other.split(' ')[0] !== parts[at]!.toLowerCase();
    const places = words.slice(1).reverse();
    const others = (at: number) => table.get(parts[at]!.toLowerCase())?.filter(breaks(at)) ?? [];
    const at = places.find((place) => stands(parts, place) && others(place).length > 0);
    const gaps = places.filter((place) => /^,? $/.test(parts[place - 1]!));
    // Behind a long word rather than between a preposition and its noun.
    const next = gaps.find((place) => parts[place - 2]!.length >= LONG) ?? gaps[0];
    if (at !== undefined) {
      const word = parts[at]!;
      put(
        at,
        likeCase(pick(others(at)), word)
          .split(WORD)
          .slice(1, -1),
        word.toLowerCase(),
      );
    } else if (next !== undefined) {
      put(next - 1, `, ${pick(fillersOf(language))}, `.split(WORD), '');
    }
  }
  return parts.join('');
}

const WORD = /([\p{L}\p{N}]+)/u;

/** Whether a word stands by itself: not within an address, a decimal or a hyphenated word. */
function stands(parts: readonly string[], place: number): boolean {
  const [before, after] = [parts[place - 1]!, parts[place + 1]!];
  return /[\s("“«¿]$/u.test(before) && /^[\s,.;:)"”»?]/u.test(after);
}

const isVowel = (word: string): boolean => 'aeio'.includes(word[0]!.toLowerCase());

function likeCase(word: string, model: string): string {
  return model[0] === model[0]!.toLowerCase() ? word : upperFirst(word);
}

const upperFirst = (text: string): string => `${text[0]!.toUpperCase()}${text.slice(1)}`;
const lowerFirst = (text: string): string => `${text[0]!.toLowerCase()}${text.slice(1)}`;
