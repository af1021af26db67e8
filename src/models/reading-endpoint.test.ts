import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  articleIn,
  articleOf,
  type Chat,
  chatServer,
  findInvented,
  isTrial,
  type Lists,
  said,
  saidLists,
} from './chat-stand-in.fixture.ts';
import { openReadingEndpoint, type ReadingEndpointOptions } from './reading-endpoint.ts';
import { type Reply, type StandInServer, standInServer } from './stand-in.fixture.ts';

const KEY = 'sk-very-secret';
const NOW = Date.UTC(2025, 0, 1);
const TEXT = 'Ana Rivas said the port was closed.';
const STATEMENT = { source: 'Ana Rivas', cue: 'said', content: ['the port was closed'] };

let server: StandInServer<Chat>;
let waits: number[];
let find: (article: string) => Lists;
beforeEach(async () => {
  find = (article) => (article.includes('Ana Rivas') ? { attributions: [STATEMENT] } : {});
  server = await chatServer((article) => find(article));
  waits = [];
});
afterEach(() => server.close());

const open = (more: Partial<ReadingEndpointOptions> = {}) =>
  openReadingEndpoint({
    url: server.url,
    model: 'stand-in',
    find: findInvented,
    now: () => NOW,
    sleep: async (ms) => waits.push(ms),
    ...more,
  });

const trial: Reply = { body: saidLists({}) };
const asked = (): Chat[] => server.calls.map(({ body }) => body);
/** What was asked after the trial. */
const questions = (): Chat[] => asked().filter((chat) => !isTrial(chat));

describe('openReadingEndpoint', () => {
  it('reads with what it is told, and asks nothing before', async () => {
    const reader = open();
    expect(server.calls).toEqual([]);
    const [reading] = await reader.read([articleOf(TEXT)]);
    expect(reading).toMatchObject({
      article: '00000000000000aa',
      reader: `${server.url}#stand-in@1`,
      attributions: [{ source: { text: 'Ana Rivas' }, content: [{ begin: 15, end: 34 }] }],
      refused: {},
    });
    expect(reading!.mentions.map(({ text }) => text)).toEqual(['Ana Rivas']);
  });

  it('sends model, schema and key as such endpoints want them', async () => {
    await open({ key: KEY }).read([articleOf(TEXT)]);
    const { method, path, headers, body } = server.calls[1]!;
    expect([method, path]).toEqual(['POST', '/v1/chat/completions']);
    expect(headers.authorization).toBe(`Bearer ${KEY}`);
    expect(body).toMatchObject({
      model: 'stand-in',
      temperature: 0,
      max_tokens: 4096,
      stream: false,
      response_format: { type: 'json_schema', json_schema: { strict: true } },
    });
    expect(articleIn(body)).toBe(`[1] ${TEXT}`);
  });

  it.each(['/v1/', '/v1/chat/completions', '/v1?token=secret'])(
    'takes the address %s, and shows no query',
    async (path) => {
      const reader = open({ url: server.url.replace('/v1', path) });
      await reader.read([articleOf(TEXT)]);
      expect(server.calls[0]!.path).toMatch(/^\/v1\/chat\/completions(?:\?token=secret)?$/);
      expect(reader.id).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/v1\/?#stand-in@1$/);
    },
  );

  it('tries the model once, not once a call', async () => {
    const reader = open();
    await reader.read([articleOf(TEXT), articleOf(TEXT)]);
    await reader.read([articleOf(TEXT)]);
    expect(asked().filter(isTrial)).toHaveLength(1);
    expect(questions()).toHaveLength(3);
  });

  it('asks nothing about an article without words', async () => {
    const [reading] = await open().read([articleOf(' \n')]);
    expect(reading).toMatchObject({ attributions: [], refused: {} });
    expect(server.calls).toEqual([]);
  });

  it('gives readings in the order of the articles, at most so many calls at a time', async () => {
    let now = 0;
    let most = 0;
    const counting: typeof fetch = async (...call) => {
      most = Math.max(most, ++now);
      const answer = await fetch(...call);
      now--;
      return answer;
    };
    const articles = Array.from({ length: 9 }, (_, n) =>
      articleOf(n % 2 === 0 ? TEXT : 'Nothing here.', { id: `${n}` as never }),
    );
    const readings = await open({ fetch: counting }).read(articles);
    expect(readings.map(({ article }) => article)).toEqual(articles.map(({ id }) => id));
    expect(readings.map(({ attributions }) => attributions.length)).toEqual([
      1, 0, 1, 0, 1, 0, 1, 0, 1,
    ]);
    expect(most).toBe(2);
    expect(await open({ concurrency: 7 }).read(articles)).toEqual(readings);
  });
});

