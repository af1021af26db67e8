/**
 * `pages --articles N` or `pages --desk FOLDER`: every page of the console as the server answers it, through the app
 * without a port: the first time, then warm; and how long the program that is built takes from its start to its first
 * page. A desk is made of invented news, traced, and its newest articles are read; a folder is a desk that is there
 * (it is not written to but for its newest schema).
 */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { drawTable } from '../eval/table.ts';
import { appOf } from '../src/api/app.ts';
import { openAuthority } from '../src/api/authority.ts';
import { OPERATIONS } from '../src/operations/list.ts';
import { PAGES } from '../src/pages/list.ts';
import { type Desk, openDesk } from '../src/pipeline/desk.ts';
import { hasDesk } from '../src/pipeline/desk-place.ts';
import { ingest } from '../src/pipeline/ingest.ts';
import { readDesk } from '../src/pipeline/read.ts';
import { traceDesk } from '../src/pipeline/trace.ts';
import { lazyLanguageDetector } from '../src/text/language.ts';
import { inFolder } from './desk.ts';
import { writeNews } from './pipeline.ts';
import { answering, BUILT, freePort, start } from './processes.ts';

/** A PostgreSQL that holds the desk of the folder. */
const DATABASE = process.env['DATABASE_URL'];
const WARM = 20;
/** All of them would take an hour at 100,000. */
const READ = 2000;
const ROOT = fileURLToPath(new URL('..', import.meta.url));

interface PageFigures {
  /** Its address, with the names of what it shows in the place of what was asked for. */
  readonly page: string;
  readonly status: number;
  /** Milliseconds of the server. */
  readonly first: number;
  readonly median: number;
  readonly p95: number;
  /** Of the HTML as it is sent, not packed. */
  readonly bytes: number;
}

export interface PagesBench {
  readonly table: string;
  readonly figures: {
    readonly articles: number;
    /** From the start of `serve` to the end of its first page. */
    readonly startSeconds: number;
    readonly firstMs: Readonly<Record<string, number>>;
    readonly p50Ms: Readonly<Record<string, number>>;
    readonly p95Ms: Readonly<Record<string, number>>;
  };
}

/** Measures the pages on a desk that is there. Throws where there is none. */
export async function benchPagesOf(folder: string): Promise<PagesBench> {
  if (DATABASE === undefined && !hasDesk(folder)) throw new Error(`there is no desk in ${folder}`);
  return onDesk(folder, (desk) => measuredAll(desk));
}

/** Measures the pages on a desk of so many invented articles. */
export async function benchPages(articles: number): Promise<PagesBench> {
  if (DATABASE !== undefined) throw new Error('on PostgreSQL a desk that is there is measured');
  return inFolder((folder) =>
    onDesk(join(folder, 'desk'), async (desk) => {
      await ingest(desk, writeNews(folder, articles));
      await traceDesk(desk);
      await readDesk(newestOf(desk, articles - READ));
      return measuredAll(desk);
    }),
  );
}

/** A desk of which only the articles from this row on are still to be read. */
function newestOf(desk: Desk, row: number): Desk {
  const { store } = desk;
  const unread: typeof store.unread = (query) =>
    store.unread({ ...query, from: Math.max(query.from, row) });
  return { ...desk, store: { ...store, unread } };
}

async function onDesk<T>(folder: string, work: (desk: Desk) => Promise<T>): Promise<T> {
  const detectLanguage = lazyLanguageDetector();
  const desk = await openDesk({ folder, database: DATABASE, now: Date.now, detectLanguage });
  try {
    return await work(desk);
  } finally {
    await desk.close();
  }
}

async function measuredAll(desk: Desk): Promise<PagesBench> {
  const startSeconds = await secondsToFirstPage(desk);
  const pages = await pagesOf(desk);
  const articles = await desk.store.countArticles();
  const by = (value: (page: PageFigures) => number): Record<string, number> =>
    Object.fromEntries(pages.map((page) => [page.page, value(page)]));
  const figures = {
    ...{ articles, startSeconds, firstMs: by(({ first }) => first) },
    ...{ p50Ms: by(({ median }) => median), p95Ms: by(({ p95 }) => p95) },
  };
  return {
    table: `${tableOf(articles, pages)}\nfirst page ${startSeconds.toFixed(2)} s behind the start`,
    figures,
  };
}

