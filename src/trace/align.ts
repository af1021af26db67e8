/**
 * Alignment: the passages that two texts share, with exact bounds on both sides.
 *
 * 1. Seeds: maximal runs of at least `SEED` equal words, found through a hash of all `SEED`-grams
 *    of one side.
 * 2. Chains: seeds that follow each other on both sides within `MAX_GAP` words are joined by
 *    dynamic programming over the last `LOOK_BACK` seeds.
 * 3. Ends are extended by banded alignment with an X-drop, and the words inside the gaps are
 *    counted by a small longest common subsequence.
 * 4. The best chains are taken first and a word of the second text belongs to one passage; passages
 *    that then follow each other on both sides within `MAX_GAP` words are joined.
 *
 * Smith, Waterman 1981, https://doi.org/10.1016/0022-2836(81)90087-5; the X-drop is that of
 * Zhang, Schwartz, Wagner, Miller 2000, https://doi.org/10.1089/10665270050081478.
 *
 * Bounds: a word of the second text is compared at no more than `MAX_OCCURRENCES` places of the
 * first, and all run extensions together take at most `WORK` steps a word, so that "one word a
 * million times" costs what any two texts of that length cost: O(n + m) with a large constant.
 */
import { I32Scratch } from './scratch.ts';

/** Words of an exact run that starts a passage. */
export const SEED = 4;
/** Words that may differ on either side between two runs of one passage. */
const MAX_GAP = 16;
const LOOK_BACK = 48;
const MAX_OCCURRENCES = 8;
const WORK = 64;
/** Most seeds of one pair; two texts of 400 words have a few dozen at most. */
const MAX_SEEDS = 20_000;
const BAND = 6;
const X_DROP = 5;
/** Words that an end is extended by at most. */
const REACH = 64;

/** One text as the aligner sees it: word hashes, and which words are its outlet's boilerplate. */
export interface AlignText {
  readonly count: number;
  readonly ids: Int32Array;
  /** 1 where the word is boilerplate and must not match. Same length as `ids`. */
  readonly mask: Uint8Array;
}

/** Five numbers a passage: aBegin, aEnd, bBegin, bEnd (word indices, half-open), equal words. */
export const PASSAGE_WIDTH = 5;
type Passage = [aBegin: number, aEnd: number, bBegin: number, bEnd: number, equal: number];

/** Holds the first text's index, so that one text can be aligned with many. */
export class Aligner {
  private a: AlignText = { count: 0, ids: new Int32Array(0), mask: new Uint8Array(0) };
  private b: AlignText = this.a;
  private table = new Int32Array(2048);
  private readonly next = new I32Scratch();
  private readonly seedA = new I32Scratch();
  private readonly seedB = new I32Scratch();
  private readonly seedLength = new I32Scratch();
  private readonly score = new I32Scratch();
  private readonly back = new I32Scratch();
  private readonly covered = new I32Scratch();
  /** 1 for seeds that are in a passage, and for words of b that are. */
  private readonly taken = new I32Scratch();
  private readonly used = new I32Scratch();
  private seeds = 0;
  private readonly rowBefore = new Int32Array(2 * BAND + 3);
  private readonly rowNow = new Int32Array(2 * BAND + 3);

  /** Sets the first text: hashes all its `SEED`-grams that hold no boilerplate. O(n). */
  first(text: AlignText): void {
    this.a = text;
    let size = 1024;
    while (size < text.count * 2) size *= 2;
    if (this.table.length === size) this.table.fill(-1);
    else this.table = new Int32Array(size).fill(-1);
    const next = this.next.atLeast(text.count);
    // From the end, so that chains run in reading order.
    for (let i = text.count - SEED; i >= 0; i--) {
      if (masked(text, i)) continue;
      const slot = gramHash(text.ids, i) & (size - 1);
      next[i] = this.table[slot]!;
      this.table[slot] = i;
    }
  }

  /** Appends the passages shared with `text` to `out` and returns their number. */
  align(text: AlignText, out: number[]): number {
    this.b = text;
    this.findSeeds();
    if (this.seeds === 0) return 0;
    this.chainSeeds();
    return this.takeChains(out);
  }

  private findSeeds(): void {
    const { a, b, table } = this;
    const next = this.next.atLeast(a.count);
    const covered = this.covered.zeroed(a.count + b.count);
    const mask = table.length - 1;
    let work = WORK * (a.count + b.count);
    this.seeds = 0;
    for (let j = 0; j + SEED <= b.count; j++) {
      if (masked(b, j)) continue;
      let seen = 0;
      for (let i = table[gramHash(b.ids, j) & mask]!; i >= 0; i = next[i]!) {
        if (++seen > MAX_OCCURRENCES) break;
        const diagonal = j - i + a.count;
        if (covered[diagonal]! > j || !sameGram(a.ids, i, b.ids, j)) continue;
        const length = this.runLength(i, j);
        covered[diagonal] = j + length;
        work -= length;
        this.addSeed(i, j, length);
        if (work < 0 || this.seeds === MAX_SEEDS) return;
      }
    }
  }

