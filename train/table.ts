/** Reading a gzipped TAB-separated file: the header names the columns, one aligned unit a line. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Reads a whole `.tsv` or `.tsv.gz`. Throws where the file is absent or has no header. */
export function readTable(path: string): Table {
  const bytes = readFileSync(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  const lines = text.split(/\r?\n/).filter((line) => line !== '');
  const [header, ...rows] = lines.map((line) => line.split('\t'));
  if (header === undefined)
    throw new Error(`${path}: empty; expected a header line of column names`);
  return { header, rows };
}