describe('a long article', () => {
  const filler = (n: number): string => `Paragraph ${n}. ${'Words that say little. '.repeat(40)}`;
  const paragraphs = Array.from({ length: 12 }, (_, n) =>
    n % 5 === 3 ? `${TEXT} ${filler(n)}` : filler(n),
  );
  const text = paragraphs.join('\n\n');

  it('goes in windows of whole paragraphs, and every span is right', async () => {
    const [reading] = await open().read([articleOf(text)]);
    expect(questions().length).toBeGreaterThan(2);
    for (const chat of questions()) expect(articleIn(chat).length).toBeLessThan(4100);
    const begins = reading!.attributions.map(({ content }) => content[0]!.begin);
    const expected = [...text.matchAll(/the port was closed/g)].map(({ index }) => index);
    expect(expected).toHaveLength(2);
    expect(begins).toEqual(expected);
    expect(reading!.refused).toEqual({});
  });

  it('is read up to a bound, and what is beyond it is counted', async () => {
    const endless = `${'Words that say little. '.repeat(9000)}\n\n${TEXT}`;
    const [reading] = await open().read([articleOf(endless)]);
    expect(questions()).toHaveLength(50);
    expect(reading!.attributions).toEqual([]);
    expect(reading!.refused['too-many']).toBeGreaterThanOrEqual(2);
  });

  it('is asked about in halves where an answer is cut off', async () => {
    server.replies.push(trial, { body: said('{"attributions":[{"source":"Ana', 'length') });
    const whole = paragraphs.slice(2, 5).join('\n\n');
    const [reading] = await open().read([articleOf(whole)]);
    expect(questions().length).toBeGreaterThan(2);
    expect(reading).toMatchObject({
      attributions: [{ source: { text: 'Ana Rivas' } }],
      refused: {},
    });
  });

  it('is asked about in halves where the server finds it too long', async () => {
    server.replies.push(trial, { status: 400, body: 'maximum context length' });
    const [reading] = await open().read([articleOf(paragraphs.slice(2, 5).join('\n\n'))]);
    expect(reading).toMatchObject({
      attributions: [{ source: { text: 'Ana Rivas' } }],
      refused: {},
    });
  });
});

describe('an answer', () => {
  /** The reading of one article about which the model says this, each time. */
  async function readingAfter(...replies: StandInServer['replies']) {
    server.replies.push(trial, ...replies);
    const [reading] = await open().read([articleOf(TEXT)]);
    return reading!;
  }
  const right = saidLists({ attributions: [STATEMENT] });

  it.each([
    [
      'in a code fence',
      said(`\`\`\`json\n${JSON.stringify({ attributions: [STATEMENT] })}\n\`\`\``),
    ],
    ['behind thoughts', said(`<think>{</think>{"attributions":[${JSON.stringify(STATEMENT)}]}`)],
    [
      'in parts',
      said([
        { type: 'text', text: '{"attributions":[' },
        { text: `${JSON.stringify(STATEMENT)}]}` },
      ]),
    ],
  ])('%s is taken', async (_how, body) => {
    const reading = await readingAfter({ body });
    expect(reading).toMatchObject({
      attributions: [{ source: { text: 'Ana Rivas' } }],
      refused: {},
    });
  });

  it('of JSON under another content type is taken', async () => {
    const reading = await readingAfter({ headers: { 'content-type': 'text/plain' }, body: right });
    expect(reading.attributions).toHaveLength(1);
  });

  it.each([
    ['broken JSON', said('{"attributions": [{"source": "Ana')],
    ['an empty answer', said('')],
    ['no content', said(null)],
    ['other JSON', said('{"answer": 42}')],
    ['words', said('I cannot help with that.')],
  ])('of %s is asked for once more', async (_what, body) => {
    expect((await readingAfter({ body })).attributions).toHaveLength(1);
    expect(server.calls).toHaveLength(3);
  });

  it('that stays broken is counted, and the next article is read', async () => {
    const broken: Reply = { body: said('{"attributions": [{') };
    server.replies.push(trial, broken, broken);
    const readings = await open({ concurrency: 1 }).read([articleOf(TEXT), articleOf(TEXT)]);
    expect(readings.map(({ refused }) => refused)).toEqual([{ malformed: 1 }, {}]);
    expect(readings.map(({ attributions }) => attributions.length)).toEqual([0, 1]);
    // It was the article, not the model: that was tried again.
    expect(asked().filter(isTrial)).toHaveLength(2);
  });

  it('that is cut off, however little is asked about, is counted', async () => {
    const cut: Reply = { body: said('{"attributions": [{', 'length') };
    expect(await readingAfter(cut)).toMatchObject({ attributions: [], refused: { malformed: 1 } });
  });

  it('with items that do not stand in the article is taken without them', async () => {
    find = () => ({
      attributions: [STATEMENT, { ...STATEMENT, content: ['the port was bombed'] }],
      events: [{ words: 'closed', type: 'SPY', kind: 'other', status: 'happened' }, 7],
    });
    const [reading] = await open().read([articleOf(TEXT)]);
    expect(reading).toMatchObject({
      attributions: [{}],
      events: [],
      refused: { 'not-in-text': 1, 'unknown-value': 1, malformed: 1 },
    });
  });
});

