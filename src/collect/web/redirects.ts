/** A chain of redirects: where the next one leads, and when a chain is no way to anywhere. */
import { type ChainCookies, chainCookies } from './cookies.ts';
import { type Headers, type Hop, headerOf } from './fetched.ts';
import { because, type Reasoned, shown } from './refusals.ts';

export interface Chain {
  readonly hops: Hop[];
  readonly cookies: ChainCookies;
  /** Addresses asked with the cookies sent along: the same again would be answered the same. */
  readonly asked: Set<string>;
  /** Where the permanent redirects at its beginning lead. */
  permanent: string | undefined;
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const PERMANENT = new Set([301, 308]);

export function startChain(): Chain {
  return { hops: [], cookies: chainCookies(), asked: new Set(), permanent: undefined };
}

/** Notes that `url` is about to be asked; says if it was, just so, before. */
export function isAskedAgain(chain: Chain, url: URL): boolean {
  const key = `${url.href} ${chain.cookies.headerFor(url) ?? ''}`;
  if (chain.asked.has(key)) return true;
  chain.asked.add(key);
  return false;
}

/** The next address of the chain, absolute; `undefined` where the answer is no redirect. */
export function redirectOf(
  chain: Chain,
  url: URL,
  answer: { readonly status: number; readonly headers: Headers },
  most: number,
): { readonly next: string } | Reasoned | undefined {
  const { status, headers } = answer;
  const stated = REDIRECTS.has(status) ? headerOf(headers, 'location') : undefined;
  if (stated === undefined || stated === '') return undefined;
  const location = asUtf8(stated);
  if (!URL.canParse(location, url.href)) {
    return because('bad-url', `${url.host} redirects to "${shown(location)}", which is no address`);
  }
  const next = new URL(location, url).href;
  if (chain.hops.length >= most) {
    return because(
      'too-many-redirects',
      `${most} redirects lead to yet another, to ${shown(next)}`,
    );
  }
  const unbroken = chain.hops.every((hop) => PERMANENT.has(hop.status));
  if (unbroken && PERMANENT.has(status)) chain.permanent = next;
  chain.cookies.take(url, headers);
  chain.hops.push({ url: url.href, status, location: next });
  return { next };
}

/** Headers are read a byte a unit; addresses in them are UTF-8 where they are not ASCII. */
function asUtf8(value: string): string {
  const text = Buffer.from(value, 'latin1').toString('utf8');
  return text.includes('\ufffd') ? value : text;
}
