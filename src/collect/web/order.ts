/** What a request says of itself, and how much of its answer is taken. */
import { ACCEPT_ENCODING } from './decode.ts';
import type { Appetite, Order } from './exchange.ts';
import { type Headers, headerOf } from './fetched.ts';
import type { Journey } from './journey.ts';
import { ACCEPT, ERROR_BYTES, takesType } from './limits.ts';
import { because, shown } from './refusals.ts';

/** The product token, which robots.txt files may name. */
export const PRODUCT = 'Atalaya';
/** Bodies of redirects are read so far, so that the connection can be kept. In bytes. */
const REDIRECT_BYTES = 16 * 1024;

/** `Atalaya/<version> (+<contact>)`; of the contact, what can stand in a comment of a header. */
export function userAgentOf(version: string, contact: string | undefined): string {
  const agent = `${PRODUCT}/${version}`;
  const plain = contact?.replace(/[^!-'*-[\]-~]/g, '') ?? '';
  return plain === '' ? agent : `${agent} (+${plain})`;
}

export function orderFor(journey: Journey, url: URL, userAgent: string, wholeMs: number): Order {
  const { request, chain } = journey;
  const { etag, lastModified, purpose, signal } = request;
  const cookie = chain.cookies.headerFor(url);
  const headers: [string, string][] = [
    ['user-agent', userAgent],
    ['accept', request.accept ?? ACCEPT[purpose]],
    ['accept-encoding', ACCEPT_ENCODING],
  ];
  const optional = [
    ['if-none-match', etag],
    ['if-modified-since', lastModified],
    ['cookie', cookie],
  ] as const;
  for (const [name, value] of optional) {
    // What a server once sent is sent back only if it can be: one line of visible characters.
    if (value !== undefined && /^[ -~\u00a0-\u00ff]+$/.test(value)) headers.push([name, value]);
  }
  const appetite = (status: number, received: Headers): Appetite =>
    appetiteFor(journey, url, status, received);
  return { url, headers, appetite, wholeMs, signal };
}

function appetiteFor(journey: Journey, url: URL, status: number, headers: Headers): Appetite {
  const { purpose } = journey.request;
  if (status >= 400) return { bytes: ERROR_BYTES, cut: true };
  if (status >= 300) return { bytes: REDIRECT_BYTES, cut: true };
  const type = headerOf(headers, 'content-type');
  if (takesType(purpose, type)) {
    return { bytes: journey.limits.wireBytes, cut: purpose === 'robots' };
  }
  const what = `${url.host} serves "${shown(type ?? '')}" where a ${purpose} was expected`;
  return because('media-type', what);
}
