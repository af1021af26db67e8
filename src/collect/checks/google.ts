/**
 * Asking the Google Fact Check Tools API (https://developers.google.com/fact-check/tools/api, `claims:search`)
 * for published checks that match some words. The key travels in the request's address, because the API
 * wants it there, and nowhere else: no place, message or origin repeats it.
 */
import type { Outcome } from '../../domain/outcome.ts';
import type { Fetched, FetchRequest, Refused } from '../web/fetched.ts';
import { readChecks, type StatedCheck } from './read-checks.ts';
import { isNode, type Node } from './schema-org.ts';

export interface GoogleQuestion {
  readonly query: string;
  readonly key: string;
  /** Tag of the language that the checks should be in; any, where it is absent. */
  readonly language?: string;
  /** Most pages that are asked for; default 5, of 50 claims each. */
  readonly pages?: number;
  /** In place of Google's own address, up to `claims:search`. */
  readonly endpoint?: string;
}

/** Why no more was answered. `detail` says what to do; it never holds the key. */
export interface GoogleFault {
  readonly kind:
    | 'bad-key'
    | 'bad-request'
    | 'forbidden'
    | 'rate-limited'
    | 'server-error'
    | 'time-out'
    | 'unreachable'
    | 'broken-answer';
  readonly detail: string;
  /** When to ask again at the earliest, from now. */
  readonly retryAfterMs?: number;
}

/** What came before a fault is kept. */
export interface GoogleAnswer {
  readonly checks: readonly Outcome<StatedCheck>[];
  readonly pages: number;
  /** Whether the API has further pages that were not asked for. */
  readonly more: boolean;
  readonly fault?: GoogleFault;
}

const ENDPOINT = 'https://factchecktools.googleapis.com/v1alpha1/claims:search';
const PAGES = 5;
const PAGE_SIZE = 50;
/** Longest message of the server that a sentence repeats, in UTF-16 units. */
const SHOWN = 200;

/**
 * The checks that match `query`, page by page. `get` asks the web as the desk does, politely; `now` in ms
 * since the epoch. Faults are values; throws only for an endpoint that is no address.
 */
export async function askGoogle(
  get: (request: FetchRequest) => Promise<Fetched>,
  question: GoogleQuestion,
  now: number,
): Promise<GoogleAnswer> {
  const checks: Outcome<StatedCheck>[] = [];
  const most = question.pages ?? PAGES;
  const seen = new Set<string>();
  let token = '';
  for (let page = 0; page < most; page++) {
    const { url, shown } = addressOf(question, token);
    const fetched = await get({ url, purpose: 'page', accept: 'application/json' });
    if (fetched.kind !== 'answer') {
      return { checks, pages: page, more: true, fault: faultOf(fetched, question.key) };
    }
    const answer = parsedAnswer(fetched.body);
    if ('kind' in answer) return { checks, pages: page, more: true, fault: answer };
    if (answer.claims > 0) {
      const source = { name: shown, bytes: fetched.body };
      for await (const check of readChecks([source], { now })) checks.push(check);
    }
    if (answer.next === undefined) return { checks, pages: page + 1, more: false };
    if (seen.has(answer.next)) {
      const fault = broken('it names a page as the next that was read before');
      return { checks, pages: page + 1, more: true, fault };
    }
    token = answer.next;
    seen.add(token);
  }
  return { checks, pages: most, more: true };
}

/** The address to ask, and the same without the key, to be shown. */
function addressOf(question: GoogleQuestion, token: string): { url: string; shown: string } {
  const url = new URL(question.endpoint ?? ENDPOINT);
  url.searchParams.set('query', question.query);
  if (question.language !== undefined) url.searchParams.set('languageCode', question.language);
  url.searchParams.set('pageSize', String(PAGE_SIZE));
  if (token !== '') url.searchParams.set('pageToken', token);
  const shown = url.href;
  url.searchParams.set('key', question.key);
  return { url: url.href, shown };
}

function parsedAnswer(
  body: Uint8Array,
): { claims: number; next: string | undefined } | GoogleFault {
  const value = parsedObject(body);
  if (value === undefined) return broken('its answer is no JSON object');
  const claims = value['claims'] ?? [];
  if (!Array.isArray(claims)) return broken('its "claims" is no list');
  const next = value['nextPageToken'];
  return {
    claims: claims.length,
    next: typeof next === 'string' && next !== '' ? next : undefined,
  };
}

function parsedObject(body: Uint8Array): Node | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(body).toString());
    return isNode(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function broken(what: string): GoogleFault {
  const detail = `the Fact Check Tools API was asked, but ${what}; try again later, and check the endpoint if one was set.`;
  return { kind: 'broken-answer', detail };
}

function faultOf(fetched: Exclude<Fetched, { kind: 'answer' }>, key: string): GoogleFault {
  if (fetched.kind === 'not-modified') return broken('it says that nothing has changed');
  const { kind, advice } = kindOf(fetched);
  const said = messageOf(fetched.body);
  const { status, retryAfterMs } = fetched;
  const happened =
    status === undefined ? fetched.what : `the Fact Check Tools API answered with status ${status}`;
  const when =
    retryAfterMs === undefined
      ? ''
      : `, to be asked again in ${Math.ceil(retryAfterMs / 1000)} seconds`;
  const quoted = said === undefined ? '' : ` ("${said}")`;
  const detail = withoutKey(`${happened}${quoted}${when}; ${advice}.`, key);
  return { kind, detail, ...(retryAfterMs !== undefined && { retryAfterMs }) };
}

function kindOf(refused: Refused): { kind: GoogleFault['kind']; advice: string } {
  const { status, reason } = refused;
  const said = messageOf(refused.body) ?? '';
  if (status === 401 || (status === 400 && /api key/i.test(said))) {
    return { kind: 'bad-key', advice: 'check the key, and that it was copied whole' };
  }
  if (status === 403) {
    const advice =
      'enable the Fact Check Tools API for the project of this key, or lift its limits';
    return { kind: 'forbidden', advice };
  }
  if (status === 429 || reason === 'rate-limited') {
    return { kind: 'rate-limited', advice: 'wait, or raise the quota of the project of this key' };
  }
  if (status !== undefined && status >= 500) {
    return { kind: 'server-error', advice: 'ask again later' };
  }
  if (status !== undefined && status >= 400) {
    return { kind: 'bad-request', advice: 'check the query, the language and the endpoint' };
  }
  if (reason === 'time-out') return { kind: 'time-out', advice: 'ask again later' };
  if (status !== undefined) {
    return { kind: 'broken-answer', advice: 'check the endpoint, and ask again later' };
  }
  return { kind: 'unreachable', advice: 'check the connection and the endpoint' };
}

/** What the API says of a fault: `{"error": {"message"}}`; on one line. */
function messageOf(body: Uint8Array | undefined): string | undefined {
  const error = body === undefined ? undefined : parsedObject(body)?.['error'];
  const message = isNode(error) ? error['message'] : undefined;
  if (typeof message !== 'string') return undefined;
  return message
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .trim()
    .slice(0, SHOWN)
    .toWellFormed();
}

/** As it is, and as it stands in an address. */
function withoutKey(text: string, key: string): string {
  if (key === '') return text;
  return text.replaceAll(key, '(the key)').replaceAll(encodeURIComponent(key), '(the key)');
}
