/**
 * A stand-in web on the loopback address that misbehaves in every way that the open web does, each
 * at its own path, and beside them sites that behave. All its texts are invented. Names end in
 * `.example` and are mapped by `webOptions`; any name serves every path, so that a test can give
 * each misbehaviour a host of its own.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { WEB_PORTS } from '../../src/collect/web/target.ts';
import type { WebOptions } from '../../src/collect/web/web.ts';
import { answers } from './answers.ts';
import { selfSigned } from './certificate.ts';
import { feeds } from './feeds.ts';
import type { Misbehaviour } from './misbehaviour.ts';
import { redirects } from './redirects.ts';
import { robotsOf } from './robots.ts';
import { sitePage } from './sites.ts';
import { transfers } from './transfers.ts';

export interface HostileWeb {
  readonly port: number;
  /** The port of the stand-in whose certificate nobody signed. */
  readonly securePort: number;
  /** `http://<host>:<port><path>`; the host is a label of `.example`. */
  readonly at: (host: string, path: string) => string;
  /** How often `host` was asked for `path`. */
  readonly hits: (host: string, path: string) => number;
  /** How often anything was asked for, but for robots.txt. */
  readonly total: () => number;
  /** Options under which a web reaches this stand-in, and nothing else on this machine. */
  readonly webOptions: WebOptions;
  readonly close: () => Promise<void>;
}

const PATHS: Readonly<Record<string, Misbehaviour>> = {
  ...transfers,
  ...redirects,
  ...answers,
  ...feeds,
};
/** Every path at which something is wrong: a test walks through all of them. */
export const HOSTILE_PATHS = Object.keys(PATHS);

export async function startHostileWeb(): Promise<HostileWeb> {
  const counts = new Map<string, number>();
  const timers = new Set<NodeJS.Timeout>();
  const state = { port: 0, total: 0 };
  const serve = (request: IncomingMessage, response: ServerResponse): void => {
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
    const key = `${url.hostname} ${url.pathname}`;
    const hit = (counts.get(key) ?? 0) + 1;
    counts.set(key, hit);
    if (url.pathname !== '/robots.txt') state.total++;
    const repeat = (ms: number, step: () => void): void => {
      const timer = setInterval(step, ms);
      timers.add(timer);
      response.once('close', () => {
        clearInterval(timer);
        timers.delete(timer);
      });
    };
    // A client that leaves in the middle is what is wanted here.
    response.on('error', () => {});
    handlerFor(url)({ request, response, url, port: state.port, hit, repeat });
  };
  const plain = createServer(serve);
  const secure = createSecureServer(selfSigned('secure.example'), serve);
  await listening(plain);
  await listening(secure);
  state.port = portOf(plain);
  const ports = [state.port, portOf(secure)];
  return {
    port: state.port,
    securePort: portOf(secure),
    at: (host, path) => `http://${host}.example:${state.port}${path}`,
    hits: (host, path) => counts.get(`${host}.example ${path}`) ?? 0,
    total: () => state.total,
    webOptions: {
      version: '0.0.0',
      ports: [...WEB_PORTS, ...ports],
      allow: (address, port) => address === '127.0.0.1' && ports.includes(port),
      lookup: async (name) => addressesOf(name),
      jitter: () => 0,
    },
    close: async () => {
      for (const timer of timers) clearInterval(timer);
      await Promise.all([plain, secure].map(closed));
    },
  };
}

function handlerFor(url: URL): Misbehaviour {
  if (url.pathname === '/robots.txt') return robotsOf(url.hostname);
  return PATHS[url.pathname] ?? sitePage;
}

/** The stand-in's name server: some names lead where nobody should follow. */
function addressesOf(name: string): readonly string[] {
  if (name === 'private.example') return ['192.168.1.1'];
  if (name === 'mixed.example') return ['127.0.0.1', '169.254.169.254'];
  if (name === 'unknown.example') {
    throw Object.assign(new Error(`getaddrinfo ENOTFOUND ${name}`), { code: 'ENOTFOUND' });
  }
  return name.endsWith('.example') ? ['127.0.0.1'] : [];
}

function listening(server: ReturnType<typeof createServer>): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
}

function closed(server: ReturnType<typeof createServer>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

const portOf = (server: ReturnType<typeof createServer>): number =>
  (server.address() as AddressInfo).port;
