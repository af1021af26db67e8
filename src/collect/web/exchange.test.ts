/** Against sockets on the loopback address that say exactly what a test tells them to. */
import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type Connections, openConnections } from './connections.ts';
import { exchange, type Order } from './exchange.ts';

const TIME_OUTS = { connectMs: 5000, headersMs: 5000, idleMs: 5000, wholeMs: 5000 };
const opened: { server: Server; sockets: Set<Socket>; connections: Connections }[] = [];

/** A server that hands each request's bytes to `reply`, and connections that reach only it. */
async function talking(
  reply: (socket: Socket, request: string, n: number) => void,
  allowed = '127.0.0.1',
) {
  const sockets = new Set<Socket>();
  const requests: string[] = [];
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
    socket.on('data', (data) => {
      requests.push(data.toString('latin1'));
      reply(socket, requests.at(-1)!, requests.length);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const connections = openConnections({
    resolve: async (name) => (name === 'never.example' ? new Promise(() => {}) : ['127.0.0.1']),
    allow: (address) => address === allowed,
    timeOuts: TIME_OUTS,
    perHost: 1,
  });
  opened.push({ server, sockets, connections });
  const ask = (more: Partial<Order> = {}) =>
    exchange(connections.agent, {
      url: new URL(`http://site.example:${port}/a%20b?c=d`),
      headers: [['user-agent', 'Test/1']],
      appetite: () => ({ bytes: 1000, cut: false }),
      wholeMs: TIME_OUTS.wholeMs,
      ...more,
    });
  return { port, ask, requests, sockets, connections };
}

/** Until the server sees no connection any more: a test that waits for ever fails by its time limit. */
async function allClosed(sockets: Set<Socket>): Promise<void> {
  while (sockets.size > 0) await new Promise((resolve) => setImmediate(resolve));
}

afterEach(async () => {
  for (const { server, sockets, connections } of opened.splice(0)) {
    await connections.close();
    await allClosed(sockets);
    await new Promise((resolve) => server.close(resolve));
  }
});

const PLAIN = 'HTTP/1.1 200 Very Good\r\nX-One: 1\r\nx-one:  2\r\ncontent-length: 2\r\n\r\nok';

describe('exchange', () => {
  it('records what was on the wire', async () => {
    const { ask, requests } = await talking((socket) => socket.write(PLAIN));
    const result = await ask();
    expect(result).toMatchObject({
      kind: 'response',
      status: 200,
      headers: [
        ['X-One', '1'],
        ['x-one', '2'],
        ['content-length', '2'],
      ],
      wire: {
        requestHead: requests[0],
        responseHead: 'HTTP/1.1 200 Very Good\r\nX-One: 1\r\nx-one: 2\r\ncontent-length: 2\r\n\r\n',
      },
    });
    expect(requests[0]).toMatch(/^GET \/a%20b\?c=d HTTP\/1\.1\r\nhost: site\.example:\d+\r\n/);
    expect(result.kind === 'response' && Buffer.from(result.wire.payload).toString()).toBe('ok');
  });

  it('takes the frames of chunks away, and leaves the encoding', async () => {
    const { ask } = await talking((socket) =>
      socket.write(
        'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\ncontent-encoding: gzip\r\n\r\n2\r\nab\r\n1\r\nc\r\n0\r\n\r\n',
      ),
    );
    const result = await ask();
    expect(result.kind === 'response' && Buffer.from(result.wire.payload).toString()).toBe('abc');
  });

  it('keeps a connection, and asks once more where a kept one was closed', async () => {
    let connections = 0;
    const { ask, requests } = await talking((socket, _, n) => {
      if (n === 1) connections++;
      if (n === 2) socket.destroy();
      else socket.write(PLAIN);
    });
    expect((await ask()).kind).toBe('response');
    expect((await ask()).kind).toBe('response');
    expect(requests).toHaveLength(3);
    expect(connections).toBe(1);
  });

  it('looks at the address that was reached, though no name was looked up', async () => {
    const { ask, port, requests, sockets } = await talking((socket) => socket.write(PLAIN), '::1');
    expect(await ask({ url: new URL(`http://127.0.0.1:${port}/`) })).toMatchObject({
      reason: 'private-address',
    });
    expect(requests).toEqual([]);
    await allClosed(sockets);
  });

  it('asks at most twice', async () => {
    const { ask, requests } = await talking((socket) => socket.destroy());
    expect(await ask()).toMatchObject({ kind: 'failure', reason: 'broken-transfer' });
    expect(requests).toHaveLength(2);
  });

  it('cuts a body where it may be cut, and refuses it where not', async () => {
    const long = `HTTP/1.1 200 OK\r\n\r\n${'a'.repeat(5000)}`;
    const { ask, sockets } = await talking((socket) => socket.write(long));
    const cut = await ask({ appetite: () => ({ bytes: 100, cut: true }) });
    expect(cut.kind === 'response' && cut.wire.payload.length).toBe(100);
    await allClosed(sockets);
    expect(await ask()).toMatchObject({ kind: 'failure', reason: 'too-large', status: 200 });
    await allClosed(sockets);
  });

  it('takes no body that is not wanted', async () => {
    const { ask, sockets } = await talking((socket) => socket.write('HTTP/1.1 200 OK\r\n\r\nab'));
    const appetite = () => ({ reason: 'media-type', what: 'it is a film' }) as const;
    expect(await ask({ appetite })).toMatchObject({ kind: 'failure', reason: 'media-type' });
    await allClosed(sockets);
  });

  it.each([
    ['before it was begun', '', true],
    ['before it answers', '', false],
    ['in the middle of its head', 'HTTP/1.1 200 OK\r\n', false],
    ['in the middle of its body', 'HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nab', false],
  ])('ends at once when it is aborted %s, and closes', async (_, sent, already) => {
    const stop = new AbortController();
    if (already) stop.abort();
    const { ask, sockets } = await talking((socket) => {
      if (sent !== '') socket.write(sent);
      setImmediate(() => stop.abort());
    });
    expect(await ask({ signal: stop.signal })).toMatchObject({ reason: 'aborted' });
    await allClosed(sockets);
  });

  it('ends at once when it is aborted while a name is looked up', async () => {
    const stop = new AbortController();
    const { ask, port } = await talking(() => {});
    const asked = ask({ url: new URL(`http://never.example:${port}/`), signal: stop.signal });
    setImmediate(() => stop.abort());
    expect(await asked).toMatchObject({ reason: 'aborted' });
  });

  it('ends when all connections are closed', async () => {
    const { ask, sockets, connections } = await talking(() => void connections.close());
    expect((await ask()).kind).toBe('failure');
    await allClosed(sockets);
  });

  it('ends when its time is up', async () => {
    const { ask, sockets } = await talking((socket) => socket.write('HTTP/1.1 200 OK\r\n\r\n'));
    expect(await ask({ wholeMs: 50 })).toMatchObject({ reason: 'time-out' });
    await allClosed(sockets);
  });
});
