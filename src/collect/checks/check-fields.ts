/** A fact-check field by field, as some format states it. */

/** Unchecked: each field holds whatever stood there. Absent and `undefined` are the same. */
export interface CheckFields {
  readonly claim: unknown;
  readonly title?: unknown;
  readonly summary?: unknown;
  readonly body?: unknown;
  readonly language?: unknown;
  readonly url?: unknown;
  readonly checker?: unknown;
  readonly checked?: unknown;
  readonly rating?: unknown;
  readonly scale?: { readonly value: unknown; readonly best: unknown; readonly worst: unknown };
  readonly claimedBy?: unknown;
  readonly claimed?: unknown;
  readonly appearances?: readonly unknown[];
  readonly outlets?: readonly string[];
  readonly list?: string;
}
