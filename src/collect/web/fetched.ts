/** What is asked of the web, and what comes of it: three outcomes, none of them an exception. */
import type { FetchRefusal } from './refusals.ts';

/** What an answer is wanted for: it decides the `Accept` header, the limits and the media types taken. */
export type Purpose = 'feed' | 'sitemap' | 'page' | 'robots';

export interface FetchRequest {
  readonly url: string;
  /** `ETag` and `Last-Modified` of an earlier answer, as received: asks for changes only. */
  readonly etag?: string;
  readonly lastModified?: string;
  /** Another `Accept` header than the purpose's own. */
  readonly accept?: string;
  readonly purpose: Purpose;
  /** Ends the request at once, as refused for `aborted`. */
  readonly signal?: AbortSignal;
}

/** Names and values in the order received, one byte a UTF-16 unit; names in the server's case. */
export type Headers = readonly (readonly [name: string, value: string])[];

/** One redirect that was followed; addresses are absolute. */
export interface Hop {
  readonly url: string;
  readonly status: number;
  readonly location: string;
}

/**
 * The last exchange of a chain, for a WARC record. The heads end with an empty line; spaces around
 * header values and the server's HTTP version are not known, and written as usual. `payload` is what
 * was sent after transfer-decoding and before content-decoding: where the head says
 * `Transfer-Encoding: chunked`, the chunks' frames are gone.
 */
export interface Wire {
  readonly requestHead: string;
  readonly responseHead: string;
  readonly payload: Uint8Array;
}

interface Chained {
  /** The address asked, as given. */
  readonly url: string;
  /** The address that answered, after redirects. */
  readonly finalUrl: string;
  readonly redirects: readonly Hop[];
  /** Where the permanent redirects (301, 308) at the chain's beginning lead. */
  readonly permanent?: string | undefined;
  readonly headers: Headers;
  /** When the last request of the chain was sent, in ms since the epoch, and how long it took. */
  readonly startedAt: number;
  readonly ms: number;
}

export interface Answer extends Chained {
  readonly kind: 'answer';
  /** 200–299. */
  readonly status: number;
  /** After content-decoding; feeds and sitemaps that are gzip files are unpacked too. */
  readonly body: Uint8Array;
  readonly wire: Wire;
}

export interface NotModified extends Chained {
  readonly kind: 'not-modified';
  readonly wire: Wire;
}

export interface Refused {
  readonly kind: 'refused';
  readonly url: string;
  readonly finalUrl: string;
  readonly redirects: readonly Hop[];
  readonly reason: FetchRefusal;
  /** What happened, in half a sentence. */
  readonly what: string;
  /** One sentence for a person: what happened, when to come again, what to do. */
  readonly detail: string;
  /** The status, where the server answered. */
  readonly status?: number | undefined;
  /** When to come again at the earliest, from now; the host is not asked before. */
  readonly retryAfterMs?: number | undefined;
  readonly headers?: Headers | undefined;
  /** Block, consent and error pages: evidence, cut at 256 KiB. */
  readonly body?: Uint8Array | undefined;
  /** As of an answer; where nothing was sent, when that was decided, and 0 ms. */
  readonly startedAt: number;
  readonly ms: number;
}

export type Fetched = Answer | NotModified | Refused;

/** The first value of a header, without blanks around it; `name` in lower case. */
export function headerOf(headers: Headers, name: string): string | undefined {
  return headers.find(([key]) => key.toLowerCase() === name)?.[1].trim();
}
