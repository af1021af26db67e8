/**
 * The answer of an embeddings endpoint: `{ data: [{ index, embedding: number[] }] }`. It is taken
 * only whole: one row for each text, all of one width, every number finite. Rows may stand in any
 * order, their `index` says which text they are of.
 */
import { toUnitRow } from './unit-row.ts';

/** What an answer must fit. */
export interface Asked {
  /** How many texts were sent. */
  readonly texts: number;
  /** Width of a row; `undefined` where it is not known yet. */
  readonly dims: number | undefined;
  /** Who answers, for messages. */
  readonly who: string;
}

/** Widest row that is believed. */
const MOST_DIMS = 2 ** 16;

/** The rows of an answer in the order of the texts, each of length 1 or zeros. Throws on any fault. */
export function rowsIn(answer: unknown, { texts, dims, who }: Asked): Float32Array[] {
  const fail = (what: string): never => {
    throw new Error(
      `${who} answered ${what}: this is no OpenAI-compatible answer, or another model`,
    );
  };
  const data = fieldOf(answer, 'data');
  if (!Array.isArray(data)) return fail('without a list "data"');
  if (data.length !== texts) return fail(`${data.length} rows for ${texts} texts`);
  const rows = new Array<Float32Array | undefined>(texts);
  let width = dims;
  for (const [at, item] of data.entries()) {
    const place = fieldOf(item, 'index') ?? at;
    if (!isPlace(place, texts)) return fail(`a row with index ${shown(place)} of ${texts}`);
    if (rows[place] !== undefined) return fail(`two rows with index ${place}`);
    const values = fieldOf(item, 'embedding');
    if (!Array.isArray(values)) return fail(`row ${place} without a list "embedding"`);
    width ??= values.length;
    if (values.length !== width || width === 0 || width > MOST_DIMS) {
      return fail(`row ${place} with ${values.length} numbers, not ${width}`);
    }
    const row = new Float32Array(width);
    const wrong = toUnitRow(values, row);
    if (wrong >= 0) return fail(`row ${place} with ${shown(values[wrong])} as number ${wrong}`);
    rows[place] = row;
  }
  return rows as Float32Array[];
}

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)[name]
    : undefined;

const isPlace = (value: unknown, below: number): value is number =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) < below;

const shown = (value: unknown): string =>
  typeof value === 'number' || value === null ? String(value) : `a ${typeof value}`;
