/**
 * One alphabet for names: Latin with its marks folded, Cyrillic (Russian, Ukrainian) by sound.
 *
 * `fold` only lowers and strips marks (what stems are made of); `transliterate` writes Cyrillic in
 * Latin letters; `soundSkeleton` goes on to merge spellings of one sound, so that *Шейнбаум* and
 * *Sheinbaum*, *Москва* and *Moskva*, *Philippines* and *Filipinas* share most of their n-grams.
 * The table is ours: near BGN/PCGN, with the soft and hard sign dropped and no apostrophes.
 */

const LETTERS: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ґ: 'g',
  д: 'd',
  е: 'e',
  є: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  і: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

const MARKS = /\p{M}+/gu;
const OTHER = /[^ -~]/g;
const PLAIN = /^[a-z0-9]*$/;

/** Spellings of one sound, applied in this order to transliterated text. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/shch|sch|sh/g, 's'],
  [/tch|ch|ts|tz|cz/g, 'c'],
  [/zh|dzh|j/g, 'z'],
  [/kh|gh|ck|q/g, 'k'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/h/g, ''],
  [/x/g, 'ks'],
  [/c(?![eiy])/g, 'k'],
  [/w/g, 'v'],
  [/y/g, 'i'],
  [/(.)\1+/g, '$1'],
];

/** Lower case, marks stripped (й → и, ё → е, ñ → n). Same alphabet; the length may change. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  return PLAIN.test(lower) ? lower : lower.normalize('NFD').replace(MARKS, '');
}

/** Lower-case Latin letters for Latin and Cyrillic text; letters of other scripts stay. */
export function transliterate(text: string): string {
  return fold(text).replace(OTHER, (letter) => LETTERS[letter] ?? letter);
}

/** A spelling-blind form of one word, for character n-grams. Not for reading. */
export function soundSkeleton(word: string): string {
  let skeleton = transliterate(word);
  for (const [spelling, sound] of SOUNDS) skeleton = skeleton.replace(spelling, sound);
  return skeleton;
}