  private runLength(i: number, j: number): number {
    const { a, b } = this;
    let length = SEED;
    while (
      i + length < a.count &&
      j + length < b.count &&
      a.ids[i + length] === b.ids[j + length] &&
      a.mask[i + length] === 0 &&
      b.mask[j + length] === 0
    ) {
      length++;
    }
    return length;
  }

  private addSeed(i: number, j: number, length: number): void {
    const at = this.seeds++;
    this.seedA.atLeast(this.seeds)[at] = i;
    this.seedB.atLeast(this.seeds)[at] = j;
    this.seedLength.atLeast(this.seeds)[at] = length;
  }

  /** Best chain ending in each seed: four points a word, one off for each word of a gap. */
  private chainSeeds(): void {
    const count = this.seeds;
    const seedA = this.seedA.atLeast(count);
    const seedB = this.seedB.atLeast(count);
    const lengths = this.seedLength.atLeast(count);
    const score = this.score.atLeast(count);
    const back = this.back.atLeast(count);
    for (let s = 0; s < count; s++) {
      let best = 0;
      let from = -1;
      for (let p = Math.max(0, s - LOOK_BACK); p < s; p++) {
        // Runs may overlap by a word or two where a text repeats itself: the later one is trimmed.
        const overlap = Math.max(
          0,
          seedA[p]! + lengths[p]! - seedA[s]!,
          seedB[p]! + lengths[p]! - seedB[s]!,
        );
        if (overlap >= lengths[s]! || seedA[p]! >= seedA[s]! || seedB[p]! >= seedB[s]!) continue;
        const gapA = seedA[s]! + overlap - seedA[p]! - lengths[p]!;
        const gapB = seedB[s]! + overlap - seedB[p]! - lengths[p]!;
        if (gapA > MAX_GAP || gapB > MAX_GAP) continue;
        const gain = score[p]! - Math.max(gapA, gapB) - 4 * overlap;
        if (gain > best) {
          best = gain;
          from = p;
        }
      }
      score[s] = best + 4 * lengths[s]!;
      back[s] = from;
    }
  }

  /**
   * Takes chains from the best down; a word of b belongs to one passage. Where a chain meets words
   * that a better one has, it is cut there and the rest is tried by itself: paragraphs that were put
   * in another order often share a word or two at the seams.
   */
  private takeChains(out: number[]): number {
    const count = this.seeds;
    const order = Array.from({ length: count }, (_, s) => s);
    const score = this.score.atLeast(count);
    order.sort((x, y) => score[y]! - score[x]! || x - y);
    this.taken.zeroed(count);
    this.used.zeroed(this.b.count);
    const passages: Passage[] = [];
    for (const tail of order) this.takeChain(tail, passages);
    passages.sort((x, y) => x[2] - y[2]);
    return this.joinNeighbours(passages, out);
  }

  /** Each round takes words of the seed or shortens it, so the rounds end. */
  private takeChain(tail: number, passages: Passage[]): void {
    const taken = this.taken.atLeast(this.seeds);
    const used = this.used.atLeast(this.b.count);
    while (taken[tail] === 0) {
      const passage = this.passageOf(tail, taken, used);
      if (passage === undefined) continue;
      used.fill(1, passage[2], passage[3]);
      passages.push(passage);
    }
  }

  /** Passages that after all follow each other within `MAX_GAP` on both sides are one. */
  private joinNeighbours(passages: readonly Passage[], out: number[]): number {
    let count = 0;
    let last: Passage | undefined;
    for (const passage of passages) {
      const [aBegin, aEnd, bBegin, bEnd, equal] = passage;
      const gapA = last === undefined ? -1 : aBegin - last[1];
      if (last !== undefined && gapA >= 0 && gapA <= MAX_GAP && bBegin - last[3] <= MAX_GAP) {
        last[4] += equal + this.equalInGap(last[1], aBegin, last[3], bBegin);
        last[1] = aEnd;
        last[3] = bEnd;
      } else {
        if (last !== undefined) out.push(...last);
        last = [aBegin, aEnd, bBegin, bEnd, equal];
        count++;
      }
    }
    if (last !== undefined) out.push(...last);
    return count;
  }

