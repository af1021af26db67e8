/** Reads CoNLL-U (universaldependencies.org/format): sentences with the words of their text. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { CASES, type Case, TAGS, type Tag } from '../src/read/tagging/tagged.ts';

/** A word as it stands in the text; what is written as one ("del") is one, tagged as its first part. */
export interface TreebankWord {
  readonly begin: number;
  readonly end: number;
  readonly tag: Tag;
  readonly lemma: string;
  readonly case: Case | undefined;
}

export interface TreebankSentence {
  readonly text: string;
  readonly words: readonly TreebankWord[];
}

/** All sentences of a `.conllu` or `.conllu.gz` whose words are found in their text, in order. */
export function readTreebank(path: string): TreebankSentence[] {
  const bytes = readFileSync(path);
  return parseTreebank((path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'));
}

/** The same of a file's text. */
export function parseTreebank(all: string): TreebankSentence[] {
  return all.split(/\n\s*\n/).flatMap((block) => sentenceOf(block.split('\n')) ?? []);
}

function sentenceOf(lines: readonly string[]): TreebankSentence | undefined {
  const text = lines.find((line) => line.startsWith('# text = '))?.slice('# text = '.length);
  if (text === undefined) return undefined;
  const rows = lines.filter((line) => /^\d/.test(line)).map((line) => line.split('\t'));
  const words: TreebankWord[] = [];
  let covered = 0;
  let at = 0;
  for (const [index, row] of rows.entries()) {
    const [first, last] = row[0]!.split('-').map(Number);
    if (last === undefined && (first! <= covered || row[0]!.includes('.'))) continue;
    if (last !== undefined) covered = last;
    const begin = text.indexOf(row[1]!, at);
    if (begin < 0) return undefined;
    at = begin + row[1]!.length;
    const word = last === undefined ? row : rows[index + 1]!;
    words.push({ begin, end: at, ...analysisOf(word) });
  }
  return { text, words };
}

function analysisOf(row: readonly string[]): { tag: Tag; lemma: string; case: Case | undefined } {
  const named = /(?:^|\|)Case=(\w+)/.exec(row[5] ?? '')?.[1];
  return {
    tag: TAGS.find((tag) => tag === row[3]) ?? 'X',
    lemma: row[2]!.toLowerCase(),
    case: CASES.find((one) => one === named),
  };
}
