/**
 * A watch of which every source but three misbehaves, each in its own way and on a host of its own: it
 * ends, it keeps every article of the three, and all else stands there with a reason.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyArchive } from '../../src/archive/verify.ts';
import { FETCH_REFUSALS } from '../../src/collect/web/refusals.ts';
import { openWeb, type Web } from '../../src/collect/web/web.ts';
import type { Article } from '../../src/domain/article.ts';
import { REFUSAL_KINDS } from '../../src/domain/outcome.ts';
import type { SourceKind, WatchSource } from '../../src/domain/watch.ts';
import { articlesOf } from '../../src/pipeline/desk.fixture.ts';
import { type Desk, openDesk } from '../../src/pipeline/desk.ts';
import { syncSources } from '../../src/pipeline/watch/sources.ts';
import { runWatch } from '../../src/pipeline/watch/watch.ts';
import type { PageRow, SourceRow, WatchStep } from '../../src/store/watching.ts';
import { HOSTILE_PATHS, type HostileWeb, startHostileWeb } from '../hostile-web/hostile-web.ts';

const HOUR = 3_600_000;
const MB = 1024 * 1024;
const GOOD = ['harbour', 'valley', 'station'] as const;
const GOOD_PAGES = 20;
/** Nothing waits so long; and what is waited for where the server never ends, with room for load. */
const PATIENT = { connectMs: 60_000, headersMs: 60_000, idleMs: 60_000, wholeMs: 60_000 };
const HASTY = { connectMs: 1500, headersMs: 1500, idleMs: 1500, wholeMs: 2000 };
const HASTY_PATHS = /^\/(?:slow|silent|stalls|endless-hints)/;

let folder: string;
let hostile: HostileWeb;
let desk: Desk;
let clock = Date.UTC(2025, 0, 1);
const rejections: unknown[] = [];
const note = (reason: unknown): void => {
  rejections.push(reason);
};

beforeAll(async () => {
  process.on('unhandledRejection', note);
  folder = mkdtempSync(join(tmpdir(), 'atalaya-hostile-'));
  hostile = await startHostileWeb();
  desk = await openDesk({
    folder: join(folder, 'desk'),
    now: () => clock,
    detectLanguage: async () => 'en',
  });
});
afterAll(async () => {
  process.off('unhandledRejection', note);
  await desk.close();
  await hostile.close();
  rmSync(folder, { recursive: true, force: true });
});

const sourceOf = (kind: SourceKind, host: string, path: string): WatchSource => ({
  id: `${kind}-${host}`,
  kind,
  url: hostile.at(host, path),
  outlet: `${host}.example`,
  tags: [],
  everyMs: HOUR,
  enabled: true,
  line: 1,
});
const hostOf = (kind: SourceKind, path: string): string => `${kind}${HOSTILE_PATHS.indexOf(path)}`;

function allSources(): WatchSource[] {
  const kinds = ['feed', 'sitemap', 'page'] as const;
  const bad = kinds.flatMap((kind) =>
    HOSTILE_PATHS.map((path) => sourceOf(kind, hostOf(kind, path), path)),
  );
  const good = GOOD.map((host) => sourceOf('feed', host, `/feed.xml?pages=${GOOD_PAGES}`));
  return [...bad, ...good];
}

/** Hasty where a server never ends, patient with all others: a busy machine loses no article. */
function openBoth(): Web {
  const now = () => clock;
  const common = { ...hostile.webOptions, paceMs: 0, now };
  const hasty = openWeb({ ...common, timeOuts: HASTY });
  const patient = openWeb({ ...common, timeOuts: PATIENT });
  return {
    get: (request) => {
      const { pathname } = new URL(request.url);
      return (HASTY_PATHS.test(pathname) ? hasty : patient).get(request);
    },
    close: async () => {
      await Promise.all([hasty.close(), patient.close()]);
    },
  };
}

interface Round {
  readonly steps: readonly WatchStep[];
  readonly grown: number;
}

async function round(hours = 0): Promise<Round> {
  clock += hours * HOUR;
  await syncSources(desk, allSources(), (outlet) => outlet);
  const web = openBoth();
  const steps: WatchStep[] = [];
  const before = process.memoryUsage().rss;
  let most = before;
  await runWatch(desk, web, {
    once: true,
    signal: new AbortController().signal,
    wait: (ms) => sleep(ms),
    threads: 1,
    onSaved: (step) => {
      steps.push(step);
      most = Math.max(most, process.memoryUsage().rss);
    },
  });
  await web.close();
  return { steps, grown: most - before };
}

/** Pages that only look odd: what they serve is an article, and is kept. */
const ODD_PAGES = [
  '/old-http', // An older protocol, but a whole page.
  '/no-gzip', // Says gzip and sends none.
  '/bare-deflate', // Deflate without its frame.
  '/cookie-wall', // Shows the page to whoever takes the cookie.
  '/moved-for-good',
  '/moved-again',
  '/moved-for-now',
  '/to-umlaut',
  '/about-captchas', // An article on captchas.
];
/** Feeds that lie or break, and how many items with an address can be read of each. */
const ODD_FEEDS: Readonly<Record<string, number>> = {
  '/broken.xml': 1,
  '/unclosed.xml': 1,
  '/entity-bomb.xml': 1,
  '/outside-entity.xml': 1,
  '/lying-dates.xml': 3,
  '/changing-guids.xml': 3,
  '/wrong-charset.xml': 0,
};
const GOOD_ARTICLES = GOOD.length * GOOD_PAGES;
const ODD_ARTICLES =
  ODD_PAGES.length + Object.values(ODD_FEEDS).reduce((sum, items) => sum + items, 0);
