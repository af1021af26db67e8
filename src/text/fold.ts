/**
 * Folding of characters for comparison: case, diacritics, compatibility forms and look-alikes.
 *
 * One table of 65,536 entries, built once, so that the tokeniser's inner loop is one array read a
 * character. The letter a character folds to is its *skeleton* in the sense of Unicode UTS #39:
 * Cyrillic and Greek letters that are drawn like Latin ones fold to the Latin letter, because
 * swapping them is a known trick to evade copy detection. Within one script the map stays one to
 * one, so no two Russian words become equal that were not (ё = е and й = и apart).
 */

/** Ends a word. */
export const BREAK = 0;
/** Invisible or joining: dropped without ending a word. */
export const SKIP = 1;
/** Combining: dropped too, but drawn on the letter before it, so a word's span includes it. */
export const MARK = 2;

/** Look-alikes after lower-casing; capitals count too (Cyrillic В is drawn like B, Н like H). */
const CYRILLIC = 'авсеніјкморѕтух';
const CYRILLIC_AS = 'abcehijkmopstyx';
const GREEK = 'αβεζηικμνορτυχ';
const GREEK_AS = 'abezhikmnoptyx';

const WORD = /[\p{L}\p{N}]/u;
const COMBINING = /\p{M}/u;
const INVISIBLE = /\p{Cf}/u;

let table: Uint16Array | undefined;

/**
 * The fold table: UTF-16 unit -> folded unit, `BREAK`, `SKIP` or `MARK`. Surrogates are `BREAK` here; see
 * `foldAstral`. Built at first use (about 25 ms), since most commands never compare texts.
 */
export function foldTable(): Uint16Array {
  table ??= build();
  return table;
}

/** The folded unit of a code point above U+FFFF: mathematical letters are a way to evade, too. */
export function foldAstral(codePoint: number): number {
  const base = String.fromCodePoint(codePoint).normalize('NFKD').toLowerCase();
  if (base.length === 1) return foldTable()[base.charCodeAt(0)]!;
  if (COMBINING.test(base)) return MARK;
  if (INVISIBLE.test(base)) return SKIP;
  if (!WORD.test(base)) return BREAK;
  // Rare ideographs stand alone as the usual ones do; letters of rare scripts make words.
  return codePoint >= 0x20000 ? 0x4e00 + (codePoint & 0x3fff) : 0xd800 + (codePoint & 0x7ff);
}

function build(): Uint16Array {
  const skeleton = new Map<string, string>();
  for (let i = 0; i < CYRILLIC.length; i++) skeleton.set(CYRILLIC[i]!, CYRILLIC_AS[i]!);
  for (let i = 0; i < GREEK.length; i++) skeleton.set(GREEK[i]!, GREEK_AS[i]!);
  const fold = new Uint16Array(65536);
  for (let unit = 0; unit < 65536; unit++) {
    if (unit >= 0xd800 && unit <= 0xdfff) continue;
    const char = String.fromCharCode(unit);
    if (COMBINING.test(char)) fold[unit] = MARK;
    else if (INVISIBLE.test(char)) fold[unit] = SKIP;
    else if (WORD.test(char)) fold[unit] = foldOne(char, skeleton);
  }
  // Apostrophes and soft hyphens join: "don’t" and "don't" are one word, with or without.
  for (const joiner of ["'", '’', 'ʼ', '\u00ad']) fold[joiner.charCodeAt(0)] = SKIP;
  return fold;
}

function foldOne(char: string, skeleton: ReadonlyMap<string, string>): number {
  // A Hangul syllable decomposes into letters, not into a letter and its marks: it stays whole.
  if (char >= '가' && char <= '힣') return char.charCodeAt(0);
  const base = char.normalize('NFKD').toLowerCase().normalize('NFD')[0]!;
  return (skeleton.get(base) ?? base).charCodeAt(0);
}

/** Scripts written without spaces: every letter is a word of its own. */
export function standsAlone(unit: number): boolean {
  return (
    (unit >= 0x0e00 && unit <= 0x0eff) ||
    (unit >= 0x1000 && unit <= 0x109f) ||
    (unit >= 0x1780 && unit <= 0x17ff) ||
    (unit >= 0x3005 && unit <= 0x30ff) ||
    (unit >= 0x3400 && unit <= 0x9fff) ||
    (unit >= 0xf900 && unit <= 0xfaff)
  );
}
