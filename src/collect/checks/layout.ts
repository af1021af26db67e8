/** A layout: how a table or a kind of object names the parts of a fact-check. */
import type { CheckFields } from './check-fields.ts';

/** The value of a column or key; empty ones are `undefined`. */
export type Columns = (name: string) => unknown;

export interface Layout {
  /** As a person would call it. */
  readonly name: string;
  /** Columns that are all there where it is this layout. */
  readonly needs: readonly string[];
  readonly stated: (column: Columns) => CheckFields;
  /** Whether the list itself marks the record as not fully its own; absent: never. */
  readonly uncanonical?: (column: Columns) => boolean;
}

/** A record's values by column, however their names are written. */
export function columnsOf(record: Readonly<Record<string, unknown>>): Columns {
  const values = new Map<string, unknown>();
  for (const [key, value] of Object.entries(record)) {
    const empty = value === null || (typeof value === 'string' && value.trim() === '');
    if (!empty && value !== undefined) values.set(columnName(key), value);
  }
  return (name) => values.get(name);
}

/** `Reported by`, `reported-by` and `reportedBy` are one name. */
export function columnName(key: string): string {
  return key
    .trim()
    .replace(/([a-z])(?=[A-Z])/g, '$1_')
    .toLowerCase()
    .replace(/[\s_-]+/g, '_');
}
