/**
 * Tables as CSV (RFC 4180: comma, CRLF, quotes doubled), UTF-8 without a byte order mark. What is not
 * known is an empty cell; a list is a JSON array; a time is ISO 8601, UTC. A text that a spreadsheet
 * would take for a formula (CWE-1236) gets an apostrophe before it; numbers stay numbers.
 */
import type { Exporter } from '../../domain/exports.ts';
import type { Cell, Column, Table } from './column.ts';
import { rowsOf } from './rows.ts';

/**
 * `= + - @`, full-width too, also behind blanks and characters that nobody sees; a tab or a line
 * break at the beginning, behind which some programs look on.
 */
const FORMULA = /^(?:[\t\r\n]|[\s\u200b-\u200f\u2060]*[=+\-@\uff1d\uff0b\uff0d\uff20])/;
/** Also what other programs take for a separator, and blanks that some would cut off. */
const QUOTED = /[",;\t\r\n]|^\s|\s$/;

/** Writes one table: the names of its columns, then its rows. */
export function csvTable(table: Table): Exporter {
  return async function* (records) {
    yield lineOf(table.columns.map(({ name }) => name));
    for await (const record of records) {
      const rows = rowsOf(table, record);
      if (rows.length > 0) yield rows.map((row) => rowLine(row, table.columns)).join('');
    }
  };
}

function rowLine(row: readonly Cell[], columns: readonly Column[]): string {
  return lineOf(row.map((cell, place) => csvCell(cell, columns[place]!)));
}

function lineOf(cells: readonly string[]): string {
  return `${cells.join(',')}\r\n`;
}

function csvCell(cell: Cell, column: Column): string {
  if (cell === undefined) return '';
  if (typeof cell === 'boolean') return String(cell);
  if (typeof cell === 'number') {
    return column.type === 'time' ? new Date(cell).toISOString() : String(cell);
  }
  if (typeof cell !== 'string') return quoted(JSON.stringify(cell));
  // An empty text is told from one that is not known.
  return cell === '' ? '""' : quoted(FORMULA.test(cell) ? `'${cell}` : cell);
}

function quoted(text: string): string {
  return QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
