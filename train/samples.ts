/** The corpus as integers, and batches drawn from it. */
import { MAX_FEATURES, wordRows } from '../src/trace/encoder/features.ts';
import { wordsOf } from '../src/trace/lexicon/words.ts';
import type { Bitext } from './corpus.ts';

/** Later words of a long unit are dropped: a vector is a sum, and 64 words fill it. */
const MAX_WORDS = 64;

/** How often a kind is drawn, against the square root of its size. Prose is rare and precious. */
const KIND_WEIGHT: Readonly<Record<string, number>> = {
  sentences: 1.5,
  prose: 3,
  titles: 0.7,
  names: 0.3,
};

/** Strings by number; `words` of string s are `words[starts[s] … starts[s+1]-1]`. */
export interface Samples {
  readonly starts: Int32Array;
  readonly words: Int32Array;
  /** Rows of the table of word w: `rows[rowStarts[w] … rowStarts[w+1]-1]`. */
  readonly rowStarts: Int32Array;
  readonly rows: Int32Array;
  readonly groups: readonly Group[];
}

/** Pairs of strings of one kind and one pair of languages; `upTo` is a cumulated share. */
export interface Group {
  readonly name: string;
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly upTo: number;
}

/** Numbers strings and words. Pairs that are the same string teach nothing and are left out. */
export function readSamples(bitexts: readonly Bitext[], tableRows: number): Samples {
  const strings = new Map<string, number>();
  const words = new Map<string, number>();
  const starts = [0];
  const ids: number[] = [];
  const numberOf = (text: string): number => {
    const known = strings.get(text);
    if (known !== undefined) return known;
    for (const word of wordsOf(text).slice(0, MAX_WORDS)) {
      const id = words.get(word) ?? words.size;
      words.set(word, id);
      ids.push(id);
    }
    starts.push(ids.length);
    strings.set(text, strings.size);
    return strings.size - 1;
  };
  const drafts = bitexts.map((bitext) => ({ bitext, ...pairNumbers(bitext, numberOf, starts) }));
  return {
    starts: Int32Array.from(starts),
    words: Int32Array.from(ids),
    ...rowsOfWords([...words.keys()], tableRows),
    groups: shares(drafts),
  };
}

function pairNumbers(bitext: Bitext, numberOf: (text: string) => number, starts: number[]) {
  const left: number[] = [];
  const right: number[] = [];
  for (let i = 0; i < bitext.left.length; i++) {
    const l = numberOf(bitext.left[i]!);
    const r = numberOf(bitext.right[i]!);
    if (l === r || starts[l] === starts[l + 1] || starts[r] === starts[r + 1]) continue;
    left.push(l);
    right.push(r);
  }
  return { left: Int32Array.from(left), right: Int32Array.from(right) };
}

function shares(
  drafts: readonly { bitext: Bitext; left: Int32Array; right: Int32Array }[],
): Group[] {
  const weights = drafts.map(
    ({ bitext, left }) => (KIND_WEIGHT[bitext.kind] ?? 1) * Math.sqrt(left.length),
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let upTo = 0;
  return drafts.map(({ bitext, left, right }, i) => {
    upTo += weights[i]! / total;
    return { name: `${bitext.kind}.${bitext.a}-${bitext.b}`, left, right, upTo };
  });
}

function rowsOfWords(words: readonly string[], tableRows: number) {
  const rowStarts = new Int32Array(words.length + 1);
  const rows: number[] = [];
  const scratch = new Int32Array(MAX_FEATURES);
  for (let w = 0; w < words.length; w++) {
    const count = wordRows(words[w]!, tableRows - 1, scratch);
    for (let i = 0; i < count; i++) rows.push(scratch[i]!);
    rowStarts[w + 1] = rows.length;
  }
  return { rowStarts, rows: Int32Array.from(rows) };
}

/**
 * Fills `left` and `right` with pairs of one group, so that the others of a batch are wrong answers
 * in the right language. Returns the group.
 */
export function drawBatch(
  samples: Samples,
  chance: () => number,
  left: Int32Array,
  right: Int32Array,
): Group {
  const at = chance();
  const group = samples.groups.find(({ upTo }) => at < upTo) ?? samples.groups.at(-1)!;
  for (let i = 0; i < left.length; i++) {
    const pair = Math.floor(chance() * group.left.length);
    left[i] = group.left[pair]!;
    right[i] = group.right[pair]!;
  }
  return group;
}
