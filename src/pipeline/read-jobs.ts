/** The job of reading some articles with the built-in reader, in any thread, in any order. */
import type { Reading } from '../domain/reading.ts';
import { openReader, type ReadArticle, type ReadableArticle } from '../read/read.ts';
import { shippedLexicon, shippedWeights } from './reading-data.ts';

export interface ReadJob {
  readonly kind: 'read';
  readonly articles: readonly ReadableArticle[];
}

export interface ReadAnswer {
  readonly kind: 'readings';
  readonly readings: readonly Reading[];
}

/** One a thread: lists and weights are loaded once, of a language when it is first met. */
let read: ReadArticle | undefined;

/** Reads the articles of one job. */
export function doReadJob({ articles }: ReadJob): ReadAnswer {
  read ??= openReader({ lexicon: shippedLexicon, weights: shippedWeights });
  return { kind: 'readings', readings: articles.map(read) };
}
