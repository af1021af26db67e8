/**
 * The store's port: rows in and out, no judgement. Every method is a promise, so that SQLite and a
 * server can stand behind it alike; every writing method is one transaction.
 */
import type { Article, Capture } from '../domain/article.ts';
import type { ArticleId, CaptureId, CascadeId, ItemId } from '../domain/ids.ts';
import type { Doubt, Refusal } from '../domain/outcome.ts';
import type { Alignment, Cascade } from '../domain/trace.ts';
import type { BoilerplateView, Tally } from '../domain/views.ts';

/** What became of one input item. */
export type ItemFate =
  | { readonly kind: 'article'; readonly article: ArticleId }
  | { readonly kind: 'same-article'; readonly article: ArticleId }
  | { readonly kind: 'same-bytes' }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

export interface ItemRow {
  readonly id: ItemId;
  readonly file: string;
  readonly line: number | undefined;
  /** Absent where the bytes were not kept (a line too long to hold, an unreadable file). */
  readonly capture: CaptureId | undefined;
  readonly fate: ItemFate;
}

/** One step of an ingest, saved whole or not at all. */
export interface Batch {
  readonly captures: readonly Capture[];
  readonly articles: readonly { readonly article: Article; readonly doubts: readonly Doubt[] }[];
  readonly items: readonly ItemRow[];
}

/** Filters and order of a list of cascades; the widest first. */
export interface CascadeQuery {
  readonly limit: number;
  readonly offset: number;
  /** Least distinct publishers. */
  readonly minReach: number;
}

/** A stored refusal, as it is listed. */
export interface RefusalRow extends Refusal {
  readonly capture: CaptureId | undefined;
}

export interface Store {
  /** Which of these items are already kept, and what became of them. */
  knownItems(ids: readonly ItemId[]): Promise<ReadonlyMap<ItemId, ItemFate['kind']>>;
  /** Which of these articles are already kept, each with the capture that it was read from. */
  knownArticles(ids: readonly ArticleId[]): Promise<ReadonlyMap<ArticleId, CaptureId>>;
  /** Captures and articles must be new; an item that is known gets its new fate. */
  saveBatch(batch: Batch): Promise<void>;
  /** The last archive file and the end of the last record in it that is committed. */
  archiveEnd(): Promise<{ readonly file: string; readonly length: number } | undefined>;

  /** All articles in the order in which they were kept. */
  articles(): AsyncIterable<Article>;
  articlesByIds(ids: readonly ArticleId[]): Promise<ReadonlyMap<ArticleId, Article>>;
  capturesByIds(ids: readonly CaptureId[]): Promise<ReadonlyMap<CaptureId, Capture>>;
  /** Ids that begin with `prefix`, at most `limit`. */
  idsLike(prefix: string, limit: number): Promise<readonly (ArticleId | CascadeId)[]>;
  counts(): Promise<DeskCounts>;
  tally(): Promise<Tally>;
  refusals(limit: number): Promise<readonly RefusalRow[]>;

  /** How many articles the stored trace covers; fewer than there are means that it is stale. */
  tracedArticles(): Promise<number>;
  /** Replaces the whole trace. */
  saveTrace(trace: StoredTrace): Promise<void>;
  cascades(query: CascadeQuery): Promise<readonly Cascade[]>;
  countCascades(minReach: number): Promise<number>;
  cascadeById(id: CascadeId): Promise<Cascade | undefined>;
  cascadesOfArticle(id: ArticleId): Promise<readonly Cascade[]>;
  boilerplate(): Promise<readonly BoilerplateView[]>;

  close(): Promise<void>;
}

export interface DeskCounts {
  readonly articles: number;
  readonly outlets: number;
  readonly undated: number;
  /** Of the dated articles, milliseconds since the epoch. */
  readonly period: { readonly from: number; readonly to: number } | undefined;
}

/** A whole trace: of how many articles, in the order in which they were kept. */
export interface StoredTrace {
  readonly articles: number;
  readonly alignments: readonly Alignment[];
  readonly cascades: readonly Cascade[];
  readonly boilerplate: readonly BoilerplateView[];
}