  /** The passage that ends in `tail`, as far back as its words of b are free. */
  private passageOf(tail: number, taken: Int32Array, used: Int32Array): Passage | undefined {
    const seedA = this.seedA.atLeast(this.seeds);
    const seedB = this.seedB.atLeast(this.seeds);
    const lengths = this.seedLength.atLeast(this.seeds);
    const back = this.back.atLeast(this.seeds);
    let endB = seedB[tail]! + lengths[tail]!;
    while (endB > seedB[tail]! && used[endB - 1] === 1) endB--;
    let endA = seedA[tail]! + endB - seedB[tail]!;
    const free = freeFrom(used, seedB[tail]!, endB);
    if (endB - free < SEED) {
      this.shorten(tail, free - 1 - seedB[tail]!, taken);
      return undefined;
    }
    let equal = 0;
    let beginA = endA;
    let beginB = endB;
    for (let s = tail; s >= 0 && taken[s] === 0; s = back[s]!) {
      const runEnd = Math.min(beginA - seedA[s]!, beginB - seedB[s]!, lengths[s]!);
      const cut = freeFrom(used, seedB[s]!, beginB) - seedB[s]!;
      if (cut >= runEnd) break;
      equal += runEnd - cut;
      equal += this.equalInGap(seedA[s]! + runEnd, beginA, seedB[s]! + runEnd, beginB);
      beginA = seedA[s]! + cut;
      beginB = seedB[s]! + cut;
      this.shorten(s, cut - 1, taken);
    }
    const before = this.extend(beginA - 1, beginB - 1, -1, used);
    const after = this.extend(endA, endB, 1, used);
    beginA -= before.a;
    beginB -= before.b;
    endA += after.a;
    endB += after.b;
    return [beginA, endA, beginB, endB, equal + before.equal + after.equal];
  }

  /** Leaves a seed its first `length` words; what is shorter than a seed is done with. */
  private shorten(seed: number, length: number, taken: Int32Array): void {
    this.seedLength.atLeast(this.seeds)[seed] = length;
    if (length < SEED) taken[seed] = 1;
  }

  /** Equal words of two short gaps: longest common subsequence, at most MAX_GAP squared steps. */
  private equalInGap(fromA: number, toA: number, fromB: number, toB: number): number {
    const { a, b } = this;
    if (fromA >= toA || fromB >= toB) return 0;
    const row = new Int32Array(toB - fromB + 1);
    for (let i = fromA; i < toA; i++) {
      let diagonal = 0;
      for (let j = fromB; j < toB; j++) {
        const above = row[j - fromB + 1]!;
        const same = a.ids[i] === b.ids[j] && a.mask[i] === 0 && b.mask[j] === 0;
        row[j - fromB + 1] = same ? diagonal + 1 : Math.max(above, row[j - fromB]!);
        diagonal = above;
      }
    }
    return row[toB - fromB]!;
  }

  /**
   * Extends an end word by word in one direction within a band; stops when the score falls
   * `X_DROP` below its best, or at a word of b that is used. Match 1, mismatch and gap -1. Returns
   * how far the best score reaches.
   */
  private extend(
    i0: number,
    j0: number,
    step: 1 | -1,
    used: Int32Array,
  ): { a: number; b: number; equal: number } {
    const { a, b } = this;
    const limitA = Math.min(REACH, step === 1 ? a.count - i0 : i0 + 1);
    const endB = Math.min(REACH, step === 1 ? b.count - j0 : j0 + 1);
    let limitB = 0;
    while (limitB < endB && used[j0 + step * limitB] === 0) limitB++;
    const low = -1_000_000;
    let before = this.rowBefore.fill(low);
    let now = this.rowNow;
    for (let k = 0; k <= BAND; k++) before[BAND + 1 + k] = -k;
    let best = 0;
    let bestA = 0;
    let bestB = 0;
    for (let x = 1; x <= limitA; x++) {
      now.fill(low);
      let rowBest = low;
      for (let k = -BAND; k <= BAND; k++) {
        const y = x + k;
        if (y < 0 || y > limitB) continue;
        const at = k + BAND + 1;
        let value = Math.max(before[at + 1]!, now[at - 1]!) - 1;
        if (y > 0) {
          const i = i0 + step * (x - 1);
          const j = j0 + step * (y - 1);
          const same = a.ids[i] === b.ids[j] && a.mask[i] === 0 && b.mask[j] === 0;
          value = Math.max(value, before[at]! + (same ? 1 : -1));
        }
        now[at] = value;
        if (value > rowBest) rowBest = value;
        if (value > best) {
          best = value;
          bestA = x;
          bestB = y;
        }
      }
      if (rowBest < best - X_DROP) break;
      [before, now] = [now, before];
    }
    const equal =
      step === 1
        ? this.equalInGap(i0, i0 + bestA, j0, j0 + bestB)
        : this.equalInGap(i0 - bestA + 1, i0 + 1, j0 - bestB + 1, j0 + 1);
    return { a: bestA, b: bestB, equal };
  }
}

/** From which word on all words up to `end` are free; `begin` at the least. */
function freeFrom(used: Int32Array, begin: number, end: number): number {
  let at = end;
  while (at > begin && used[at - 1] === 0) at--;
  return at;
}

function masked(text: AlignText, at: number): boolean {
  for (let i = at; i < at + SEED; i++) if (text.mask[i] === 1) return true;
  return false;
}

function gramHash(ids: Int32Array, at: number): number {
  let hash = 0;
  for (let i = at; i < at + SEED; i++) hash = Math.imul(hash ^ ids[i]!, 0x9e3779b1) ^ (hash >>> 15);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function sameGram(a: Int32Array, i: number, b: Int32Array, j: number): boolean {
  for (let k = 0; k < SEED; k++) if (a[i + k] !== b[j + k]) return false;
  return true;
}
