/** Canonical addresses: one article, one URL, whichever campaign link led to it. */
import normalizeUrl from 'normalize-url';

/** Parameters that tell where a reader came from, not what is read. */
const TRACKING: readonly (string | RegExp)[] = [
  /^utm_/i,
  /^at_(medium|campaign|custom\d|link_|format|ptr_|bbc_)/i,
  /^ns_(mchannel|source|campaign|linkname|fee)/i,
  /^(fb|g|dc|ms|y|ys|tt|tw|li_?fat_?i|igsh)clid$/i,
  /^(gbraid|wbraid|gad_source|_ga|_gl|_openstat|mkt_tok|igshid|igsh|ocid|cmpid|cmp|xtor|smid)$/i,
  /^(mc_[ce]id|soc_(src|trk)|guccounter|guce_referrer.*|wt[._]mc(_.*)?|traffic_source|srnd|ito)$/i,
];
/** Already canonical, as most are: told at a hundredth of the cost of taking the address apart. */
const CANONICAL = /^https?:\/\/(?:[a-z0-9-]+\.)+[a-z]{2,}(?:\/[\w~-][\w.~-]*)*$/;
/** Longer addresses are kept out: they are data, not addresses. */
const MAX_LENGTH = 8192;

/**
 * The address without fragment and tracking parameters, the rest of its query sorted; `undefined`
 * where `value` is no absolute http(s) address (`example.org/a` is read as https). Never throws.
 */
export function canonicalUrl(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > MAX_LENGTH) return undefined;
  if (CANONICAL.test(value)) return value;
  const trimmed = value.trim();
  const address = /^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}(\/|$)/i.test(trimmed)
    ? `https://${trimmed}`
    : trimmed;
  if (!/^(https?:)?\/\/[^/\s]/i.test(address) || /\s/.test(address)) return undefined;
  try {
    const once = normalized(address);
    // A query that is there and says nothing (`?/`) loses its mark only the second time.
    return once.endsWith('?') ? normalized(once) : once;
  } catch {
    return undefined;
  }
}

const normalized = (address: string): string =>
  normalizeUrl(address, {
    defaultProtocol: 'https',
    stripWWW: false,
    stripHash: true,
    removeQueryParameters: TRACKING,
  });
