/**
 * Words as numbers: the door of the hot room. A text becomes three columns, one entry a word:
 * a 32-bit hash of the folded word, and the word's half-open span in UTF-16 units. Nothing behind
 * this door sees a string. Web addresses are no words: two texts that link to the same page share a
 * link, not wording. Linear in the text; about 25 million characters a second.
 */
import { BREAK, foldAstral, foldTable, MARK, standsAlone } from './fold.ts';

/** The words of one text. Only the first `count` entries of each column are valid. */
export interface Tokens {
  readonly count: number;
  /** Hash of the folded word; any 32-bit value. */
  readonly ids: Int32Array;
  readonly begins: Int32Array;
  readonly ends: Int32Array;
}

const COLON = 58;
const SLASH = 47;
const SPACE = 32;

/** FNV-1a's offset, with a multiplier that mixes better over short words (Knuth's 2^32 / φ). */
const HASH_SEED = 0x811c9dc5 | 0;
const HASH_MULTIPLIER = 0x9e3779b1 | 0;

/**
 * A reusable tokeniser. `read(text)` returns a view that the next `read` overwrites: copy what must
 * stay. Grows to the longest text seen (12 bytes a word).
 */
export class Tokenizer implements Tokens {
  count = 0;
  ids: Int32Array = new Int32Array(1024);
  begins: Int32Array = new Int32Array(1024);
  ends: Int32Array = new Int32Array(1024);

  /** Reads `text` into the columns and returns itself. */
  read(text: string): Tokens {
    // A word has at least one unit and a break, scripts without spaces one unit: the bound is exact.
    if (this.ids.length < text.length) this.grow(text.length);
    const { ids, begins, ends } = this;
    const fold = foldTable();
    const length = text.length;
    let count = 0;
    let hash = HASH_SEED;
    let begin = -1;
    let end = 0;
    for (let i = 0; i < length; i++) {
      const unit = text.charCodeAt(i);
      let folded = fold[unit]!;
      let width = 1;
      if (unit >= 0xd800 && unit <= 0xdbff) {
        const codePoint = text.codePointAt(i)!;
        // A text cut within a pair leaves half of it: a break, and the next unit is on its own.
        if (codePoint > 0xffff) {
          folded = foldAstral(codePoint);
          width = 2;
        }
      }
      const alone = folded >= 0x0e00 && standsAlone(folded);
      if (folded > MARK) {
        if (alone && begin >= 0) {
          ids[count] = finish(hash);
          begins[count] = begin;
          ends[count++] = end;
          begin = -1;
        }
        if (begin < 0) {
          begin = i;
          hash = HASH_SEED;
        }
        hash = Math.imul(hash ^ folded, HASH_MULTIPLIER);
        hash ^= hash >>> 15;
        end = i + width;
      } else if (folded === MARK) {
        if (begin >= 0) end = i + width;
        else if (count > 0 && ends[count - 1] === i) ends[count - 1] = i + width;
      }
      if (begin >= 0 && (folded === BREAK || alone)) {
        if (
          unit === COLON &&
          text.charCodeAt(i + 1) === SLASH &&
          text.charCodeAt(i + 2) === SLASH
        ) {
          i = addressEnd(text, i, fold);
          begin = -1;
          continue;
        }
        ids[count] = finish(hash);
        begins[count] = begin;
        ends[count++] = end;
        begin = -1;
      }
      i += width - 1;
    }
    if (begin >= 0) {
      ids[count] = finish(hash);
      begins[count] = begin;
      ends[count++] = end;
    }
    this.count = count;
    return this;
  }

  private grow(length: number): void {
    const size = Math.max(length, this.ids.length * 2);
    this.ids = new Int32Array(size);
    this.begins = new Int32Array(size);
    this.ends = new Int32Array(size);
  }
}

function finish(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 13), 0x85ebca6b);
  return mixed ^ (mixed >>> 16);
}

/**
 * Where a web address whose `://` stands at `i` ends: at a space, a closing bracket or quote, at
 * other than ASCII punctuation, or at a letter of a script that has no spaces to end it.
 */
function addressEnd(text: string, i: number, fold: Uint16Array): number {
  let end = i + 3;
  for (; end < text.length; end++) {
    const unit = text.charCodeAt(end);
    if (unit <= SPACE || ')]>"\''.includes(text[end]!)) break;
    if (unit > 127 && (fold[unit] === BREAK || standsAlone(fold[unit]!))) break;
  }
  return end - 1;
}

const counter = new Tokenizer();

/** How many tokens there are in `text`; makes no columns of its own. O(length). */
export function tokenCount(text: string): number {
  return counter.read(text).count;
}

/** The words of one text as columns of their own. Convenient, not for the hot path. */
export function tokensOf(text: string): Tokens {
  const { count, ids, begins, ends } = new Tokenizer().read(text);
  return {
    count,
    ids: ids.slice(0, count),
    begins: begins.slice(0, count),
    ends: ends.slice(0, count),
  };
}
