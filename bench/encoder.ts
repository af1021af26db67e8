/**
 * `encoder`: how many passages a second the built-in encoder turns into vectors, on one thread. The
 * passages are sentences of TICO-19 in five languages (eval/data), 26 words in the mean, in a seeded
 * order. One run: a fresh encoder reads 3,000 (*cold*), then 3,000 others (*mixed*: most of their
 * words are known by then), then the latter again (*warm*). What is told is the median of the runs.
 */
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { gunzipSync } from 'node:zlib';
import { drawTable } from '../eval/table.ts';
import { type StaticEncoder, staticEncoder } from '../src/trace/encoder/static-encoder.ts';
import { wordsOf } from '../src/trace/lexicon/words.ts';
import { between, chanceOf } from './chance.ts';

const SEED = 20240923;
const RUNS = 9;
const PASSAGES = 3000;
/** Passages in one call, as long documents bring. */
const BATCH = 500;
const TEXTS = new URL('../eval/data/tico19.tsv.gz', import.meta.url);
const MODEL = new URL('../data/models/encoder.bin', import.meta.url);

const STREAMS = ['cold', 'mixed', 'warm'] as const;
type Stream = (typeof STREAMS)[number];

/** One line of JSON: medians, by the clock. */
interface EncoderFigures {
  readonly passagesPerSecond: { readonly cold: number; readonly warm: number };
}

export interface EncoderBench {
  readonly table: string;
  readonly figures: EncoderFigures;
}

/** Reads the shipped encoder and the sentences, and measures; about five seconds. */
export function benchEncoder(): EncoderBench {
  const passages = shuffled(readSentences());
  const first = passages.slice(0, PASSAGES);
  const second = passages.slice(PASSAGES, 2 * PASSAGES);
  const model = readFileSync(MODEL);
  const rates: Record<Stream, number[]> = { cold: [], mixed: [], warm: [] };
  for (let run = 0; run < RUNS; run++) {
    const encoder = staticEncoder(model);
    rates.cold.push(rateOf(encoder, first));
    rates.mixed.push(rateOf(encoder, second));
    rates.warm.push(rateOf(encoder, second));
  }
  const newWords = { cold: shareNew([], first), mixed: shareNew(first, second), warm: 0 };
  const figures = { passagesPerSecond: { cold: median(rates.cold), warm: median(rates.warm) } };
  return { table: tableOf(rates, newWords), figures };
}

function readSentences(): string[] {
  const lines = gunzipSync(readFileSync(TEXTS)).toString('utf8').trimEnd().split('\n').slice(1);
  return lines.flatMap((line) => line.split('\t').slice(1)).filter((cell) => cell.trim() !== '');
}

function shuffled(texts: readonly string[]): string[] {
  const chance = chanceOf(SEED);
  const order = [...texts];
  for (let i = order.length - 1; i > 0; i--) {
    const j = between(chance, 0, i);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

/** Passages a second. */
function rateOf(encoder: StaticEncoder, passages: readonly string[]): number {
  const begin = performance.now();
  for (let from = 0; from < passages.length; from += BATCH) {
    encoder.encode(passages.slice(from, from + BATCH));
  }
  return (passages.length * 1000) / (performance.now() - begin);
}

/** The share of words, counted with repetition, that are met for the first time. */
function shareNew(before: readonly string[], passages: readonly string[]): number {
  const known = new Set(before.flatMap(wordsOf));
  const size = known.size;
  const words = passages.flatMap(wordsOf);
  for (const word of words) known.add(word);
  return (known.size - size) / words.length;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}

function tableOf(
  rates: Readonly<Record<Stream, readonly number[]>>,
  newWords: Readonly<Record<Stream, number>>,
): string {
  const count = (value: number) => value.toLocaleString('en', { maximumFractionDigits: 0 });
  const rows = STREAMS.map((stream) => [
    stream,
    `${(newWords[stream] * 100).toFixed(0)} %`,
    count(median(rates[stream])),
    count(Math.min(...rates[stream])),
    count(Math.max(...rates[stream])),
  ]);
  return [
    `Encoding ${count(PASSAGES)} sentences on one thread (seed ${SEED}), ${RUNS} runs.`,
    drawTable(['passages/s', 'new words', 'median', 'slowest', 'fastest'], rows),
  ].join('\n');
}
