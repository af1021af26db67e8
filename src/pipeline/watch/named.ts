/**
 * What a source names, in one shape for feeds, sitemaps and lists of addresses, and by which it is
 * known again. Entries without an address that can be asked are counted, never passed over in silence.
 */
import { canonicalUrl } from '../../collect/address.ts';
import { digestOf } from '../../domain/ids.ts';
import type { EntryRow } from '../../store/watching.ts';

/** Something that a source names, as stated there. */
export interface Named {
  /** Absolute address. */
  readonly url: string;
  /** The id that the source gives it. */
  readonly guid?: string | undefined;
  readonly title?: string | undefined;
  /** As stated. */
  readonly published?: string | undefined;
  readonly language?: string | undefined;
  /** The work that it is said to be taken from. */
  readonly origin?: string | undefined;
  /** What else is said of it, to tell a change: a summary. */
  readonly rest?: string | undefined;
}

/** The row of an entry; absent where its address cannot be asked. */
export function entryOf(source: string, named: Named, at: number): EntryRow | undefined {
  const url = canonicalUrl(named.url);
  if (url === undefined) return undefined;
  const { guid, title = '', published = '', rest = '' } = named;
  return {
    source,
    name: hashOf([guid ?? url, title]),
    content: hashOf([url, title, published, rest]),
    url,
    at,
  };
}

/** Half a SHA-256: among a million entries of a source the chance of a collision is 1 in 10^26. */
const hashOf = (parts: readonly string[]): string => digestOf(JSON.stringify(parts)).slice(0, 32);
