/**
 * What a watch makes of what its sources say of pages that it knows, and of sources that change: no
 * article is lost, and no page asked for more often than there is reason to. All texts are invented.
 */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SourceKind, WatchSource } from '../../src/domain/watch.ts';
import { articlesOf, prose, useFolder } from '../../src/pipeline/desk.fixture.ts';
import { type Desk, openDesk } from '../../src/pipeline/desk.ts';
import { syncSources } from '../../src/pipeline/watch/sources.ts';
import { runWatch } from '../../src/pipeline/watch/watch.ts';
import { feedOf, type Site, startSite, storyPage } from './site.ts';

const START = Date.UTC(2025, 0, 1);
const HOUR = 3_600_000;
const folder = useFolder();
let site: Site;
let clock = START;
let desk: Desk;

beforeEach(async () => {
  clock = START;
  site = await startSite();
  desk = await openDesk({
    folder: join(folder(), 'desk'),
    now: () => clock,
    detectLanguage: async () => 'en',
  });
});
afterEach(async () => {
  await desk.close();
  await site.close();
});

const sourceAt = (
  id: string,
  host = id,
  path = '/feed',
  kind: SourceKind = 'feed',
): WatchSource => ({
  id,
  kind,
  url: site.at(host, path),
  outlet: `${host}.example`,
  tags: [],
  everyMs: HOUR,
  enabled: true,
  line: 1,
});

/** One round over the sources, `hours` later. */
async function round(sources: readonly WatchSource[], hours = 0): Promise<void> {
  clock += hours * HOUR;
  await syncSources(desk, sources, (outlet) => outlet);
  const web = site.web({ now: () => clock });
  await runWatch(desk, web, {
    once: true,
    signal: new AbortController().signal,
    wait: (ms) => sleep(ms),
    threads: 1,
  });
  await web.close();
}

const item = (
  host: string,
  n: number,
  more: Partial<Parameters<typeof feedOf>[0][number]> = {},
) => ({
  guid: `${host}-${n}`,
  url: site.at(host, `/story/${n}`),
  title: `Story ${n}`,
  ...more,
});
const serveStory = (host: string, n: number, path = `/story/${n}`): void =>
  site.serve(host, path, { body: storyPage(`Story ${n}`, prose(n, 60)) });
const serveFeed = (host: string, items: Parameters<typeof feedOf>[0], path = '/feed'): void =>
  site.serve(host, path, {
    headers: { 'content-type': 'application/rss+xml' },
    body: feedOf(items),
  });
const titles = async (): Promise<string[]> =>
  (await articlesOf(desk.store)).map(({ title }) => title).sort();
const urls = (host: string, days: Readonly<Record<number, string>>): string => {
  const entries = Object.entries(days).map(
    ([n, day]) =>
      `<url><loc>${site.at(host, `/story/${n}`)}</loc>${day && `<lastmod>${day}</lastmod>`}</url>`,
  );
  return `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries.join('')}</urlset>`;
};
const indexOf = (...parts: readonly string[]): string =>
  `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${parts.map((url) => `<sitemap><loc>${url}</loc></sitemap>`).join('')}</sitemapindex>`;
const xml = { 'content-type': 'application/xml' };
const storyAt = async (path: string) =>
  (await desk.store.pagesByUrls([site.at('faro', path)])).get(site.at('faro', path));

describe('a page that is named again', () => {
  it('is not asked for again because a second feed names it too', async () => {
    serveStory('faro', 1);
    serveFeed('faro', [item('faro', 1)]);
    serveFeed('faro', [item('faro', 1, { guid: 'other', title: 'Story one' })], '/second');
    await round([sourceAt('one', 'faro')]);
    await round([sourceAt('one', 'faro'), sourceAt('two', 'faro', '/second')], 0.1);
    expect(site.hits('faro', '/story/1')).toBe(1);
    expect(await titles()).toEqual(['Story 1']);
  });

  it('nor because a sitemap lists it, unless it is dated later than it was had', async () => {
    serveStory('faro', 1);
    serveStory('faro', 2);
    serveFeed('faro', [item('faro', 1), item('faro', 2)]);
    await round([sourceAt('feed', 'faro')]);
    const later = new Date(START + HOUR / 20).toISOString();
    site.serve('faro', '/map.xml', {
      headers: xml,
      body: urls('faro', { 1: '2024-12-31', 2: later }),
    });
    await round([sourceAt('feed', 'faro'), sourceAt('map', 'faro', '/map.xml', 'sitemap')], 0.1);
    expect([1, 2].map((n) => site.hits('faro', `/story/${n}`))).toEqual([1, 2]);
  });

  it('is not asked for at every visit by a feed that says something else each time', async () => {
    serveStory('faro', 1);
    let visit = 0;
    site.serve('faro', '/feed', () => {
      visit++;
      return { body: feedOf([item('faro', 1, { title: `Story 1, read ${visit} times` })]) };
    });
    for (let hour = 0; hour < 24; hour++) await round([sourceAt('faro')], 1);
    expect(visit).toBe(24);
    expect(site.hits('faro', '/story/1')).toBeLessThanOrEqual(8);
    expect(site.hits('faro', '/story/1')).toBeGreaterThan(5);
  });

  it('waits for its next try as long as its host wishes, whatever its feed says', async () => {
    const busy = { status: 503, headers: { 'retry-after': '3000' }, body: '' };
    site.serve('faro', '/story/1', busy);
    let visit = 0;
    site.serve('faro', '/feed', () => {
      visit++;
      return { body: feedOf([item('faro', 1, { title: `Story 1, read ${visit} times` })]) };
    });
    const often = { ...sourceAt('faro'), everyMs: HOUR / 4 };
    for (const hours of [0, 0.25, 0.25, 0.25]) await round([often], hours);
    expect(visit).toBeGreaterThan(2);
    expect(site.hits('faro', '/story/1')).toBe(1);
  });
});

