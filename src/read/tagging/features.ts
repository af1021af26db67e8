/** The features of a token for its part of speech and for its case, as rows of the two layers. */
import type { FeatureRows } from './layer.ts';
import type { Tag } from './tagged.ts';
import { ENDINGS, type WordMarks } from './word-marks.ts';

/** Stands for what is before the first and behind the last token of a sentence. */
const OUTSIDE = 0x2545f491;
/** Stands for a tag or case that is not known or not there. */
export const NO_CLASS = 31;

/** The hash of the last `length` letters of token `at`. */
function ending(endings: Int32Array, at: number, length: number): number {
  return endings[at * ENDINGS + length - 1]!;
}

/** A sentence as a range of tokens. */
interface Range {
  readonly first: number;
  readonly last: number;
}

/** What of a clause bears on the cases to come. */
export interface Clause {
  /** The hash of the preposition that governs what follows; 0 for none. */
  governor: number;
  /** Whether a verb has come: 0 or 1. */
  verbs: number;
}

/** A clause before its first token. */
export function clauseStart(): Clause {
  return { governor: 0, verbs: 0 };
}

/** Takes note of a token that was passed. */
export function passToken(clause: Clause, tag: Tag, word: number): void {
  if (tag === 'ADP') clause.governor = word;
  else if (tag === 'VERB' || tag === 'NOUN' || tag === 'PROPN' || tag === 'PRON')
    clause.governor = 0;
  if (tag === 'VERB') clause.verbs = 1;
  if (tag === 'PUNCT' || tag === 'SCONJ') clause.verbs = 0;
}
/** Writes the rows of the features for the part of speech of token `i`. */
export function tagRows(
  { words, endings, shapes }: WordMarks,
  { first, last }: Range,
  i: number,
  tags: Uint8Array,
  rows: FeatureRows,
): void {
  const before = i > first ? words[i - 1]! : OUTSIDE;
  const after = i + 1 < last ? words[i + 1]! : OUTSIDE;
  const tag1 = i > first ? tags[i - 1]! : NO_CLASS;
  const tag2 = i - 1 > first ? tags[i - 2]! : NO_CLASS;
  rows.clear();
  const shape = shapes[i]!;
  rows.add(0, 0);
  rows.add(1, words[i]!);
  for (let length = 1; length <= ENDINGS; length++)
    rows.add(1 + length, ending(endings, i, length));
  rows.add(7, shape);
  rows.add(8, tag1);
  rows.add(9, tag1 * 32 + tag2);
  rows.add(10, before);
  rows.add(11, after);
  rows.add(12, i - 1 > first ? words[i - 2]! : OUTSIDE);
  rows.add(13, i + 2 < last ? words[i + 2]! : OUTSIDE);
  rows.add(14, i + 1 < last ? ending(endings, i + 1, 3) : OUTSIDE);
  rows.add(15, i > first ? ending(endings, i - 1, 3) : OUTSIDE);
  rows.add(16, ending(endings, i, 3) ^ (tag1 * 0x1000193));
  rows.add(17, words[i]! ^ (tag1 * 0x1000193));
  rows.add(18, shape * 16 + (i + 1 < last ? shapes[i + 1]! : 0));
  rows.add(19, shape * 32 + tag1);
  rows.add(20, words[i]! ^ Math.imul(after, 31));
}

/** The same for its case. `cases` before `i` are known, `known.clause` is what was passed. */
export function caseRows(
  { words, endings, shapes }: WordMarks,
  { first, last }: Range,
  i: number,
  known: { readonly tags: Uint8Array; readonly cases: Uint8Array; readonly clause: Clause },
  rows: FeatureRows,
): void {
  const { tags, cases } = known;
  const { governor, verbs } = known.clause;
  const tag = tags[i]!;
  const case1 = i > first ? cases[i - 1]! : NO_CLASS;
  const case2 = i - 1 > first ? cases[i - 2]! : NO_CLASS;
  const tag1 = i > first ? tags[i - 1]! : NO_CLASS;
  const next = i + 1 < last ? tags[i + 1]! : NO_CLASS;
  rows.clear();
  rows.add(40, tag);
  rows.add(41, words[i]!);
  for (let length = 1; length <= 4; length++)
    rows.add(41 + length, ending(endings, i, length) ^ (tag * 0x10001));
  rows.add(46, case1 * 32 + tag1);
  rows.add(47, (case1 * 32 + case2) * 32 + tag1);
  rows.add(48, ending(endings, i, 2) ^ Math.imul(case1 * 32 + tag1, 0x1000193));
  rows.add(49, ending(endings, i, 1) ^ Math.imul(governor, 0x1000193));
  rows.add(50, governor);
  rows.add(51, i > first ? words[i - 1]! : OUTSIDE);
  rows.add(52, next * 32 + tag);
  rows.add(53, i + 1 < last ? ending(endings, i + 1, 2) : OUTSIDE);
  rows.add(54, ending(endings, i, 2) ^ (verbs * 0x10001) ^ (tag1 * 0x2001));
  rows.add(55, shapes[i]! * 32 + case1);
  rows.add(56, i > first ? ending(endings, i - 1, 3) : OUTSIDE);
  rows.add(
    57,
    ending(endings, i, 2) ^ Math.imul(i + 1 < last ? ending(endings, i + 1, 2) : OUTSIDE, 31),
  );
}
