/** The features of a token for the name tagger, as rows of its table of weights (hashing trick). */
import { AFFIXES, type Marks } from './marks.ts';

/** No token has more features. */
export const MOST_FEATURES = 80;
/** Stands for what is before the first and behind the last token of a sentence. */
const OUT = 0x5bd1e995;

/** A sentence as a range of tokens. */
export interface Range {
  readonly first: number;
  readonly last: number;
}

function mixed(template: number, value: number, mask: number): number {
  let hash = Math.imul(template + 1, 0x9e3779b1) ^ value;
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) & mask;
}

/** What a column has at a place of the sentence. */
function at(column: Int32Array, i: number, first: number, last: number): number {
  return i >= first && i < last ? column[i]! : OUT;
}

function ending(suffixes: Int32Array, i: number, first: number, last: number): number {
  return i >= first && i < last ? suffixes[i * AFFIXES + 2]! : OUT;
}

/** Writes the rows of token `i` to `rows` from `offset` on; returns their number, 0 if it is in no name. */
export function nameRows(
  marks: Marks,
  { first, last }: Range,
  i: number,
  mask: number,
  rows: Int32Array,
  offset: number,
): number {
  const { words, prefixes, suffixes, shapes, classes, listed, titles, persons, phrases } = marks;
  let n = offset;
  if (marks.near[i] === 0) return 0;
  rows[n++] = mixed(0, 0, mask);
  const shape = shapes[i]!;
  const runFirst = marks.runFirst[i]!;
  const runLast = marks.runLast[i]!;
  const runSize = Math.min(5, runLast - runFirst + 1);
  const runPlace = Math.min(3, i - runFirst) * 2 + (i === runLast ? 1 : 0);

  rows[n++] = mixed(27, words[i]!, mask);
  rows[n++] = mixed(2, at(words, i - 1, first, last), mask);
  rows[n++] = mixed(3, at(words, i + 1, first, last), mask);
  rows[n++] = mixed(4, at(words, i - 2, first, last), mask);
  rows[n++] = mixed(5, at(words, i + 2, first, last), mask);
  for (let k = 0; k < AFFIXES; k++) {
    rows[n++] = mixed(6 + k, prefixes[i * AFFIXES + k]!, mask);
    rows[n++] = mixed(10 + k, suffixes[i * AFFIXES + k]!, mask);
  }
  rows[n++] = mixed(14, ending(suffixes, i - 1, first, last), mask);
  rows[n++] = mixed(15, ending(suffixes, i + 1, first, last), mask);
  rows[n++] = mixed(16, words[i]! ^ Math.imul(at(words, i - 1, first, last), 31), mask);
  rows[n++] = mixed(17, words[i]! ^ Math.imul(at(words, i + 1, first, last), 37), mask);
  rows[n++] = mixed(18, shape ^ Math.imul(at(words, i - 1, first, last), 41), mask);
  rows[n++] = mixed(19, shape ^ Math.imul(at(words, i + 1, first, last), 43), mask);
  rows[n++] = mixed(20, words[runFirst]! ^ runPlace, mask);
  rows[n++] = mixed(21, words[runLast]! ^ runPlace, mask);
  rows[n++] = mixed(22, at(words, runFirst - 1, first, last) ^ runPlace, mask);
  rows[n++] = mixed(23, at(words, runLast + 1, first, last) ^ runPlace, mask);
  rows[n++] = mixed(24, ending(suffixes, runFirst - 1, first, last) ^ runPlace, mask);
  rows[n++] = mixed(25, ending(suffixes, runLast + 1, first, last) ^ runPlace, mask);
  rows[n++] = mixed(
    26,
    Math.imul(at(words, i - 1, first, last), 31) ^
      Math.imul(at(words, i - 2, first, last), 37) ^
      shape,
    mask,
  );

  const shape1 = at(shapes, i - 1, first, last);
  const shape2 = at(shapes, i + 1, first, last);
  rows[n++] = mixed(30, shape, mask);
  rows[n++] = mixed(31, shape | (shape1 << 4) | (shape2 << 8), mask);
  rows[n++] = mixed(32, shape | (shape1 << 4) | (at(shapes, i - 2, first, last) << 8), mask);
  rows[n++] = mixed(33, shape | (shape2 << 4) | (at(shapes, i + 2, first, last) << 8), mask);
  rows[n++] = mixed(34, listed[i]!, mask);
  rows[n++] = mixed(35, at(listed, i - 1, first, last), mask);
  rows[n++] = mixed(36, at(listed, i + 1, first, last), mask);
  rows[n++] = mixed(37, listed[i]! | (shape << 8) | (runPlace << 12), mask);
  rows[n++] = mixed(38, phrases[i]! | (shape << 8), mask);
  rows[n++] = mixed(39, phrases[i]! | (at(phrases, i - 1, first, last) << 8), mask);
  rows[n++] = mixed(40, phrases[i]! | (runSize << 8) | (listed[i]! << 12), mask);
  rows[n++] = mixed(41, at(titles, i - 1, first, last) | (shape << 8), mask);
  rows[n++] = mixed(42, titles[i]!, mask);
  rows[n++] = mixed(43, at(titles, i + 1, first, last), mask);
  rows[n++] = mixed(
    44,
    at(titles, runFirst - 1, first, last) | (runPlace << 8) | (runSize << 12),
    mask,
  );
  rows[n++] = mixed(45, at(titles, runLast + 1, first, last) | (runPlace << 8), mask);
  rows[n++] = mixed(46, classes[i]!, mask);
  rows[n++] = mixed(47, at(classes, i - 1, first, last) | (shape << 12), mask);
  rows[n++] = mixed(48, at(classes, i + 1, first, last) | (shape << 12), mask);
  rows[n++] = mixed(49, classes[runFirst]! | (runPlace << 12), mask);
  rows[n++] = mixed(50, classes[runLast]! | (runPlace << 12), mask);
  rows[n++] = mixed(
    51,
    at(classes, runFirst - 1, first, last) | (runPlace << 12) | (runSize << 16),
    mask,
  );
  rows[n++] = mixed(
    52,
    at(classes, runLast + 1, first, last) | (runPlace << 12) | (runSize << 16),
    mask,
  );
  const person = persons[i]! | (shape << 2);
  rows[n++] = mixed(53, person, mask);
  rows[n++] = mixed(54, person | (at(persons, i - 1, first, last) << 6) | (shape1 << 10), mask);
  rows[n++] = mixed(55, person | (at(persons, i + 1, first, last) << 6) | (shape2 << 10), mask);
  rows[n++] = mixed(
    56,
    persons[runFirst]! | (persons[runLast]! << 2) | (runSize << 4) | (runPlace << 8),
    mask,
  );
  const start = i === first ? 1 : 0;
  rows[n++] = mixed(57, marks.elsewhere[i]! | (shape << 2) | (start << 6), mask);
  rows[n++] = mixed(58, runPlace | (runSize << 4) | (shape << 8), mask);
  rows[n++] = mixed(59, runPlace | (runSize << 4) | ((runFirst === first ? 1 : 0) << 8), mask);
  rows[n++] = mixed(60, person | (listed[i]! << 6) | (start << 16), mask);
  rows[n++] = mixed(
    61,
    person | (runPlace << 6) | (at(classes, runFirst - 1, first, last) << 10),
    mask,
  );
  rows[n++] = mixed(62, (shape1 === 8 && shape2 === 9 ? 1 : 0) | (shape << 1), mask);
  rows[n++] = mixed(
    63,
    phrases[runFirst]! | (runSize << 8) | (runPlace << 12) | (persons[i]! << 16),
    mask,
  );
  rows[n++] = mixed(64, at(words, runFirst - 2, first, last) ^ runPlace, mask);
  const before = at(classes, runFirst - 2, first, last) | (runPlace << 12);
  rows[n++] = mixed(65, before, mask);
  rows[n++] = mixed(
    66,
    at(titles, runFirst - 2, first, last) | (runPlace << 8) | (runSize << 12),
    mask,
  );
  rows[n++] = mixed(
    67,
    at(words, runFirst - 1, first, last) ^ Math.imul(at(words, runFirst - 2, first, last), 31),
    mask,
  );
  rows[n++] = mixed(
    68,
    at(words, runFirst - 1, first, last) ^ (listed[i]! | (phrases[i]! << 8)),
    mask,
  );
  return n - offset;
}
