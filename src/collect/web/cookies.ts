/**
 * Cookies of one chain of redirects, and no longer: some sites redirect in a circle until a cookie
 * of theirs comes back. Nothing is kept between chains, so no reader is ever recognised.
 */
import type { Headers } from './fetched.ts';

/** More or larger ones are not sent back. */
const MOST = 20;
const MOST_CHARACTERS = 4096;

interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly domain: string;
  /** Whether it was set for hosts below `domain` too. */
  readonly below: boolean;
  readonly secure: boolean;
}

export interface ChainCookies {
  /** Takes what an answer from `url` sets. */
  readonly take: (url: URL, headers: Headers) => void;
  /** The `Cookie` header for `url`, if there is one. */
  readonly headerFor: (url: URL) => string | undefined;
}

export function chainCookies(): ChainCookies {
  const jar = new Map<string, Cookie>();
  const take = (url: URL, headers: Headers): void => {
    for (const [name, value] of headers) {
      if (name.toLowerCase() !== 'set-cookie') continue;
      const cookie = cookieOf(value, url);
      if (cookie === undefined || jar.size >= MOST) continue;
      jar.set(`${cookie.domain} ${cookie.name}`, cookie);
    }
  };
  const headerFor = (url: URL): string | undefined => {
    const sent = [...jar.values()].filter((cookie) => isFor(cookie, url));
    const text = sent.map(({ name, value }) => `${name}=${value}`).join('; ');
    return text === '' || text.length > MOST_CHARACTERS ? undefined : text;
  };
  return { take, headerFor };
}

/** The cookie of a `Set-Cookie` value (RFC 6265, 5.2); path and age matter to no single chain. */
function cookieOf(value: string, url: URL): Cookie | undefined {
  if (value.length > MOST_CHARACTERS) return undefined;
  const [pair = '', ...attributes] = value.split(';');
  const equals = pair.indexOf('=');
  const name = pair.slice(0, equals).trim();
  const text = pair.slice(equals + 1).trim();
  // Only printable ASCII goes back: anything else could not be sent as received.
  if (equals < 1 || !/^[!-~]+$/.test(name) || !/^[ -~]*$/.test(text)) return undefined;
  const attribute = (key: string): string | undefined =>
    attributes.map((a) => a.trim()).find((a) => a.toLowerCase().split('=')[0] === key);
  const stated = attribute('domain')?.split('=')[1]?.trim().replace(/^\./, '').toLowerCase() ?? '';
  const below = stated.includes('.') && within(url.hostname, stated);
  if (stated !== '' && !below && stated !== url.hostname) return undefined;
  const secure = attribute('secure') !== undefined;
  return { name, value: text, domain: below ? stated : url.hostname, below, secure };
}

function isFor({ domain, below, secure }: Cookie, url: URL): boolean {
  if (secure && url.protocol !== 'https:') return false;
  return below ? within(url.hostname, domain) : url.hostname === domain;
}

function within(hostname: string, domain: string): boolean {
  return hostname === domain || hostname.endsWith(`.${domain}`);
}
