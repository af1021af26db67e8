/**
 * One call of an endpoint: JSON there, JSON back, within a time and a size. Busy servers (429, 502,
 * 503, 504) are asked again a few times, as late as they wish or each time twice as late; nothing
 * else is. Redirects are not followed: a key must not leave for another host. Every failure is an
 * error that names the address, what came back and what to do, and never the key.
 */

/** What an endpoint is to the desk, in the words of messages. */
export interface EndpointRole {
  /** `encoder`. */
  readonly name: string;
  /** The variable that names it; with `_KEY` behind it the one that holds its key. */
  readonly setting: string;
  /** What it is asked for: `embeddings`. */
  readonly task: string;
}

/** An endpoint and what it is called with. */
export interface Endpoint {
  readonly role: EndpointRole;
  readonly url: URL;
  /** Sent as bearer token. */
  readonly key: string | undefined;
  /** Named in messages. */
  readonly model: string;
  /** For one call, its answer included. */
  readonly timeoutMs: number;
  readonly fetch: typeof fetch;
  /** Milliseconds since the epoch: `Retry-After` may be a date. */
  readonly now: () => number;
  /** Given `stop` too, if there is one. */
  readonly sleep: (ms: number, stop?: AbortSignal) => Promise<unknown>;
  /** Ends a call that is under way. */
  readonly stop?: AbortSignal;
}

/** An answer that says no to the request itself, not to its moment. */
export class EndpointRefusal extends Error {
  readonly status: number;
  /** The server's own words, shortened. */
  readonly words: string;

  constructor(message: string, status: number, words: string) {
    super(message);
    this.status = status;
    this.words = words;
  }
}

/** Calls in all, the first one included. */
const MOST_TRIES = 5;
const FIRST_WAIT_MS = 1000;
/** A server that asks for more than this is not waited for. */
const MOST_WAIT_MS = 60_000;
/** An answer of 32 rows of 4,096 numbers has 3 MB. */
const MOST_BYTES = 64 * 2 ** 20;
/** Characters of a server's own words that a message quotes. */
const MOST_QUOTED = 200;
const BUSY = new Set([429, 502, 503, 504]);

/** The address as messages and ids show it: without a query, in which some services expect a key. */
export const shownAddress = ({ origin, pathname }: URL): string => `${origin}${pathname}`;

/** Who answers, as messages say it. */
export const shownEndpoint = ({ role, url }: Endpoint): string =>
  `the ${role.name} at ${shownAddress(url)}`;

/** Posts `body` as JSON and gives the parsed answer. Throws as the head of the file says. */
export async function postJson(endpoint: Endpoint, body: unknown): Promise<unknown> {
  const who = shownEndpoint(endpoint);
  for (let tries = 1; ; tries++) {
    const { status, headers, text } = await call(endpoint, who, JSON.stringify(body));
    if (status >= 200 && status < 300) return parsed(text, who, endpoint);
    if (!BUSY.has(status)) throw refused(endpoint, who, status, headers, text);
    const wait = waitOf(headers.get('retry-after'), tries, endpoint.now);
    if (tries === MOST_TRIES || wait > MOST_WAIT_MS) {
      const asked = wait > MOST_WAIT_MS ? `, and asks to wait ${Math.ceil(wait / 1000)} s` : '';
      throw new Error(
        `${who} is busy: it answered ${status} ${times(tries)}${asked}; try again later${quoted(text, endpoint)}`,
      );
    }
    await endpoint.sleep(wait, endpoint.stop);
  }
}

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

async function call(endpoint: Endpoint, who: string, body: string): Promise<Answer> {
  const { role, key, timeoutMs, stop } = endpoint;
  const late = AbortSignal.timeout(timeoutMs);
  try {
    const response = await endpoint.fetch(endpoint.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
      },
      body,
      redirect: 'manual',
      signal: stop === undefined ? late : AbortSignal.any([late, stop]),
    });
    const text = await textOf(response, who, role);
    return { status: response.status, headers: response.headers, text };
  } catch (error) {
    if (error instanceof AnswerTooLong) throw error;
    const { name, message, cause } = error as Error;
    if (name === 'TimeoutError') {
      throw new Error(
        `${who} did not answer within ${timeoutMs / 1000} s: see whether it is well, or correct ${role.setting}`,
      );
    }
    const { code, message: why = message } = (cause ?? {}) as { code?: string; message?: string };
    const reason = clean(code ?? why, endpoint);
    throw new Error(`${who} cannot be reached (${reason}): start it, or correct ${role.setting}`);
  }
}

class AnswerTooLong extends Error {}

async function textOf(response: Response, who: string, role: EndpointRole): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > MOST_BYTES) {
      throw new AnswerTooLong(
        `${who} answered ${response.status} with more than ${MOST_BYTES} bytes: this is no ${role.task} endpoint`,
      );
    }
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parsed(text: string, who: string, endpoint: Endpoint): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(
      `${who} answered what is not JSON (it begins "${clean(text, endpoint).slice(0, 40)}"): see whether the address is one for ${endpoint.role.task}; it usually ends in /v1`,
    );
  }
}

/** How long to wait: what the server asks for (seconds or a date), else twice as long each time. */
function waitOf(asked: string | null, tries: number, now: () => number): number {
  const own = FIRST_WAIT_MS * 2 ** (tries - 1);
  if (asked === null) return own;
  if (/^\d+$/.test(asked)) return Number(asked) * 1000;
  const date = Date.parse(asked);
  return Number.isNaN(date) ? own : Math.max(0, date - now());
}

function refused(
  endpoint: Endpoint,
  who: string,
  status: number,
  headers: Headers,
  text: string,
): EndpointRefusal {
  return new EndpointRefusal(
    `${who} answered ${status}: ${adviceOn(endpoint, status, headers)}${quoted(text, endpoint)}`,
    status,
    clean(text, endpoint),
  );
}

function adviceOn({ role, url, key, model }: Endpoint, status: number, headers: Headers): string {
  if (status >= 300 && status < 400) {
    const target = headers.get('location') ?? '';
    const known = URL.canParse(target, url.href);
    const where = known ? `to ${shownAddress(new URL(target, url))}` : 'away';
    return `it sends ${where}, where no text or key is sent unasked; name the final address in ${role.setting}`;
  }
  if (status === 401 || status === 403) {
    return key === undefined
      ? `it wants a key; set ${role.setting}_KEY`
      : `it does not take the key; correct ${role.setting}_KEY`;
  }
  if (status === 404 || status === 405) {
    return `correct the address (it usually ends in /v1) or the model, "${model}", in ${role.setting}`;
  }
  return status < 500
    ? `it refuses the request; see whether "${model}" is a model for ${role.task}`
    : 'something is wrong with it; see its log';
}

/** The server's own words. */
function quoted(text: string, endpoint: Endpoint): string {
  const words = clean(text, endpoint);
  return words === '' ? '' : `. It says: ${words}`;
}

/** Foreign words shortened and made harmless to a terminal, without the key. */
export function clean(text: string, { key }: Endpoint): string {
  const own = key === undefined ? text : text.replaceAll(key, '…');
  const words = own.slice(0, MOST_QUOTED).replace(/[\p{C}\s]+/gu, ' ');
  return words.trim();
}

const times = (n: number): string => (n === 1 ? 'once' : `${n} times`);
