/** Where a chat model is, and how it is called. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Endpoint, EndpointRole } from './endpoint-call.ts';

export const CHAT_CALL = '/chat/completions';
/** Node itself gives up after 300 s. */
const TIMEOUT_MS = 280_000;

/** Where the model is. */
export interface ReaderChoice {
  /** The address that `/chat/completions` stands under, as a rule ending in `/v1`. */
  readonly url: string;
  readonly model: string;
  readonly key?: string | undefined;
}

/** What tests pass in. */
export interface ChatOptions {
  /** Milliseconds for one call. */
  readonly timeoutMs?: number;
  readonly fetch?: typeof fetch;
  readonly now?: () => number;
  readonly sleep?: Endpoint['sleep'];
}

/** The address of the call; one that names the call itself is taken as it is. */
export function chatUrl(base: string): URL {
  const url = new URL(base);
  url.hash = '';
  const path = url.pathname.replace(/(?<!\/)\/+$/, '');
  url.pathname = path.endsWith(CHAT_CALL) ? path : `${path}${CHAT_CALL}`;
  return url;
}

export function chatEndpoint(
  url: URL,
  role: EndpointRole,
  options: ReaderChoice & ChatOptions,
): Endpoint {
  return {
    role,
    url,
    key: options.key,
    model: options.model,
    timeoutMs: options.timeoutMs ?? TIMEOUT_MS,
    fetch: options.fetch ?? fetch,
    now: options.now ?? Date.now,
    sleep: options.sleep ?? ((ms, signal) => pause(ms, undefined, { signal })),
  };
}
