/**
 * Words for cross-language work: runs of letters, and numbers with their separators taken out, so
 * that *2,240,191*, *2 240 191* and *2.240.191* are one word. O(length); what a unit is, is looked
 * up, since a pattern over `\p{L}` takes four times as long.
 */

/** A number, with separators between groups of three or one before a fraction; at `lastIndex` only. */
const NUMBER_HERE = /\p{N}{1,3}(?:[.,\u00a0\u202f ]\p{N}{3}(?!\p{N}))+|\p{N}+(?:[.,]\p{N}+)?/uy;
const SEPARATORS = /[^\p{N}]/gu;
const APOSTROPHES = /['’ʼ]/g;
const DIGIT = /^\p{N}/u;

/** Kinds of characters, as bits; `KNOWN` alone is what is in no word. */
const KNOWN = 1;
const LETTER = 2;
const NUMBER = 4;
const CYRILLIC = 8;
const LETTER_OR_MARK = /[\p{L}\p{M}]/u;
const CYRILLIC_SCRIPT = /\p{Script=Cyrillic}/u;
const APOSTROPHE = 0x27;
const RIGHT_QUOTE = 0x2019;
/** The apostrophe that is a letter. */
const LETTER_APOSTROPHE = 0x2bc;

/** What each UTF-16 unit is, filled as units are met; 0 is not known yet. */
const kinds = new Uint8Array(0x10000);

/** A word with its place: `begin` and `end` in UTF-16 units of the text, end exclusive. */
export interface PlacedWord {
  readonly word: string;
  readonly begin: number;
  readonly end: number;
}

/** The words of a text in order. Letters keep their case; numbers are bare digits. */
export function wordsOf(text: string): string[] {
  const walk = new WordWalk(text);
  const words: string[] = [];
  while (walk.next()) words.push(walk.word());
  return words;
}

/** As `wordsOf`, with each word's place. */
export function placedWords(text: string): PlacedWord[] {
  const walk = new WordWalk(text);
  const words: PlacedWord[] = [];
  while (walk.next()) words.push({ word: walk.word(), begin: walk.begin, end: walk.end });
  return words;
}

/** Whether a word of `wordsOf` is a number. */
export function isNumber(word: string): boolean {
  return DIGIT.test(word);
}

/** Goes through the words of a text, for those who need no string of each. */
export class WordWalk {
  /** Where the word stands, once `next()` has said that there is one. */
  begin = 0;
  end = 0;
  /** Whether the word is what stands there, so that `word()` would only copy it. */
  isVerbatim = true;
  private readonly text: string;
  private readsNumber = false;

  constructor(text: string) {
    this.text = text;
  }

  /** Goes to the next word; false where there is none. */
  next(): boolean {
    const { text } = this;
    for (let i = this.end; i < text.length; i += widthAt(text, i)) {
      const kind = kindAt(text, i);
      if (kind === KNOWN) continue;
      this.begin = i;
      this.readsNumber = (kind & NUMBER) !== 0;
      if (this.readsNumber) this.readNumber();
      else this.readLetters();
      return true;
    }
    this.end = text.length;
    return false;
  }

  word(): string {
    const found = this.text.slice(this.begin, this.end);
    if (this.isVerbatim) return found;
    return found.replace(this.readsNumber ? SEPARATORS : APOSTROPHES, '');
  }

  private readNumber(): void {
    const { text } = this;
    NUMBER_HERE.lastIndex = this.begin;
    NUMBER_HERE.test(text);
    this.end = NUMBER_HERE.lastIndex;
    let i = this.begin;
    while (i < this.end && kindAt(text, i) & NUMBER) i += widthAt(text, i);
    this.isVerbatim = i === this.end;
  }

  /** Letters and marks; an apostrophe between Cyrillic letters belongs to the word (п'ять). */
  private readLetters(): void {
    const { text } = this;
    let isVerbatim = true;
    let last = KNOWN;
    let i = this.begin;
    for (; i < text.length; i += widthAt(text, i)) {
      const kind = kindAt(text, i);
      const unit = text.charCodeAt(i);
      if (kind & LETTER) {
        if (unit === LETTER_APOSTROPHE) isVerbatim = false;
      } else {
        if (unit !== APOSTROPHE && unit !== RIGHT_QUOTE) break;
        if (!(last & CYRILLIC) || !isCyrillicLetter(text, i + 1)) break;
        isVerbatim = false;
      }
      last = kind;
    }
    this.isVerbatim = isVerbatim;
    this.end = i;
  }
}

/** Units of the character at `i`. */
function widthAt(text: string, i: number): number {
  return (text.charCodeAt(i) & 0xfc00) === 0xd800 && text.codePointAt(i)! > 0xffff ? 2 : 1;
}

function kindAt(text: string, i: number): number {
  const unit = text.charCodeAt(i);
  if ((unit & 0xfc00) === 0xd800) return kindOf(String.fromCodePoint(text.codePointAt(i)!));
  const known = kinds[unit]!;
  if (known !== 0) return known;
  const kind = kindOf(String.fromCharCode(unit));
  kinds[unit] = kind;
  return kind;
}

function kindOf(character: string): number {
  let kind = KNOWN;
  if (LETTER_OR_MARK.test(character)) kind |= LETTER;
  if (DIGIT.test(character)) kind |= NUMBER;
  if (kind & LETTER && CYRILLIC_SCRIPT.test(character)) kind |= CYRILLIC;
  return kind;
}

function isCyrillicLetter(text: string, i: number): boolean {
  return i < text.length && (kindAt(text, i) & CYRILLIC) !== 0;
}
