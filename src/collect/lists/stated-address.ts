/** Addresses as lists write them: with blanks around, without a scheme, relative to a page. */
import { webAddress } from '../xml/addresses.ts';

/** Longer ones are data. UTF-16 units. */
const MAX_LENGTH = 8192;
const WEB = /^https?:\/\//i;
const SCHEME = /^[a-z][a-z\d+.-]*:(?!\d)/i;
/** `www.example.org`, `example.org/a`: a host with a path, since `notes.txt` looks like a host. */
const BARE_HOST = /^(?:www\.[\p{L}\d-]|[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2,24}\/)/iu;
const HOST = /^https?:\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:]+)/i;

/**
 * The absolute http(s) address that `value` states, as written where it is one; with `base`, relative
 * ones too. Absent for other schemes, for hosts without a dot (`http://http://…`), for words.
 */
export function statedAddress(value: string, base = ''): string | undefined {
  const stated = value.trim();
  if (stated === '' || stated.length > MAX_LENGTH) return undefined;
  const url = absolute(stated, base);
  if (url === undefined) return undefined;
  const host = HOST.exec(url)?.[1] ?? '';
  return /[.:]/.test(host) || /^localhost$/i.test(host) ? url : undefined;
}

function absolute(stated: string, base: string): string | undefined {
  if (WEB.test(stated)) return webAddress(stated, '');
  if (stated.startsWith('//')) return webAddress(`https:${stated}`, '');
  if (SCHEME.test(stated)) return undefined;
  if (BARE_HOST.test(stated)) return webAddress(`https://${stated}`, '');
  return base === '' ? undefined : webAddress(stated, base);
}
