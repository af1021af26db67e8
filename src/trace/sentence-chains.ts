/**
 * Local alignment of two texts sentence by sentence: where one retells or translates the other.
 *
 * Smith–Waterman over sentences. A cell (i, j) earns the words of both sentences times how far
 * their similarity stands above what unrelated sentences of these two texts reach; one sentence may
 * be rendered by two; a sentence without counterpart may stand between two that have one, at a price.
 * Chains are taken from the best down, and their cells taken out of the game.
 *
 * The floor is measured, not set: similarities of two languages, or of two topics, have scales of
 * their own (the median of translated sentences is .70 for en–es and .42 for en–ru). It is the median
 * of all cells plus `floorSpreads` times the way from there to their 90th percentile; few cells are
 * pulled towards what is usual.
 *
 * O(n m) time and memory for n and m sentences; both are bounded by `MOST_SENTENCES`.
 * Gale, Church 1993, https://aclanthology.org/J93-1004/; Smith, Waterman 1981.
 */

/** Sentences of one text that are compared; what is beyond is said to be left out. */
export const MOST_SENTENCES = 600;

export interface ChainOptions {
  readonly floorSpreads: number;
  readonly gapPrice: number;
  readonly leastScore: number;
}

const CHAIN_OPTIONS: ChainOptions = { floorSpreads: 2.5, gapPrice: 0.5, leastScore: 30 };

/** Usual median and 90th percentile of unrelated sentences, same language and across. */
const USUAL = { same: [0.21, 0.34], across: [0.1, 0.18] } as const;
/**
 * Of two short texts that render each other whole, a tenth of the cells match and would raise their own
 * floor. So as many of the highest cells as can match, times this, are left out of the measure.
 */
const MATCHED_CELLS = 1.3;
/** How many cells the usual values weigh as much as. */
const USUAL_CELLS = 60;
/** What a sentence is worth as the second rendering of one: its words were counted before. */
const AGAIN = 0.3;
/** Most sentences without counterpart in a row. */
const MOST_SKIPPED = 2;

/** Sentences [aBegin, aEnd) and [bBegin, bEnd) that render each other. */
export interface SentenceChain {
  readonly aBegin: number;
  readonly aEnd: number;
  readonly bBegin: number;
  readonly bEnd: number;
  readonly score: number;
  /** Mean similarity above the floor of the matched cells, weighted by words. */
  readonly matched: number;
}

export interface SentenceGrid {
  readonly rows: number;
  readonly columns: number;
  /** Row-major similarities. */
  readonly scores: Float32Array;
  /** Words of the sentences. */
  readonly aWords: readonly number[];
  readonly bWords: readonly number[];
  readonly sameLanguage: boolean;
}

/** The chains of two texts, best first; none overlaps another on either side. */
export function chainSentences(grid: SentenceGrid, options = CHAIN_OPTIONS): SentenceChain[] {
  const { rows, columns } = grid;
  const level = levelOf(grid, options.floorSpreads);
  const freeA = new Uint8Array(rows).fill(1);
  const freeB = new Uint8Array(columns).fill(1);
  const chains: SentenceChain[] = [];
  for (;;) {
    const chain = bestChain(grid, level, freeA, freeB, options);
    if (chain === undefined || chain.score < options.leastScore) return chains;
    chains.push(chain);
    freeA.fill(0, chain.aBegin, chain.aEnd);
    freeB.fill(0, chain.bBegin, chain.bEnd);
  }
}

/** The similarity above which two sentences say the same, and the unit it is measured in. */
interface Level {
  readonly floor: number;
  readonly spread: number;
}

function levelOf({ scores, rows, columns, sameLanguage }: SentenceGrid, spreads: number): Level {
  const matched = Math.ceil(MATCHED_CELLS * Math.min(rows, columns));
  const sorted = scores
    .slice()
    .sort()
    .subarray(0, Math.max(1, scores.length - matched));
  const [usualMedian, usualHigh] = sameLanguage ? USUAL.same : USUAL.across;
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  const own = sorted.length / (sorted.length + USUAL_CELLS);
  const median = own * at(0.5) + (1 - own) * usualMedian;
  const high = own * at(0.9) + (1 - own) * usualHigh;
  const spread = high - median;
  return { floor: median + spreads * spread, spread };
}

function bestChain(
  grid: SentenceGrid,
  level: Level,
  freeA: Uint8Array,
  freeB: Uint8Array,
  { gapPrice }: ChainOptions,
): SentenceChain | undefined {
  const { rows, columns, scores, aWords, bWords } = grid;
  const best = new Float64Array(rows * columns);
  const from = new Int32Array(rows * columns).fill(-1);
  let top = 0;
  let topAt = -1;
  for (let i = 0; i < rows; i++) {
    if (freeA[i] === 0) continue;
    for (let j = 0; j < columns; j++) {
      if (freeB[j] === 0) continue;
      const at = i * columns + j;
      const above = (scores[at]! - level.floor) / level.spread;
      if (above <= 0) continue;
      const worth = above * Math.min(aWords[i]!, bWords[j]!);
      let value = worth;
      let back = -1;
      for (let di = 0; di <= MOST_SKIPPED + 1 && di <= i; di++) {
        if (di > 0 && freeA[i - di] === 0) break;
        for (let dj = di === 0 ? 1 : 0; dj <= MOST_SKIPPED + 1 && dj <= j; dj++) {
          if (dj > 0 && freeB[j - dj] === 0) break;
          const before = best[at - di * columns - dj]!;
          if (before === 0) continue;
          const price = gapPrice * (skippedWords(aWords, i, di) + skippedWords(bWords, j, dj));
          const own = di === 0 || dj === 0 ? worth * AGAIN : worth;
          if (before - price + own <= value) continue;
          value = before - price + own;
          back = at - di * columns - dj;
        }
      }
      best[at] = value;
      from[at] = back;
      if (best[at]! > top) {
        top = best[at]!;
        topAt = at;
      }
    }
  }
  return topAt < 0 ? undefined : chainEnding(grid, level, from, topAt, top);
}

function skippedWords(words: readonly number[], at: number, step: number): number {
  let sum = 0;
  for (let k = at - step + 1; k < at; k++) sum += words[k]!;
  return sum;
}

function chainEnding(
  { columns, scores }: SentenceGrid,
  { floor, spread }: Level,
  from: Int32Array,
  end: number,
  score: number,
): SentenceChain {
  let at = end;
  let cells = 0;
  let above = 0;
  let first = end;
  while (at >= 0) {
    first = at;
    above += (scores[at]! - floor) / spread;
    cells++;
    at = from[at]!;
  }
  return {
    aBegin: Math.floor(first / columns),
    aEnd: Math.floor(end / columns) + 1,
    bBegin: first % columns,
    bEnd: (end % columns) + 1,
    score,
    matched: above / cells,
  };
}
