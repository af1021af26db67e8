/** What a file of another platform gives, one thing at a time: nothing in it is left out unsaid. */
import type { RawItem } from '../../domain/article.ts';
import type { Place, Refusal } from '../../domain/outcome.ts';
import { shortened } from '../refusals.ts';

export type Exchanged =
  /** Bytes that `draftOf` reads as an article: JSON with the stated object beside the fields of it. */
  | { readonly kind: 'article'; readonly id: string; readonly item: RawItem }
  /** Bytes that `readChecks` reads as one fact-check: a ClaimReview with the stated object in it. */
  | { readonly kind: 'check'; readonly id: string; readonly item: RawItem }
  /** A page that is named without its text: a lead, for a person to have it fetched. */
  | { readonly kind: 'no-text'; readonly place: Place; readonly url: string }
  /** Made by a desk like this one, which has the articles under its own ids. */
  | { readonly kind: 'own'; readonly place: Place; readonly type: string }
  /** The same version of the same object again. */
  | { readonly kind: 'repeated'; readonly place: Place; readonly type: string }
  /** Nothing that a desk keeps; `type` is as stated, `?` where none is. */
  | { readonly kind: 'passed'; readonly place: Place; readonly type: string }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** Deeper objects are made to break readers, not to be read. */
const MAX_DEPTH = 64;
/** Values in one object: a report may refer to many thousands. */
const MAX_VALUES = 1_000_000;
/** As for items of files. */
const MAX_ITEM_BYTES = 16 * 1024 * 1024;

/** What an article is said to be, in the names that the reader of JSON knows. Absent: not stated. */
export interface StatedArticle {
  readonly title?: string | undefined;
  readonly text: string;
  readonly url?: string | undefined;
  readonly published?: string | undefined;
  readonly first_seen?: string | undefined;
  readonly outlet?: string | undefined;
  readonly language?: string | undefined;
}

/** What a fact-check is said to be. */
export interface StatedReview {
  readonly claim: string;
  readonly rating: string;
  readonly checker: string;
  readonly url?: string | undefined;
  readonly checked?: string | undefined;
  readonly summary?: string | undefined;
  readonly language?: string | undefined;
}

/** `object`: as it stood in the file; it stays in the evidence, whole. */
export interface Origin {
  readonly id: string;
  readonly object: unknown;
  readonly place: Place;
}

/** An article as an item for the ordinary ingest, its id in the file as the id that the input gives. */
export function articleItem(stated: StatedArticle, origin: Origin): Exchanged {
  return itemOf('article', origin, () => ({ id: origin.id, ...stated, object: origin.object }));
}

/** A fact-check as a ClaimReview for the ordinary reader of fact-checks. */
export function checkItem(stated: StatedReview, origin: Origin): Exchanged {
  return itemOf('check', origin, () => ({
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    identifier: origin.id,
    claimReviewed: stated.claim,
    reviewRating: { '@type': 'Rating', alternateName: stated.rating },
    author: { '@type': 'Organization', name: stated.checker },
    url: stated.url,
    datePublished: stated.checked,
    description: stated.summary,
    inLanguage: stated.language,
    // A text, so that no JSON-LD in the object is taken for a review of its own.
    citation: JSON.stringify(origin.object),
  }));
}

function itemOf(kind: 'article' | 'check', origin: Origin, written: () => object): Exchanged {
  const { id, object, place } = origin;
  if (!isShallow(object)) return tooDeep(place, id);
  const bytes = Buffer.from(JSON.stringify(written()));
  if (bytes.length > MAX_ITEM_BYTES) {
    const what = `is longer than ${MAX_ITEM_BYTES} bytes; give its text in a file of its own.`;
    return refusedAt(place, 'line-too-long', what, id);
  }
  return { kind, id, item: { place, bytes, mediaType: 'application/json', progress: 0 } };
}

/** A refusal with its place in the sentence. */
export function refusedAt(
  place: Place,
  kind: Refusal['kind'],
  what: string,
  value?: string,
): Extract<Exchanged, { kind: 'refused' }> {
  const where = place.line === undefined ? place.file : `${place.file}:${place.line}`;
  const refusal: Refusal = { kind, place, detail: `${where} ${what}` };
  if (value === undefined || value === '') return { kind: 'refused', refusal };
  return { kind: 'refused', refusal: { ...refusal, value: shortened(value) } };
}

/** The refusal of an object that is not `isShallow`. */
export function tooDeep(place: Place, id?: string): Extract<Exchanged, { kind: 'refused' }> {
  const what = `is nested more than ${MAX_DEPTH} levels deep, or holds more than ${MAX_VALUES} values, as nothing does that platforms exchange; it was not read.`;
  return refusedAt(place, 'damaged-record', what, id);
}

/** Whether it is neither too deep nor too full to be written again. Without recursion, which the depth would break. */
export function isShallow(value: unknown): boolean {
  let level: unknown[] = [value];
  let values = 0;
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) return false;
    const next: unknown[] = [];
    for (const one of level) {
      if (typeof one !== 'object' || one === null) continue;
      for (const inner of Object.values(one)) next.push(inner);
      if (values + next.length > MAX_VALUES) return false;
    }
    values += next.length;
    level = next;
  }
  return true;
}
