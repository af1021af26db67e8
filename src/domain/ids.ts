/**
 * Branded identifiers. An id is the first 8 bytes of SHA-256 over what a thing *is*, so that the
 * same thing found twice is one row and a rerun is harmless. 64 bits: among ten million articles
 * the chance of any collision is about 3 in a million.
 */
import { createHash } from 'node:crypto';

declare const brand: unique symbol;
type Brand<B extends string> = string & { readonly [brand]: B };

/** SHA-256 of the bytes of a capture, 64 lower-case hex digits. */
export type Digest = Brand<'Digest'>;
/** 16 hex digits, over the digest of the captured bytes. */
export type CaptureId = Brand<'CaptureId'>;
/** 16 hex digits, over the article's key and its text: one *version* of an article. */
export type ArticleId = Brand<'ArticleId'>;
/** 16 hex digits, over an input item's place and content. */
export type ItemId = Brand<'ItemId'>;
/** 16 hex digits, over the first two members and the passage. */
export type CascadeId = Brand<'CascadeId'>;
/** 16 hex digits, over a fact-check's address (else checker and date) and its claim. */
export type CheckId = Brand<'CheckId'>;
/** 16 hex digits, over what an entry of the ledger states and where that is stated. */
export type EntryId = Brand<'EntryId'>;
/** 16 hex digits, over an alert's indicator and the unit that it is about. */
export type AlertId = Brand<'AlertId'>;

/** SHA-256 of `bytes` (a string is hashed as UTF-8), as 64 hex digits. */
export function digestOf(bytes: Uint8Array | string): Digest {
  return createHash('sha256').update(bytes).digest('hex') as Digest;
}

/** The id of a capture: the head of its digest. */
export function captureIdOf(digest: Digest): CaptureId {
  return digest.slice(0, 16) as unknown as CaptureId;
}

/** The id of an input item: where it stood and what it was, so that a rerun meets it again. */
export function itemIdOf(file: string, line: number | undefined, content: string): ItemId {
  return head(['item', file, String(line ?? 0), content]) as ItemId;
}

/** The id of one version of an article: its key (see `Article.key`), title and text. */
export function articleIdOf(key: string, title: string, text: string): ArticleId {
  return head(['article', key, title, text]) as ArticleId;
}

/**
 * The id of a cascade: its first two members in time and where the passage begins in the first, so
 * that it survives later echoes. It changes only when an earlier article comes to light.
 */
export function cascadeIdOf(first: ArticleId, second: ArticleId, begin: number): CascadeId {
  return head(['cascade', first, second, String(begin)]) as CascadeId;
}

/** The id of a fact-check: where it is published, else by whom and when, and what it checks. */
export function checkIdOf(place: string, claim: string): CheckId {
  return head(['check', place, claim]) as CheckId;
}

/** The id of an entry of the ledger: what it states, in whatever words, and where. */
export function entryIdOf(stated: string, place: string): EntryId {
  return head(['entry', stated, place]) as EntryId;
}

/** The id of an alert: which indicator, about what; the same unit fires one alert. */
export function alertIdOf(indicator: string, unit: string): AlertId {
  return head(['alert', indicator, unit]) as AlertId;
}

/** Parts are length-prefixed, so that ["ab","c"] and ["a","bc"] differ. */
function head(parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:${part}\n`);
  return hash.digest('hex').slice(0, 16);
}
