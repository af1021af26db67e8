/** Lines of the log: what they hold of a request, and that nothing of what was asked or read is in them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { as, csrfOf, ORIGIN, openTestDoor, type TestDoor } from './door.fixture.ts';
import { messageLine, type RequestEntry, requestLine } from './request-log.ts';

let door: TestDoor;
const entries: RequestEntry[] = [];
beforeAll(async () => {
  door = await openTestDoor({ requested: (entry) => entries.push(entry) });
});
afterAll(() => door.close());

/** Asks, and gives the entry of it with the body's length as it was sent. */
async function noted(path: string, init: RequestInit = {}) {
  entries.splice(0);
  const answer = await door.app.request(`${ORIGIN}${path}`, init);
  const sent = (await answer.arrayBuffer()).byteLength;
  expect(entries).toHaveLength(1);
  return { entry: entries[0]!, sent };
}

describe('a request', () => {
  it('is noted with route, status, size and who', async () => {
    const { entry, sent } = await noted('/api/status', { headers: as('reader') });
    expect(entry).toMatchObject({
      at: Date.UTC(2025, 0, 1),
      method: 'GET',
      route: '/api/status',
      status: 200,
      bytes: sent,
      who: 'reader-one',
      by: 'token',
    });
    expect(sent).toBeGreaterThan(100);
    expect(entry.ms).toBeGreaterThanOrEqual(0);
  });

  it('has the size as sent: zipped, none of HEAD, none of what is known', async () => {
    const zipped = await noted('/', {
      headers: { ...as('reader'), 'accept-encoding': 'gzip' },
    });
    expect(zipped.entry.bytes).toBe(zipped.sent);
    expect((await noted('/', { method: 'HEAD', headers: as('reader') })).entry.bytes).toBe(0);
  });

  it('without anybody names nobody', async () => {
    const { entry } = await noted('/api/status');
    expect([entry.status, entry.who, entry.by]).toEqual([401, undefined, undefined]);
  });
});

describe('the lines', () => {
  it('hold no query, cookie, key, body, address or text of an article', async () => {
    const rows = await door.program.desk.store.alerts({ limit: 1, offset: 0 });
    const secrets = ['q-secret', 'cookie-secret', 'atl_key-secret', 'body-secret', 'path-secret'];
    const headers = {
      ...as('admin', 'session'),
      cookie: 'atalaya_session=cookie-secret',
      authorization: 'Bearer atl_key-secret',
      origin: ORIGIN,
      referer: `${ORIGIN}/search?q=q-secret`,
      'user-agent': 'q-secret',
    };
    entries.splice(0);
    const ask = (path: string, init: RequestInit = {}) =>
      door.app.request(`${ORIGIN}${path}`, { headers, ...init });
    await ask('/api/search?q=q-secret');
    await ask('/search?q=q-secret');
    await ask('/path-secret/path-secret');
    await ask('/assets/path-secret.js');
    await ask(`/alerts/${rows[0]!.id}`);
    await ask('/api/alert?id=path-secret');
    await ask('/api/claim', { method: 'POST', body: '{"text":"body-secret"}' });
    await ask(`/alerts/${rows[0]!.id}`, {
      method: 'POST',
      body: new URLSearchParams({ csrf: csrfOf('admin'), note: 'body-secret' }),
    });
    expect(entries).toHaveLength(8);
    const lines = entries.flatMap((entry) => [
      requestLine(entry, 'json'),
      requestLine(entry, 'text'),
    ]);
    for (const line of lines) {
      for (const secret of [...secrets, rows[0]!.id, csrfOf('admin')]) {
        expect(line).not.toContain(secret);
      }
    }
    // Only these may be words of others: everything else in a line is ours or a number.
    const routes = new Set(entries.map(({ route }) => route));
    expect([...routes].sort()).toEqual([
      '/alerts/:id',
      '/api/alert',
      '/api/claim',
      '/api/search',
      '/assets/:name',
      '/search',
      'none',
    ]);
  });
});

const ENTRY: RequestEntry = {
  ...{ at: 0, method: 'GET', route: '/alerts/:id', status: 200, ms: 12.345, bytes: 512 },
  ...{ who: 'ana', by: 'session' },
};

describe('requestLine', () => {
  it('is one object in JSON, in a fixed order', () => {
    expect(requestLine(ENTRY, 'json')).toBe(
      '{"time":"1970-01-01T00:00:00.000Z","kind":"request","method":"GET","route":"/alerts/:id","status":200,"ms":12.3,"bytes":512,"who":"ana","by":"session"}',
    );
  });

  it('leaves out what is not known', () => {
    const bare = { ...ENTRY, bytes: undefined, who: undefined, by: undefined };
    expect(Object.keys(JSON.parse(requestLine(bare, 'json')) as object)).toEqual([
      'time',
      'kind',
      'method',
      'route',
      'status',
      'ms',
    ]);
    expect(requestLine(bare, 'text')).toBe(
      '1970-01-01T00:00:00.000Z GET /alerts/:id 200 12.3 ms stream',
    );
  });

  it('is words for people', () => {
    expect(requestLine(ENTRY, 'text')).toBe(
      '1970-01-01T00:00:00.000Z GET /alerts/:id 200 12.3 ms 512 bytes ana',
    );
  });
});

describe('messageLine', () => {
  it('is one line of JSON, however many the words have', () => {
    const line = messageLine('defect-1: Error: x\n    at y', 0, 'json');
    expect(line).not.toContain('\n');
    expect(JSON.parse(line)).toEqual({
      time: '1970-01-01T00:00:00.000Z',
      kind: 'defect',
      text: 'defect-1: Error: x\n    at y',
    });
    expect(JSON.parse(messageLine('Listening.', 0, 'json'))).toMatchObject({ kind: 'message' });
  });

  it('stays as it is for people', () => {
    expect(messageLine('Listening.', 0, 'text')).toBe('Listening.');
    expect(messageLine('Listening.', 0, 'none')).toBe('Listening.');
  });
});
