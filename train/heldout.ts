/**
 * What must not be learned from: test sets and development texts. A training string is refused when
 * it stands in a held-out file as a whole, or shares a run of eight words with one.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fold } from '../src/text/transliterate.ts';
import { wordsOf } from '../src/trace/lexicon/words.ts';
import { readTable } from './table.ts';

/** Shorter strings (names, headings) are vocabulary, not test items. */
const MIN_WHOLE_WORDS = 4;
/** A run this long is not shared by accident. */
const RUN_WORDS = 8;

export interface HeldOut {
  readonly wholes: ReadonlySet<string>;
  readonly runs: ReadonlySet<string>;
}

/** Reads tables (`.tsv`, `.tsv.gz`), `.txt` files, and folders of them. */
export function readHeldOut(paths: readonly string[]): HeldOut {
  const wholes = new Set<string>();
  const runs = new Set<string>();
  for (const path of paths.flatMap(filesUnder)) {
    for (const text of textsOf(path)) {
      const words = normalWords(text);
      wholes.add(words.join(' '));
      for (let i = 0; i + RUN_WORDS <= words.length; i++) {
        runs.add(words.slice(i, i + RUN_WORDS).join(' '));
      }
    }
  }
  return { wholes, runs };
}

/** Whether a training string would leak held-out material. */
export function leaks(heldOut: HeldOut, text: string): boolean {
  const words = normalWords(text);
  if (words.length >= MIN_WHOLE_WORDS && heldOut.wholes.has(words.join(' '))) return true;
  for (let i = 0; i + RUN_WORDS <= words.length; i++) {
    if (heldOut.runs.has(words.slice(i, i + RUN_WORDS).join(' '))) return true;
  }
  return false;
}

function normalWords(text: string): string[] {
  return wordsOf(text).map(fold);
}

function filesUnder(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)))
    .filter((file) => /\.(txt|tsv|tsv\.gz)$/.test(file));
}

/** Cells of a table; lines and sentences of a text. */
function textsOf(path: string): string[] {
  if (!path.endsWith('.txt')) return readTable(path).rows.flatMap((row) => row.slice());
  const lines = readFileSync(path, 'utf8').split(/\n+/);
  return lines.flatMap((line) => [line, ...line.split(/(?<=[.!?…])\s+/)]);
}
