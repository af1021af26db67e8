/**
 * One request and its answer on a connection, under limits of size and time. Settles exactly once,
 * whatever the server does and whenever it is stopped; what it stops, it closes.
 */
import type { Dispatcher } from 'undici';
import { failureOf } from './failures.ts';
import { type Headers, headerOf, type Wire } from './fetched.ts';
import { because, type Reasoned } from './refusals.ts';

/** How much of a body is taken, judged when its head is known; or why none is. */
export type Appetite = { readonly bytes: number; readonly cut: boolean } | Reasoned;

export interface Order {
  readonly url: URL;
  /** All but `host` and `connection`, in order. */
  readonly headers: readonly (readonly [string, string])[];
  readonly appetite: (status: number, headers: Headers) => Appetite;
  readonly wholeMs: number;
  readonly signal?: AbortSignal | undefined;
}

export interface Response {
  readonly kind: 'response';
  readonly status: number;
  readonly headers: Headers;
  readonly wire: Wire;
}

export interface Failure extends Reasoned {
  readonly kind: 'failure';
  /** Of the answer, as far as it came. */
  readonly status?: number | undefined;
  readonly headers?: Headers | undefined;
  /** The connection broke before a byte of an answer. */
  readonly unanswered?: boolean;
}

/**
 * Asks once, and once more where the connection broke before any answer: a server that closes a kept
 * connection just as it is used again is no fault, and cannot be told from one that hangs up.
 */
export async function exchange(agent: Dispatcher, order: Order): Promise<Response | Failure> {
  const first = await attempt(agent, order);
  return first.kind === 'failure' && first.unanswered ? attempt(agent, order) : first;
}

interface Talk {
  readonly order: Order;
  readonly requestHead: string;
  readonly pieces: Buffer[];
  readonly settle: (outcome: Response | Failure) => void;
  /** Settles and closes the connection. */
  readonly stop: (outcome: Response | Failure) => void;
  bytes: number;
  head: { status: number; headers: Headers; text: string } | undefined;
  appetite: { readonly bytes: number; readonly cut: boolean };
}

function attempt(agent: Dispatcher, order: Order): Promise<Response | Failure> {
  return new Promise((resolve) => {
    let controller: Dispatcher.DispatchController | undefined;
    let settled = false;
    const settle: Talk['settle'] = (outcome) => {
      if (settled) return;
      settled = true;
      clearTimeout(timer);
      order.signal?.removeEventListener('abort', abort);
      resolve(outcome);
    };
    const stop: Talk['stop'] = (outcome) => {
      settle(outcome);
      controller?.abort(new Error('stopped'));
    };
    const abort = (): void => stop(aborted(order));
    const timer = setTimeout(() => stop(tooSlow(order)), order.wholeMs);
    if (order.signal?.aborted) return abort();
    order.signal?.addEventListener('abort', abort, { once: true });
    const requestHead = requestHeadOf(order);
    const nothing = { pieces: [], bytes: 0, head: undefined, appetite: { bytes: 0, cut: true } };
    const talk: Talk = { order, requestHead, settle, stop, ...nothing };
    const handler: Dispatcher.DispatchHandler = {
      onRequestStart: (started) => {
        controller = started;
        // Stopped while it was still connecting.
        if (settled) started.abort(new Error('stopped'));
      },
      onResponseStart: ({ rawHeaders }, status, _, text) => begin(talk, status, rawHeaders, text),
      onResponseData: (_, piece) => take(talk, piece),
      onResponseEnd: () => settle(responseOf(talk)),
      onResponseError: (_, error) => settle(broken(talk, error)),
    };
    dispatch(agent, order, handler, (error) => settle(broken(talk, error)));
  });
}

function dispatch(
  agent: Dispatcher,
  { url, headers }: Order,
  handler: Dispatcher.DispatchHandler,
  failed: (error: unknown) => void,
): void {
  const sent = ['host', url.host, ...headers.flat()];
  const path = `${url.pathname}${url.search}`;
  try {
    agent.dispatch({ origin: url.origin, path, method: 'GET', headers: sent }, handler);
  } catch (error) {
    failed(error);
  }
}

