/** The server's own bounds, before any route is asked: nobody holds it by being slow, large or many. */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { Socket } from 'node:net';

export interface ServerLimits {
  /** Until the head of a request has come, in milliseconds. */
  readonly headMs: number;
  /** Until all of a request has come, in milliseconds. */
  readonly requestMs: number;
  /** A connection on which nothing is sent or read for that long is closed, in milliseconds. */
  readonly idleMs: number;
  /** How often slow heads and requests are looked for, in milliseconds. */
  readonly lookMs: number;
  /** The request line with its query and all headers, in bytes. */
  readonly headBytes: number;
  readonly connections: number;
  /** Connections of one address; absent: not counted, as behind a proxy, who is the one address. */
  readonly connectionsOfOne: number | undefined;
}

/** What holds where nothing else is said; a sign of life of event streams comes well within `idleMs`. */
export const SERVER_LIMITS: ServerLimits = {
  headMs: 15_000,
  requestMs: 60_000,
  idleMs: 120_000,
  lookMs: 2000,
  headBytes: 16 * 1024,
  connections: 1000,
  connectionsOfOne: 200,
};

/** A server that does not listen yet. Too large a head is answered with 431, too slow a one with 408. */
export function boundedServer(listener: RequestListener, limits: ServerLimits): Server {
  const server = createServer(
    {
      maxHeaderSize: limits.headBytes,
      headersTimeout: limits.headMs,
      requestTimeout: limits.requestMs,
      connectionsCheckingInterval: limits.lookMs,
    },
    listener,
  );
  server.setTimeout(limits.idleMs);
  server.maxConnections = limits.connections;
  if (limits.connectionsOfOne !== undefined) countByAddress(server, limits.connectionsOfOne);
  return server;
}

function countByAddress(server: Server, most: number): void {
  const open = new Map<string, number>();
  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress ?? '';
    const count = (open.get(address) ?? 0) + 1;
    open.set(address, count);
    socket.once('close', () => {
      const left = open.get(address)! - 1;
      if (left === 0) open.delete(address);
      else open.set(address, left);
    });
    if (count > most) socket.destroy();
  });
}
