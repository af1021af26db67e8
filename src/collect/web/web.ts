/**
 * The one way out to the network: GET of public http(s) addresses, politely. Each hop of a chain is
 * checked, allowed by its site's robots.txt, and waits for its host's turn. Nothing is thrown for the
 * world's faults, nothing is tried again by itself: a refusal says why, and when to come again.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Connections, openConnections, type TimeOuts } from './connections.ts';
import { exchange, type Failure, type Response } from './exchange.ts';
import { type Fetched, type FetchRequest, headerOf } from './fetched.ts';
import { type Allow, type Resolve, resolveName } from './guard.ts';
import { type Journey, refusedAt, startJourney, stopped } from './journey.ts';
import { LIMITS, type Limits } from './limits.ts';
import { orderFor, PRODUCT, userAgentOf } from './order.ts';
import { type After, openPace, type Pace } from './pace.ts';
import { isAskedAgain, redirectOf } from './redirects.ts';
import { because, type Reasoned, shown } from './refusals.ts';
import { retryAfterMs } from './retry-after.ts';
import { openRobots, type Robots } from './robots.ts';
import { targetOf, WEB_PORTS } from './target.ts';
import { verdictOn } from './verdict.ts';

export interface WebOptions {
  /** This desk's version, as in the user agent `Atalaya/<version> (+<contact>)`. */
  readonly version: string;
  /** Where a publisher can write to: an address of the web or of mail. */
  readonly contact?: string | undefined;
  /** Time between two requests to one host, in ms; 1000 by default. robots.txt may ask for more. */
  readonly paceMs?: number | undefined;
  /** Connections to one host (1) and to all hosts (16) at once. */
  readonly perHost?: number | undefined;
  readonly inFlight?: number | undefined;
  readonly timeOuts?: Partial<TimeOuts> | undefined;
  /** In place of the `LIMITS` of every purpose. */
  readonly limits?: Partial<Limits> | undefined;
  /** Ports that may be asked; 80, 443, 8080 and 8443 by default. */
  readonly ports?: readonly number[] | undefined;
  /** Tests only: addresses that may be asked though they are not public. */
  readonly allow?: Allow | undefined;
  /** Tests only: names to addresses, in place of the system's resolver. */
  readonly lookup?: Resolve | undefined;
  /** ms since the epoch. */
  readonly now?: (() => number) | undefined;
  /** Resolves after so many ms; may reject when the signal aborts. */
  readonly wait?: ((ms: number, signal: AbortSignal) => Promise<void>) | undefined;
  /** A number in [0, 1), for the length of pauses. */
  readonly jitter?: (() => number) | undefined;
}

export interface Web {
  /** Never rejects. Waits for the host's turn, not for a host that wants to be left alone. */
  readonly get: (request: FetchRequest) => Promise<Fetched>;
  /** Ends all requests as `aborted`, and all connections. */
  readonly close: () => Promise<void>;
}

const PACE_MS = 1000;
const IN_FLIGHT = 16;
const TIME_OUTS: TimeOuts = {
  connectMs: 10_000,
  headersMs: 20_000,
  idleMs: 15_000,
  wholeMs: 60_000,
};

interface Desk {
  readonly options: WebOptions;
  readonly timeOuts: TimeOuts;
  readonly now: () => number;
  readonly userAgent: string;
  readonly connections: Connections;
  readonly pace: Pace;
  readonly robots: Robots;
  closed: boolean;
}

/** Opens the way out. Nothing is sent before the first `get`. */
export function openWeb(options: WebOptions): Web {
  const timeOuts = { ...TIME_OUTS, ...options.timeOuts };
  const now = options.now ?? Date.now;
  const perHost = options.perHost ?? 1;
  const resolve = options.lookup ?? resolveName;
  const fetchRobots = (url: string): Promise<Fetched> => get(desk, { url, purpose: 'robots' });
  const desk: Desk = {
    options,
    timeOuts,
    now,
    userAgent: userAgentOf(options.version, options.contact),
    connections: openConnections({ resolve, allow: options.allow, timeOuts, perHost }),
    pace: openPace({
      now,
      wait: options.wait ?? ((ms, signal) => sleep(ms, undefined, { signal })),
      jitter: options.jitter ?? Math.random,
      perHost,
      inFlight: options.inFlight ?? IN_FLIGHT,
    }),
    robots: openRobots({ now, agent: PRODUCT, fetch: fetchRobots }),
    closed: false,
  };
  return { get: (request) => get(desk, request), close: () => close(desk) };
}

async function close(desk: Desk): Promise<void> {
  desk.closed = true;
  desk.pace.close();
  await desk.connections.close();
}

async function get(desk: Desk, request: FetchRequest): Promise<Fetched> {
  const limits = { ...LIMITS[request.purpose], ...desk.options.limits };
  const journey = startJourney(request, limits, desk.now());
  for (;;) {
    const target = targetOf(journey.at, desk.options.ports ?? WEB_PORTS, desk.options.allow);
    if ('reason' in target) return refusedAt(journey, target);
    journey.at = target.url.href;
    const step = await hop(desk, journey, target.url);
    if ('kind' in step) return step;
    journey.at = step.next;
  }
}

