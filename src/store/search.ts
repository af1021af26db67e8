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

export interface SearchStore {
  searchArticles(search: ArticleSearch): Promise<FoundArticles>;
}
