/**
 * Columns of a page, told from where nothing stands: over all cells of a page a histogram counts, for
 * each 2 points of width, how many cells cover them. A strip that hardly any cell covers, with cells
 * on both its sides in many rows, is a gutter; each side is looked at again, so that there may be four
 * columns. Whether a gutter parts columns or the cells of a table cannot be seen on one page: every
 * depth of cutting is a reading, and the reader of the list chooses. (The idea of projection profiles
 * is that of recursive X-Y cuts: Nagy & Seth 1984, ICPR.) O(cells + width) a page and cut.
 */
import type { Cell, Row } from './pdf-rows.ts';

/** Cuts of a page: the left edges of all columns but the first, in points, rising. */
export type Cuts = readonly number[];

const BIN = 2;
/** The widest page, A0 lengthwise, in points. */
const WIDEST = 3400;
/** The share of rows that may cross a gutter: titles over both columns. */
const CROSSING = 0.08;
/** Of a page whose own rows are too few to tell. */
const CROSSING_KNOWN = 0.25;
/** The share of rows, and the number, that must stand on either side. */
const EITHER_SIDE = 0.25;
const LEAST_ROWS = 4;
/** The narrowest gutter, in points. */
const NARROWEST = 6;

/**
 * The cuts of each page, cut at most `depth` times over. A page that cannot tell by itself (the end
 * of a list fills half a column) has those of the page before it on the same side of the sheet.
 */
export function cutsOf(pages: readonly (readonly Row[])[], depth: number): readonly Cuts[] {
  const all: Cuts[] = [];
  pages.forEach((rows, i) => {
    const own = cutsWithin(rows, depth);
    const before = [all[i - 2] ?? [], all[i - 1] ?? []].find(
      (cuts) => cuts.length > 0 && fits(rows, cuts),
    );
    all.push(own.length === 0 && before !== undefined ? before : own);
  });
  return all;
}

function cutsWithin(rows: readonly Row[], depth: number): Cuts {
  const cut = depth === 0 ? undefined : gutterOf(rows);
  if (cut === undefined) return [];
  const left = side(rows, ({ end }) => end <= cut);
  const right = side(rows, ({ x }) => x >= cut);
  return [...cutsWithin(left, depth - 1), cut, ...cutsWithin(right, depth - 1)];
}

function side(rows: readonly Row[], on: (cell: Cell) => boolean): readonly Row[] {
  return rows.flatMap((row) => {
    const cells = row.cells.filter(on);
    return cells.length === 0 ? [] : [{ ...row, cells }];
  });
}

/** The left edge of what stands right of the best gutter. */
function gutterOf(rows: readonly Row[]): number | undefined {
  const covered = coverOf(rows);
  const allowed = Math.floor(rows.length * CROSSING);
  const least = Math.max(LEAST_ROWS, rows.length * EITHER_SIDE);
  let best: { cut: number; both: number } | undefined;
  for (let begin = 0; begin < covered.length; begin++) {
    if (covered[begin]! > allowed) continue;
    let end = begin;
    while (end < covered.length && covered[end]! <= allowed) end++;
    if ((end - begin) * BIN >= NARROWEST) {
      const found = cutAt(rows, begin * BIN, end * BIN);
      if (found.both >= least && found.both > (best?.both ?? 0)) best = found;
    }
    begin = end;
  }
  return best?.cut;
}

/** How many cells cover each step of the width: a running sum over where they begin and end. */
function coverOf(rows: readonly Row[]): Int32Array {
  const covered = new Int32Array(WIDEST / BIN + 2);
  for (const { cells } of rows) {
    for (const { x, end } of cells) {
      covered[binOf(x)]!++;
      covered[binOf(end) + 1]!--;
    }
  }
  for (let i = 1; i < covered.length; i++) covered[i]! += covered[i - 1]!;
  return covered;
}

function binOf(x: number): number {
  return Math.min(Math.max(Math.floor(x / BIN), 0), WIDEST / BIN);
}

/** What begins right of a strip, and how many rows stand on the side that has fewer. */
function cutAt(rows: readonly Row[], begin: number, end: number): { cut: number; both: number } {
  let [left, right] = [0, 0];
  let cut = Number.POSITIVE_INFINITY;
  for (const { cells } of rows) {
    if (cells.some((cell) => cell.end <= end && cell.x < begin)) left++;
    const first = cells.find(({ x }) => x >= end - BIN);
    if (first === undefined) continue;
    right++;
    cut = Math.min(cut, first.x);
  }
  return { cut, both: Math.min(left, right) };
}

function fits(rows: readonly Row[], cuts: Cuts): boolean {
  const crossing = rows.filter(({ cells }) => cells.some((cell) => crosses(cell, cuts)));
  return crossing.length <= Math.max(1, rows.length * CROSSING_KNOWN);
}

/** Whether a cell reaches over a gutter: by more than the slant of a letter. */
export function crosses({ x, end }: Cell, cuts: Cuts): boolean {
  return cuts.some((cut) => x < cut - BIN && end > cut + BIN);
}
