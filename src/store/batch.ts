/** One step of an ingest or a watch: evidence, articles, and the fate of every item. */
import type { Article, Capture } from '../domain/article.ts';
import type { ArticleId, CaptureId, ItemId } from '../domain/ids.ts';
import type { Doubt, Refusal } from '../domain/outcome.ts';

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
  /** Up to where the archive is committed with this step; absent: up to the last capture's end. */
  readonly archiveEnd?: ArchiveEnd;
}

/** The last archive file and the end of the last record in it that is committed. */
export interface ArchiveEnd {
  readonly file: string;
  readonly length: number;
}
