/** Articles by their words, with filters and facets; bounded in work, however common a word is. */
import type { ArticleId } from '../domain/ids.ts';
import type { SearchFacets, SearchSort, SearchWords } from '../domain/search.ts';

export interface ArticleSearch {
  /** Without any term: every article. */
  readonly words: SearchWords;
  readonly language?: string;
  /** Key of a publisher (`Article.domain`). */
  readonly domain?: string;
  /** Earliest publication in milliseconds since the epoch, both inclusive; undated articles drop out. */
  readonly from?: number;
  readonly to?: number;
  readonly sort: SearchSort;
  readonly limit: number;
  readonly offset: number;
}

export interface FoundArticle {
  /** The newest version; earlier ones are never hits. */
  readonly article: ArticleId;
  readonly versions: number;
}

export interface FoundArticles {
  readonly hits: readonly FoundArticle[];
  /** Hits that were counted; `more`: there are others behind them, kept earlier, in no number here. */
  readonly total: number;
  readonly more: boolean;
  readonly facets: SearchFacets;
}

/** What the desk holds of a time; of an article with several versions only the newest counts. */
export interface PeriodCounts {
  readonly articles: number;
  readonly outlets: number;
  /** Most first. */
  readonly languages: readonly { readonly language: string; readonly articles: number }[];
  /** Articles of the whole desk that no day is known of. */
  readonly undated: number;
  /** The latest publication on the desk that is not after `to`; absent where there is none. */
  readonly newest: number | undefined;
}

export interface SearchStore {
  searchArticles(search: ArticleSearch): Promise<FoundArticles>;
  /** Counts by earliest publication within `[from, to]`, milliseconds since the epoch, both inclusive. */
  periodCounts(from: number, to: number): Promise<PeriodCounts>;
}
