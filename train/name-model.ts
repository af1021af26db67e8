/**
 * Trains the name tagger: an averaged structured perceptron (Collins 2002,
 * https://doi.org/10.3115/1118693.1118694) with a margin on wrong tags. Seeded: the same texts and
 * options give the same bytes.
 */
import type { Document } from '../src/read/document.ts';
import type { Marks } from '../src/read/mentions/marks.ts';
import { MOST_FEATURES, nameRows } from '../src/read/mentions/name-features.ts';
import type { NameSpan } from '../src/read/mentions/name-spans.ts';
import { type NameWeights, PAIR_COUNT } from '../src/read/mentions/name-weights.ts';
import { BORDER, NEVER, OUTSIDE, TAG_COUNT, tagsOf } from '../src/read/mentions/tags.ts';
import { bestTags } from '../src/read/mentions/viterbi.ts';
import { seeded } from './chance.ts';

/** A text with its names, and how much its sentences weigh. */
export interface NameExample {
  readonly document: Document;
  readonly marks: Marks;
  readonly spans: readonly NameSpan[];
  /** How far a wrong answer moves the weights; 1 where it is left out. */
  readonly weight?: number;
}

export interface TrainingOptions {
  /** Rows of the table, a power of two. */
  readonly rows: number;
  readonly passes: number;
  readonly seed: number;
  /** What a wrong tag gains in training, so that right ones must win by it. */
  readonly margin: number;
}

interface Sentence {
  readonly size: number;
  /** The rows of all tokens, and where each token's begin. */
  readonly rows: Int32Array;
  readonly starts: Int32Array;
  readonly gold: Uint8Array;
  readonly weight: number;
}

const WIDTH = TAG_COUNT + 1;
/** Largest weight of the file's table; the rest is scaled to it. */
const MOST_WEIGHT = 127;
/** Share of the weights that may be cut to `MOST_WEIGHT`, since few are far out. */
const CUT_SHARE = 0.0005;

/** Trains on all sentences of the examples. */
export function trainNames(
  examples: readonly NameExample[],
  { rows, passes, seed, margin }: TrainingOptions,
): NameWeights {
  const sentences = examples.flatMap((example) => sentencesIn(example, rows - 1));
  const table = new Float64Array(rows * TAG_COUNT);
  const tableSum = new Float64Array(rows * TAG_COUNT);
  const pairs = new Float64Array(PAIR_COUNT);
  const pairsSum = new Float64Array(PAIR_COUNT);
  const random = seeded(seed);
  let step = 1;
  for (let pass = 0; pass < passes; pass++) {
    shuffle(sentences, random);
    for (const sentence of sentences) {
      learn(sentence, { table, tableSum, pairs, pairsSum }, step, margin);
      step++;
    }
  }
  for (let i = 0; i < table.length; i++) table[i]! -= tableSum[i]! / step;
  for (let i = 0; i < pairs.length; i++) pairs[i]! -= pairsSum[i]! / step;
  return quantised(rows, table, pairs);
}

interface State {
  readonly table: Float64Array;
  readonly tableSum: Float64Array;
  readonly pairs: Float64Array;
  readonly pairsSum: Float64Array;
}

function sentencesIn({ document, marks, spans, weight }: NameExample, mask: number): Sentence[] {
  const gold = tagsOf(spans, marks.size);
  return document.sentences.map(({ first, last }) => {
    const size = last - first;
    const rows = new Int32Array(size * MOST_FEATURES);
    const starts = new Int32Array(size + 1);
    for (let i = 0; i < size; i++) {
      const count = nameRows(marks, { first, last }, first + i, mask, rows, starts[i]!);
      starts[i + 1] = starts[i]! + count;
    }
    return {
      size,
      rows: rows.slice(0, starts[size]!),
      starts,
      gold: gold.slice(first, last),
      weight: weight ?? 1,
    };
  });
}

function learn(sentence: Sentence, state: State, step: number, margin: number): void {
  const { size, rows, starts, gold, weight } = sentence;
  const scores = new Float64Array(size * TAG_COUNT);
  for (let i = 0; i < size; i++) {
    const at = i * TAG_COUNT;
    for (let k = starts[i]!; k < starts[i + 1]!; k++) {
      const row = rows[k]! * TAG_COUNT;
      for (let tag = 0; tag < TAG_COUNT; tag++) scores[at + tag]! += state.table[row + tag]!;
    }
    if (starts[i] === starts[i + 1] && gold[i] === OUTSIDE) {
      scores.fill(NEVER, at + OUTSIDE + 1, at + TAG_COUNT);
    }
    for (let tag = 0; tag < TAG_COUNT; tag++) if (tag !== gold[i]) scores[at + tag]! += margin;
  }
  const answer = new Uint8Array(size);
  bestTags(scores, state.pairs, size, answer, 0);
  let before = BORDER;
  let beforeGold = BORDER;
  for (let i = 0; i <= size; i++) {
    const tag = i < size ? answer[i]! : BORDER;
    const right = i < size ? gold[i]! : BORDER;
    if (tag !== right || before !== beforeGold) {
      move(state.pairs, state.pairsSum, beforeGold * WIDTH + right, weight, step);
      move(state.pairs, state.pairsSum, before * WIDTH + tag, -weight, step);
    }
    if (tag !== right) {
      for (let k = starts[i]!; k < starts[i + 1]!; k++) {
        const row = rows[k]! * TAG_COUNT;
        move(state.table, state.tableSum, row + right, weight, step);
        move(state.table, state.tableSum, row + tag, -weight, step);
      }
    }
    before = tag;
    beforeGold = right;
  }
}

function move(
  values: Float64Array,
  sums: Float64Array,
  at: number,
  by: number,
  step: number,
): void {
  values[at]! += by;
  sums[at]! += by * step;
}

function quantised(rows: number, table: Float64Array, pairs: Float64Array): NameWeights {
  const sizes = table
    .filter((value) => value !== 0)
    .map(Math.abs)
    .sort();
  const largest = sizes[Math.floor(sizes.length * (1 - CUT_SHARE))] ?? 1;
  const scale = MOST_WEIGHT / largest;
  const small = new Int8Array(rows * TAG_COUNT);
  for (let i = 0; i < table.length; i++) {
    small[i] = Math.max(-MOST_WEIGHT, Math.min(MOST_WEIGHT, Math.round(table[i]! * scale)));
  }
  return {
    rows,
    table: small,
    pairs: Int16Array.from(pairs, (value) =>
      Math.max(-32767, Math.min(32767, Math.round(value * scale))),
    ),
  };
}

function shuffle<T>(items: T[], random: () => number): void {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [items[i], items[j]] = [items[j]!, items[i]!];
  }
}
