/**
 * Texts of a PDF page as rows of cells: what stands on one baseline is a row, and a gap wider than a
 * word's begins a further cell. Running heads and page numbers are left out. O(n log n) in the texts.
 */
import type { PdfPage, PdfText } from './pdf-texts.ts';
import { titlesIn } from './titles.ts';

/** Text without a wide gap in it. Lengths in points. */
export interface Cell {
  readonly x: number;
  readonly end: number;
  readonly size: number;
  readonly font: string;
  readonly text: string;
}

export interface Row {
  readonly y: number;
  /** From left to right; never empty. */
  readonly cells: readonly Cell[];
}

export interface RowPage {
  readonly page: number;
  readonly height: number;
  /** From top to bottom. */
  readonly rows: readonly Row[];
}

/**
 * Shares of a text's size: off the baseline (raised notes), a gap between words, and between cells.
 * Gutters may be hardly wider than the spaces of a justified line, which then has several cells.
 */
const RAISED = 0.4;
const WORD_GAP = 0.12;
const CELL_GAP = 0.6;
/** Running heads: rows at either end of a page that are looked at, and how much of its height. */
const OUTER_ROWS = 3;
const OUTER_SHARE = 0.15;
/** On so many pages, and on so large a share of all, the same text at the same place is one. */
const RUNNING_PAGES = 3;
const RUNNING_SHARE = 0.2;
/** A place that so many pages fill, with texts of which so many repeat a heading: a running title. */
const FILLED_SHARE = 0.5;
const REPEATED_SHARE = 0.8;
const PAGE_NUMBER =
  /^[-–—\s]*(?:(?:page|p[aá]gina|p[aá]g\.|seite|стр\.|страница)\s*)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:\/|of|de|von|из)\s*\d{1,4})?[-–—\s]*$/iu;

/** The rows of each page, without running heads, running feet and page numbers. */
export function rowsOf(pages: readonly PdfPage[]): readonly RowPage[] {
  return withoutRunning(
    pages.map(({ page, height, texts }) => ({ page, height, rows: pageRows(texts) })),
  );
}

function pageRows(texts: readonly PdfText[]): readonly Row[] {
  const sorted = [...texts].sort((a, b) => a.y - b.y);
  const rows: { y: number; texts: PdfText[] }[] = [];
  for (const text of sorted) {
    const row = rows.at(-1);
    if (row !== undefined && text.y - row.y <= RAISED * text.size) row.texts.push(text);
    else rows.push({ y: text.y, texts: [text] });
  }
  return rows.map((row) => ({ y: row.y, cells: cellsOf(row.texts) }));
}

function cellsOf(texts: readonly PdfText[]): readonly Cell[] {
  const cells: Cell[] = [];
  let parts: string[] = [];
  const close = (): void => {
    const last = cells.pop();
    if (last !== undefined) cells.push({ ...last, text: plain(parts.join('')) });
    parts = [];
  };
  for (const { text, x, width, size, font } of [...texts].sort((a, b) => a.x - b.x)) {
    const last = cells.at(-1);
    const gap = last === undefined ? Number.POSITIVE_INFINITY : x - last.end;
    if (last === undefined || gap > CELL_GAP * Math.max(size, last.size)) {
      close();
      parts.push(text);
      cells.push({ x, end: x + width, size, font, text: '' });
    } else {
      parts.push(gap > WORD_GAP * size ? ` ${text}` : text);
      // A raised note does not make a line small.
      const set = size > last.size ? { size, font } : {};
      cells.splice(-1, 1, { ...last, ...set, end: Math.max(last.end, x + width) });
    }
  }
  close();
  return cells;
}

/** Ligatures and wide forms as plain letters, a run of spaces as one. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, ' ').trim();
}

interface Outer {
  readonly page: number;
  readonly cell: Cell;
  readonly outermost: boolean;
  /** Where it stands: height on the page, in steps of 3 points. */
  readonly place: string;
}

