/**
 * A text as terms: stems in one alphabet, so that a name is one term in every language (*Путина* and
 * *Putin* meet as `putin`), and numbers as one term each whatever their separators (`6,600` = `6600`).
 *
 * O(letters); at most `most` terms are read, so that a hostile text costs no more than a long one.
 */
import { STEM_LANGUAGES, stem } from '../../text/stem.ts';
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
const HASH = 35;
const AT = 64;
const STEM_TAGS: ReadonlySet<string> = new Set(STEM_LANGUAGES);

const tokenizer = new Tokenizer();

/** What a word is wherever it stands; none of it is asked twice of one word. */
interface Form {
  readonly key: string;
  readonly bare: string;
  readonly kind: 'word' | 'number';
  readonly isDigits: boolean;
  readonly isCapital: boolean;
}

const forms = new Map<string, (word: string) => Form>();

function formsIn(language: string): (word: string) => Form {
  const known = STEM_TAGS.has(language) ? language : 'und';
  let memo = forms.get(known);
  if (memo === undefined) {
    memo = wordMemo((word) => formOf(word, known));
    forms.set(known, memo);
  }
  return memo;
}

function formOf(word: string, language: string): Form {
  const bare = word.slice(0, LONGEST).replace(POSSESSIVE, '').replace(APOSTROPHES, '');
  const key = transliterate(stem(bare, language));
  return {
    key,
    bare,
    kind: /^\d/.test(key) ? 'number' : 'word',
    isDigits: DIGITS.test(word),
    isCapital: /^\p{Lu}/u.test(word),
  };
}

/** The terms of `text` in order. `language` is a primary tag; an unknown one is only folded. */
export function termsOf(text: string, language: string, most: number): Term[] {
  // A word is cut at the bound; the sentence it stands in has been read anyway.
  const { count, begins, ends } = tokenizer.read(text.slice(0, most * LONGEST));
  const terms: Term[] = [];
  const shouts = isShouted(text);
  const formIn = formsIn(language);
  for (let i = 0; i < count && terms.length < most; i++) {
    let word = text.slice(begins[i], ends[i]);
    const { key, bare, kind, isDigits, isCapital } = formIn(word);
    if (isDigits) {
      while (i + 1 < count && continues(text, ends[i]!, begins[i + 1]!, ends[i + 1]!)) {
        const next = text.slice(begins[i + 1], ends[i + 1]);
        word += next.length === 3 ? next : `.${next}`;
        i++;
      }
      terms.push({ key: word, word, kind: 'number', isGlued: false });
      continue;
    }
    if (key === '') continue;
    const isName = isCapital && !shouts && i > 0 && !opensSentence(text, begins[i]!);
    const before = text.charCodeAt(begins[i]! - 1);
    const isGlued = before === HASH || before === AT;
    terms.push({ key, word: bare, kind: isName ? 'name' : kind, isGlued });
  }
  return terms;
}

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
  const end = Math.min(text.length, 400);
  for (let at = 0; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code < 128) {
      if (code >= 97 && code <= 122) letters++;
      else if (code >= 65 && code <= 90) {
        letters++;
        upper++;
      }
      continue;
    }
    const kind = caseOf(text[at]!);
    if (kind !== 'none') letters++;
    if (kind === 'upper') upper++;
  }
  return upper > letters / 2;
}

/** Of a letter beyond ASCII; half of a surrogate pair is none. */
const caseOf = wordMemo((char): 'upper' | 'other' | 'none' => {
  if (!/\p{L}/u.test(char)) return 'none';
  return char === char.toLowerCase() ? 'other' : 'upper';
});
