/** What an answer that is no redirect amounts to: a body, nothing new, or a refusal and which. */
import { decodeBody, unpackGzip } from './decode.ts';
import type { Response } from './exchange.ts';
import { headerOf, type Purpose } from './fetched.ts';
import { ERROR_BYTES, type Limits } from './limits.ts';
import { type Notice, noticeOf } from './notices.ts';
import { because, type FetchRefusal, type Reasoned } from './refusals.ts';

export type Verdict =
  | { readonly kind: 'body'; readonly body: Uint8Array }
  | { readonly kind: 'not-modified' }
  | (Reasoned & { readonly kind: 'refused'; readonly body?: Uint8Array });

const BY_STATUS: Readonly<Record<number, FetchRefusal>> = {
  401: 'login',
  402: 'login',
  403: 'forbidden',
  404: 'not-found',
  407: 'login',
  410: 'gone',
  429: 'rate-limited',
  451: 'forbidden',
};

export interface Circumstances {
  readonly url: URL;
  readonly purpose: Purpose;
  readonly limits: Limits;
  readonly conditional: boolean;
  readonly redirected: boolean;
}

export async function verdictOn(response: Response, at: Circumstances): Promise<Verdict> {
  const { status } = response;
  if (status === 304 && at.conditional) return { kind: 'not-modified' };
  if (status >= 200 && status < 300) return success(response, at);
  const decoded = await decoding(response, at.limits);
  const body = 'reason' in decoded ? response.wire.payload : decoded.subarray(0, ERROR_BYTES);
  const notice = at.purpose === 'robots' ? undefined : noticed(response, at, body);
  return { kind: 'refused', ...(notice ?? byStatus(response, at.url)), body };
}

/** Statuses of success that hold nothing: no content, start over, a part of something. */
const EMPTY = new Set([204, 205, 206]);

async function success(response: Response, at: Circumstances): Promise<Verdict> {
  const { status } = response;
  if (EMPTY.has(status)) {
    const what = `${at.url.host} answered with status ${status} where 200 was expected`;
    return { kind: 'refused', ...because('http-status', what) };
  }
  const decoded = await decoding(response, at.limits);
  if ('reason' in decoded) return { kind: 'refused', ...decoded };
  if (at.purpose === 'robots') return { kind: 'body', body: decoded };
  const notice = noticed(response, at, decoded);
  if (notice !== undefined) {
    return { kind: 'refused', ...notice, body: decoded.subarray(0, ERROR_BYTES) };
  }
  const body = at.purpose !== 'page' ? await unpackGzip(decoded, at.limits) : decoded;
  return 'reason' in body ? { kind: 'refused', ...body } : { kind: 'body', body };
}

function decoding({ headers, wire }: Response, limits: Limits): Promise<Uint8Array | Reasoned> {
  return decodeBody(wire.payload, headerOf(headers, 'content-encoding'), limits);
}

function noticed(
  { status, headers }: Response,
  { url, redirected }: Circumstances,
  body: Uint8Array,
): Reasoned | undefined {
  // Too many requests, missing pages and faults of the server are these, whatever their page says.
  if (status === 429 || status === 404 || status === 410) return undefined;
  const notice = noticeOf({ url, status, headers, body, redirected });
  if (notice === undefined || (status >= 500 && notice.kind !== 'captcha')) return undefined;
  return because(notice.kind, `${url.host} shows ${NOTICES[notice.kind]}, told by ${notice.sign}`);
}

const NOTICES: Readonly<Record<Notice['kind'], string>> = {
  captcha: 'a test for persons',
  'consent-page': 'a request for consent',
  'blocked-page': 'a block page',
  login: 'a login page',
};

function byStatus({ status }: Response, url: URL): Reasoned {
  const reason =
    BY_STATUS[status] ?? (status >= 500 && status < 600 ? 'server-error' : 'http-status');
  return because(reason, `${url.host} answered with status ${status}`);
}
