/**
 * Rows whose vectors are near: for each new row its best few in every language, by cosine, that stand
 * out. Models place unrelated texts at a cosine of 0 or of .8, so no number of ours fits them all:
 * pairs taken at even steps tell the usual cosine (their median) and its spread (1.48 × the median
 * absolute deviation), for one language and for two. A row stands out `CLEAR` spreads above the usual
 * cosine, whatever is beside it (a story of many copies), or `GAP` spreads above the mean of the ten
 * best in its language, as in CSLS (see trace/encoder/similar.ts) but from one side.
 *
 * Tried on 2,928 pairs of translations (TICO-19, three sentences each) among 6,000 pieces of news, with
 * the built-in encoder for another: the keys (trace/retell-candidates.ts) find 2,803 of them with 8,431
 * candidates, with these rows added 2,869 with 11,770. A floor of 3 spreads alone adds four times as
 * many candidates and finds fewer; `GAP` .5 finds 2,889 with 14,800.
 *
 * A language of few rows is scanned whole, and any where few rows are new. Else 4 √n rows at even steps
 * lead a cell each, to which the rows nearest to them belong, and only the `PROBES` nearest cells are
 * scanned (cluster pruning: C. D. Manning, P. Raghavan, H. Schütze, *Introduction to Information
 * Retrieval*, 2008, §7.1.6). O(new rows × languages × √n × PROBES × dims). Of 16,000 real rows 92 % of
 * the pairs are found that a scan of all finds, in a quarter of the time; 100,000 rows of 384 elements
 * take 16 minutes of one core where all are new, one where 1,000 are. No chance: the same rows, the
 * same pairs.
 */

/** Rows as columns. A row without a language (-1), or of zeros, is near to nothing. */
export interface VectorColumns {
  /** Row-major, `size × dims`; of any length. */
  readonly rows: Int8Array;
  readonly dims: number;
  /** Numbers of languages from 0. */
  readonly languages: Int32Array;
  /** Rows of one outlet are not compared. */
  readonly outlets: Int32Array;
}

/** Two rows, `a < b`. */
export interface NearRows {
  readonly a: number;
  readonly b: number;
}

/** Neighbours of a row in each language that tell what is usual for it, and of these the best. */
const NEIGHBOURS = 10;
const BEST = 5;
/** Languages of so many rows are scanned whole: 4,096 rows of 384 elements take a row 1.6 ms. */
const WHOLE = 4096;
/** Cells are so many times √n; more would take longer to compare with than they save. */
const LEADERS = 4;
/** Nearest cells that are scanned. */
const PROBES = 24;
/** Pairs that tell how near unrelated rows are, of one language and of two; most of a list's are. */
const SAMPLE = 2000;
const SAMPLE_TRIES = 20 * SAMPLE;
/** From fewer pairs nobody can tell what is usual, and nothing stands out. */
const LEAST_SAMPLE = 100;
const CLEAR = 4;
const GAP = 0.75;
/** Of a normal distribution, the standard deviation is so many median absolute deviations. */
const MAD_TO_DEVIATION = 1.4826;
/** Rows between two reports of progress. */
const REPORT_ROWS = 1000;

/** Rows of one language; the first of each cell is its leader. */
type Cells = readonly (readonly number[])[];

/** Pairs with a row from `firstNew` on, sorted by a, then b. */
export function nearRows(
  columns: VectorColumns,
  firstNew: number,
  onProgress: (share: number) => void = () => {},
): NearRows[] {
  const { languages } = columns;
  const size = languages.length;
  const cosine = cosineOf(columns);
  const groups = groupsOf(columns, size - firstNew, cosine);
  const usual = usualOf(languages, [...groups.values()].flat(2), cosine);
  const pairs = new Map<number, NearRows>();
  for (let row = firstNew; row < size; row++) {
    if ((row - firstNew) % REPORT_ROWS === 0) onProgress((row - firstNew) / (size - firstNew));
    if (languages[row]! < 0) continue;
    for (const [language, cells] of groups) {
      const best = bestOf(row, probed(row, cells, cosine), columns, cosine);
      const beside = language === languages[row] ? usual.same : usual.across;
      for (const other of beside === undefined ? [] : outstanding(best, beside)) {
        const [a, b] = row < other ? [row, other] : [other, row];
        pairs.set(a * size + b, { a, b });
      }
    }
  }
  return [...pairs.values()].sort((x, y) => x.a - y.a || x.b - y.b);
}

type Cosine = (a: number, b: number) => number;

/** The cosine of two rows; 0 with a row of zeros. */
function cosineOf({ rows, dims, languages }: VectorColumns): Cosine {
  const scales = new Float64Array(languages.length);
  const dot = (a: number, b: number): number => {
    const x = a * dims;
    const y = b * dims;
    let even = 0;
    let odd = 0;
    let d = 0;
    // Two sums, two elements each: twice as fast as one.
    for (; d + 3 < dims; d += 4) {
      even += rows[x + d]! * rows[y + d]! + rows[x + d + 1]! * rows[y + d + 1]!;
      odd += rows[x + d + 2]! * rows[y + d + 2]! + rows[x + d + 3]! * rows[y + d + 3]!;
    }
    for (; d < dims; d++) even += rows[x + d]! * rows[y + d]!;
    return even + odd;
  };
  for (let row = 0; row < scales.length; row++) {
    const square = dot(row, row);
    scales[row] = square === 0 ? 0 : 1 / Math.sqrt(square);
  }
  return (a, b) => dot(a, b) * scales[a]! * scales[b]!;
}

