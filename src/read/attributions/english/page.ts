/**
 * An English document as the finders of attributions see it: quotations in terms of tokens, and groups
 * of verbs. Made once, linear in the tokens.
 */
import type { Quote } from '../../quotes.ts';
import type { TaggedDocument } from '../../tagging/tagged.ts';
import { tokenAt } from '../../token-range.ts';
import type { CueWords } from './cue-words.ts';
import { type VerbGroup, verbGroups } from './verb-groups.ts';

/** A quotation that stands in no other one; `first` to `last` (behind) with its marks. */
export interface QuotedTokens {
  readonly quote: Quote;
  readonly first: number;
  readonly last: number;
}

export interface Page {
  readonly doc: TaggedDocument;
  readonly words: CueWords;
  readonly quotes: readonly QuotedTokens[];
  /** Of each token: the place in `quotes`, or -1. */
  readonly quoted: Int32Array;
  /** How many tokens before each place, and before the end, are quoted. */
  readonly quotedBefore: Int32Array;
  readonly groups: readonly VerbGroup[];
  /** Of each token: the place in `groups`, or -1. */
  readonly grouped: Int32Array;
}

export function pageOf(doc: TaggedDocument, words: CueWords): Page {
  const quoted = new Int32Array(doc.tokens.length).fill(-1);
  const quotes: QuotedTokens[] = [];
  let behind = 0;
  for (const quote of doc.quotes) {
    if (quote.begin < behind) continue;
    behind = quote.end;
    const first = tokenAt(doc.tokens, quote.begin);
    const last = tokenAt(doc.tokens, quote.end - 1) + 1;
    if (last > doc.tokens.length) continue;
    quoted.fill(quotes.length, first, last);
    quotes.push({ quote, first, last });
  }
  const quotedBefore = new Int32Array(doc.tokens.length + 1);
  for (const [i, place] of quoted.entries()) {
    quotedBefore[i + 1] = quotedBefore[i]! + (place >= 0 ? 1 : 0);
  }
  const groups = verbGroups(doc, quoted, words);
  const grouped = new Int32Array(doc.tokens.length).fill(-1);
  for (const [place, { first, last }] of groups.entries()) grouped.fill(place, first, last);
  return { doc, words, quotes, quoted, quotedBefore, groups, grouped };
}
