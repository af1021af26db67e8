/**
 * IBM Model 1, both directions at once.
 *
 * Definition: t(f|e) maximises the likelihood of the right sides under p(f | e) = Σ_a t(f_j|e_a),
 * with an empty word (id 0) on the side that explains; expectation maximisation from a uniform
 * start. P. F. Brown et al., *The Mathematics of Statistical Machine Translation*, Computational
 * Linguistics 19(2), 1993, https://aclanthology.org/J93-2003.
 *
 * O(iterations × Σ |left| × |right|). Co-occurring pairs are numbered once, so that an iteration is
 * a walk over integer arrays.
 */

/** Sentences as word ids, 1 and up; `starts` has one entry more than there are sentences. */
export interface WordIds {
  readonly starts: Int32Array;
  readonly ids: Int32Array;
  readonly vocabulary: number;
}

/** Pairs of words that occur together, with their probabilities both ways. */
export interface Links {
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** t(right | left) and t(left | right). */
  readonly forward: Float32Array;
  readonly backward: Float32Array;
  readonly size: number;
}

interface Cooccurrences {
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly size: number;
  /** For each sentence, (|left| + 1) × (|right| + 1) pair numbers, row 0 and column 0 empty. */
  readonly cells: Int32Array;
}

export function alignWords(left: WordIds, right: WordIds, iterations: number): Links {
  const pairs = numberPairs(left, right);
  const forward = new Float32Array(pairs.size).fill(1);
  const backward = new Float32Array(pairs.size).fill(1);
  const counts = new Float32Array(pairs.size);
  for (let i = 0; i < iterations; i++) {
    expectForward(left, right, pairs.cells, forward, counts);
    maximise(counts, pairs.left, left.vocabulary, forward, pairs.size);
    expectBackward(left, right, pairs.cells, backward, counts);
    maximise(counts, pairs.right, right.vocabulary, backward, pairs.size);
  }
  return { left: pairs.left, right: pairs.right, forward, backward, size: pairs.size };
}

function numberPairs(left: WordIds, right: WordIds): Cooccurrences {
  const sentences = left.starts.length - 1;
  let total = 0;
  for (let s = 0; s < sentences; s++) total += (lengthOf(left, s) + 1) * (lengthOf(right, s) + 1);
  const cells = new Int32Array(total);
  const numbers = new PairNumbers(right.vocabulary);
  let at = 0;
  for (let s = 0; s < sentences; s++) {
    const n = lengthOf(left, s);
    const m = lengthOf(right, s);
    const l = left.starts[s]!;
    const r = right.starts[s]!;
    for (let i = 0; i <= n; i++) {
      const e = i === 0 ? 0 : left.ids[l + i - 1]!;
      for (let j = 0; j <= m; j++) {
        cells[at++] = numbers.of(e, j === 0 ? 0 : right.ids[r + j - 1]!);
      }
    }
  }
  return { ...numbers.columns(), cells };
}

function lengthOf(side: WordIds, sentence: number): number {
  return side.starts[sentence + 1]! - side.starts[sentence]!;
}

/** Adds to `counts` the expected times that each right word comes from each left word. */
function expectForward(
  left: WordIds,
  right: WordIds,
  cells: Int32Array,
  t: Float32Array,
  counts: Float32Array,
): void {
  let base = 0;
  for (let s = 0; s + 1 < left.starts.length; s++) {
    const rows = lengthOf(left, s) + 1;
    const columns = lengthOf(right, s) + 1;
    for (let j = 1; j < columns; j++) {
      let sum = 0;
      for (let i = 0; i < rows; i++) sum += t[cells[base + i * columns + j]!]!;
      for (let i = 0; i < rows; i++) {
        const cell = cells[base + i * columns + j]!;
        counts[cell]! += t[cell]! / sum;
      }
    }
    base += rows * columns;
  }
}

/** The same with the sides exchanged. */
function expectBackward(
  left: WordIds,
  right: WordIds,
  cells: Int32Array,
  t: Float32Array,
  counts: Float32Array,
): void {
  let base = 0;
  for (let s = 0; s + 1 < left.starts.length; s++) {
    const rows = lengthOf(left, s) + 1;
    const columns = lengthOf(right, s) + 1;
    for (let i = 1; i < rows; i++) {
      const row = base + i * columns;
      let sum = 0;
      for (let j = 0; j < columns; j++) sum += t[cells[row + j]!]!;
      for (let j = 0; j < columns; j++) {
        const cell = cells[row + j]!;
        counts[cell]! += t[cell]! / sum;
      }
    }
    base += rows * columns;
  }
}

/** t = counts / total of the given word; clears the counts. */
function maximise(
  counts: Float32Array,
  given: Int32Array,
  vocabulary: number,
  t: Float32Array,
  size: number,
): void {
  const totals = new Float64Array(vocabulary);
  for (let p = 0; p < size; p++) totals[given[p]!]! += counts[p]!;
  for (let p = 0; p < size; p++) {
    const total = totals[given[p]!]!;
    t[p] = total > 0 ? counts[p]! / total : 0;
  }
  counts.fill(0);
}

/** An open-addressing table from (left, right) to a running number. */
class PairNumbers {
  private keys = new Float64Array(1 << 22).fill(-1);
  private values = new Int32Array(1 << 22);
  private left = new Int32Array(1 << 20);
  private right = new Int32Array(1 << 20);
  private size = 0;
  private readonly rightVocabulary: number;

  constructor(rightVocabulary: number) {
    this.rightVocabulary = rightVocabulary;
  }

  of(e: number, f: number): number {
    const key = e * this.rightVocabulary + f;
    const slot = this.slotOf(key, e, f);
    if (this.keys[slot] === key) return this.values[slot]!;
    if (this.size === this.left.length) this.growColumns();
    this.keys[slot] = key;
    this.values[slot] = this.size;
    this.left[this.size] = e;
    this.right[this.size] = f;
    if (this.size * 2 > this.keys.length) this.growKeys();
    return this.size++;
  }

  columns(): { left: Int32Array; right: Int32Array; size: number } {
    return { left: this.left, right: this.right, size: this.size };
  }

  private slotOf(key: number, e: number, f: number): number {
    const mask = this.keys.length - 1;
    let slot = (Math.imul(e, 0x9e3779b1) ^ Math.imul(f, 0x85ebca6b)) >>> 3;
    for (slot &= mask; this.keys[slot] !== -1 && this.keys[slot] !== key; ) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private growColumns(): void {
    const left = new Int32Array(this.left.length * 2);
    const right = new Int32Array(this.left.length * 2);
    left.set(this.left);
    right.set(this.right);
    this.left = left;
    this.right = right;
  }

  private growKeys(): void {
    const size = this.keys.length * 2;
    this.keys = new Float64Array(size).fill(-1);
    this.values = new Int32Array(size);
    for (let n = 0; n <= this.size; n++) {
      const e = this.left[n]!;
      const f = this.right[n]!;
      const key = e * this.rightVocabulary + f;
      const slot = this.slotOf(key, e, f);
      this.keys[slot] = key;
      this.values[slot] = n;
    }
  }
}
