/**
 * Real sentences in several languages: the rows of TICO-19 (CC0; eval/data/tico19.tsv.gz), of which
 * planted retellings are made. All are on one subject, the pandemic of 2020: harder than news, where
 * two articles at random are about two things.
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { runsOf, wordsOf } from './words.ts';

export const TICO_LANGUAGES = ['en', 'es', 'ru', 'pt'] as const;
export type TicoLanguage = (typeof TICO_LANGUAGES)[number];

/** One sentence or two in every language. */
export interface TicoRow {
  readonly id: string;
  /** The source text; its rows stand together, in order. */
  readonly document: string;
  readonly cells: Readonly<Record<TicoLanguage, string>>;
}

const FILE = new URL('../eval/data/tico19.tsv.gz', import.meta.url);
/** Shorter rows (in English) are headings. */
const LEAST_WORDS = 8;
/** Remains of tables and lists of addresses, which no newspaper would print as a sentence. */
const NO_PROSE = /https?:|&[lg]t;|[|_]/;
/** Nor one with so large a share of numbers and single letters. */
const MOST_SYMBOLS = 0.25;
/** A row that shares so many words in a row with one before it, in any language, is left out. */
const SHARED_RUN = 8;

/**
 * The rows that can be planted, in the order of the file: no headings, none
 * that repeats wording of another.
 */
export function readTico(): TicoRow[] {
  const lines = gunzipSync(readFileSync(FILE)).toString('utf8').trimEnd().split('\n');
  const header = lines[0]!.split('\t');
  const columns = TICO_LANGUAGES.map((language) => header.indexOf(language));
  const seen = new Set<string>();
  const rows: TicoRow[] = [];
  for (const line of lines.slice(1)) {
    const fields = line.split('\t');
    const cells = columns.map((at) => sentence(fields[at] ?? ''));
    if (wordsOf(cells[0]!).length < LEAST_WORDS || cells.some((cell) => cell === '.')) continue;
    if (cells.some((cell) => NO_PROSE.test(cell)) || symbolShare(cells[0]!) > MOST_SYMBOLS)
      continue;
    const runs = cells.flatMap((cell) => [...runsOf(cell, SHARED_RUN)]);
    // A run that stands in two languages was left untranslated.
    if (new Set(runs).size < runs.length || runs.some((run) => seen.has(run))) continue;
    for (const run of runs) seen.add(run);
    const id = fields[0]!;
    const [en, es, ru, pt] = cells as [string, string, string, string];
    rows.push({ id, document: id.slice(0, id.indexOf(':')), cells: { en, es, ru, pt } });
  }
  return rows;
}

function symbolShare(text: string): number {
  const words = wordsOf(text);
  return words.filter((word) => /^(?:\d+|\p{L})$/u.test(word)).length / words.length;
}

/** Some rows lack their full stop; without it they would run into the next one. */
function sentence(cell: string): string {
  const text = cell.trim();
  return /[.!?…]["”»’)\]]*$/u.test(text) ? text : `${text.replace(/[,;:]$/u, '')}.`;
}