/** As undici writes it; a test compares it with what a socket receives. */
function requestHeadOf({ url, headers }: Order): string {
  const lines = [
    `GET ${url.pathname}${url.search} HTTP/1.1`,
    `host: ${url.host}`,
    'connection: keep-alive',
    ...headers.map(([name, value]) => `${name}: ${value}`),
  ];
  return `${lines.join('\r\n')}\r\n\r\n`;
}

function begin(
  talk: Talk,
  status: number,
  raw: Dispatcher.DispatchController['rawHeaders'],
  text = '',
): void {
  // 1xx come before the answer, and as many as the server likes.
  if (status < 200) return;
  const headers = headersOf(raw);
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  talk.head = { status, headers, text: `HTTP/1.1 ${status} ${text}\r\n${lines}\r\n` };
  const appetite = talk.order.appetite(status, headers);
  if ('reason' in appetite) {
    talk.stop({ kind: 'failure', ...appetite, status, headers });
    return;
  }
  talk.appetite = appetite;
  const stated = statedLength(headers);
  if (!appetite.cut && stated !== undefined && stated > appetite.bytes) {
    talk.stop(tooLarge(talk, `says it is ${stated} bytes long`));
  }
}

function take(talk: Talk, piece: Buffer): void {
  const room = talk.appetite.bytes - talk.bytes;
  talk.pieces.push(piece.length > room ? piece.subarray(0, Math.max(0, room)) : piece);
  talk.bytes += Math.min(piece.length, Math.max(0, room));
  if (piece.length <= room) return;
  if (talk.appetite.cut) talk.stop(responseOf(talk));
  else talk.stop(tooLarge(talk, 'goes on'));
}

function responseOf(talk: Talk): Response | Failure {
  const { head, requestHead, pieces, bytes } = talk;
  if (head === undefined) return broken(talk, new Error('an answer without a head'));
  const wire = { requestHead, responseHead: head.text, payload: Buffer.concat(pieces, bytes) };
  return { kind: 'response', status: head.status, headers: head.headers, wire };
}

function headersOf(raw: Dispatcher.DispatchController['rawHeaders']): Headers {
  if (!Array.isArray(raw)) return [];
  const headers: [string, string][] = [];
  for (let i = 0; i + 1 < raw.length; i += 2) headers.push([latin1(raw[i]!), latin1(raw[i + 1]!)]);
  return headers;
}

const latin1 = (value: Buffer | string): string =>
  typeof value === 'string' ? value : value.toString('latin1');

function statedLength(headers: Headers): number | undefined {
  const value = headerOf(headers, 'content-length');
  return value !== undefined && /^\d{1,15}$/.test(value) ? Number(value) : undefined;
}

/** Codes of a connection that was closed by the other side. */
const CLOSED: ReadonlySet<unknown> = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE']);

function broken({ order, head, bytes }: Talk, error: unknown): Failure {
  const failure = failureOf(error, order.url.host);
  if (head === undefined) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    const unanswered = CLOSED.has(code) && failure.reason === 'broken-transfer';
    return { kind: 'failure', ...failure, unanswered };
  }
  const answered = { status: head.status, headers: head.headers };
  const stated = statedLength(head.headers);
  const ended = failure.reason === 'broken-transfer' || failure.reason === 'wrong-length';
  if (ended && stated !== undefined && stated !== bytes) {
    const what = `${order.url.host} said its answer is ${stated} bytes long and sent ${bytes}`;
    return { kind: 'failure', ...because('wrong-length', what), ...answered };
  }
  return { kind: 'failure', ...failure, ...answered };
}

function tooLarge({ order, head, appetite }: Talk, how: string): Failure {
  const what = `the answer of ${order.url.host} ${how}, and at most ${appetite.bytes} bytes are taken`;
  const answered = head === undefined ? {} : { status: head.status, headers: head.headers };
  return { kind: 'failure', ...because('too-large', what), ...answered };
}

function tooSlow({ url, wholeMs }: Order): Failure {
  const what = `${url.host} had not answered in full after ${wholeMs / 1000} seconds`;
  return { kind: 'failure', ...because('time-out', what) };
}

function aborted({ url }: Order): Failure {
  return { kind: 'failure', ...because('aborted', `the request to ${url.host} was stopped`) };
}
