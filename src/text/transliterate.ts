/**
 * One alphabet for names: Latin with its marks folded, Cyrillic (Russian, Ukrainian) by sound.
 *
 * `fold` only lowers and strips marks (what stems are made of); `transliterate` writes Cyrillic in
 * Latin letters; `soundSkeleton` goes on to merge spellings of one sound, so that *Шейнбаум* and
 * *Sheinbaum*, *Москва* and *Moskva*, *Philippines* and *Filipinas* share most of their n-grams.
 * The table is ours: near BGN/PCGN, with the soft and hard sign dropped and no apostrophes.
 *
 * `foldInto` and `soundInto` do the same on arrays of UTF-16 units, for words by the hundred thousand.
 * All are linear.
 */
import { mergeSounds, PADDING } from './sounds.ts';
import { wordMemo } from './word-memo.ts';

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

const keptFold = wordMemo((text) => {
  const lower = text.toLowerCase();
  return PLAIN.test(lower) ? lower : lower.normalize('NFD').replace(MARKS, '');
});

/** Lower case, marks stripped (й → и, ё → е, ñ → n). Same alphabet; the length may change. */
export function fold(text: string): string {
  return keptFold(text);
}

/** Lower-case Latin letters for Latin and Cyrillic text; letters of other scripts stay. */
export function transliterate(text: string): string {
  return fold(text).replace(OTHER, (letter) => LETTERS[letter] ?? letter);
}

/** A letter is spelled with four at most (щ is shch), and merging doubles only an x. */
const MOST_SPELLED = 4;

/** Arrays to spell one word in, without making strings. */
export interface SpellingRoom {
  /** The folded word, in UTF-16 units. */
  readonly letters: Uint16Array;
  readonly spelled: Uint16Array;
  /** The sound skeleton. */
  readonly sounds: Uint16Array;
}

/** Room for a word of `length` folded units; what is longer is cut. */
export function spellingRoom(length: number): SpellingRoom {
  const spelled = MOST_SPELLED * length + PADDING;
  return {
    letters: new Uint16Array(length),
    spelled: new Uint16Array(spelled),
    sounds: new Uint16Array(spelled),
  };
}

const usualRoom = spellingRoom(64);

/** A spelling-blind form of one word, for character n-grams. Not for reading. */
export function soundSkeleton(word: string): string {
  const folded = fold(word);
  const isUsual = folded.length <= usualRoom.letters.length;
  const room = isUsual ? usualRoom : spellingRoom(folded.length);
  const length = soundInto(room, copy(folded, room.letters));
  let skeleton = '';
  for (let i = 0; i < length; i++) skeleton += String.fromCharCode(room.sounds[i]!);
  return skeleton;
}

/** In the table of folds, where no fold of a unit can stand, among surrogates. 0 is not known yet. */
const DROPPED = 0xd800;
const UNUSUAL = 0xd801;
/** At the end of a word its small letter is another. */
const CAPITAL_SIGMA = 0x3a3;
/** UTF-16 unit -> folded unit, filled as letters are met. */
const folds = new Uint16Array(0x10000);

/** As `fold`, into `room.letters`: as much as it holds. Returns how many units that are. */
export function foldInto(word: string, { letters }: SpellingRoom): number {
  let length = 0;
  for (let i = 0; i < word.length && length < letters.length; i++) {
    const unit = word.charCodeAt(i);
    const folded = folds[unit]! || learnFold(unit);
    if (folded === UNUSUAL) return copy(fold(word), letters);
    if (folded !== DROPPED) letters[length++] = folded;
  }
  return length;
}

function learnFold(unit: number): number {
  const folded = fold(String.fromCharCode(unit));
  let known = folded === '' ? DROPPED : folded.charCodeAt(0);
  // Half of a pair, a syllable that falls apart, a fold that depends on the letters around.
  if ((unit & 0xf800) === 0xd800 || folded.length > 1 || unit === CAPITAL_SIGMA) known = UNUSUAL;
  folds[unit] = known;
  return known;
}

function copy(text: string, to: Uint16Array): number {
  const length = Math.min(text.length, to.length);
  for (let i = 0; i < length; i++) to[i] = text.charCodeAt(i);
  return length;
}

/** Latin spellings below U+0500: letters of 8 bits, the first lowest; 0 is itself, -1 nothing. */
const SPELLINGS = new Int32Array(0x500);
for (const [letter, latin] of Object.entries(LETTERS)) {
  let packed = latin === '' ? -1 : 0;
  for (let i = 0; i < latin.length; i++) packed |= latin.charCodeAt(i) << (8 * i);
  SPELLINGS[letter.charCodeAt(0)] = packed;
}

/**
 * As `soundSkeleton`, of the first `length` units of `room.letters`, which are folded: into
 * `room.sounds`. Returns how many units that are.
 */
export function soundInto({ letters, spelled, sounds }: SpellingRoom, length: number): number {
  let count = 0;
  for (let i = 0; i < length; i++) {
    const unit = letters[i]!;
    let packed = unit < SPELLINGS.length ? SPELLINGS[unit]! : 0;
    if (packed === 0) spelled[count++] = unit;
    for (; packed > 0; packed >>= 8) spelled[count++] = packed & 0xff;
  }
  return mergeSounds(spelled, count, sounds);
}
