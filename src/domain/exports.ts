/**
 * What leaves the desk for other tools: one thing at a time, complete in itself, in an order in which
 * a thing comes after those that it names. Nothing here depends on the clock or on the machine, so
 * exporting twice yields the same bytes; no piece of text is longer than `EXCERPT_WORDS` words.
 */
import type { AlertView } from './alert-views.ts';
import type { FactCheck, Verdict } from './checks.ts';
import type { ArticleId } from './ids.ts';
import type { CheckView } from './judgement-views.ts';
import type { EntryView } from './presence-views.ts';
import type { PresenceMeasure, PresenceScope, PresenceUnit, StateCode } from './reading.ts';
import type { ReadingView } from './reading-views.ts';
import type { ArticleView, CascadeView } from './views.ts';
import type { OutletFact } from './watch.ts';

/** Of each article that has characters outside the Basic Multilingual Plane: where, see `codePoint`. */
export type SurrogatePairs = Readonly<Record<ArticleId, readonly number[]>>;

/** The desk as a whole; always the first record. */
export interface ExportHead {
  readonly kind: 'head';
  /** Of the program. */
  readonly version: string;
  /** The watch's name; absent without a watch. */
  readonly title: string | undefined;
  readonly host: StateCode | undefined;
  readonly sponsors: readonly StateCode[];
  /** When the desk last kept or measured anything, milliseconds since the epoch; 0 for an empty one. */
  readonly at: number;
  readonly articles: number;
}

/** One publisher, by its key, and what lists state of it; sources may differ and are never merged. */
export interface ExportOutlet {
  readonly kind: 'outlet';
  /** `Article.domain`: a host, or an account on a platform (`t.me/name`). */
  readonly domain: string;
  readonly name: string;
  readonly facts: readonly OutletFact[];
}

export interface ExportArticle {
  readonly kind: 'article';
  readonly article: ArticleView;
  /** Of the archived bytes. */
  readonly mediaType: string;
  readonly length: number;
}

/** A fact-check, without its body. */
export interface ExportCheck {
  readonly kind: 'check';
  readonly check: Omit<FactCheck, 'body' | 'capture'>;
  /** What its rating comes down to; absent where it has none. */
  readonly verdict: Verdict | undefined;
  readonly capture: { readonly digest: string };
}

/** What one reader made of one article. */
export interface ExportReading {
  readonly kind: 'reading';
  readonly article: ArticleView;
  readonly reading: ReadingView;
  readonly pairs: SurrogatePairs;
}

export interface ExportCascade {
  readonly kind: 'cascade';
  readonly cascade: CascadeView;
  /** Fact-checks that match its headline. */
  readonly checks: readonly CheckView[];
  readonly pairs: SurrogatePairs;
}

/** One entry of the ledger of presence; what another one corrects is left out. */
export interface ExportEntry {
  readonly kind: 'entry';
  readonly sender: StateCode;
  readonly host: StateCode;
  readonly measure: PresenceMeasure;
  readonly unit: PresenceUnit;
  readonly scope: PresenceScope;
  readonly entry: EntryView;
  /** Both inclusive, as shown: fewer than three people are 1–2; absent: a direction only. */
  readonly bounds: { readonly min: number; readonly max: number | null } | undefined;
  readonly pairs: SurrogatePairs;
}

/** An alert; who it is assigned to and people's notes stay on the desk: `events` holds no words. */
export interface ExportAlert {
  readonly kind: 'alert';
  readonly view: AlertView;
  readonly pairs: SurrogatePairs;
}

export type ExportRecord =
  | ExportHead
  | ExportOutlet
  | ExportArticle
  | ExportCheck
  | ExportReading
  | ExportCascade
  | ExportEntry
  | ExportAlert;

/** Writes records as they come, piece by piece: neither records nor pieces are ever all in memory. */
export type Exporter = (
  records: AsyncIterable<ExportRecord>,
) => AsyncIterable<string> | AsyncIterable<Uint8Array>;

/**
 * The place in Unicode code points (as the W3C's selectors count) of a place in UTF-16 units.
 * `pairs`: where surrogate pairs begin in the text, in UTF-16 units, ascending. A place inside a pair
 * counts as behind it.
 */
export function codePoint(unit: number, pairs: readonly number[] | undefined): number {
  if (pairs === undefined) return unit;
  let low = 0;
  let high = pairs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pairs[middle]! < unit) low = middle + 1;
    else high = middle;
  }
  return unit - low;
}
