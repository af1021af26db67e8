/** A name found in a text, before it is known who or what it names. */

export const NAME_KINDS = ['person', 'organisation', 'place', 'other'] as const;
export type NameKind = (typeof NAME_KINDS)[number];

/** Tokens as a half-open range. */
export interface NameSpan {
  readonly first: number;
  readonly last: number;
  readonly kind: NameKind;
}
