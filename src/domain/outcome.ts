/**
 * An expected refusal is a value, not an exception: it is stored, counted by kind and shown.
 * Nothing that could not be read disappears.
 */

/** Why an item was refused or read only in part. Closed: a new reason gets a new kind. */
export const REFUSAL_KINDS = [
  'unreadable-file',
  'unknown-format',
  'empty-file',
  'truncated-gzip',
  'broken-gzip',
  'broken-json',
  'not-an-object',
  'line-too-long',
  'invalid-encoding',
  'ragged-row',
  'no-header',
  'no-text',
  'not-an-article',
  'file-too-large',
  'damaged-record',
] as const;
export type RefusalKind = (typeof REFUSAL_KINDS)[number];

/** A reading that went on, but not as stated: the item is kept, the doubt is counted. */
export const DOUBT_KINDS = [
  'no-date',
  'unreadable-date',
  'epoch-date',
  'future-date',
  'assumed-zone',
  'replaced-bytes',
  'guessed-charset',
  'ragged-row',
  'no-outlet',
] as const;
export type DoubtKind = (typeof DOUBT_KINDS)[number];

/** Where in the input: the file's path as given, `-` for standard input; line or row from 1. */
export interface Place {
  readonly file: string;
  readonly line?: number;
}

/** One refused item. `value` is the offending value, cut to 200 characters. */
export interface Refusal {
  readonly kind: RefusalKind;
  readonly place: Place;
  /** One sentence for a person: what is wrong and what to do. */
  readonly detail: string;
  readonly value?: string;
}

/** One doubt about an item that was read nevertheless. */
export interface Doubt {
  readonly kind: DoubtKind;
  readonly value?: string;
}

export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal };
