/** Reads JSON Lines, plain or gzip, one row at a time. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';

/** One line as an object; `undefined` where the line is no JSON object. */
export type Row = Readonly<Record<string, unknown>> | undefined;

/**
 * Yields one value a line, blank lines left out. A line that is no JSON object is `undefined`: the
 * caller counts it. Throws when the file cannot be opened or the gzip is damaged.
 */
export async function* readJsonLines(file: string): AsyncGenerator<Row> {
  const bytes = createReadStream(file);
  const plain = file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes;
  // `pipe` passes no errors on: without this a missing file would hang the reader.
  if (plain !== bytes) bytes.on('error', (error) => plain.destroy(error));
  for await (const line of createInterface({ input: plain, crlfDelay: Infinity })) {
    if (line.trim() !== '') yield parseRow(line);
  }
}

function parseRow(line: string): Row {
  try {
    const value: unknown = JSON.parse(line);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a foreign value is a plain JSON object. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The string at `key`, `''` where there is none. */
export function stringAt(row: Row, key: string): string {
  const value = row?.[key];
  return typeof value === 'string' ? value : '';
}
