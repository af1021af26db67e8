/** How much is taken and what is asked for, by purpose. */
import type { DecodeLimits } from './decode.ts';
import type { Purpose } from './fetched.ts';

export interface Limits extends DecodeLimits {
  /** Largest payload on the wire, in bytes. */
  readonly wireBytes: number;
  /** Most redirects of one chain. */
  readonly redirects: number;
}

const MB = 1024 * 1024;
/** Honest text shrinks to a hundredth at most: repetitive sitemaps; bombs to a thousandth. */
const RATIO = 200;
const REDIRECTS = 10;

/** The largest honest one of each kind, with room: 50 MB is the sitemap protocol's own limit. */
export const LIMITS: Readonly<Record<Purpose, Limits>> = {
  page: { wireBytes: 10 * MB, bytes: 20 * MB, ratio: RATIO, redirects: REDIRECTS },
  feed: { wireBytes: 20 * MB, bytes: 30 * MB, ratio: RATIO, redirects: REDIRECTS },
  sitemap: { wireBytes: 52 * MB, bytes: 52 * MB, ratio: RATIO, redirects: REDIRECTS },
  // RFC 9309: at least 500 KiB are read and five redirects followed; the rest is left.
  robots: { wireBytes: MB / 2, bytes: 4 * MB, ratio: RATIO, redirects: 5 },
};

/** Error and block pages are kept so far, as evidence, in bytes. */
export const ERROR_BYTES = 256 * 1024;

export const ACCEPT: Readonly<Record<Purpose, string>> = {
  page: 'text/html,application/xhtml+xml;q=0.9,application/xml;q=0.5,text/plain;q=0.5,*/*;q=0.1',
  feed: 'application/rss+xml,application/atom+xml,application/feed+json,application/rdf+xml,application/xml;q=0.9,text/xml;q=0.9,application/json;q=0.8,*/*;q=0.1',
  sitemap: 'application/xml,text/xml;q=0.9,text/plain;q=0.8,application/gzip;q=0.8,*/*;q=0.1',
  robots: 'text/plain,*/*;q=0.1',
};

/** Types that hold no text for any purpose, or none that pages are read from. */
const NEVER = /^(?:image|video|audio|font|model)\//;
const NO_PAGE =
  /^application\/(?:pdf|zip|x-zip.*|gzip|x-gzip|x-tar|x-7z.*|x-rar.*|octet-stream|msword|vnd\.(?:ms-|openxml|oasis|android|apple).*|epub.*|x-msdownload|java-archive|x-shockwave-flash)$/;

/** Whether a body of this `Content-Type` is taken for the purpose; without one, it is. */
export function takesType(purpose: Purpose, contentType: string | undefined): boolean {
  const type = contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (purpose === 'robots' || type === 'image/svg+xml') return true;
  if (NEVER.test(type)) return false;
  return purpose !== 'page' || !NO_PAGE.test(type);
}