function withoutRunning(pages: readonly RowPage[]): readonly RowPage[] {
  const outer = pages.flatMap(outerCells);
  const gone = new Set<Cell>();
  for (const { cell, outermost } of outer) {
    if (outermost && PAGE_NUMBER.test(cell.text)) gone.add(cell);
  }
  const least = Math.max(RUNNING_PAGES, pages.length * RUNNING_SHARE);
  for (const same of groups(outer, ({ place, cell }) => `${place}|${pattern(cell.text)}`)) {
    if (pagesOf(same) >= least) for (const { cell } of same) gone.add(cell);
  }
  const filled = Math.max(RUNNING_PAGES, pages.length * FILLED_SHARE);
  const placed = groups(outer, ({ place, cell }) => `${place}|${cell.font}`);
  const large = placed.filter((same) => pagesOf(same) >= filled);
  const times = large.length === 0 ? new Map<string, number>() : timesOf(pages);
  for (const same of large) {
    if (repeatHeadings(same, times)) for (const { cell } of same) gone.add(cell);
  }
  return pages.map((page) => {
    const kept = peeled(page.rows, gone);
    return { ...page, rows: peeled(kept.reverse(), gone).reverse() };
  });
}

/** Without running cells, row by row from the first on, until a row has something else. */
function peeled(rows: readonly Row[], gone: ReadonlySet<Cell>): Row[] {
  let peeling = true;
  return rows.flatMap((row) => {
    if (!peeling) return [row];
    const left = without(row, gone);
    peeling = left.length === 0;
    return left;
  });
}

function without(row: Row, gone: ReadonlySet<Cell>): readonly Row[] {
  const cells = row.cells.filter((cell) => !gone.has(cell));
  return cells.length === 0 ? [] : [{ ...row, cells }];
}

function outerCells({ page, height, rows }: RowPage): readonly Outer[] {
  return rows.flatMap(({ y, cells }, i) => {
    const top = i < OUTER_ROWS && y < height * OUTER_SHARE;
    const foot = i >= rows.length - OUTER_ROWS && y > height * (1 - OUTER_SHARE);
    if (!top && !foot) return [];
    const outermost = i === 0 || i === rows.length - 1;
    const place = String(Math.round(y / 3));
    return cells.flatMap((cell) => (isPersons(cell) ? [] : [{ page, cell, outermost, place }]));
  });
}

/** Missions that each begin a page have a head of mission at the same place. */
function isPersons({ text }: Cell): boolean {
  const { title, person } = titlesIn(text);
  return title || person;
}

/** Numbers of pages differ in what is else the same. */
function pattern(text: string): string {
  return text.toLowerCase().replace(/\d+/g, '#');
}

function groups(all: readonly Outer[], keyOf: (one: Outer) => string): readonly Outer[][] {
  const byKey = new Map<string, Outer[]>();
  for (const one of all) {
    const key = keyOf(one);
    const known = byKey.get(key);
    if (known === undefined) byKey.set(key, [one]);
    else known.push(one);
  }
  return [...byKey.values()];
}

function pagesOf(same: readonly Outer[]): number {
  return new Set(same.map(({ page }) => page)).size;
}

/** How often a text stands on a page. */
function timesOf(pages: readonly RowPage[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const { page, rows } of pages) {
    for (const { cells } of rows) {
      for (const { text } of cells)
        times.set(`${page}|${text}`, (times.get(`${page}|${text}`) ?? 0) + 1);
    }
  }
  return times;
}

/**
 * Whether a place holds titles that repeat headings: where each text stands there first, it stands
 * elsewhere on that page, or on the page before. A heading that begins a page does not.
 */
function repeatHeadings(same: readonly Outer[], times: ReadonlyMap<string, number>): boolean {
  const first = new Map<string, { page: number; here: number }>();
  for (const { page, cell } of same) {
    const known = first.get(cell.text);
    if (known === undefined) first.set(cell.text, { page, here: 1 });
    else if (known.page === page) known.here++;
  }
  const repeated = [...first].filter(
    ([text, { page, here }]) =>
      (times.get(`${page}|${text}`) ?? 0) > here || times.has(`${page - 1}|${text}`),
  );
  return repeated.length >= first.size * REPEATED_SHARE;
}
