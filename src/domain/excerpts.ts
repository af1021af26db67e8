/** Pieces of articles, and articles by name, as they stand inside what is shown. */
import type { ArticleId } from './ids.ts';
import type { Span } from './span.ts';

/** A piece of an article, perhaps cut: then `text` is the beginning of what stands at `span`. */
export interface QuotedView {
  readonly span: Span;
  readonly text: string;
  /** Words of the piece that are not shown. */
  readonly hiddenWords: number;
}

/** A member of a cascade as it is named where another one is shown. */
export interface MemberName {
  readonly article: ArticleId;
  readonly outlet: string;
}
