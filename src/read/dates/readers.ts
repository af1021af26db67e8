/**
 * What may stand in a slot of a form: a word of a list, which may be several words long, or a number
 * of a shape. A reader looks at one place and says how far it read and what that means. Constant time.
 */
import type { Piece } from './pieces.ts';

/** What stands at a place: how many pieces, and its meaning. */
export interface Found {
  readonly length: number;
  readonly value: number | string;
}

export interface SlotReader {
  /** What stands at a place before `limit`; the longest first. */
  read(pieces: readonly Piece[], at: number, limit: number): readonly Found[];
  /** The words that it may begin with; empty where a shape of numbers or letters is read. */
  readonly first: ReadonlySet<string>;
  /** Whether it reads pieces that begin with a digit: these alone, besides words, or by its look. */
  readonly digits: 'only' | 'also' | 'perhaps' | 'never';
}

const NONE: readonly Found[] = [];

/** One entry of a list: the words after its first. */
interface Entry {
  readonly rest: readonly string[];
  readonly value: number | string;
}

/** The lists' entries by their first words, the longest first. */
export type WordTable = ReadonlyMap<string, readonly Entry[]>;

/** A table of entries, each a sequence of lower-case pieces and its meaning. */
export function tableOf(
  entries: Iterable<readonly [words: readonly string[], value: number | string]>,
): WordTable {
  const table = new Map<string, Entry[]>();
  for (const [[first, ...rest], value] of entries) {
    if (first === undefined) continue;
    const known = table.get(first);
    if (known === undefined) table.set(first, [{ rest, value }]);
    else known.push({ rest, value });
  }
  for (const known of table.values()) known.sort((a, b) => b.rest.length - a.rest.length);
  return table;
}

/** Reads a word of a list; with `capital` only where it begins with a capital. */
export function wordReader(table: WordTable, capital: boolean): SlotReader {
  const read: SlotReader['read'] = (pieces, at, limit) => {
    const piece = pieces[at]!;
    const entries = table.get(piece.lower);
    if (entries === undefined) return NONE;
    if (capital && piece.text[0] === piece.lower[0]) return NONE;
    const found: Found[] = [];
    for (const { rest, value } of entries) {
      const length = 1 + lengthOf(rest, pieces, at + 1, limit);
      if (length > 0) found.push({ length, value });
    }
    return found;
  };
  return { read, first: new Set(table.keys()), digits: 'never' };
}

/** How many pieces `words` take at a place, hyphens between them included; -2 where they do not stand there. */
function lengthOf(
  words: readonly string[],
  pieces: readonly Piece[],
  from: number,
  limit: number,
): number {
  let at = from;
  for (const word of words) {
    if (at < limit && pieces[at]!.lower !== word && pieces[at]!.joins) at++;
    if (at >= limit || pieces[at]!.lower !== word) return -2;
    at++;
  }
  return at - from;
}

const shape = (
  read: (word: string, piece: Piece) => number | undefined,
  digits: 'only' | 'perhaps' = 'only',
): SlotReader => ({
  read: (pieces, at) => {
    const piece = pieces[at]!;
    const value = read(piece.lower, piece);
    return value === undefined ? NONE : [{ length: 1, value }];
  },
  first: new Set(),
  digits,
});

const between = (value: number, least: number, most: number): number | undefined =>
  value >= least && value <= most ? value : undefined;

const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };

/** 1–39 in Roman capitals, for centuries. */
function romanOf(text: string): number | undefined {
  if (!/^(?:X{0,3})(?:IX|IV|V?I{0,3})$/.test(text)) return undefined;
  let sum = 0;
  for (let i = 0; i < text.length; i++) {
    const here = ROMAN[text[i]!]!;
    sum += here < (ROMAN[text[i + 1] ?? ''] ?? 0) ? -here : here;
  }
  return sum;
}

/** "80" and "1980": the 198th ten of years; of this century where it is too early for the last. */
function decadeOf(digits: string): number {
  const number = Number(digits);
  if (digits.length === 4) return number / 10;
  return number < 30 ? 200 + number / 10 : 190 + number / 10;
}

const MINUTES = /^(\d{1,2})[:.,](\d\d)(?:[:.,]\d\d)?$/;

