/** Rows of a table (CSV, TSV) as records, read by csv-parse. */
import { parse } from 'csv-parse/sync';
import type { Delimiter } from './rows.ts';

/** The column names of a header record; empty where it cannot be read. */
export function headerOf(header: string, delimiter: Delimiter): readonly string[] {
  return (cells(header, delimiter)?.[0] ?? []).map((name) => name.trim());
}

/** A row under its header, and whether it has as many fields as the header. */
export interface Row {
  readonly record: Readonly<Record<string, string>>;
  readonly ragged: boolean;
}

/**
 * Reads a header record and one row, `\n` between them. Fields beyond the header are left out,
 * missing ones are absent. `undefined` where the quotes do not close.
 */
export function rowOf(text: string, delimiter: Delimiter): Row | undefined {
  const [header, row] = cells(text, delimiter) ?? [];
  if (header === undefined || row === undefined) return undefined;
  // No prototype: a column may be called anything.
  const record: Record<string, string> = Object.create(null);
  header.forEach((name, i) => {
    const value = row[i];
    if (value !== undefined) record[name.trim()] = value;
  });
  return { record, ragged: row.length !== header.length };
}

function cells(text: string, delimiter: Delimiter): string[][] | undefined {
  try {
    return parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n'],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    });
  } catch {
    return undefined;
  }
}
