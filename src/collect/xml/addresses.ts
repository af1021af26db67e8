/** Addresses in documents: made absolute, and only those of the web. */

/** Longest address, in UTF-16 units: servers take no longer ones. */
const MAX_LENGTH = 8192;
/** An address that needs no second look: by far the most. */
const PLAIN = /^https?:\/\/[a-z\d](?:[a-z\d.-]*[a-z\d])?\/[\w\-./~%?&=+,;:@!$'()*]*$/i;

/**
 * `stated` as an address of the web, absolute: as written where it is one already, else taken from
 * `base` (which may be empty). Absent for other schemes and for what is no address.
 */
export function webAddress(stated: string | undefined, base: string): string | undefined {
  const bare = stated?.replace(/[\t\n\r]/g, '').trim();
  if (!bare || bare.length > MAX_LENGTH) return undefined;
  if (PLAIN.test(bare)) return bare;
  const url = parsed(bare, base);
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.hostname === '') return undefined;
  return /^https?:\/\/[^/?#]+[/?#]/i.test(bare) && !/\s/.test(bare) ? bare : url.href;
}

/** `stated` taken from `base`, of any scheme; as it stands where that gives no address. */
export function resolvedAddress(stated: string, base: string): string {
  if (/^[a-z][a-z\d+.-]*:/i.test(stated)) return stated;
  return parsed(stated, base)?.href ?? stated;
}

function parsed(stated: string, base: string): URL | undefined {
  const around = base === '' ? undefined : base;
  return URL.canParse(stated, around) ? new URL(stated, around) : undefined;
}
