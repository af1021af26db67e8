/** One request on its way through its redirects: what every outcome tells of it. */
import type { FetchRequest, Headers, Refused } from './fetched.ts';
import type { Limits } from './limits.ts';
import { type Chain, startChain } from './redirects.ts';
import { because, type Reasoned, sentenceOf } from './refusals.ts';

export interface Journey {
  readonly request: FetchRequest;
  readonly limits: Limits;
  readonly chain: Chain;
  /** The address where it stands. */
  at: string;
  /** Of the last request sent. */
  startedAt: number;
  ms: number;
}

export function startJourney(request: FetchRequest, limits: Limits, now: number): Journey {
  return { request, limits, chain: startChain(), at: request.url, startedAt: now, ms: 0 };
}

/** What a refusal tells beside its reason. */
interface Particulars {
  readonly status?: number | undefined;
  readonly headers?: Headers | undefined;
  readonly body?: Uint8Array | undefined;
  readonly retryAfterMs?: number | undefined;
}

/** The end of a journey without an answer. */
export function refusedAt(journey: Journey, why: Reasoned, more: Particulars = {}): Refused {
  const { request, chain, at, startedAt, ms } = journey;
  const { status, headers, body, retryAfterMs } = more;
  const told = { url: request.url, finalUrl: at, redirects: chain.hops, startedAt, ms };
  const detail = sentenceOf(why, retryAfterMs);
  const { reason, what } = why;
  return { kind: 'refused', ...told, reason, what, detail, status, headers, body, retryAfterMs };
}

export function stopped(url: URL): Reasoned {
  return because('aborted', `the request to ${url.host} was stopped`);
}
