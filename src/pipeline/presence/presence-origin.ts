/**
 * What tables and lists of the ledger are archived under, and as what they are to be read: evidence of a
 * kind of its own, never taken for an article.
 */
import { formatMedia, parseMedia } from '../../collect/media.ts';
import { daysBetween } from '../../collect/presence/written-entry.ts';
import type { StateCode } from '../../domain/reading.ts';
import type { Days } from '../../domain/tenure.ts';

const SCHEME = 'presence:';

/** Of which host and day a diplomatic list is: the list itself is not asked. */
export interface ListAsked {
  readonly host: StateCode;
  readonly asOf: Days;
}

/** `presence:<path>`. */
export const originOfPresence = (file: string): string => `${SCHEME}${file}`;

/** The path of such an origin; absent for any other. */
export function fileOfPresence(origin: string): string | undefined {
  return origin.startsWith(SCHEME) ? origin.slice(SCHEME.length) : undefined;
}

/** The media type with what was asked of a list, so that the capture alone tells how to read it again. */
export function withListAsked(mediaType: string, list: ListAsked | undefined): string {
  if (list === undefined) return mediaType;
  const { first, last } = list.asOf;
  return formatMedia(mediaType, { host: list.host, 'as-of': `${first}/${last}` });
}

/** The same read again; absent for tables, and where it is damaged. */
export function listAskedIn(mediaType: string): ListAsked | undefined {
  const { host, 'as-of': days } = parseMedia(mediaType).parameters;
  const asOf = days === undefined ? undefined : daysBetween(days);
  return host === undefined || asOf === undefined ? undefined : { host, asOf };
}
