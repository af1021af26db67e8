/**
 * Pseudo-languages: words of syllables with Zipf-like frequencies, and stock phrases, without which
 * a synthetic corpus would be too easy: real newsrooms share their turns of phrase.
 */
import { between, type Chance, chanceOf } from './chance.ts';

/** Different words of a pseudo-language; about what a month of one newsroom holds. */
const WORDS = 40_000;
/** Stock phrases of a pseudo-language, of 3 to 6 words. */
const PHRASES = 3000;
/**
 * Offsets of the Zipf–Mandelbrot law for words and for phrases, and the share of draws that are a
 * phrase. In Spanish news the commonest word is 6.6–7.4 % of all words and Σp² .0115–.0126; of the
 * runs of six words the commonest stands in 3 % of the articles, the tenth in 1 %, the fiftieth in
 * .5 %. Here: 6.5 %, .014; for phrases of 3 to 6 words together about 7 %, 3.5 % and 1 %.
 */
const WORD_OFFSET = 1;
const PHRASE_OFFSET = 8;
const PHRASE_SHARE = 0.01;
/** Share of draws that are a number. */
const NUMBER_SHARE = 0.015;

/** Consonants and vowels of each pseudo-language; one is in Cyrillic. */
const SOUNDS = [
  {
    code: 'qaa',
    consonants: 'b c d f g l m n p r s t v'.split(' '),
    vowels: 'a e i o u'.split(' '),
  },
  {
    code: 'qab',
    consonants: 'th st r n d l k w ch br m f gr'.split(' '),
    vowels: 'a e ea i o ou y'.split(' '),
  },
  {
    code: 'qac',
    consonants: 'б в г д ж з к л м н п р с т х'.split(' '),
    vowels: 'а е и о у ы я'.split(' '),
  },
] as const;

export const LANGUAGES = SOUNDS.length;

export interface Vocabulary {
  /** A language code reserved for private use (ISO 639-2). */
  readonly code: string;
  /** Appends one word, a number or the words of a stock phrase to `sentence`. */
  draw(chance: Chance, sentence: string[]): void;
  /** One word. */
  word(chance: Chance): string;
}

/** The vocabulary of pseudo-language `index`, the same for the same seed. */
export function makeVocabulary(seed: number, index: number): Vocabulary {
  const chance = chanceOf(seed, 1, index);
  const sounds = SOUNDS[index];
  if (sounds === undefined) throw new Error(`makeVocabulary: no language ${index}`);
  const words = makeWords(chance, sounds);
  const word = (own: Chance) => words[zipfRank(own, WORDS, WORD_OFFSET)]!;
  const phrases = Array.from({ length: PHRASES }, () =>
    Array.from({ length: between(chance, 3, 6) }, () => word(chance)),
  );
  return {
    code: sounds.code,
    word,
    draw: (own, sentence) => {
      const kind = own();
      if (kind < PHRASE_SHARE) {
        sentence.push(...phrases[zipfRank(own, PHRASES, PHRASE_OFFSET)]!);
      } else if (kind < PHRASE_SHARE + NUMBER_SHARE) {
        sentence.push(String(between(own, 2, 2030)));
      } else {
        const next = word(own);
        // No language says "the the": without this the commonest word would stand in long runs.
        sentence.push(next === sentence.at(-1) ? word(own) : next);
      }
    },
  };
}

/**
 * A rank below `size`, the share of rank r falling as 1 / (r + offset), by the inverse of the
 * distribution function. Source: Mandelbrot, An informational theory of the statistical structure
 * of language, 1953.
 */
function zipfRank(chance: Chance, size: number, offset: number): number {
  const rank = offset * ((size + offset) / offset) ** chance() - offset;
  return Math.min(size - 1, Math.floor(rank));
}

interface Sounds {
  readonly consonants: readonly string[];
  readonly vowels: readonly string[];
}

/** Different words, the frequent ones short. */
function makeWords(chance: Chance, sounds: Sounds): readonly string[] {
  const words = new Set<string>();
  const pick = (list: readonly string[]) => list[Math.floor(chance() * list.length)]!;
  while (words.size < WORDS) {
    const syllables = between(chance, 1, words.size < 60 ? 1 : words.size < 2000 ? 3 : 5);
    let word = '';
    for (let i = 0; i < syllables; i++) word += pick(sounds.consonants) + pick(sounds.vowels);
    if (chance() < 0.4) word += pick(sounds.consonants);
    words.add(word);
  }
  return [...words];
}
