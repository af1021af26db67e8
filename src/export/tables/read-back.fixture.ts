/** What tests compare when they read tables back, whatever the reader is. */
import type { ExportRecord } from '../../domain/exports.ts';
import type { Cell, Column, Table } from './column.ts';
import { RECORDS } from './invented-records.fixture.ts';
import { rowsOf } from './rows.ts';

export const rowsIn = (table: Table, records: readonly ExportRecord[] = RECORDS) =>
  records.flatMap((record) => rowsOf(table, record));

/** The cell as a text, as CSV words it but for apostrophes. */
export function worded(cell: Cell, column: Column): string {
  if (cell === undefined) return '';
  if (column.type === 'time') return new Date(cell as number).toISOString();
  return typeof cell === 'object' ? JSON.stringify(cell) : String(cell);
}

export const unguarded = (read: string, wanted: string): string =>
  read === `'${wanted}` ? wanted : read;

/** A value of a Parquet file as the cell that it was made from. */
export function fromParquet(value: unknown, column: Column): Cell {
  if (value === null || value === undefined) return undefined;
  if (column.type === 'list') return JSON.parse(value as string) as string[];
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Date) return value.getTime();
  return value as Cell;
}
