/**
 * Entity keys: one key for all spellings and scripts of a name. Persons by the consonants of their
 * names' sounds (Shoigu, Shoigú, Шойгу; Biden, Байден), since vowels are what transliterations
 * disagree on; other names by stems in Latin letters. O(length).
 */
import type { ReadLanguage } from '../../domain/reading.ts';
import { stem } from '../../text/stem.ts';
import { fold, soundSkeleton, transliterate } from '../../text/transliterate.ts';
import { wordMemo } from '../../text/word-memo.ts';

/** Case endings of Russian names, folded, and what stands for all of them; the first that fits. */
const CASES: readonly (readonly [RegExp, string])[] = [
  [/(?<=[ое]в|[иы]н)(?:ыми|ых|ым|ом|ои|а|у|е|ы)$/, ''],
  [/(?<=[сц]к)(?:ого|ому|ими|ая|ую|ои|ии|им|ом|их|ие)$/, 'ии'],
  [/(?<=[^аеиоуыэюя])(?:ого|ому|ым|ои|ая|ую|ыи|ые|ых)$/, 'ыи'],
  [/(?<=[бвгджзклмнпрстфхцчшщ])(?:ами|ом|ем|ах|ам|а|у|е|ы|еи)$/, ''],
  [/(?<=[аеиоу])(?:ем|еи|ях|ям|я|ю|и)$/, 'и'],
  [/(?<=[бвдзлмнпрст])(?:ью|ем|я|ю|ь|и)$/, 'ь'],
  [/(?<=[гкхжчшщ])и$/, ''],
];

/** One form for all cases of a Russian name's word, folded: a guess by its ending. */
export const withoutCase: (folded: string) => string = wordMemo(caseless);

function caseless(folded: string): string {
  if (folded.length < 4) return folded;
  for (const [ending, base] of CASES) {
    if (ending.test(folded)) return folded.replace(ending, base);
  }
  return folded;
}

/** Longer names are titles; their beginning tells them apart. */
const MOST_WORDS = 12;

/** The key of one word of a person's name: equal for its spellings, cases and scripts. */
export function personWordKey(word: string, language: ReadLanguage): string {
  return language === 'ru' ? russianKey(word) : otherKey(word);
}

const russianKey = wordMemo((word) => keyOf(word, true));
const otherKey = wordMemo((word) => keyOf(word, false));

function keyOf(word: string, russian: boolean): string {
  const folded = fold(word).replace(/['’.]/g, '');
  const base = russian ? withoutCase(folded).replace(/^у(?=[аеиоэ])/, 'в') : folded;
  const skeleton = soundSkeleton(base).replace(/z/g, 's');
  const consonants = skeleton.replace(/[aeiou]/g, '').replace(/(.)\1+/g, '$1');
  return consonants.length >= 2 ? consonants : skeleton;
}

/** Key of words that name anything else: their stems in Latin letters. */
export function nameKey(words: readonly string[], language: ReadLanguage): string {
  return words
    .slice(0, MOST_WORDS)
    .map((word) => transliterate(language === 'ru' ? stem(word, 'ru') : word))
    .join('-')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}