/** The shapes of numbers. */
export const SHAPES: Readonly<Record<string, SlotReader>> = {
  /** 1 to 31, also "3rd". */
  day: shape((word) =>
    /^\d{1,2}(?:st|nd|rd|th)?$/.test(word) ? between(Number.parseInt(word, 10), 1, 31) : undefined,
  ),
  /** A month as a number. */
  mm: shape((word) => (/^\d{1,2}$/.test(word) ? between(Number(word), 1, 12) : undefined)),
  year: shape((word) => (/^[12]\d{3}$/.test(word) ? between(Number(word), 1000, 2199) : undefined)),
  /** "1990s", "90s". */
  decades: shape((word) =>
    /^(?:[12]\d)?\d0s$/.test(word) ? decadeOf(word.slice(0, -1)) : undefined,
  ),
  /** "1990", "90", for languages that write "90-е", "los años 90". */
  tens: shape((word) => (/^(?:[12]\d)?\d0$/.test(word) ? decadeOf(word) : undefined)),
  clock: shape((word) => {
    const match = MINUTES.exec(word);
    if (match === null || Number(match[1]) > 24 || Number(match[2]) > 59) return undefined;
    return Number(match[1]) * 60 + Number(match[2]);
  }),
  hour: shape((word) =>
    /^\d{1,2}$/.test(word) && Number(word) <= 24 ? Number(word) * 60 : undefined,
  ),
  nth: shape((word) =>
    /^\d{1,2}(?:st|nd|rd|th)$/.test(word) ? Number.parseInt(word, 10) : undefined,
  ),
  /** A word with a capital: in Spanish and Russian rather a name than a month. */
  capital: shape((word, { text }) => (text[0] === word[0] ? undefined : 1), 'perhaps'),
  /** A hyphen between two words. */
  hyphen: shape((_, { joins }) => (joins ? 1 : undefined), 'perhaps'),
  roman: shape((_, { text }) => romanOf(text), 'perhaps'),
  digits: shape((word) => (/^\d{1,4}$/.test(word) ? Number(word) : undefined)),
};

/** No unit of time is counted in more; it also bounds the work on long digits. */
const LONGEST_NUMBER = 9;

/**
 * Reads an amount: digits with the language's decimal mark, a word, or tens and ones ("twenty-one",
 * "treinta y uno", with `and` between them).
 */
export function numberReader(table: WordTable, decimal: ',' | '.', and: string): SlotReader {
  const words = wordReader(table, false);
  const read: SlotReader['read'] = (pieces, at, limit) => {
    const { lower } = pieces[at]!;
    if (lower.length <= LONGEST_NUMBER && startsWithDigit(lower)) {
      const number = digitsOf(lower, decimal);
      return number === undefined ? NONE : [{ length: 1, value: number }];
    }
    const found = words.read(pieces, at, limit);
    const [tens] = found;
    if (tens === undefined || !isTens(tens.value)) return found;
    let next = at + tens.length;
    if (next < limit && (pieces[next]!.joins || pieces[next]!.lower === and)) next++;
    if (next >= limit) return found;
    const ones = words.read(pieces, next, limit).find(({ value }) => isOnes(value));
    if (ones === undefined) return found;
    const sum = { length: next - at + ones.length, value: tens.value + Number(ones.value) };
    return [sum, ...found];
  };
  return { read, first: new Set(table.keys()), digits: 'also' };
}

/** Whether a piece begins like a number. */
export function startsWithDigit(word: string): boolean {
  const code = word.charCodeAt(0);
  return code >= 48 && code <= 57;
}

const isOnes = (value: number | string): boolean => Number(value) >= 1 && Number(value) < 10;

const isTens = (value: number | string): value is number =>
  typeof value === 'number' && value >= 20 && value < 100 && value % 10 === 0;

function digitsOf(word: string, decimal: ',' | '.'): number | undefined {
  if (/^\d+$/.test(word)) return Number(word);
  const [thousands, fraction] = decimal === '.' ? [',', '.'] : ['.', ','];
  const plain = word.replaceAll(thousands, '').replace(fraction, '.');
  return /^\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}
