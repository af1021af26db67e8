/** Rows that are kept whole, as JSON. */
import type { Sql, SqlValue } from './database.ts';

/** What the rows of a statement that selects `body` hold. */
export async function bodiesOf<T>(
  sql: Sql,
  text: string,
  values: readonly SqlValue[] = [],
): Promise<T[]> {
  const rows = await sql.rows<{ body: string }>(text, values);
  return rows.map(({ body }) => JSON.parse(body) as T);
}
