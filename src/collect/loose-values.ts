/** Values whose shape an input decides: strings and numbers as they are or as feeds wrap them. */

/** What `read` makes of the first value that it can read. */
export function firstOf<T>(
  values: readonly unknown[],
  read: (value: unknown) => T | undefined,
): T | undefined {
  for (const value of values) {
    const found = read(value);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A string, a number, or what feeds wrap them in: `{name}`, `{value}`, `{$oid}`, a list of one. */
export function stringOf(value: unknown): string | undefined {
  if (typeof value !== 'object') return scalarOf(value);
  if (Array.isArray(value)) return firstOf(value.slice(0, 20), scalarOf);
  if (value === null) return undefined;
  const record = value as Record<string, unknown>;
  return firstOf(
    ['name', 'title', 'value', '$oid', '_', '#text', 'rendered'].map((key) => record[key]),
    scalarOf,
  );
}

function scalarOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