describe('a page that is named elsewhere under the same id and title', () => {
  it('is had where it is now, though it never was where the feed said first', async () => {
    serveFeed('faro', [item('faro', 1, { url: site.at('faro', '/wrong') })]);
    await round([sourceAt('faro')]);
    serveStory('faro', 1);
    serveFeed('faro', [item('faro', 1)]);
    await round([sourceAt('faro')], 1);
    expect(await titles()).toEqual(['Story 1']);
  });

  it('is the same article at its new address, and asked for no more at the old one', async () => {
    serveStory('faro', 1);
    serveFeed('faro', [item('faro', 1)]);
    const often = { ...sourceAt('faro'), everyMs: HOUR / 2 };
    await round([often]);
    site.serve('faro', '/2025/one', { body: storyPage('Story 1', `${prose(1, 60)} More.`) });
    serveFeed('faro', [item('faro', 1, { url: site.at('faro', '/2025/one') })]);
    await round([often], 0.5);
    const [first, second, ...more] = await articlesOf(desk.store);
    expect(more).toEqual([]);
    expect(second!.key).toBe(first!.key);
    expect(await storyAt('/story/1')).not.toHaveProperty('nextAt');
    expect(await storyAt('/2025/one')).toMatchObject({ state: 'kept', key: first!.key });
  });

  it('is another article where every column has one id and one title, and another day', async () => {
    serveStory('faro', 1);
    serveStory('faro', 2);
    const column = (n: number, published: string) =>
      item('faro', n, { guid: 'column', title: 'The column', published });
    serveFeed('faro', [column(1, 'Wed, 01 Jan 2025 08:00:00 GMT')]);
    await round([sourceAt('faro')]);
    serveFeed('faro', [column(2, 'Thu, 02 Jan 2025 08:00:00 GMT')]);
    await round([sourceAt('faro')], 24);
    const articles = await articlesOf(desk.store);
    expect(new Set(articles.map(({ key }) => key)).size).toBe(2);
  });

  it('is asked for where it was, if its feed only writes its address anew each time', async () => {
    let visit = 0;
    const at = (n: number) => `/story/1?visit=${n}`;
    for (const n of [1, 2, 3]) serveStory('faro', 1, at(n));
    site.serve('faro', '/feed', () => {
      visit++;
      return { body: feedOf([item('faro', 1, { url: site.at('faro', at(visit)) })]) };
    });
    for (const hours of [0, 1, 1]) await round([sourceAt('faro')], hours);
    expect(await titles()).toEqual(['Story 1']);
    expect([1, 2, 3].map((n) => site.hits('faro', at(n)))).toEqual([3, 0, 0]);
  });
});

describe('a page that leads elsewhere', () => {
  it('does not become a version of itself with the text of another article', async () => {
    serveStory('faro', 1);
    serveStory('faro', 2);
    serveFeed('faro', [item('faro', 1), item('faro', 2)]);
    await round([sourceAt('faro')]);
    site.serve('faro', '/story/1', { status: 302, headers: { location: '/story/2' }, body: '' });
    // Not byte for byte the same, as with a page that shows the hour.
    site.serve('faro', '/story/2', {
      body: storyPage('Story 2', prose(2, 60), { head: '<meta name="hour" content="1">' }),
    });
    await round([sourceAt('faro')], 1);
    expect(await titles()).toEqual(['Story 1', 'Story 2']);
  });

  it('is not there any more, where it leads to the front page', async () => {
    serveStory('faro', 1);
    serveFeed('faro', [item('faro', 1)]);
    await round([sourceAt('faro')]);
    site.serve('faro', '/', { body: storyPage('Front page', prose(7, 300)) });
    site.serve('faro', '/story/1', { status: 301, headers: { location: '/' }, body: '' });
    await round([sourceAt('faro')], 1);
    expect(await titles()).toEqual(['Story 1']);
    expect(await storyAt('/story/1')).toMatchObject({
      state: 'kept',
      refusal: { reason: 'not-found' },
    });
  });
});

