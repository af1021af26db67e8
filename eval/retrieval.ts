/**
 * `eval -- retrieval FILE`: how often a sentence's translation is found among all sentences.
 *
 * FILE: TAB-separated (`.gz` or plain), language codes in the header, one aligned unit a row, an
 * empty cell where there is none. For each ordered pair of languages, every unit that has both is a
 * question and all of them are the candidates; the ranking is the product's own, by margin, with
 * the shipped lexicons and encoder. A unit equal to another in wording counts as another.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { type Passages, readPassages } from '../src/trace/encoder/passages.ts';
import { bestMatches, type Matches } from '../src/trace/encoder/similar.ts';
import { type StaticEncoder, staticEncoder } from '../src/trace/encoder/static-encoder.ts';
import { openShelf } from '../src/trace/lexicon/shelf.ts';

export interface Retrieval {
  /** By `from-to`: the share of units whose translation is ranked first. */
  readonly accuracy1: Record<string, number>;
  /** The same, among the first ten. */
  readonly recall10: Record<string, number>;
  /** The most candidates that any direction had. */
  readonly candidates: number;
}

const MODELS = new URL('../data/models/', import.meta.url);

/** Measures every direction between the languages of the file that the lexicons know. */
export async function retrieval(file: string): Promise<Retrieval> {
  const names = readdirSync(MODELS).filter((name) => /^lexicon\..*\.bin$/.test(name));
  const shelf = openShelf(names.sort().map((name) => readFileSync(new URL(name, MODELS))));
  const encoder = staticEncoder(readFileSync(new URL('encoder.bin', MODELS)));
  const columns = readColumns(file, shelf.languages);
  const accuracy1: Record<string, number> = {};
  const recall10: Record<string, number> = {};
  let candidates = 0;
  for (const [x, a] of columns.entries()) {
    for (const b of columns.slice(x + 1)) {
      const both = a.cells.flatMap((cell, row) =>
        cell !== '' && b.cells[row] !== '' ? [row] : [],
      );
      const sides = [read(a, both, encoder), read(b, both, encoder)] as const;
      const { forward, backward } = bestMatches(...sides, shelf);
      for (const [name, matches] of [
        [`${a.language}-${b.language}`, forward],
        [`${b.language}-${a.language}`, backward],
      ] as const) {
        accuracy1[name] = foundWithin(matches, both.length, 1);
        recall10[name] = foundWithin(matches, both.length, 10);
      }
      candidates = Math.max(candidates, both.length);
    }
  }
  return { accuracy1, recall10, candidates };
}

interface Column {
  readonly language: string;
  readonly cells: readonly string[];
}

function readColumns(file: string, languages: ReadonlySet<string>): Column[] {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  const [header = [], ...rows] = text
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) => line.split('\t'));
  const columns = header.flatMap((name, at) => {
    const language = name.toLowerCase().split(/[-_]/)[0]!;
    const cells = rows.map((row) => row[at]?.trim() ?? '');
    return languages.has(language) ? [{ language, cells }] : [];
  });
  if (columns.length >= 2) return columns;
  throw new Error(
    `${file}: header ${JSON.stringify(header.join(' '))} names fewer than two languages of ` +
      `${[...languages].sort().join(', ')}; expected language codes as column names`,
  );
}

function read(column: Column, rows: readonly number[], encoder: StaticEncoder): Passages {
  const texts = rows.map((row) => column.cells[row]!);
  return readPassages(texts, column.language, encoder);
}

function foundWithin(matches: Matches, units: number, depth: number): number {
  let found = 0;
  for (let unit = 0; unit < units; unit++) {
    const begin = unit * matches.width;
    const best = matches.rows.subarray(begin, begin + Math.min(depth, matches.width));
    if (best.includes(unit)) found++;
  }
  return units === 0 ? 0 : found / units;
}
