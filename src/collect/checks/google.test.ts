/** The API's stand-in on this machine: invented claims, and every way of misbehaving that was thought of. */
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openWeb, type Web } from '../web/web.ts';
import { askGoogle, type GoogleAnswer, type GoogleQuestion } from './google.ts';

const NOW = Date.UTC(2024, 8, 23);
const KEY = 'AIza+secret/42';

type Answering = (address: URL, response: ServerResponse) => void;

let server: Server;
let web: Web;
let endpoint: string;
let answering: Answering;
let asked: URL[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    const address = new URL(request.url ?? '/', 'http://stand-in.example');
    if (address.pathname === '/robots.txt') {
      response.writeHead(404).end();
      return;
    }
    asked.push(address);
    answering(address, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/claims:search`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

beforeEach(() => {
  asked = [];
});

function json(response: ServerResponse, status: number, value: unknown, headers = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(typeof value === 'string' ? value : JSON.stringify(value));
}

const claim = (n: number) => ({
  text: `Invented claim ${n}`,
  claimant: 'An invented outlet',
  claimDate: '2024-09-01T00:00:00Z',
  claimReview: [
    {
      publisher: { name: 'Invented Checkers', site: 'checkers.example' },
      url: `https://checkers.example/${n}`,
      title: `No, it is not so (${n})`,
      reviewDate: '2024-09-20T10:00:00Z',
      textualRating: 'False',
      languageCode: 'en',
    },
  ],
});

async function ask(more: Partial<GoogleQuestion> = {}): Promise<GoogleAnswer> {
  const { port } = new URL(endpoint);
  // One way out for each question: a host that has failed is left alone for a while.
  web = openWeb({
    version: '0',
    paceMs: 0,
    ports: [Number(port)],
    allow: () => true,
    timeOuts: { headersMs: 400, wholeMs: 500 },
    now: () => NOW,
    wait: async () => {},
    jitter: () => 0,
  });
  const answer = await askGoogle(web.get, { query: 'bridge', key: KEY, endpoint, ...more }, NOW);
  await web.close();
  const told = JSON.stringify(answer);
  expect(told).not.toContain(KEY);
  expect(told).not.toContain(encodeURIComponent(KEY));
  return answer;
}

const claims = ({ checks }: GoogleAnswer) => checks.map((one) => one.ok && one.value.draft.claim);

describe('askGoogle', () => {
  it('reads a page, with the bytes of each claim as they came', async () => {
    answering = (_, response) => json(response, 200, { claims: [claim(1), claim(2)] });
    const answer = await ask({ language: 'es' });
    expect(answer).toMatchObject({ pages: 1, more: false });
    const [first] = answer.checks;
    if (!first?.ok) throw new Error('no check');
    expect(first.value.draft).toMatchObject({
      claim: 'Invented claim 1',
      title: 'No, it is not so (1)',
      url: 'https://checkers.example/1',
      checker: 'Invented Checkers',
      rating: 'False',
      claimedBy: 'An invented outlet',
      language: 'en',
      list: 'Google Fact Check Tools',
    });
    expect(first.value.draft.checked?.earliest).toBe(Date.UTC(2024, 8, 20, 10));
    expect(Buffer.from(first.value.bytes).toString()).toBe(JSON.stringify(claim(1)));
    expect(first.value.place.file).toBe(`${endpoint}?query=bridge&languageCode=es&pageSize=50`);
    expect(asked[0]?.searchParams.get('key')).toBe(KEY);
  });

  it('follows the pages, and stops at the bound', async () => {
    answering = ({ searchParams }, response) => {
      const page = Number(searchParams.get('pageToken') ?? '0');
      const nextPageToken = page < 3 ? String(page + 1) : undefined;
      json(response, 200, { claims: [claim(page)], nextPageToken });
    };
    const all = await ask();
    expect(claims(all)).toEqual([0, 1, 2, 3].map((n) => `Invented claim ${n}`));
    expect(all).toMatchObject({ pages: 4, more: false });
    expect(await ask({ pages: 2 })).toMatchObject({ pages: 2, more: true });
    expect(asked).toHaveLength(6);
  });

  it('takes an answer without claims for what it is', async () => {
    answering = (_, response) => json(response, 200, {});
    expect(await ask()).toEqual({ checks: [], pages: 1, more: false });
  });

  it('does not go round in a circle', async () => {
    answering = (_, response) => json(response, 200, { claims: [claim(1)], nextPageToken: 'x' });
    const answer = await ask({ pages: 100 });
    expect(answer.fault?.kind).toBe('broken-answer');
    expect(asked).toHaveLength(2);
  });

  it('keeps what came before a fault', async () => {
    answering = ({ searchParams }, response) => {
      if (searchParams.has('pageToken')) json(response, 500, 'oops');
      else json(response, 200, { claims: [claim(1)], nextPageToken: 'x' });
    };
    const answer = await ask();
    expect(claims(answer)).toEqual(['Invented claim 1']);
    expect(answer).toMatchObject({ pages: 1, more: true, fault: { kind: 'server-error' } });
  });

  const error = (message: string) => ({ error: { message } });
  const valid = (key: string) => error(`API key not valid: ${key}. Please pass a valid API key.`);

  it.each<[string, string, Answering]>([
    ['bad-key', 'check the key', (_, r) => json(r, 400, valid(KEY))],
    ['bad-key', 'check the key', (_, r) => json(r, 401, error('who are you?'))],
    ['bad-request', 'Invalid language', (_, r) => json(r, 400, error('Invalid language'))],
    ['forbidden', 'enable the Fact Check', (_, r) => json(r, 403, error(`${KEY} is blocked`))],
    ['rate-limited', 'in 30 seconds', (_, r) => json(r, 429, '{', { 'retry-after': '30' })],
    ['server-error', 'status 503', (_, r) => json(r, 503, '<html>')],
    ['broken-answer', 'no JSON object', (_, r) => json(r, 200, '{"claims": [')],
    ['broken-answer', 'no JSON object', (_, r) => json(r, 200, '[]')],
    ['broken-answer', 'no list', (_, r) => json(r, 200, { claims: 'many' })],
    ['broken-answer', 'status 204', (_, r) => r.writeHead(204).end()],
    [
      'unreachable',
      '(the key)',
      (a, r) => r.writeHead(302, { location: a.href.replace(a.origin, '') }).end(),
    ],
    ['time-out', 'had not answered', () => {}],
    ['unreachable', 'check the connection', (_, r) => r.destroy()],
  ])('says %s (%s)', async (kind, words, misbehaving) => {
    answering = misbehaving;
    const answer = await ask();
    expect(answer.fault?.kind).toBe(kind);
    expect(answer.fault?.detail).toContain(words);
    expect(answer.checks).toEqual([]);
  });

  it('says when to come again', async () => {
    answering = (_, response) => json(response, 429, {}, { 'retry-after': '30' });
    expect((await ask()).fault?.retryAfterMs).toBeGreaterThanOrEqual(30_000);
  });

  it('keeps claims that can be read among those that cannot', async () => {
    const broken = { ...claim(2), text: ' ' };
    answering = (_, response) =>
      json(response, 200, { claims: [claim(1), broken, null, 7, { claimReview: [] }, claim(3)] });
    const { checks } = await ask();
    expect(checks.map((one) => (one.ok ? one.value.draft.claim : one.refusal.kind))).toEqual([
      'Invented claim 1',
      'no-text',
      'not-an-object',
      'not-an-object',
      'no-text',
      'Invented claim 3',
    ]);
  });
});