type Step = Fetched | { readonly next: string };

/** One hop: its site's rules, its turn, its exchange, and what that amounts to. */
async function hop(desk: Desk, journey: Journey, url: URL): Promise<Step> {
  const { request, chain } = journey;
  if (isAskedAgain(chain, url)) {
    const what = `${shown(url.href)} leads back to itself`;
    return refusedAt(journey, because('redirect-loop', what));
  }
  const gap = await gapFor(desk, request, url);
  if (typeof gap !== 'number') return refusedAt(journey, gap, { retryAfterMs: gap.retryAfterMs });
  const turn = await desk.pace.turn(url.hostname, gap, request.signal);
  if (turn.kind === 'aborted') return refusedAt(journey, stopped(url));
  if (turn.kind === 'held-off') {
    const what = `${url.hostname} needs to be left alone after its last answers, or the want of them`;
    return refusedAt(journey, because('rate-limited', what), { retryAfterMs: turn.ms });
  }
  journey.startedAt = desk.now();
  const order = orderFor(journey, url, desk.userAgent, desk.timeOuts.wholeMs);
  const result = await exchange(desk.connections.agent, order);
  journey.ms = desk.now() - journey.startedAt;
  const pause = turn.done(afterOf(result, desk.now()));
  return judged(desk, journey, url, result, pause > 0 ? pause : undefined);
}

/** The gap after the request that the site's rules ask for, in ms; or why it is not asked at all. */
async function gapFor(
  desk: Desk,
  { purpose, signal }: FetchRequest,
  url: URL,
): Promise<number | (Reasoned & { readonly retryAfterMs?: number | undefined })> {
  // The page that a robots.txt is read for may follow at once.
  if (purpose === 'robots') return 0;
  const verdict = await unlessAborted(desk.robots.verdict(url), signal);
  if (verdict === undefined || desk.closed) return stopped(url);
  if (verdict.kind === 'refused') return verdict;
  return Math.max(desk.options.paceMs ?? PACE_MS, verdict.crawlDelayMs);
}

/** The promise's value, or `undefined` as soon as the signal aborts; what was begun goes on. */
function unlessAborted<T>(promise: Promise<T>, signal?: AbortSignal): Promise<T | undefined> {
  if (signal === undefined) return promise;
  if (signal.aborted) return Promise.resolve(undefined);
  return new Promise((resolve, reject) => {
    const abort = (): void => resolve(undefined);
    signal.addEventListener('abort', abort, { once: true });
    const ended = (): void => signal.removeEventListener('abort', abort);
    promise.then(resolve, reject).then(ended, ended);
  });
}

/** What an exchange tells of the host's health. */
function afterOf(result: Response | Failure, now: number): After {
  if (result.kind === 'response') {
    const { status, headers } = result;
    if (status === 429 || status === 503) {
      return {
        kind: 'hold-off',
        retryAfterMs: retryAfterMs(headerOf(headers, 'retry-after'), now),
      };
    }
    return { kind: status >= 502 ? 'no-answer' : 'fine' };
  }
  switch (result.reason) {
    case 'aborted':
      return { kind: 'stopped' };
    case 'too-large':
    case 'media-type':
    case 'wrong-length':
    case 'private-address':
      return { kind: 'fine' };
    default:
      return { kind: 'no-answer' };
  }
}

/** A redirect's next address, or how the chain ends here. */
async function judged(
  desk: Desk,
  journey: Journey,
  url: URL,
  result: Response | Failure,
  pause: number | undefined,
): Promise<Step> {
  const { request, chain, limits, startedAt, ms } = journey;
  const { status, headers } = result;
  if (result.kind === 'failure') {
    const why = desk.closed ? stopped(url) : result;
    return refusedAt(journey, why, { status, headers, retryAfterMs: pause });
  }
  const redirect = redirectOf(chain, url, result, limits.redirects);
  if (redirect !== undefined) {
    return 'next' in redirect ? redirect : refusedAt(journey, redirect, { status, headers });
  }
  const verdict = await verdictOn(result, {
    url,
    purpose: request.purpose,
    limits,
    conditional: request.etag !== undefined || request.lastModified !== undefined,
    redirected: chain.hops.length > 0,
  });
  if (verdict.kind === 'refused') {
    return refusedAt(journey, verdict, {
      status,
      headers,
      body: verdict.body,
      retryAfterMs: pause,
    });
  }
  const told = { url: request.url, finalUrl: url.href, redirects: chain.hops, startedAt, ms };
  const answer = {
    ...told,
    permanent: chain.permanent,
    headers: result.headers,
    wire: result.wire,
  };
  if (verdict.kind === 'not-modified') return { kind: 'not-modified', ...answer };
  return { kind: 'answer', ...answer, status: result.status, body: verdict.body };
}
