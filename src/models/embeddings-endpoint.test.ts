import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connectEmbeddings, type EndpointOptions } from './embeddings-endpoint.ts';
import {
  type Reply,
  rightAnswer,
  STAND_IN_DIMS,
  type StandInServer,
  standInServer,
} from './stand-in.fixture.ts';

const KEY = 'sk-very-secret';
const NOW = Date.UTC(2025, 0, 1);

let server: StandInServer;
let waits: number[];
beforeEach(async () => {
  server = await standInServer();
  waits = [];
});
afterEach(() => server.close());

const connect = (more: Partial<EndpointOptions> = {}) =>
  connectEmbeddings({
    url: server.url,
    model: 'stand-in',
    now: () => NOW,
    sleep: async (ms) => waits.push(ms),
    ...more,
  });

/** The message with which a first call fails that is answered so. */
async function failure(...replies: StandInServer['replies']): Promise<string> {
  server.replies.push(...replies);
  const { message } = await connect({ key: KEY }).then(
    () => new Error('it did not fail'),
    (error: Error) => error,
  );
  expect(message).not.toContain(KEY);
  expect(message).toContain(`the encoder at ${server.url}/embeddings `);
  return message;
}

describe('connectEmbeddings', () => {
  it('learns the width and names address, model and width in the id', async () => {
    const { id, dims } = await connect();
    expect(dims).toBe(STAND_IN_DIMS);
    expect(id).toBe(`${server.url}/embeddings#stand-in/64`);
    expect(server.calls).toHaveLength(1);
  });

  it('sends model, texts and key as such endpoints want them', async () => {
    const encoder = await connect({ key: KEY });
    await encoder.encode(['uno', 'dos']);
    const { method, path, headers, body } = server.calls[1]!;
    expect([method, path]).toEqual(['POST', '/v1/embeddings']);
    expect(headers.authorization).toBe(`Bearer ${KEY}`);
    expect(headers['content-type']).toBe('application/json');
    expect(body).toEqual({ model: 'stand-in', input: ['uno', 'dos'], encoding_format: 'float' });
  });

  it('sends no key where there is none', async () => {
    await connect();
    expect(server.calls[0]!.headers.authorization).toBeUndefined();
  });

  it.each(['/v1/', '/v1/embeddings', '/v1/embeddings/'])('takes the address %s', async (path) => {
    await connect({ url: server.url.replace('/v1', path) });
    expect(server.calls[0]!.path).toBe('/v1/embeddings');
  });

  it('keeps a query for the call and out of the id', async () => {
    const { id } = await connect({ url: `${server.url}?api-version=1&token=${KEY}` });
    expect(server.calls[0]!.path).toBe(`/v1/embeddings?api-version=1&token=${KEY}`);
    expect(id).not.toContain(KEY);
  });
});

describe('encode', () => {
  it('sends each readable text once, and none of those that are not', async () => {
    const encoder = await connect();
    server.calls.length = 0;
    await encoder.encode(['', 'a', ' ', 'b', 'a\0', '\0']);
    expect(server.calls.map(({ body }) => body.input)).toEqual([['a', 'b']]);
    await encoder.encode(['', ' ']);
    expect(server.calls).toHaveLength(1);
  });

  it('sends at most 32 texts at a time', async () => {
    const encoder = await connect();
    server.calls.length = 0;
    await encoder.encode(Array.from({ length: 65 }, (_, n) => `text ${n}`));
    expect(server.calls.map(({ body }) => body.input.length)).toEqual([32, 32, 1]);
  });

  it('sends at most 32,000 characters at a time, and of a text the first 4,000', async () => {
    const encoder = await connect();
    server.calls.length = 0;
    await encoder.encode(Array.from({ length: 9 }, (_, n) => `${n}`.repeat(5000)));
    const sent = server.calls.map(({ body }) => body.input.map(({ length }) => length));
    expect(sent).toEqual([new Array(8).fill(4000), [4000]]);
  });

  it('places the rows of an answer in another order', async () => {
    const encoder = await connect();
    const texts = ['uno', 'dos', 'tres'];
    const expected = await encoder.encode(texts);
    const { data } = rightAnswer({ model: '', input: texts });
    server.replies.push({ body: { data: [data[2], data[0], data[1]] } });
    expect(await encoder.encode(texts)).toEqual(expected);
  });

  it('fails where the rows get another width', async () => {
    const encoder = await connect();
    server.replies.push({ body: { data: [{ index: 0, embedding: [1, 2] }] } });
    await expect(encoder.encode(['uno'])).rejects.toThrow('row 0 with 2 numbers, not 64');
  });
});