/** The rows of each language in cells, for so many new rows. */
function groupsOf({ languages }: VectorColumns, fresh: number, cosine: Cosine): Map<number, Cells> {
  const groups = new Map<number, number[]>();
  for (let row = 0; row < languages.length; row++) {
    // A row of zeros has no cosine with itself.
    if (languages[row]! < 0 || cosine(row, row) === 0) continue;
    const group = groups.get(languages[row]!);
    if (group === undefined) groups.set(languages[row]!, [row]);
    else group.push(row);
  }
  return new Map([...groups].map(([language, rows]) => [language, cellsOf(rows, fresh, cosine)]));
}

function cellsOf(rows: readonly number[], fresh: number, cosine: Cosine): Cells {
  const count = Math.round(LEADERS * Math.sqrt(rows.length));
  // To make cells takes as long as to scan all for so many rows.
  if (rows.length <= WHOLE || fresh <= count) return [rows];
  const cells = Array.from({ length: count }, (_, cell) => [
    rows[Math.floor((cell * rows.length) / count)]!,
  ]);
  const leaders = new Set(cells.map(([leader]) => leader!));
  for (const row of rows) {
    if (leaders.has(row)) continue;
    const [nearest] = nearestCells(row, cells, 1, cosine);
    cells[nearest!]!.push(row);
  }
  return cells;
}

/** The cells that may hold a row's best neighbours. */
function probed(row: number, cells: Cells, cosine: Cosine): Cells {
  if (cells.length <= PROBES) return cells;
  return nearestCells(row, cells, PROBES, cosine).map((cell) => cells[cell]!);
}

function nearestCells(row: number, cells: Cells, count: number, cosine: Cosine): number[] {
  const best = new BestFew(count);
  for (const [cell, [leader]] of cells.entries()) best.offer(cell, cosine(row, leader!));
  return best.kept.map(({ row: cell }) => cell);
}

/** The best neighbours of a row at other outlets. */
function bestOf(
  row: number,
  cells: Cells,
  { outlets }: VectorColumns,
  cosine: Cosine,
): readonly Scored[] {
  const best = new BestFew(NEIGHBOURS);
  for (const cell of cells) {
    for (const other of cell) {
      if (outlets[other] !== outlets[row]) best.offer(other, cosine(row, other));
    }
  }
  return best.kept;
}

interface Scored {
  readonly row: number;
  readonly cosine: number;
}

/** The few with the highest cosines, best first; of equal ones those that came first. */
class BestFew {
  readonly kept: Scored[] = [];
  private readonly most: number;

  constructor(most: number) {
    this.most = most;
  }

  offer(row: number, cosine: number): void {
    const { kept, most } = this;
    if (kept.length === most && cosine <= kept[most - 1]!.cosine) return;
    let at = kept.length;
    while (at > 0 && kept[at - 1]!.cosine < cosine) at--;
    kept.splice(at, 0, { row, cosine });
    if (kept.length > most) kept.pop();
  }
}

/** The cosine of pairs that nothing joins. */
interface Usual {
  readonly median: number;
  readonly spread: number;
}

/** What is usual for rows of one language and of two, if it can be told. */
function usualOf(
  languages: Int32Array,
  rows: readonly number[],
  cosine: Cosine,
): { readonly same: Usual | undefined; readonly across: Usual | undefined } {
  const same: number[] = [];
  const across: number[] = [];
  const sorted = [...rows].sort((x, y) => x - y);
  const isFull = () => same.length >= SAMPLE && across.length >= SAMPLE;
  // A prime step, so that rows meet all parts of the list; few rows meet each other once.
  const tries = Math.min(SAMPLE_TRIES, sorted.length ** 2);
  for (let at = 0; at < tries && !isFull(); at++) {
    const a = sorted[at % sorted.length]!;
    const b = sorted[(at * 7919 + Math.floor(at / sorted.length) + 1) % sorted.length]!;
    const pool = languages[a] === languages[b] ? same : across;
    if (a !== b && pool.length < SAMPLE) pool.push(cosine(a, b));
  }
  return { same: usualIn(same), across: usualIn(across) };
}

function usualIn(cosines: readonly number[]): Usual | undefined {
  if (cosines.length < LEAST_SAMPLE) return undefined;
  const median = medianOf(cosines);
  const deviation = medianOf(cosines.map((cosine) => Math.abs(cosine - median)));
  return { median, spread: MAD_TO_DEVIATION * deviation };
}

/** The upper median; 0 of nothing. */
function medianOf(values: readonly number[]): number {
  return Float64Array.from(values).sort()[values.length >> 1] ?? 0;
}

/** The rows among the best (sorted) that stand out; missing neighbours count as unrelated. */
function outstanding(best: readonly Scored[], { median, spread }: Usual): number[] {
  const missing = median * (NEIGHBOURS - best.length);
  const mean = best.reduce((sum, { cosine }) => sum + cosine, missing) / NEIGHBOURS;
  const least = Math.min(median + CLEAR * spread, mean + GAP * spread);
  return best.slice(0, BEST).flatMap(({ row, cosine }) => (cosine > least ? [row] : []));
}
