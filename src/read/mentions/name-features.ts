/**
 * The features of a token for the name tagger, as rows of its table of weights (hashing trick). First
 * what each template has is written down, then all is mixed in one loop, and what stands beside a
 * sentence is a slot of the columns: calls to a mixer and to a bounds check, 130 a token, were more than
 * the compiler puts in line (see docs/reading.md, "Speed").
 */
import { AFFIXES, type Marks } from './marks.ts';

/** No token has more features. */
export const MOST_FEATURES = 80;

/** The templates in the order in which `nameRows` writes their values. */
const TEMPLATES = [
  0, 27, 2, 3, 4, 5, 6, 10, 7, 11, 8, 12, 9, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26,
  30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53,
  54, 55, 56, 57, 58, 59, 60, 61, 62, 63, 64, 65, 66, 67, 68,
];
const SEEDS = Int32Array.from(TEMPLATES, (template) => Math.imul(template + 1, 0x9e3779b1));

/** A sentence as a range of tokens. */
export interface Range {
  readonly first: number;
  readonly last: number;
}

/** Writes the rows of token `i` to `rows` from `offset` on; returns their number, 0 if it is in no name. */
export function nameRows(
  marks: Marks,
  range: Range,
  i: number,
  mask: number,
  rows: Int32Array,
  offset: number,
): number {
  if (marks.near[i] === 0) return 0;
  writeValues(marks, range, i, rows, offset);
  for (let k = 0; k < SEEDS.length; k++) {
    let hash = SEEDS[k]! ^ rows[offset + k]!;
    hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    rows[offset + k] = (hash ^ (hash >>> 16)) & mask;
  }
  return SEEDS.length;
}

/** What each template has, in their order. */
function writeValues(
  marks: Marks,
  { first, last }: Range,
  i: number,
  values: Int32Array,
  offset: number,
): void {
  const { words, prefixes, suffixes, shapes, classes, listed, titles, persons, phrases } = marks;
  const shape = shapes[i]!;
  const runFirst = marks.runFirst[i]!;
  const runLast = marks.runLast[i]!;
  const runSize = Math.min(5, runLast - runFirst + 1);
  const runPlace = Math.min(3, i - runFirst) * 2 + (i === runLast ? 1 : 0);
  // Places beside the token and its run; those outside of the sentence share one.
  const outside = marks.size;
  const p1 = i - 1 >= first ? i - 1 : outside;
  const p2 = i - 2 >= first ? i - 2 : outside;
  const n1 = i + 1 < last ? i + 1 : outside;
  const n2 = i + 2 < last ? i + 2 : outside;
  const r1 = runFirst - 1 >= first ? runFirst - 1 : outside;
  const r2 = runFirst - 2 >= first ? runFirst - 2 : outside;
  const l1 = runLast + 1 < last ? runLast + 1 : outside;
  let n = offset;

  values[n++] = 0;
  values[n++] = words[i]!;
  values[n++] = words[p1]!;
  values[n++] = words[n1]!;
  values[n++] = words[p2]!;
  values[n++] = words[n2]!;
  for (let k = 0; k < AFFIXES; k++) {
    values[n++] = prefixes[i * AFFIXES + k]!;
    values[n++] = suffixes[i * AFFIXES + k]!;
  }
  values[n++] = suffixes[p1 * AFFIXES + 2]!;
  values[n++] = suffixes[n1 * AFFIXES + 2]!;
  values[n++] = words[i]! ^ Math.imul(words[p1]!, 31);
  values[n++] = words[i]! ^ Math.imul(words[n1]!, 37);
  values[n++] = shape ^ Math.imul(words[p1]!, 41);
  values[n++] = shape ^ Math.imul(words[n1]!, 43);
  values[n++] = words[runFirst]! ^ runPlace;
  values[n++] = words[runLast]! ^ runPlace;
  values[n++] = words[r1]! ^ runPlace;
  values[n++] = words[l1]! ^ runPlace;
  values[n++] = suffixes[r1 * AFFIXES + 2]! ^ runPlace;
  values[n++] = suffixes[l1 * AFFIXES + 2]! ^ runPlace;
  values[n++] = Math.imul(words[p1]!, 31) ^ Math.imul(words[p2]!, 37) ^ shape;

  const shape1 = shapes[p1]!;
  const shape2 = shapes[n1]!;
  values[n++] = shape;
  values[n++] = shape | (shape1 << 4) | (shape2 << 8);
  values[n++] = shape | (shape1 << 4) | (shapes[p2]! << 8);
  values[n++] = shape | (shape2 << 4) | (shapes[n2]! << 8);
  values[n++] = listed[i]!;
  values[n++] = listed[p1]!;
  values[n++] = listed[n1]!;
  values[n++] = listed[i]! | (shape << 8) | (runPlace << 12);
  values[n++] = phrases[i]! | (shape << 8);
  values[n++] = phrases[i]! | (phrases[p1]! << 8);
  values[n++] = phrases[i]! | (runSize << 8) | (listed[i]! << 12);
  values[n++] = titles[p1]! | (shape << 8);
  values[n++] = titles[i]!;
  values[n++] = titles[n1]!;
  values[n++] = titles[r1]! | (runPlace << 8) | (runSize << 12);
  values[n++] = titles[l1]! | (runPlace << 8);
  values[n++] = classes[i]!;
  values[n++] = classes[p1]! | (shape << 12);
  values[n++] = classes[n1]! | (shape << 12);
  values[n++] = classes[runFirst]! | (runPlace << 12);
  values[n++] = classes[runLast]! | (runPlace << 12);
  values[n++] = classes[r1]! | (runPlace << 12) | (runSize << 16);
  values[n++] = classes[l1]! | (runPlace << 12) | (runSize << 16);
  const person = persons[i]! | (shape << 2);
  values[n++] = person;
  values[n++] = person | (persons[p1]! << 6) | (shape1 << 10);
  values[n++] = person | (persons[n1]! << 6) | (shape2 << 10);
  values[n++] = persons[runFirst]! | (persons[runLast]! << 2) | (runSize << 4) | (runPlace << 8);
  const start = i === first ? 1 : 0;
  values[n++] = marks.elsewhere[i]! | (shape << 2) | (start << 6);
  values[n++] = runPlace | (runSize << 4) | (shape << 8);
  values[n++] = runPlace | (runSize << 4) | ((runFirst === first ? 1 : 0) << 8);
  values[n++] = person | (listed[i]! << 6) | (start << 16);
  values[n++] = person | (runPlace << 6) | (classes[r1]! << 10);
  values[n++] = (shape1 === 8 && shape2 === 9 ? 1 : 0) | (shape << 1);
  values[n++] = phrases[runFirst]! | (runSize << 8) | (runPlace << 12) | (persons[i]! << 16);
  values[n++] = words[r2]! ^ runPlace;
  const before = classes[r2]! | (runPlace << 12);
  values[n++] = before;
  values[n++] = titles[r2]! | (runPlace << 8) | (runSize << 12);
  values[n++] = words[r1]! ^ Math.imul(words[r2]!, 31);
  values[n++] = words[r1]! ^ (listed[i]! | (phrases[i]! << 8));
}
