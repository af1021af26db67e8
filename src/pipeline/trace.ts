/**
 * Tracing what the desk holds: articles to passages to cascades. The trace is replaced as a whole,
 * in one transaction, so that a reader sees the old one or the new one and nothing between.
 */
import type { Article } from '../domain/article.ts';
import type { Alignment } from '../domain/trace.ts';
import { cascadeOf } from '../trace/cascades.ts';
import { clusterPassages } from '../trace/clusters.ts';
import { type TracedPair, traceTexts } from '../trace/trace.ts';
import type { Desk } from './desk.ts';

export interface TraceResult {
  readonly articles: number;
  readonly alignments: number;
  readonly cascades: number;
  /** False where the stored trace already covered all articles. */
  readonly renewed: boolean;
}

export interface TraceOptions {
  /** Trace again even if no article came in since the last trace. */
  readonly all?: boolean;
  /** Called now and then with the share done, 0–1. */
  readonly onProgress?: (share: number) => void;
}

/** Brings the stored trace up to the articles. Takes the writer lock if there is anything to do. */
export async function traceDesk(desk: Desk, options: TraceOptions = {}): Promise<TraceResult> {
  const { store } = desk;
  const { articles: held } = await store.counts();
  if (options.all !== true && held === (await store.tracedArticles())) {
    return {
      articles: held,
      alignments: 0,
      cascades: await store.countCascades(0),
      renewed: false,
    };
  }
  const lock = await desk.lock('trace');
  try {
    const articles: Article[] = [];
    for await (const article of store.articles()) articles.push(article);
    const traced = traceTexts(articles, {
      onProgress: (share) => options.onProgress?.(share * 0.8),
    });
    const pairs = traced.pairs.filter(({ a, b }) => articles[a]!.key !== articles[b]!.key);
    const cascades = clusterPassages(pairs).map((cluster) =>
      cascadeOf(cluster, (row) => ({ ...articles[row]!, ownWords: traced.ownWords(row) })),
    );
    options.onProgress?.(0.9);
    const alignments = pairs.map((pair) => alignmentOf(pair, articles));
    await store.saveTrace({
      articles: articles.length,
      alignments,
      cascades,
      boilerplate: traced.boilerplate,
    });
    options.onProgress?.(1);
    return {
      articles: articles.length,
      alignments: alignments.length,
      cascades: cascades.length,
      renewed: true,
    };
  } finally {
    lock.release();
  }
}

/** Rows become ids; the smaller id comes first. */
function alignmentOf({ a, b, passages }: TracedPair, articles: readonly Article[]): Alignment {
  const left = articles[a]!.id;
  const right = articles[b]!.id;
  if (left < right) return { a: left, b: right, passages };
  const swapped = passages.map((p) => ({
    a: p.b,
    b: p.a,
    words: p.words,
    aWords: p.bWords,
    bWords: p.aWords,
  }));
  return { a: right, b: left, passages: swapped };
}
