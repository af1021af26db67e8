/** Rows as every format writes them: cells of the type that their column says, or nothing. */
import type { ExportRecord } from '../../domain/exports.ts';
import type { Cell, Column, Table } from './column.ts';

/** The range of ECMAScript dates, milliseconds. */
const TIME_LIMIT = 8.64e15;
/** Controls but tab and line breaks: no table format carries them unharmed. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/**
 * What a record adds to a table, in the order of its columns. Texts are valid Unicode (a lone
 * surrogate or a control becomes U+FFFD), numbers are finite, times are dates.
 */
export function rowsOf(table: Table, record: ExportRecord): readonly (readonly Cell[])[] {
  return table
    .cells(record)
    .map((row) => row.map((cell, place) => cellOf(cell, table.columns[place]!)));
}

function cellOf(cell: Cell, column: Column): Cell {
  switch (column.type) {
    case 'text':
      return typeof cell === 'string' ? cleanText(cell) : undefined;
    case 'list':
      return Array.isArray(cell) ? cell.map(cleanText) : undefined;
    case 'boolean':
      return typeof cell === 'boolean' ? cell : undefined;
    case 'number':
      return typeof cell === 'number' && Number.isFinite(cell) ? cell : undefined;
    case 'integer':
      return wholeOf(cell, Number.MAX_SAFE_INTEGER);
    case 'time':
      return wholeOf(cell, TIME_LIMIT);
  }
}

/** A whole number (never −0) within the limit. */
function wholeOf(cell: Cell, limit: number): number | undefined {
  if (typeof cell !== 'number' || !(Math.abs(cell) <= limit)) return undefined;
  return Math.trunc(cell) + 0;
}

function cleanText(text: string): string {
  return text.toWellFormed().replace(CONTROLS, '\ufffd');
}