describe('a watch list that changes', () => {
  it('loses no page that waited under a name that is gone, and asks for none twice', async () => {
    serveStory('faro', 1);
    site.serve('faro', '/story/2', { status: 500, body: '' });
    serveFeed('faro', [item('faro', 1), item('faro', 2)]);
    await round([sourceAt('old', 'faro')]);
    serveStory('faro', 2);
    await round([sourceAt('new', 'faro')], 0.5);
    expect(await titles()).toEqual(['Story 1', 'Story 2']);
    expect(site.hits('faro', '/story/1')).toBe(1);
    expect(await storyAt('/story/1')).toMatchObject({ source: 'new' });
  });

  it('goes on where it was, when a source comes back', async () => {
    serveStory('faro', 1);
    serveFeed('faro', [item('faro', 1)]);
    await round([sourceAt('faro')]);
    await round([], 1);
    serveStory('faro', 2);
    serveFeed('faro', [item('faro', 1), item('faro', 2)]);
    await round([], 1);
    expect(await titles()).toEqual(['Story 1']);
    await round([sourceAt('faro')], 1);
    expect(await titles()).toEqual(['Story 1', 'Story 2']);
    expect((await desk.store.sources())[0]).toMatchObject({ polls: 2, entries: 2 });
  });
});

describe('a feed', () => {
  it('that answers with nothing is counted, and had when it is there again', async () => {
    const headers = { etag: '"empty"' };
    site.serve('faro', '/feed', { headers, body: '' });
    await round([sourceAt('faro')]);
    expect((await desk.store.sources())[0]).toMatchObject({
      failures: 1,
      refusal: { reason: 'not-a-feed' },
    });
    serveStory('faro', 1);
    site.serve('faro', '/feed', { headers, body: feedOf([item('faro', 1)]) });
    await round([sourceAt('faro')], 2);
    expect(await titles()).toEqual(['Story 1']);
  });

  it('that has moved for good is read where it is, and says so', async () => {
    serveStory('faro', 1);
    serveFeed('faro', [item('faro', 1)], '/rss');
    site.serve('faro', '/feed', { status: 301, headers: { location: '/rss' }, body: '' });
    await round([sourceAt('faro')]);
    expect(await titles()).toEqual(['Story 1']);
    expect((await desk.store.sources())[0]).toMatchObject({ movedTo: site.at('faro', '/rss') });
  });

  it('brings what robots.txt allows of what it names', async () => {
    for (const n of [1, 2]) serveStory('faro', n);
    serveFeed('faro', [item('faro', 1), item('faro', 2)]);
    site.serve('faro', '/robots.txt', {
      headers: { 'content-type': 'text/plain' },
      body: 'User-agent: *\nDisallow: /story/2\n',
    });
    await round([sourceAt('faro')]);
    expect(await titles()).toEqual(['Story 1']);
    expect(await storyAt('/story/2')).toMatchObject({
      state: 'refused',
      refusal: { reason: 'robots' },
    });
  });

  it('is not held against it that its host wants to be left alone', async () => {
    const busy = { status: 429, headers: { 'retry-after': '600' }, body: '' };
    site.serve('faro', '/first', busy);
    const sources = [sourceAt('a', 'faro', '/first'), sourceAt('b', 'faro')];
    serveStory('faro', 1);
    serveFeed('faro', [item('faro', 1)]);
    await round(sources);
    const [asked, spared] = await desk.store.sources();
    expect(asked).toMatchObject({ failures: 1, refusal: { reason: 'rate-limited', status: 429 } });
    expect(spared).toMatchObject({ failures: 0, polls: 0, refusal: { reason: 'rate-limited' } });
    expect(site.hits('faro', '/feed')).toBe(0);
    await round(sources, 0.25);
    expect(await titles()).toEqual(['Story 1']);
  });
});

