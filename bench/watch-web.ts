/**
 * The stand-in web of `bench -- watch`: many invented hosts on one port of the loopback address. It
 * runs in the bench's own process; the desk that is measured has one for itself.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { makeNews } from './news.ts';
import { makeSite, newsFeed, type Site, storyPage } from './news-pages.ts';

const SEED = 20240923;
/** Words of an article, in the mean. */
const WORDS = 500;
/** Of what a feed says of one: a feed is made of thirty, and shall not cost the web ten milliseconds. */
const BRIEF_WORDS = 40;
const hostName = (number: number): string => `s${number}.example`;

/** How many hosts there are, and how many entries the feed of each names. */
export interface WebSize {
  readonly hosts: number;
  readonly entries: number;
}

export interface StandIn {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** The address of a host's feed. */
export const feedAddress = (host: number, port: number): string =>
  `http://${hostName(host)}:${port}/feed`;

/** Serves, of every host, `/feed` (with other bytes each time) and the pages that it names. */
export async function serveWeb({ hosts, entries }: WebSize): Promise<StandIn> {
  const storyOf = makeNews(SEED, WORDS);
  const briefOf = makeNews(SEED, BRIEF_WORDS);
  const sites = Array.from({ length: hosts }, (_, i) => makeSite(i, hostName(i)));
  const polls = new Map<Site, number>();
  const server = createServer((request, response) => {
    const site = sites[hostNumber(request)];
    const path = request.url ?? '';
    const row = Number(/^\/story\/(\d+)$/.exec(path)?.[1]);
    if (site === undefined || (path !== '/feed' && Number.isNaN(row))) {
      response.writeHead(404).end();
    } else if (path === '/feed') {
      const edition = (polls.get(site) ?? 0) + 1;
      polls.set(site, edition);
      const rows = Array.from({ length: entries }, (_, i) => hostNumber(request) * entries + i);
      const body = newsFeed(`http://${request.headers.host}`, rows, briefOf, edition);
      send(response, 'application/rss+xml', body, { etag: `"${edition}"` });
    } else send(response, 'text/html; charset=utf-8', storyPage(site, row, storyOf(row)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const hostNumber = ({ headers }: IncomingMessage): number =>
  Number(/^s(\d+)\./.exec(headers.host ?? '')?.[1]);

function send(response: ServerResponse, type: string, body: string, more: object = {}): void {
  const bytes = Buffer.from(body);
  response.writeHead(200, { 'content-type': type, 'content-length': bytes.byteLength, ...more });
  response.end(bytes);
}
