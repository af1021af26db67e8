/**
 * A text as terms: stems in one alphabet, so that a name is one term in every language (*Путина* and
 * *Putin* meet as `putin`), and numbers as one term each whatever their separators (`6,600` = `6600`).
 *
 * O(letters); at most `most` terms are read, so that a hostile text costs no more than a long one.
 */
import { stem } from '../../text/stem.ts';
import { Tokenizer } from '../../text/tokens.ts';
import { transliterate } from '../../text/transliterate.ts';
import { wordMemo } from '../../text/word-memo.ts';

export interface Term {
  /** The stem, in Latin letters where the alphabet is Latin or Cyrillic. */
  readonly key: string;
  /** As it stands in the text, without apostrophes: what lexicons look up. */
  readonly word: string;
  readonly kind: 'word' | 'name' | 'number';
  /** A hashtag or handle without joints: perhaps several words in one. */
  readonly isGlued: boolean;
}

/** Longer runs of letters are no words. */
const LONGEST = 40;
const SEPARATED = /^[.,'’\u00a0\u202f]$/u;
const DIGITS = /^\d+$/;
const APOSTROPHES = /['’ʼ\u00ad]/g;
const POSSESSIVE = /['’]s$/iu;

const tokenizer = new Tokenizer();
const latin = wordMemo(transliterate);

/** The terms of `text` in order. `language` is a primary tag; an unknown one is only folded. */
export function termsOf(text: string, language: string, most: number): Term[] {
  // A word is cut at the bound; the sentence it stands in has been read anyway.
  const { count, begins, ends } = tokenizer.read(text.slice(0, most * LONGEST));
  const terms: Term[] = [];
  const shouts = isShouted(text);
  for (let i = 0; i < count && terms.length < most; i++) {
    let word = text.slice(begins[i], ends[i]);
    if (DIGITS.test(word)) {
      while (i + 1 < count && continues(text, ends[i]!, begins[i + 1]!, ends[i + 1]!)) {
        const next = text.slice(begins[i + 1], ends[i + 1]);
        word += next.length === 3 ? next : `.${next}`;
        i++;
      }
      terms.push({ key: word, word, kind: 'number', isGlued: false });
      continue;
    }
    if (word.length > LONGEST) word = word.slice(0, LONGEST);
    const isName = !shouts && i > 0 && /^\p{Lu}/u.test(word) && !opensSentence(text, begins[i]!);
    const bare = word.replace(POSSESSIVE, '').replace(APOSTROPHES, '');
    const base = stem(bare, language);
    const key = latin(base);
    const isGlued = text[begins[i]! - 1] === '#' || text[begins[i]! - 1] === '@';
    const kind = isName ? 'name' : kindOf(key);
    if (key !== '') terms.push({ key, word: bare, kind, isGlued });
  }
  return terms;
}

const kindOf = (key: string): Term['kind'] => (/^\d/.test(key) ? 'number' : 'word');

/** Whether digits at `begin` go on the number that ended at `end`: `6,600`, `3.5`, `1 000` (narrow). */
function continues(text: string, end: number, begin: number, endOfNext: number): boolean {
  return (
    begin === end + 1 && SEPARATED.test(text[end]!) && DIGITS.test(text.slice(begin, endOfNext))
  );
}

function opensSentence(text: string, begin: number): boolean {
  for (let at = begin - 1; at >= 0 && at >= begin - 4; at--) {
    const char = text[at]!;
    if (/[.!?:\n"“«]/.test(char)) return true;
    if (/[\p{L}\p{N},;]/u.test(char)) return false;
  }
  return begin < 4;
}

/** Capitals tell nothing where most letters are. Looked at in the first 400 characters. */
function isShouted(text: string): boolean {
  let upper = 0;
  let letters = 0;
  for (const char of text.slice(0, 400)) {
    if (!/\p{L}/u.test(char)) continue;
    letters++;
    if (char !== char.toLowerCase()) upper++;
  }
  return upper > letters / 2;
}