describe('a busy endpoint', () => {
  const busy = (status: number, retryAfter?: string): Reply => ({
    status,
    ...(retryAfter === undefined ? {} : { headers: { 'retry-after': retryAfter } }),
  });

  it.each([429, 502, 503, 504])(
    'that answers %i is asked again, later each time',
    async (status) => {
      server.replies.push(busy(status), busy(status), busy(status), busy(status));
      await connect();
      expect(waits).toEqual([1000, 2000, 4000, 8000]);
      expect(server.calls).toHaveLength(5);
    },
  );

  it('is waited for as long as it wishes, said in seconds or as a date', async () => {
    const date = new Date(NOW + 7000).toUTCString();
    const past = new Date(NOW - 7000).toUTCString();
    server.replies.push(busy(429, '3'), busy(503, date), busy(503, past), busy(429, 'soon'));
    await connect();
    expect(waits).toEqual([3000, 7000, 0, 8000]);
  });

  it('is given up after five calls', async () => {
    const message = await failure(...new Array(9).fill({ status: 429, body: 'slow down' }));
    expect(message).toMatch(
      /is busy: it answered 429 5 times; try again later. It says: slow down$/,
    );
    expect(server.calls).toHaveLength(5);
  });

  it('is given up at once where it asks for more than a minute', async () => {
    expect(await failure(busy(429, '3600'))).toContain(
      'answered 429 once, and asks to wait 3600 s; try again later',
    );
    expect(waits).toEqual([]);
  });
});

describe('an endpoint that fails', () => {
  it.each([
    [400, 'answered 400: it refuses the request; see whether "stand-in" is a model for embeddings'],
    [401, 'answered 401: it does not take the key; correct ATALAYA_ENCODER_KEY'],
    [404, 'answered 404: correct the address (it usually ends in /v1) or the model, "stand-in"'],
    [500, 'answered 500: something is wrong with it; see its log'],
  ])('with %i is not asked again, and says what to do', async (status, message) => {
    expect(await failure({ status, body: 'no' })).toContain(message);
    expect(server.calls).toHaveLength(1);
  });

  it('for want of a key asks for one', async () => {
    server.replies.push({ status: 401 });
    await expect(connect()).rejects.toThrow('it wants a key; set ATALAYA_ENCODER_KEY');
  });

  it.each([301, 302, 307, 308])('with the redirect %i gets no second call', async (status) => {
    const other = await standInServer();
    const location = `${other.url}/embeddings?token=x`;
    expect(await failure({ status, headers: { location } })).toContain(
      `answered ${status}: it sends to ${other.url}/embeddings, where no text or key is sent unasked`,
    );
    expect(other.calls).toEqual([]);
    await other.close();
  });

  it('with a redirect to nowhere says so', async () => {
    expect(await failure({ status: 302 })).toContain('answered 302: it sends');
    expect(await failure({ status: 302, headers: { location: 'http://[' } })).toContain(
      'it sends away',
    );
  });

  it('with what is not JSON shows its beginning', async () => {
    expect(await failure({ body: `<html>\u001b[31m ${KEY}` })).toContain(
      'answered what is not JSON (it begins "<html> [31m …"): see whether the address',
    );
    expect(await failure({ body: Buffer.from([0xff, 0xfe, 0]) })).toContain('is not JSON');
    expect(await failure({})).toContain('(it begins "")');
  });

  it('with a wrong answer says what is wrong', async () => {
    expect(await failure({ body: { data: [] } })).toContain('answered 0 rows for 1 texts');
  });

  it('quotes little of what it says, harmless to a terminal, without the key', async () => {
    const message = await failure({
      status: 400,
      body: `\u001b]0;x\u0007 bad\u202e key ${KEY} ${'long '.repeat(200)}`,
    });
    expect(message).toContain('It says: ]0;x bad key … long');
    expect(message.length).toBeLessThan(500);
    expect(message).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  it('by not answering is given up', async () => {
    server.replies.push('never');
    await expect(connect({ timeoutMs: 50 })).rejects.toThrow(
      `the encoder at ${server.url}/embeddings did not answer within 0.05 s`,
    );
  });

  it('by hanging up, or by not being there, is said to be out of reach', async () => {
    expect(await failure('hang up')).toContain('cannot be reached (UND_ERR_SOCKET): start it');
    await server.close();
    expect(await failure()).toContain('cannot be reached (ECONNREFUSED): start it, or correct');
  });

  it('by answering without end is cut off', async () => {
    const endless = async (): Promise<Response> =>
      new Response(new ReadableStream({ pull: (to) => to.enqueue(new Uint8Array(2 ** 22)) }));
    await expect(connect({ fetch: endless })).rejects.toThrow('with more than 67108864 bytes');
  });

  it('with a key that no header can carry does not show it', async () => {
    const message = await connect({ key: `${KEY}\nx` }).catch((error: Error) => error.message);
    expect(message).toContain('cannot be reached');
    expect(message).not.toContain(KEY);
  });
});