/** The program as it is built, in a process of its own. */
async function secondsToFirstPage({ folder }: Desk): Promise<number> {
  const port = await freePort();
  const begin = performance.now();
  const server = start(BUILT, ['serve', '--port', String(port)], { folder, database: DATABASE });
  try {
    await answering(`http://127.0.0.1:${port}`, server);
    await (await fetch(`http://127.0.0.1:${port}/`)).text();
    return (performance.now() - begin) / 1000;
  } finally {
    const ended = new Promise((resolve) => server.child.once('exit', resolve));
    server.child.kill('SIGTERM');
    await ended;
  }
}

async function pagesOf(desk: Desk): Promise<PageFigures[]> {
  const app = appOn(desk);
  const pages: PageFigures[] = [];
  for (const [page, address] of await addressesOn(desk)) {
    const ask = async () => {
      const begin = performance.now();
      const answer = await app.request(`http://localhost${address}`);
      const { length } = await answer.text();
      return { ms: performance.now() - begin, status: answer.status, length };
    };
    const { ms: first, status, length: bytes } = await ask();
    const warm: number[] = [];
    while (warm.length < WARM) warm.push((await ask()).ms);
    warm.sort((a, b) => a - b);
    const [median, p95] = [0.5, 0.95].map((part) => warm[Math.ceil(part * WARM) - 1]!);
    pages.push({ page, status, first, median: median!, p95: p95!, bytes });
  }
  return pages;
}

/** Every page: lists as they open, one thing each that is widest or last, searches by common words. */
async function addressesOn({ store }: Desk): Promise<(readonly [page: string, address: string])[]> {
  const articles = await store.countArticles();
  const [cascade] = await store.cascades({ limit: 1, offset: 0, minReach: 2 });
  const [article] = await store.articlesAt([articles - 1]);
  const [alert] = await store.alerts({ limit: 1, offset: 0 });
  const [pair] = await store.presencePairs();
  const values: Readonly<Record<string, string | undefined>> = {
    '/alerts/:id': alert?.id,
    '/articles/:id': article?.id,
    '/cascades/:id': cascade?.id,
    '/claims/:id': cascade?.id,
    '/outlets/:domain': article?.domain,
    '/presence/:sender/:host': pair && `${pair.sender}/${pair.host}`,
  };
  const own = PAGES.flatMap(({ path }): (readonly [string, string])[] => {
    if (!path.includes(':')) return [[path, path]];
    const value = values[path];
    return value === undefined ? [] : [[path, path.replace(/:.*$/, '') + value]];
  });
  const asked = [
    ...['/search?q=virus', '/search?q=%22health+workers%22&language=en'],
    ...['/search?q=virus&sort=best', '/claims?q=masks+do+not+protect'],
  ];
  return [...own, ...asked.map((address) => [address, address] as const)];
}

/** The door as `serve` opens it for the one user of this machine. */
function appOn(desk: Desk): ReturnType<typeof appOf> {
  const languageOf = (): 'en' => 'en';
  return appOf({
    operations: OPERATIONS,
    pages: PAGES,
    authority: openAuthority({
      ...{ store: desk.store, now: Date.now, random: randomBytes, languageOf },
      ...{ secureCookies: false, listensBeyondLoopback: false, oidc: undefined },
      frame: (_, { title }) => title,
    }),
    desk,
    example: join(ROOT, 'example', 'articles'),
    version: 'bench',
    watchFile: join(ROOT, 'example', 'watch.yaml'),
    assets: join(ROOT, 'console'),
    invented: false,
    overTls: false,
    hosts: undefined,
    log: () => {},
  });
}

function tableOf(articles: number, pages: readonly PageFigures[]): string {
  return drawTable(
    [`${articles} articles`, 'status', 'first, ms', 'median, ms', 'p95, ms', 'kB'],
    pages.map(({ page, status, first, median, p95, bytes }) => [
      page,
      String(status),
      ...[first, median, p95].map((ms) => ms.toFixed(0)),
      (bytes / 1000).toFixed(0),
    ]),
  );
}
