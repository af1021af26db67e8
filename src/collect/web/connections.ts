/** Connections kept open a while, each to a checked address; all of them end with `close`. */
import type { Socket } from 'node:net';
import { Agent, buildConnector } from 'undici';
import { type Allow, checkAddress, guardedLookup, type Resolve } from './guard.ts';
import { portOf } from './target.ts';

export interface TimeOuts {
  /** To connect, TLS and name included. All in ms. */
  readonly connectMs: number;
  /** From the request to the end of the answer's head. */
  readonly headersMs: number;
  /** Between two pieces of the body. */
  readonly idleMs: number;
  /** One request and its whole answer. */
  readonly wholeMs: number;
}

export interface Connections {
  readonly agent: Agent;
  readonly close: () => Promise<void>;
}

export interface ConnectionOptions {
  readonly resolve: Resolve;
  readonly allow?: Allow | undefined;
  readonly timeOuts: TimeOuts;
  readonly perHost: number;
}

/** Largest head of an answer, in bytes. */
const HEAD_BYTES = 64 * 1024;
/** How long an idle connection is kept, in ms: a little over the usual pace of one host. */
const IDLE_MS = 4000;
/** How long one address of a host is tried before the next one is, in ms. */
const NEXT_ADDRESS_MS = 1000;

export function openConnections(options: ConnectionOptions): Connections {
  const { timeOuts, perHost } = options;
  const sockets = new Set<Socket>();
  const agent = new Agent({
    connect: guardedConnector(options, sockets),
    connections: perHost,
    pipelining: 1,
    headersTimeout: timeOuts.headersMs,
    bodyTimeout: timeOuts.idleMs,
    keepAliveTimeout: IDLE_MS,
    keepAliveMaxTimeout: IDLE_MS,
    maxHeaderSize: HEAD_BYTES,
  });
  const close = async (): Promise<void> => {
    const ended = agent.destroy();
    // A socket that is still connecting is not yet the agent's to end.
    for (const socket of sockets) socket.destroy();
    await ended;
  };
  return { agent, close };
}

function guardedConnector(
  { resolve, allow, timeOuts }: ConnectionOptions,
  sockets: Set<Socket>,
): buildConnector.connector {
  // One connector a port, because a lookup is told no port and the guard wants it.
  const connectors = new Map<number, buildConnector.connector>();
  const connectorFor = (port: number): buildConnector.connector => {
    const known = connectors.get(port);
    if (known !== undefined) return known;
    const lookup = guardedLookup(resolve, port, allow);
    const options = { autoSelectFamily: true, autoSelectFamilyAttemptTimeout: NEXT_ADDRESS_MS };
    const made = buildConnector({ ...options, lookup, timeout: timeOuts.connectMs });
    connectors.set(port, made);
    return made;
  };
  return (options, callback) => {
    const port = portOf(options);
    const connect = connectorFor(port);
    // It returns its socket, though its type does not say so.
    const socket: unknown = connect(options, (...result) => {
      if (result[0] !== null) return callback(...result);
      const refusal = refusedPeer(result[1], options.hostname, port, allow);
      if (refusal === undefined) return callback(...result);
      result[1].destroy();
      callback(refusal, null);
    });
    if (isSocket(socket)) {
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
    }
  };
}

/** The last look, at the address that was really reached. */
function refusedPeer(
  socket: Socket,
  hostname: string,
  port: number,
  allow?: Allow,
): Error | undefined {
  try {
    checkAddress(hostname, socket.remoteAddress ?? 'an unknown address', port, allow);
    return undefined;
  } catch (error) {
    return error as Error;
  }
}

function isSocket(value: unknown): value is Socket {
  return typeof value === 'object' && value !== null && 'destroy' in value && 'once' in value;
}
