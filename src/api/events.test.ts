/** Streams of events: who hears what, once each; and that nobody looks at the log for nobody. */
import { setTimeout as passed } from 'node:timers/promises';
import { Hono } from 'hono';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { AlertEvent } from '../domain/alerts.ts';
import type { Person } from '../domain/people.ts';
import { appOf } from './app.ts';
import { as, ORIGIN, openTestDoor, type TestDoor } from './door.fixture.ts';
import { eventRoutes, eventSource } from './events.ts';
import { type ApiProblem, problemResponse } from './problems.ts';
import type { ApiEnv } from './program.ts';

/** A log that is written by hand, and counts how often it was looked at. */
function logOf(count: number) {
  const events: AlertEvent[] = [];
  const add = (): void => {
    const at = events.length + 1;
    const event = { alert: `alert${at}`, at, by: 'ana', action: 'note', note: 'not for all' };
    events.push(event as unknown as AlertEvent);
  };
  for (let i = 0; i < count; i++) add();
  let looks = 0;
  const desk = { kept: 7, traced: 5 };
  const store = {
    countArticles: async () => desk.kept,
    tracedArticles: async () => desk.traced,
    lastAlertEvent: async () => events.length,
    alertEventsAfter: async (seq: number, limit: number) => {
      looks++;
      return events.slice(seq, seq + limit).map((event, i) => ({ seq: seq + i + 1, event }));
    },
  };
  return {
    ...{ add, desk },
    store: store as unknown as TestDoor['program']['desk']['store'],
    looks: () => looks,
  };
}

let base: TestDoor;
beforeAll(async () => {
  base = await openTestDoor({}, 'nothing');
});
afterAll(() => base.close());
const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** The route on a log, which is looked at each millisecond, with a sign of life each `heartbeat`. */
function streaming(count = 0, heartbeat = 60_000, authority = base.program.authority) {
  const log = logOf(count);
  const source = eventSource(log.store, 1, heartbeat);
  ends.push(source.end);
  const program = { ...base.program, authority, desk: { ...base.program.desk, store: log.store } };
  const app = new Hono<ApiEnv>();
  app.use(async (c, next) => {
    c.set('remoteAddress', '127.0.0.1');
    await next();
  });
  app.onError((error) => problemResponse(error as ApiProblem));
  eventRoutes(app, program, source);
  const open = async (
    headers: Record<string, string> = {},
    method: 'GET' | 'HEAD' = 'GET',
  ): Promise<Response> =>
    app.request(`${ORIGIN}/api/events`, { method, headers: { ...as('reader'), ...headers } });
  return { log, source, open };
}

/** Whoever the header `x-name` says. */
const ofMany: TestDoor['program']['authority'] = {
  ...{ signIn: new Hono() },
  personOf: async (request) => {
    const name = request.headers.get('x-name') ?? 'nobody';
    return { name, role: 'reader', by: 'token', csrf: undefined };
  },
};

/** Reads until `count` events came; gives their ids. */
async function idsFrom(reader: ReadableStreamDefaultReader<Uint8Array>, count: number) {
  let text = '';
  const ids = (): number[] => [...text.matchAll(/^id: (\d+)$/gm)].map((found) => Number(found[1]));
  while (ids().length < count) {
    const { done, value } = await reader.read();
    if (done) break;
    text += Buffer.from(value).toString();
  }
  return ids();
}