describe('a sitemap', () => {
  it.each([
    ['application/x-gzip', undefined],
    ['application/xml', undefined],
    ['application/x-gzip', 'gzip'],
  ])('is unpacked, sent as %s with Content-Encoding %s', async (type, encoding) => {
    serveStory('faro', 1);
    const packed = gzipSync(urls('faro', { 1: '2024-12-31' }));
    site.serve('faro', '/map.xml.gz', {
      headers: { 'content-type': type, ...(encoding && { 'content-encoding': encoding }) },
      body: packed,
    });
    await round([sourceAt('faro', 'faro', '/map.xml.gz', 'sitemap')]);
    expect(await titles()).toEqual(['Story 1']);
  });

  it('brings what the sound parts of an index list, and the others when they are sound', async () => {
    for (const n of [1, 2, 3, 4]) serveStory('faro', n);
    const part = (name: string) => site.at('faro', `/${name}.xml`);
    const index = indexOf(part('a'), part('b'), part('c'));
    site.serve('faro', '/index.xml', { headers: { ...xml, etag: '"index"' }, body: index });
    site.serve('faro', '/a.xml', { headers: xml, body: urls('faro', { 1: '2024-12-31' }) });
    site.serve('faro', '/b.xml', { status: 500, body: '' });
    site.serve('faro', '/c.xml', { body: '<title>Oops</title>' });
    const map = sourceAt('map', 'faro', '/index.xml', 'sitemap');
    await round([map]);
    expect(await titles()).toEqual(['Story 1']);
    const reasons = (await desk.store.fetchTally()).map(({ reason }) => reason);
    expect(reasons.filter((reason) => reason !== undefined).sort()).toEqual([
      'not-a-sitemap',
      'server-error',
    ]);
    site.serve('faro', '/b.xml', {
      headers: xml,
      // Story 4 stood there for years before the watch began.
      body: urls('faro', { 2: '2024-12-31', 4: '2019-01-01' }),
    });
    site.serve('faro', '/c.xml', { headers: xml, body: urls('faro', { 3: '2024-12-30' }) });
    await round([map], 2);
    expect(await titles()).toEqual(['Story 1', 'Story 2', 'Story 3']);
    expect(await storyAt('/story/4')).toBeUndefined();
  });

  it('of which the index stays the same is asked for its parts nevertheless', async () => {
    for (const n of [1, 2]) serveStory('faro', n);
    const headers = { ...xml, etag: '"index"' };
    site.serve('faro', '/index.xml', { headers, body: indexOf(site.at('faro', '/a.xml')) });
    site.serve('faro', '/a.xml', { headers: xml, body: urls('faro', { 1: '2024-12-31' }) });
    const map = sourceAt('map', 'faro', '/index.xml', 'sitemap');
    await round([map]);
    site.serve('faro', '/a.xml', {
      headers: xml,
      body: urls('faro', { 1: '2024-12-31', 2: '2025-01-01' }),
    });
    await round([map], 2);
    expect(await titles()).toEqual(['Story 1', 'Story 2']);
  });
});

describe('a clock that is put back', () => {
  it('by a day, leaves nothing that is not asked for until it has caught up', async () => {
    serveStory('faro', 1);
    serveFeed('faro', [item('faro', 1)]);
    await round([sourceAt('faro')]);
    serveStory('faro', 2);
    serveFeed('faro', [item('faro', 1), item('faro', 2)]);
    await round([sourceAt('faro')], -24);
    expect(await titles()).toEqual(['Story 1', 'Story 2']);
    expect((await desk.store.sources())[0]!.nextAt).toBe(START - 23 * HOUR);
  });

  it('while a watch runs, neither halts it nor keeps it from ending', async () => {
    for (const n of [1, 2, 3]) serveStory('faro', n);
    site.serve('faro', '/feed', () => {
      clock -= 24 * HOUR;
      return { body: feedOf([1, 2, 3].map((n) => item('faro', n))) };
    });
    await round([sourceAt('faro')]);
    clock = START;
    await round([sourceAt('faro')]);
    expect(await titles()).toEqual(['Story 1', 'Story 2', 'Story 3']);
  });
});

describe('a watch that is ended', () => {
  it('counts nothing that it gave up as a failure, and has it the next time', async () => {
    serveStory('faro', 1);
    serveFeed('faro', [item('faro', 1)]);
    const stop = new AbortController();
    site.serve('faro', '/robots.txt', () => {
      stop.abort();
      return { status: 404, body: '' };
    });
    await syncSources(desk, [sourceAt('faro')], (outlet) => outlet);
    const web = site.web({ now: () => clock });
    await runWatch(desk, web, {
      once: true,
      signal: stop.signal,
      wait: (ms) => sleep(ms),
      threads: 1,
    });
    await web.close();
    expect((await desk.store.sources())[0]).toMatchObject({ polls: 0, failures: 0 });
    expect(await desk.store.fetchTally()).toEqual([]);
    await round([sourceAt('faro')]);
    expect(await titles()).toEqual(['Story 1']);
  });
});