describe('what a server does not take', () => {
  const refusal = (body: string, status = 400): Reply => ({ status, body });

  it.each([
    ['response_format is not supported', ['temperature', 'max_tokens']],
    ['bad request', ['temperature', 'max_tokens']],
    ['Unsupported value: temperature', ['response_format', 'max_tokens']],
    [
      'max_tokens is not supported; use max_completion_tokens',
      ['response_format', 'temperature', 'max_completion_tokens'],
    ],
  ])('is left out from then on: %s', async (words, kept) => {
    server.replies.push(refusal(words));
    const [reading] = await open().read([articleOf(TEXT)]);
    expect(reading!.attributions).toHaveLength(1);
    const extras = ['response_format', 'temperature', 'max_tokens', 'max_completion_tokens'];
    const sent = (chat: Chat): string[] => extras.filter((extra) => extra in chat);
    expect(asked().map(sent)).toEqual([
      ['response_format', 'temperature', 'max_tokens'],
      kept,
      kept,
    ]);
  });

  it('may be all that is besides model and messages', async () => {
    server.replies.push(refusal('no', 422), refusal('no', 501), refusal('no', 500));
    await open().read([articleOf(TEXT)]);
    expect(Object.keys(questions()[0]!)).toEqual(['model', 'messages', 'stream']);
  });

  it('is not the request as such', async () => {
    server.replies.push(...new Array<Reply>(9).fill(refusal(`no, ${KEY}`)));
    const failure = open({ key: KEY }).read([articleOf(TEXT)]);
    await expect(failure).rejects.toThrow(
      `the reader at ${server.url}/chat/completions answered 400: it refuses the request; see whether "stand-in" is a model for chat. It says: no, …`,
    );
    expect(server.calls).toHaveLength(4);
  });
});

describe('a busy endpoint', () => {
  const busy = (status: number, after?: string): Reply => ({
    status,
    ...(after === undefined ? {} : { headers: { 'retry-after': after } }),
  });

  it.each([429, 503])('that answers %i is asked again, later each time', async (status) => {
    server.replies.push(trial, busy(status), busy(status), busy(status));
    const [reading] = await open().read([articleOf(TEXT)]);
    expect(reading!.attributions).toHaveLength(1);
    expect(waits).toEqual([1000, 2000, 4000]);
  });

  it('is waited for as long as it wishes, said in seconds or as a date', async () => {
    const date = new Date(NOW + 7000).toUTCString();
    server.replies.push(trial, busy(429, '3'), busy(503, date));
    await open().read([articleOf(TEXT)]);
    expect(waits).toEqual([3000, 7000]);
  });

  it.each([429, 503])('that answers %i for ever is given up', async (status) => {
    server.replies.push(trial, ...new Array<Reply>(9).fill(busy(status)));
    await expect(open({ key: KEY }).read([articleOf(TEXT)])).rejects.toThrow(
      `the reader at ${server.url}/chat/completions is busy: it answered ${status} 5 times; try again later`,
    );
    expect(server.calls).toHaveLength(6);
  });
});

