/**
 * The lines of a diplomatic list in PDF, in reading order: rows of a page, or its columns one after the
 * other; a row over all columns ends those above it. A word that is cut at the end of a line is put
 * together again. O(cells · 3).
 */
import type { ListLine } from './headings.ts';
import { type Cuts, crosses, cutsOf } from './pdf-columns.ts';
import { type Cell, type RowPage, rowsOf } from './pdf-rows.ts';
import type { PdfPage } from './pdf-texts.ts';

/** Readings differ in how often pages are cut into columns: never, into two, into four. */
const DEPTHS = [0, 1, 2];
/** The gap between cells of a table, as a share of the size of type. */
const TABLE_GAP = 1.2;
/** From so many fonts a page that no other page has, a file names its fonts anew on each. */
const OWN_FONTS = 0.5;

interface SetLine extends ListLine {
  readonly y: number;
  readonly size: number;
}

/**
 * The ways in which the pages can be read, each other than those before it. Left edges are counted
 * from that of the column, so that those of two columns agree.
 */
export function pdfReadings(pages: readonly PdfPage[]): readonly (readonly ListLine[])[] {
  const rowPages = rowsOf(pages);
  const styleOf = stylesOf(rowPages);
  const readings: (readonly ListLine[])[] = [];
  let before = -1;
  for (const depth of DEPTHS) {
    const cuts = cutsOf(
      rowPages.map(({ rows }) => rows),
      depth,
    );
    const count = cuts.reduce((sum, own) => sum + own.length, 0);
    if (count === before) break;
    before = count;
    readings.push(rowPages.flatMap((page, i) => wholeWords(linesOf(page, cuts[i]!, styleOf))));
  }
  return readings;
}

type StyleOf = (cell: Cell) => string;

function linesOf({ page, rows }: RowPage, cuts: Cuts, styleOf: StyleOf): readonly SetLine[] {
  const first = Math.min(...rows.slice(0, 1000).map(({ cells }) => cells[0]!.x));
  const lefts = [first, ...cuts];
  const done: SetLine[] = [];
  let columns: SetLine[][] = lefts.map(() => []);
  const add = (to: SetLine[], y: number, cells: readonly Cell[], left: number): void => {
    const text = joined(cells);
    const main = cells.reduce((a, b) => (b.text.length > a.text.length ? b : a));
    to.push({ page, x: cells[0]!.x - left, style: styleOf(main), text, y, size: main.size });
  };
  for (const { y, cells } of rows) {
    if (cells.some((cell) => crosses(cell, cuts))) {
      done.push(...columns.flat());
      columns = lefts.map(() => []);
      add(done, y, cells, first);
      continue;
    }
    lefts.forEach((left, i) => {
      const end = lefts[i + 1] ?? Number.POSITIVE_INFINITY;
      const own = cells.filter(({ x }) => (i === 0 || x >= left - 1) && x < end - 1);
      if (own.length > 0) add(columns[i]!, y, own, left);
    });
  }
  done.push(...columns.flat());
  return done;
}

/** Cells as one line: those of a table parted by a bar, those of a justified line by a space. */
function joined(cells: readonly Cell[]): string {
  return cells
    .map(({ text, x, size }, i) => {
      const gap = i === 0 ? 0 : x - cells[i - 1]!.end;
      return i === 0 ? text : `${gap > TABLE_GAP * size ? ' | ' : ' '}${text}`;
    })
    .join('');
}

/**
 * Words cut at the end of a line: "Coun-" and "sellor" are "Counsellor", "Minister-" and "Counsellor"
 * keep the hyphen. Only within one column and style: a list of names may end a line with a hyphen.
 */
function wholeWords(lines: readonly SetLine[]): readonly ListLine[] {
  const whole: SetLine[] = [];
  for (const line of lines) {
    const last = whole.at(-1);
    const follows =
      last !== undefined &&
      last.style === line.style &&
      line.y > last.y &&
      line.y - last.y < 2.5 * line.size;
    if (!follows || !/\p{L}[-\u00ad‐]$/u.test(last.text) || !/^\p{L}/u.test(line.text)) {
      whole.push(line);
    } else {
      const kept = /^\p{Lu}/u.test(line.text) ? last.text : last.text.slice(0, -1);
      // The place of the later line: what follows is measured from it.
      whole.splice(-1, 1, { ...last, text: kept + line.text, y: line.y });
    }
  }
  return whole.map(({ page, x, style, text }) => ({
    page,
    ...(x !== undefined && { x }),
    ...(style !== undefined && { style }),
    text,
  }));
}

/** Size and font; size alone where a file names its fonts anew on every page, as some printers do. */
function stylesOf(pages: readonly RowPage[]): StyleOf {
  const pagesOf = new Map<string, number>();
  for (const { rows } of pages) {
    for (const font of new Set(rows.flatMap(({ cells }) => cells.map((cell) => cell.font)))) {
      pagesOf.set(font, (pagesOf.get(font) ?? 0) + 1);
    }
  }
  const once = [...pagesOf.values()].filter((count) => count === 1).length;
  const ownFonts = pages.length > 1 && once >= pages.length * OWN_FONTS;
  return ({ font, size }) => {
    const points = (Math.round(size * 2) / 2).toString();
    return ownFonts ? points : `${font} ${points}`;
  };
}
