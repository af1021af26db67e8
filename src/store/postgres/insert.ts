/** Many rows in one statement: a round trip for each thousand, whatever the table. */
import type { Sql, SqlScalar } from './database.ts';

/** Rows of one statement. */
const MOST_ROWS = 2000;

export interface Into {
  readonly table: string;
  /** Columns with their types, in the order of the rows' values: `id text, length bigint`. */
  readonly columns: string;
  /** What follows: `ON CONFLICT …`. A statement may not replace a row that it has just written. */
  readonly onConflict?: string;
}

/** How many rows were written. */
export async function insertRows(
  sql: Sql,
  { table, columns, onConflict = '' }: Into,
  rows: readonly (readonly SqlScalar[])[],
): Promise<number> {
  const named = columns.split(', ').map((column) => column.split(' ') as [string, string]);
  const names = named.map(([name]) => name).join(', ');
  const arrays = named.map(([, type], i) => `$${i + 1}::${type}[]`).join(', ');
  const text = `INSERT INTO ${table} (${names}) SELECT * FROM unnest(${arrays}) ${onConflict}`;
  let written = 0;
  for (let begin = 0; begin < rows.length; begin += MOST_ROWS) {
    const part = rows.slice(begin, begin + MOST_ROWS);
    written += await sql.run(
      text,
      named.map((_, column) => part.map((row) => row[column])),
    );
  }
  return written;
}

/** The last row of each key, for statements that replace. */
export function lastOf<T>(rows: readonly T[], keyOf: (row: T) => string): T[] {
  return [...new Map(rows.map((row) => [keyOf(row), row])).values()];
}

/** `ON CONFLICT` that replaces the given columns: `id`, `[active, body]`. */
export function replacing(key: string, columns: readonly string[]): string {
  const set = columns.map((column) => `${column} = excluded.${column}`).join(', ');
  return `ON CONFLICT (${key}) DO UPDATE SET ${set}`;
}
