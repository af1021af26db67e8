/** Full-text search over articles: what is asked, and what is found. */
import type { QuotedView } from './excerpts.ts';
import type { Span } from './span.ts';
import type { ArticleView } from './views.ts';

/** A word, or words in a row. */
export interface SearchTerm {
  /** Letters, marks and digits alone, as the user wrote them; never empty. */
  readonly words: readonly string[];
  /** Whether the last word is only the beginning of one. */
  readonly beginning: boolean;
  /** Whether it is written in a script without spaces, so that it stands inside longer runs. */
  readonly inside: boolean;
}

/** What an article must hold: one term of every list in `all`, and none of `without`. */
export interface SearchWords {
  readonly all: readonly (readonly SearchTerm[])[];
  readonly without: readonly SearchTerm[];
}

export const SEARCH_SORTS = ['newest', 'relevance'] as const;
export type SearchSort = (typeof SEARCH_SORTS)[number];

/** A value that hits have, and how many of the counted hits have it. */
export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

/** How the hits are spread; of each the most frequent values, months newest first. */
export interface SearchFacets {
  readonly languages: readonly FacetCount[];
  /** By the key of the publisher (`Article.domain`). */
  readonly outlets: readonly FacetCount[];
  /** `YYYY-MM` in UTC, by the earliest bound; undated hits are in none. */
  readonly months: readonly FacetCount[];
}

export interface SearchHitView {
  /** The newest version. */
  readonly article: ArticleView;
  /** How many versions of it the desk holds. */
  readonly versions: number;
  /** At most `EXCERPT_WORDS` words around what matches; `marks` are in the snippet's own text. */
  readonly snippet: QuotedView & { readonly marks: readonly Span[] };
}

export interface SearchView {
  /** As asked, and as it was understood. */
  readonly q: string;
  readonly words: SearchWords;
  readonly sort: SearchSort;
  readonly offset: number;
  readonly hits: readonly SearchHitView[];
  /** Hits counted; where `more`, there are further ones that were not looked at. */
  readonly total: number;
  readonly more: boolean;
  readonly facets: SearchFacets;
}
