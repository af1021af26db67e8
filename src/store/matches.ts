/** What a search found, as it is counted and ordered; the same on every database. */
import type { FacetCount, SearchFacets } from '../domain/search.ts';

/** Matches sorted and counted: see docs/search.md for what they cost. */
const MOST_COUNTED = 20_000;
/** Of a search by relevance, which weighs each match. */
const MOST_WEIGHED = 5000;
/** Texts looked through for words that stand inside longer runs. */
const MOST_READ = 4000;
/** A word of the headline counts as much as so many of the text. */
export const TITLE_WEIGHT = 5;
/** Values told of each facet. */
const FACET_VALUES = 24;
/** Languages whose words are not parted by spaces, and what could not be told. */
export const UNSPACED = ['zh', 'yue', 'wuu', 'ja', 'th', 'lo', 'km', 'my', 'bo', 'und'];

/** One match: its row, language, publisher, time and, sorted by relevance, its weight (less is better). */
export type Match = readonly [
  seq: number,
  language: string,
  domain: string,
  published: number | null,
  weight: number,
];

/** How many matches are looked at. */
export function mostMatches(looksInside: boolean, weighs: boolean): number {
  return looksInside ? MOST_READ : weighs ? MOST_WEIGHED : MOST_COUNTED;
}

/** In their order, in place. */
export function ordered(matches: Match[], byRelevance: boolean): Match[] {
  return matches.sort(byRelevance ? byWeight : byTime);
}

/** The newest first, undated ones last; at the same time the one kept later. */
function byTime(a: Match, b: Match): number {
  return (b[3] ?? Number.NEGATIVE_INFINITY) - (a[3] ?? Number.NEGATIVE_INFINITY) || b[0] - a[0];
}

const byWeight = (a: Match, b: Match): number => a[4] - b[4] || b[0] - a[0];

export function facetsOf(matches: readonly Match[]): SearchFacets {
  const languages = new Map<string, number>();
  const outlets = new Map<string, number>();
  const months = new Map<string, number>();
  const monthAt = new Map<number, string>();
  for (const [, language, domain, published] of matches) {
    add(languages, language);
    add(outlets, domain);
    if (published === null) continue;
    const day = Math.floor(published / 86_400_000);
    let month = monthAt.get(day);
    if (month === undefined) {
      month = monthOf(published);
      monthAt.set(day, month);
    }
    if (month !== '') add(months, month);
  }
  return {
    languages: mostFirst(languages),
    outlets: mostFirst(outlets),
    months: [...months]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => (a.value < b.value ? 1 : -1))
      .slice(0, FACET_VALUES),
  };
}

/** `2024-09`; empty for a time beyond the four-digit years. */
function monthOf(at: number): string {
  const date = new Date(at);
  const year = date.getUTCFullYear();
  return year >= 0 && year <= 9999 ? date.toISOString().slice(0, 7) : '';
}

function add(counts: Map<string, number>, value: string): void {
  counts.set(value, (counts.get(value) ?? 0) + 1);
}

function mostFirst(counts: ReadonlyMap<string, number>): FacetCount[] {
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, FACET_VALUES);
}
