/** Bounds of a request: slow, large and many, against a server that listens; and that the docs have the numbers. */
import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { setTimeout as passed } from 'node:timers/promises';
import { Hono } from 'hono';
import { afterEach, describe, expect, it } from 'vitest';
import type { SignInEnv } from './authority-port.ts';
import { boundedServer, SERVER_LIMITS, type ServerLimits } from './bounded-server.ts';
import { uncrowded } from './crowding.ts';
import { ORIGIN, openTestDoor } from './door.fixture.ts';
import { ApiProblem, problemResponse } from './problems.ts';
import type { ApiEnv } from './program.ts';

const SHORT: ServerLimits = {
  ...{ headMs: 150, requestMs: 300, idleMs: 400, lookMs: 20 },
  ...{ headBytes: 4096, connections: 50, connectionsOfOne: 8 },
};
const docs = readFileSync(new URL('../../docs/api.md', import.meta.url), 'utf8');
const closings: (() => void)[] = [];
afterEach(() => {
  for (const close of closings.splice(0)) close();
});

/** A server that reads a body to its end, and then answers. */
async function listening(limits: Partial<ServerLimits> = {}): Promise<number> {
  const server: Server = boundedServer(
    (request, response) => {
      request.on('error', () => {});
      request.resume();
      request.on('end', () => response.end('read'));
    },
    { ...SHORT, ...limits },
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closings.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

interface Line {
  readonly socket: Socket;
  /** All that came, once the connection is closed. */
  readonly ended: Promise<string>;
}

function dial(port: number): Line {
  const socket = connect(port, '127.0.0.1');
  closings.push(() => socket.destroy());
  let came = '';
  const ended = new Promise<string>((resolve) => {
    socket.on('data', (bytes) => {
      came += String(bytes);
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(came));
  });
  return { socket, ended };
}

/** Writes `text` a byte each few milliseconds, until it is written or the line is closed. */
async function drip(socket: Socket, text: string): Promise<void> {
  for (const letter of text) {
    if (socket.destroyed || !socket.writable) return;
    socket.write(letter);
    await passed(5);
  }
}

const GET = 'GET / HTTP/1.1\r\nHost: desk.example\r\n';
const CLOSING = `${GET}Connection: close\r\n\r\n`;

describe('a slow client', () => {
  it('is closed while its head drips', async () => {
    const { socket, ended } = dial(await listening());
    void drip(socket, `${GET}X-Slow: ${'a'.repeat(2000)}`);
    expect(await ended).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('is closed while its body drips', async () => {
    const { socket, ended } = dial(await listening());
    socket.write('POST / HTTP/1.1\r\nHost: desk.example\r\nContent-Length: 2000\r\n\r\n');
    void drip(socket, 'a'.repeat(2000));
    expect(await ended).not.toContain('200');
  });

  it('is closed where it says nothing at all', async () => {
    expect(await dial(await listening()).ended).toMatch(/^(?:HTTP\/1\.1 408 |$)/);
  });

  it('keeps nobody else waiting', async () => {
    const port = await listening();
    for (let i = 0; i < 6; i++) void drip(dial(port).socket, `${GET}X-Slow: ${'a'.repeat(2000)}`);
    const { socket, ended } = dial(port);
    socket.write(CLOSING);
    expect(await ended).toMatch(/^HTTP\/1\.1 200 /);
  });
});

describe('a large head', () => {
  it.each([
    ['a query', `GET /?q=${'a'.repeat(5000)} HTTP/1.1\r\nHost: desk.example\r\n\r\n`],
    ['a header', `${GET}X-Large: ${'a'.repeat(5000)}\r\n\r\n`],
    ['many headers', `${GET}${'X-One: 1\r\n'.repeat(1000)}\r\n`],
  ])('by %s is refused', async (_how, head) => {
    const { socket, ended } = dial(await listening());
    socket.write(head);
    expect(await ended).toMatch(/^HTTP\/1\.1 431 /);
  });
});

describe('connections', () => {
  it('of one address are counted, and given back', async () => {
    const port = await listening({ headMs: 5000, requestMs: 5000, idleMs: 5000 });
    const held = Array.from({ length: 8 }, () => dial(port));
    await passed(50);
    const beyond = dial(port);
    beyond.socket.write(CLOSING);
    expect(await beyond.ended).toBe('');
    held[0]!.socket.destroy();
    await passed(50);
    const again = dial(port);
    again.socket.write(CLOSING);
    expect(await again.ended).toMatch(/^HTTP\/1\.1 200 /);
  });

  it('are not counted by address behind a proxy', async () => {
    const port = await listening({ connectionsOfOne: undefined, headMs: 5000, requestMs: 5000 });
    for (let i = 0; i < 12; i++) dial(port);
    const { socket, ended } = dial(port);
    socket.write(CLOSING);
    expect(await ended).toMatch(/^HTTP\/1\.1 200 /);
  });
});

describe('requests of one client', () => {
  it('that are under way are counted, each client for itself, and given back', async () => {
    let release: () => void = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const app = new Hono<ApiEnv>();
    app.use(async (c, next) => {
      c.set('remoteAddress', c.req.header('x-from')!);
      await next();
    });
    app.use(uncrowded(3));
    app.get('/health/live', (c) => c.text('alive'));
    app.get('/broken', () => {
      throw new Error('broken');
    });
    app.get('*', async (c) => {
      await held;
      return c.text('done');
    });
    app.onError((error) =>
      error instanceof ApiProblem ? problemResponse(error) : new Response(null, { status: 500 }),
    );
    const ask = async (from: string, path = '/') =>
      await app.request(path, { headers: { 'x-from': from } });
    const under = [1, 2, 3].map(() => ask('192.0.2.1'));
    const beyond = await ask('192.0.2.1');
    expect([beyond.status, beyond.headers.get('retry-after')]).toEqual([429, '1']);
    expect((await ask('192.0.2.1', '/health/live')).status).toBe(200);
    const other = ask('192.0.2.2');
    release();
    expect((await Promise.all([...under, other])).map(({ status }) => status)).toEqual([
      200, 200, 200, 200,
    ]);
    for (let i = 0; i < 5; i++) await ask('192.0.2.1', '/broken');
    expect((await ask('192.0.2.1')).status).toBe(200);
  });
});

describe('the door', () => {
  it('works on 64 requests of a client, as the docs say', async () => {
    let release: () => void = () => {};
    const held = new Promise<undefined>((resolve) => {
      release = () => resolve(undefined);
    });
    const authority = { personOf: () => held, signIn: new Hono<SignInEnv>() };
    const door = await openTestDoor({ authority }, 'nothing');
    const ask = async () => (await door.app.request(`${ORIGIN}/api/status`)).status;
    const under = Array.from({ length: 64 }, ask);
    expect(await ask()).toBe(429);
    release();
    expect(new Set(await Promise.all(under))).toEqual(new Set([401]));
    await door.close();
    expect(docs).toContain('| requests of one client under way | 64 |');
  });
});

describe('docs/api.md', () => {
  it.each([
    ['a head', `${SERVER_LIMITS.headBytes / 1024} KiB`],
    ['time for a head', `${SERVER_LIMITS.headMs / 1000} seconds`],
    ['time for a request', `${SERVER_LIMITS.requestMs / 1000} seconds`],
    ['silence on a connection', `${SERVER_LIMITS.idleMs / 1000} seconds`],
    ['connections', String(SERVER_LIMITS.connections)],
    ['connections of one address', String(SERVER_LIMITS.connectionsOfOne)],
  ])('has the number of %s', (what, number) => {
    expect(docs).toContain(`| ${what} | ${number} |`);
  });
});