/** What is told next beside how far the desk is, which is told at the beginning. */
async function nextFrom(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<string> {
  const text = Buffer.from((await reader.read()).value!).toString();
  return text.includes('"stage":"tracing"') ? nextFrom(reader) : text;
}

const readerOf = (response: Response) => response.body!.getReader();

describe('a stream of events', () => {
  it('reaches all who listen', async () => {
    const { log, open } = streaming(3);
    const responses = [await open(), await open()];
    for (const { headers } of responses) {
      expect(headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
      expect(headers.get('cache-control')).toBe('no-store');
    }
    const readers = responses.map(readerOf);
    for (const reader of readers) {
      expect(Buffer.from((await reader.read()).value!).toString()).toBe('retry: 5000\n\n');
    }
    log.add();
    for (const reader of readers) {
      expect(await nextFrom(reader)).toBe(
        'id: 4\nevent: alert\ndata: {"alert":"alert4","action":"note","at":4,"by":"ana"}\n\n',
      );
    }
  });

  it.each([0, 3, 199, 200, 201, 450])('goes on behind the event %i, each once', async (last) => {
    const { log, open } = streaming(450);
    const early = readerOf(await open());
    const reader = readerOf(await open({ 'last-event-id': String(last) }));
    log.add();
    log.add();
    expect(await idsFrom(reader, 452 - last)).toEqual(
      Array.from({ length: 452 - last }, (_, i) => last + i + 1),
    );
    expect(await idsFrom(early, 2)).toEqual([451, 452]);
  });

  it('tells nobody again what it was told as missed', async () => {
    const { log, open, source } = streaming(1);
    const early = readerOf(await open());
    await passed(5);
    // The log grows, and somebody comes back before it is looked at.
    log.add();
    const late = readerOf(await open({ 'last-event-id': '1' }));
    expect(await idsFrom(late, 1)).toEqual([2]);
    expect(await idsFrom(early, 1)).toEqual([2]);
    log.add();
    expect(await idsFrom(late, 1)).toEqual([3]);
    expect(source.listeners()).toBe(2);
  });

  it.each(['-1', '1e3', 'x', '', '9'.repeat(40), 'NaN', '1.5'])(
    'begins now where the last event was %j',
    async (last) => {
      const { log, open } = streaming(2);
      const reader = readerOf(await open({ 'last-event-id': last }));
      log.add();
      expect(await idsFrom(reader, 1)).toEqual([3]);
    },
  );

  it('is let go of when its reader goes, and nobody looks any more', async () => {
    const { log, open, source } = streaming();
    const readers = [readerOf(await open()), readerOf(await open())];
    expect(source.listeners()).toBe(2);
    for (const reader of readers) await reader.cancel();
    expect(source.listeners()).toBe(0);
    await passed(20);
    const looks = log.looks();
    await passed(50);
    expect(log.looks()).toBe(looks);
    const again = readerOf(await open());
    log.add();
    expect(await idsFrom(again, 1)).toEqual([1]);
  });

  it('is refused beyond 200', async () => {
    const { open, source } = streaming(0, 60_000, ofMany);
    for (let i = 0; i < 200; i++) await open({ 'x-name': `person${i % 11}` });
    const beyond = await open({ 'x-name': 'another' });
    expect([beyond.status, beyond.headers.get('retry-after')]).toEqual([429, '60']);
    expect(source.listeners()).toBe(200);
    source.end();
    expect(source.listeners()).toBe(0);
  });

  it('is refused to one person beyond 20, and to nobody else for that, however many come at once', async () => {
    const { open, source } = streaming(3, 60_000, ofMany);
    const from = { 'x-name': 'ana', 'last-event-id': '1' };
    const answers = await Promise.all(Array.from({ length: 30 }, () => open(from)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(20);
    expect((await open({ 'x-name': 'ben' })).status).toBe(200);
    const first = answers.find(({ status }) => status === 200)!;
    await first.body!.cancel();
    expect([(await open(from)).status, (await open(from)).status]).toEqual([200, 429]);
    source.end();
  });

  it('is ended where its reader leaves a thousand tellings unread', async () => {
    const { log, open, source } = streaming();
    await open();
    const { body } = await open();
    const reading = body!.pipeTo(new WritableStream());
    for (let i = 0; i < 1100; i++) log.add();
    await expect.poll(source.listeners, { timeout: 5000 }).toBe(1);
    source.end();
    await reading;
  });

  it('is not begun by a HEAD, which nobody would end', async () => {
    const { open, source } = streaming();
    const head = await open({}, 'HEAD');
    expect([head.status, head.headers.get('content-type')]).toEqual([
      200,
      'text/event-stream; charset=utf-8',
    ]);
    expect(source.listeners()).toBe(0);
  });

  it('tells how far a round is, without an id, and the newest alone where many come', async () => {
    const { log, open, source } = streaming(1);
    source.progress('told to nobody', 1, 9);
    const reader = readerOf(await open());
    await reader.read();
    source.progress('reading', 0, 3);
    const begin = performance.now();
    for (const done of [1, 2, 3]) source.progress('reading', done, 3);
    const text = () => nextFrom(reader);
    const told = (done: number): string =>
      `event: progress\ndata: {"stage":"reading","done":${done},"total":3}\n\n`;
    expect(await text()).toBe(told(0));
    expect(await text()).toBe(told(3));
    // A timer may fire a millisecond early.
    expect(performance.now() - begin).toBeGreaterThanOrEqual(248);
    log.add();
    expect(await idsFrom(reader, 1)).toEqual([2]);
  });

  it('tells how many articles of the desk are traced, at the beginning and whenever it changes', async () => {
    const { log, open } = streaming();
    const reader = readerOf(await open());
    await reader.read();
    const text = async (): Promise<string> => Buffer.from((await reader.read()).value!).toString();
    const told = (done: number, total: number): string =>
      `event: progress\ndata: {"stage":"tracing","done":${done},"total":${total}}\n\n`;
    expect(await text()).toBe(told(5, 7));
    log.desk.kept = 9;
    expect(await text()).toBe(told(5, 9));
    log.desk.traced = 9;
    expect(await text()).toBe(told(9, 9));
  });

  it.each<[string, (person: Person) => Person | undefined | 'broken']>([
    ['whose session or key has ended', () => undefined],
    ['whose role was taken', (person) => ({ ...person, role: 'reader' })],
    ['who is somebody else now', (person) => ({ ...person, name: 'eva' })],
    ['who cannot be looked up', () => 'broken'],
  ])('ends at the next sign of life for one %s, and goes on for others', async (_who, change) => {
    const changed = new Set<string>();
    const asked: unknown[] = [];
    const { open, source } = streaming(0, 20, {
      ...base.program.authority,
      personOf: async (request, address, how) => {
        asked.push(how);
        const person = await base.program.authority.personOf(request, address);
        if (person === undefined || !changed.has(person.name)) return person;
        const now = change(person);
        if (now === 'broken') throw new Error('the store is away');
        return now;
      },
    });
    const going = readerOf(await open(as('editor')));
    const staying = readerOf(await open());
    for (const reader of [going, staying]) {
      await reader.read();
      expect(await nextFrom(reader)).toBe(': here\n\n');
    }
    changed.add('editor-one');
    let last = await going.read();
    while (!last.done) last = await going.read();
    expect(source.listeners()).toBe(1);
    expect((await staying.read()).done).toBe(false);
    // Only the opening counts as a use.
    expect(new Set(asked.slice(2))).toEqual(new Set(['listens']));
  });

  it('ends with the server', async () => {
    const end = new AbortController();
    const app = appOf({ ...base.program, ending: end.signal });
    const response = await app.request(`${ORIGIN}/api/events`, { headers: as('reader') });
    const reader = readerOf(response);
    await reader.read();
    end.abort();
    expect(await reader.read()).toEqual({ done: true, value: undefined });
  });
});