describe('an endpoint that fails', () => {
  /** The message with which reading fails after these answers. */
  async function failure(...replies: StandInServer['replies']): Promise<string> {
    server.replies.push(...replies);
    const { message } = await open({ key: KEY, timeoutMs: 2000 })
      .read([articleOf(TEXT)])
      .then(
        () => new Error('it did not fail'),
        (error: Error) => error,
      );
    expect(message).not.toContain(KEY);
    expect(message).toContain(`the reader at ${server.url}/chat/completions `);
    return message;
  }

  it('by an HTML page says so, at first and later', async () => {
    const page: Reply = { headers: { 'content-type': 'text/html' }, body: '<html>Error' };
    expect(await failure(page)).toContain('answered what is not JSON (it begins "<html>Error")');
    expect(await failure(trial, page)).toContain('see whether the address is one for chat');
  });

  it('by an answer that is none says what is missing', async () => {
    expect(await failure({ body: {} })).toContain('answered without a usable "choices"');
    expect(await failure(trial, { body: { choices: [] } })).toContain('"choices"');
    expect(await failure(trial, { body: { choices: [{}] } })).toContain('"choices.0.message"');
    expect(await failure({ body: [] })).toContain('this is no OpenAI-compatible answer');
  });

  it.each([
    [401, 'it does not take the key; correct ATALAYA_READER_KEY'],
    [404, 'or the model, "stand-in", in ATALAYA_READER'],
    [302, 'name the final address in ATALAYA_READER'],
  ])('with %i says what to do', async (status, advice) => {
    expect(await failure(trial, { status, body: KEY })).toContain(advice);
  });

  it('by not answering in time, hanging up or not being there says so', async () => {
    server.replies.push(trial, 'never');
    await expect(open({ timeoutMs: 80 }).read([articleOf(TEXT)])).rejects.toThrow(
      'did not answer within 0.08 s: see whether it is well, or correct ATALAYA_READER',
    );
    expect(await failure(trial, 'hang up')).toContain('cannot be reached (UND_ERR_SOCKET)');
    await server.close();
    expect(await failure()).toMatch(/cannot be reached \((?:ECONNREFUSED|UND_ERR_SOCKET)\)/);
  });

  it('by a model that cannot answer as agreed stops before any article is sent', async () => {
    const message = await failure({ body: said(`Sure! ${KEY}`) });
    expect(message).toContain(
      'does not answer about one plain sentence in the form that it is asked for (it begins "Sure! …"): see whether "stand-in" can write JSON by a schema',
    );
    expect(questions()).toEqual([]);
  });

  it('by refusing all, where it did not at first, is not taken for articles that are refused', async () => {
    const no: Reply = { status: 400, body: 'quota' };
    expect(await failure(trial, ...new Array<Reply>(9).fill(no))).toContain('It says: quota');
  });

  it('ends what else is under way, and can be asked again', async () => {
    const signals: (AbortSignal | null | undefined)[] = [];
    const noting: typeof fetch = (url, init) => {
      signals.push(init?.signal);
      return fetch(url, init);
    };
    const reader = open({ fetch: noting, timeoutMs: 5000 });
    server.replies.push(trial, 'never', { status: 500 });
    await expect(reader.read([articleOf(TEXT), articleOf(TEXT)])).rejects.toThrow('answered 500');
    expect(signals.map((signal) => signal?.reason?.message ?? '')).toContainEqual(
      expect.stringContaining('answered 500'),
    );
    expect(await reader.read([articleOf(TEXT)])).toHaveLength(1);
  });

  it('at the trial is tried again at the next reading', async () => {
    const reader = open();
    server.replies.push({ status: 404 });
    await expect(reader.read([articleOf(TEXT)])).rejects.toThrow('answered 404');
    expect(await reader.read([articleOf(TEXT)])).toHaveLength(1);
  });

  it('by redirecting gets no article elsewhere', async () => {
    const other = await standInServer();
    const location = `${other.url}/chat/completions`;
    await failure({ status: 307, headers: { location } });
    expect(other.calls).toEqual([]);
    await other.close();
  });
});
