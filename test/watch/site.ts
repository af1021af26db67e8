/** A few invented outlets on the loopback address, whose feeds and pages a test can change. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openWeb, type Web } from '../../src/collect/web/web.ts';

/** What an address serves. */
export interface Served {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

export interface Site {
  readonly port: number;
  /** `http://<host>.example:<port><path>` */
  readonly at: (host: string, path: string) => string;
  /** Sets what an address serves; a function is asked each time. */
  readonly serve: (host: string, path: string, served: Served | (() => Served)) => void;
  /** How often an address was asked for. */
  readonly hits: (host: string, path: string) => number;
  /** A web that reaches this site and nothing else. */
  readonly web: (more?: { readonly now?: () => number }) => Web;
  readonly close: () => Promise<void>;
}

export async function startSite(): Promise<Site> {
  const pages = new Map<string, () => Served>();
  const counts = new Map<string, number>();
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const key = `${(request.headers.host ?? '').split('.')[0]} ${request.url}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
    const { status = 200, headers = {}, body } = pages.get(key)?.() ?? { status: 404, body: '' };
    const etag = headers['etag'];
    if (etag !== undefined && request.headers['if-none-match'] === etag) {
      response.writeHead(304, headers).end();
      return;
    }
    response
      .writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers })
      .end(body);
  };
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    at: (host, path) => `http://${host}.example:${port}${path}`,
    serve: (host, path, served) => {
      pages.set(`${host} ${path}`, typeof served === 'function' ? served : () => served);
    },
    hits: (host, path) => counts.get(`${host} ${path}`) ?? 0,
    web: (more) => webTo(port, more),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A web that finds every name on the loopback address, at one port. */
export function webTo(port: number, more: { readonly now?: () => number } = {}): Web {
  return openWeb({
    version: '0.0.0-test',
    paceMs: 0,
    ports: [port],
    lookup: async () => ['127.0.0.1'],
    allow: (address, at) => address === '127.0.0.1' && at === port,
    ...more,
  });
}

/** A page of a story. */
export function storyPage(
  title: string,
  text: string,
  { head = '', published = '2024-12-31T10:00:00Z' } = {},
): string {
  const paragraphs = text.split('\n').map((line) => `<p>${line}</p>`);
  return `<!doctype html><html lang="en"><head><title>${title}</title>
<meta property="article:published_time" content="${published}">${head}</head>
<body><article><h1>${title}</h1>${paragraphs.join('')}</article></body></html>`;
}

/** An RSS feed of items. */
export function feedOf(
  items: readonly {
    readonly guid: string;
    readonly url: string;
    readonly title: string;
    readonly published?: string;
  }[],
): string {
  const lines = items.map(
    ({ guid, url, title, published }) =>
      `<item><guid isPermaLink="false">${guid}</guid><link>${url}</link><title>${title}</title>${
        published === undefined ? '' : `<pubDate>${published}</pubDate>`
      }</item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Invented</title>${lines.join('')}</channel></rss>`;
}
