/**
 * What a person types to search, as terms: words (all of them), "phrases", -without, OR between two,
 * and beginnings*. Total: whatever is typed is understood as far as it goes. O(length), cut at
 * `MOST_TYPED` characters and `MOST_TERMS` terms.
 */
import type { SearchTerm, SearchWords } from '../domain/search.ts';

/** Characters of a query that are read. */
const MOST_TYPED = 500;
const MOST_TERMS = 24;
/** Letters that a beginning needs: one letter alone stands for a good part of all words. */
const LEAST_BEGINNING = 2;

/** An optional minus, then a phrase in any quotes or a run without spaces, then an optional star. */
const PIECE = /(-?)(?:["“”„«»]([^"“”„«»]*)["“”„«»]?|([^\s"“”„«»]+))(\*?)/gu;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** Scripts that put no spaces between words. */
const UNSPACED =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Tibetan}]/u;

/** Reads a query. Without any letter or digit it asks for nothing in particular: all articles. */
export function searchWordsOf(typed: string): SearchWords {
  const all: SearchTerm[][] = [];
  const without: SearchTerm[] = [];
  let alternative = false;
  for (const [, minus, phrase, run, star] of typed.slice(0, MOST_TYPED).matchAll(PIECE)) {
    if (run === 'OR' && minus === '') {
      alternative = all.length > 0;
      continue;
    }
    const term = termOf(phrase ?? run ?? '', star === '*' || run?.endsWith('*') === true);
    if (term === undefined || all.flat().length + without.length === MOST_TERMS) continue;
    if (minus === '-') without.push(term);
    else if (alternative) all.at(-1)!.push(term);
    else all.push([term]);
    alternative = false;
  }
  return { all, without };
}

function termOf(text: string, starred: boolean): SearchTerm | undefined {
  const words = text.match(WORD);
  if (words === null) return undefined;
  const beginning = starred && words.at(-1)!.length >= LEAST_BEGINNING;
  return { words, beginning, inside: UNSPACED.test(text) };
}