const KNOWN: ReadonlySet<string> = new Set([
  ...FETCH_REFUSALS,
  ...REFUSAL_KINDS,
  'not-a-feed',
  'not-a-sitemap',
]);

const siteOf = ({ url }: Article): string => new URL(url!).hostname.replace('.example', '');

async function articles(): Promise<readonly Article[]> {
  return articlesOf(desk.store);
}

async function sourceRows(): Promise<ReadonlyMap<string, SourceRow>> {
  return new Map((await desk.store.sources()).map((row) => [row.id, row] as const));
}

async function pageRows(): Promise<ReadonlyMap<string, PageRow>> {
  const urls = HOSTILE_PATHS.map((path) => hostile.at(hostOf('page', path), path));
  const rows = await desk.store.pagesByUrls(urls);
  return new Map(HOSTILE_PATHS.map((path, n) => [path, rows.get(urls[n]!)!] as const));
}

describe('a watch of hostile sources', () => {
  let first: Round;
  beforeAll(async () => {
    first = await round();
  });

  it('ends, and keeps every article of the sites that behave', async () => {
    const kept = (await articles()).filter((one) => GOOD.some((site) => site === siteOf(one)));
    expect(new Set(kept.map(({ url }) => url)).size).toBe(GOOD_ARTICLES);
    expect(kept).toHaveLength(GOOD_ARTICLES);
  });

  it('has a row with a known reason for every source and every page', async () => {
    const sources = await sourceRows();
    const unread = HOSTILE_PATHS.flatMap((path) =>
      (['feed', 'sitemap'] as const).flatMap((kind) => {
        const { refusal } = sources.get(`${kind}-${hostOf(kind, path)}`)!;
        return refusal === undefined || !KNOWN.has(refusal.reason) ? [`${kind} ${path}`] : [];
      }),
    );
    expect(unread).toEqual(
      Object.keys(ODD_FEEDS)
        .map((path) => `feed ${path}`)
        .sort(byPlace),
    );
    const kept = [...(await pageRows())].filter(
      ([, { refusal }]) => !KNOWN.has(refusal?.reason ?? ''),
    );
    expect(kept.map(([path, { state }]) => `${path} ${state}`)).toEqual(
      [...ODD_PAGES].sort(byPlace).map((path) => `${path} kept`),
    );
  });

  it('says the same of each page as the fetching and the extraction do', async () => {
    const reasons = new Map(
      [...(await pageRows())].map(([path, row]) => [path, row.refusal?.reason]),
    );
    expect(reasons.get('/captcha')).toBe('captcha');
    expect(reasons.get('/consent')).toBe('consent-page');
    expect(reasons.get('/gzip-bomb')).toBe('bomb');
    expect(reasons.get('/gate')).toBe('not-an-article');
    expect(reasons.get('/entity-bomb.xml')).toBe('unknown-format');
  });

  it('takes no block, consent, error page or feed for an article', async () => {
    const odd = (await articles()).filter((one) => GOOD.every((site) => site !== siteOf(one)));
    const fromPages = ODD_PAGES.map((path) => hostOf('page', path));
    const fromFeeds = Object.entries(ODD_FEEDS).flatMap(([path, items]) =>
      Array.from({ length: items }, () => hostOf('feed', path)),
    );
    expect(odd.map(siteOf).sort()).toEqual([...fromPages, ...fromFeeds].sort());
    for (const { text } of odd) expect(text.length).toBeGreaterThan(3000);
  });

  it('keeps its evidence whole, its memory bounded, and leaves no promise behind', async () => {
    expect(await verifyArchive(desk.archiveFolder)).toMatchObject({ ok: true, behind: 0 });
    // What is under way and what is read of it; the answers without end alone would be ten times that.
    expect(first.grown).toBeLessThan(700 * MB);
    await sleep(0);
    expect(rejections).toEqual([]);
  });

  it.each([1, 25])('brings nothing again %i hours later', async (hours) => {
    const before = (await articles()).map(({ id }) => id);
    expect(before).toHaveLength(GOOD_ARTICLES + ODD_ARTICLES);
    const { steps } = await round(hours);
    expect((await articles()).map(({ id }) => id)).toEqual(before);
    expect(steps.flatMap((step) => step.fetches).length).toBeGreaterThan(100);
    expect(await verifyArchive(desk.archiveFolder)).toMatchObject({ ok: true, behind: 0 });
    expect(rejections).toEqual([]);
  });
});

const byPlace = (a: string, b: string): number =>
  HOSTILE_PATHS.indexOf(a.replace('feed ', '')) - HOSTILE_PATHS.indexOf(b.replace('feed ', ''));
