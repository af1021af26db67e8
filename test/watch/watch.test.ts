/**
 * A watch from its feed to its articles, on a stand-in web: nothing is lost, nothing is there twice,
 * and everything that was not had is counted with its reason. All texts are invented.
 */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyArchive } from '../../src/archive/verify.ts';
import type { SourceKind, WatchSource } from '../../src/domain/watch.ts';
import { articlesOf, prose, useFolder } from '../../src/pipeline/desk.fixture.ts';
import { type Desk, openDesk } from '../../src/pipeline/desk.ts';
import { evidenceOf } from '../../src/pipeline/evidence.ts';
import { LockHeld } from '../../src/pipeline/lock.ts';
import { rereadArchive } from '../../src/pipeline/reread.ts';
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
  desk = await deskIn('desk');
});
afterEach(async () => {
  await desk.close();
  await site.close();
});

const deskIn = (name: string): Promise<Desk> =>
  openDesk({ folder: join(folder(), name), now: () => clock, detectLanguage: async () => 'en' });

const source = (id: string, path = '/feed', kind: SourceKind = 'feed'): WatchSource => ({
  id,
  kind,
  url: site.at(id, path),
  outlet: `${id}.example`,
  tags: [],
  everyMs: HOUR,
  enabled: true,
  line: 1,
});

/** One round over the sources, `hours` later. */
async function round(sources: readonly WatchSource[], hours = 0): Promise<void> {
  clock += hours * HOUR;
  await syncSources(desk, sources, (outlet) => `The ${outlet}`);
  const web = site.web({ now: () => clock });
  await runWatch(desk, web, {
    once: true,
    signal: new AbortController().signal,
    wait: (ms) => sleep(ms),
    threads: 1,
  });
  await web.close();
}

const item = (host: string, n: number, guid = `${host}-${n}`) => ({
  guid,
  url: site.at(host, `/story/${n}`),
  title: `Story ${n}`,
});

function serveStories(host: string, numbers: readonly number[]): void {
  for (const n of numbers) {
    site.serve(host, `/story/${n}`, { body: storyPage(`Story ${n}`, prose(n, 60)) });
  }
  const body = feedOf(numbers.map((n) => item(host, n)));
  site.serve(host, '/feed', { headers: { 'content-type': 'application/rss+xml' }, body });
}

describe('a watch', () => {
  it('brings what a feed names, with its evidence, its clocks and what was said of it', async () => {
    serveStories('faro', [1, 2, 3]);
    await round([source('faro')]);
    const articles = await articlesOf(desk.store);
    expect(articles.map(({ title }) => title).sort()).toEqual(['Story 1', 'Story 2', 'Story 3']);
    for (const article of articles) {
      expect(article).toMatchObject({
        domain: 'faro.example',
        outlet: 'The faro.example',
        firstSeen: { earliest: START, latest: START },
        published: { earliest: Date.UTC(2024, 11, 31, 10) },
      });
      const { bytes, capture } = await evidenceOf(desk, article);
      expect(Buffer.from(bytes).toString()).toContain(`<h1>${article.title}</h1>`);
      expect(capture.origin).toBe(article.url);
    }
    expect(await verifyArchive(desk.archiveFolder)).toMatchObject({ ok: true, behind: 0 });
  });

  it('keeps nothing twice, however often it comes by and whatever ids a feed makes up', async () => {
    serveStories('faro', [1, 2]);
    let visit = 0;
    site.serve('faro', '/feed', () => {
      visit++;
      return { body: feedOf([1, 2].map((n) => item('faro', n, `made-up-${visit}-${n}`))) };
    });
    for (const hours of [0, 1, 1, 30, 300, 200, 900]) await round([source('faro')], hours);
    expect(visit).toBe(7);
    expect(await articlesOf(desk.store)).toHaveLength(2);
    // Looked at again four times, and then no more.
    expect(site.hits('faro', '/story/1')).toBe(5);
    const [row] = await desk.store.sources();
    expect(row).toMatchObject({ polls: 7, entries: 2, failures: 0, newAt: START });
  });

  it('waits for another writer instead of ending, and says who it is', async () => {
    serveStories('faro', [1]);
    await syncSources(desk, [source('faro')], () => undefined);
    let held = 2;
    const busy: Desk = {
      ...desk,
      lock: (task) =>
        held-- > 0 ? Promise.reject(new LockHeld('ingest has it')) : desk.lock(task),
    };
    const told: string[] = [];
    const web = site.web({ now: () => clock });
    await runWatch(busy, web, {
      once: true,
      signal: new AbortController().signal,
      wait: (ms) => sleep(ms),
      threads: 1,
      onWaiting: (holder) => told.push(holder),
    });
    await web.close();
    expect(told).toEqual(['ingest has it', 'ingest has it']);
    expect(await articlesOf(desk.store)).toHaveLength(1);
  });

  it('asks only for what has changed, and keeps no second copy of what has not', async () => {
    serveStories('faro', [1]);
    const headers = { etag: '"a"' };
    site.serve('faro', '/feed', { headers, body: feedOf([item('faro', 1)]) });
    site.serve('faro', '/story/1', { headers, body: storyPage('Story 1', prose(1, 60)) });
    await round([source('faro')]);
    await round([source('faro')], 1);
    const tally = await desk.store.fetchTally();
    expect(tally.map(({ outcome, count }) => [outcome, count])).toEqual([
      ['new', 2],
      ['not-modified', 2],
    ]);
  });

  it('takes an article that comes late in the feed for new, whatever its date says', async () => {
    serveStories('faro', [1]);
    await round([source('faro')]);
    site.serve('faro', '/story/9', {
      body: storyPage('Story 9', prose(9, 60), { published: '2019-01-01T00:00:00Z' }),
    });
    const late = { ...item('faro', 9), published: 'Tue, 01 Jan 2019 00:00:00 GMT' };
    site.serve('faro', '/feed', { body: feedOf([item('faro', 1), late]) });
    await round([source('faro')], 1);
    expect((await articlesOf(desk.store)).map(({ title }) => title)).toContain('Story 9');
  });

  it('finds pages through sitemaps and lists, and asks for a watched page again and again', async () => {
    serveStories('mapa', [1, 2]);
    serveStories('lista', [3]);
    serveStories('sola', [4]);
    const day = '2024-12-31T20:00:00Z';
    const entry = (n: number, lastmod: string) =>
      `<url><loc>${site.at('mapa', `/story/${n}`)}</loc><lastmod>${lastmod}</lastmod></url>`;
    site.serve('mapa', '/map.xml', {
      headers: { 'content-type': 'application/xml' },
      body: `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entry(1, day)}${entry(2, '2020-01-01')}</urlset>`,
    });
    site.serve('lista', '/list.txt', {
      headers: { 'content-type': 'text/plain' },
      body: `${site.at('lista', '/story/3')}\n`,
    });
    const sources = [
      source('mapa', '/map.xml', 'sitemap'),
      source('lista', '/list.txt', 'list'),
      source('sola', '/story/4', 'page'),
    ];
    await round(sources);
    await round(sources, 2);
    const titles = (await articlesOf(desk.store)).map(({ title }) => title).sort();
    // Story 2 stood in the sitemap for years before the watch began: it is counted, not fetched.
    expect(titles).toEqual(['Story 1', 'Story 3', 'Story 4']);
    expect(await desk.store.sources()).toContainEqual(
      expect.objectContaining({ id: 'mapa', entries: 2, passed: 1 }),
    );
    expect(site.hits('sola', '/story/4')).toBe(2);
  });
});

describe('what a watch cannot have', () => {
  it('is counted with its reason, tried again where it may pass, and had when it is there', async () => {
    serveStories('faro', [1, 2, 3, 4]);
    site.serve('faro', '/story/2', { status: 404, body: 'no' });
    site.serve('faro', '/story/3', { status: 500, body: 'oops' });
    site.serve('faro', '/story/4', { body: '<title>Just a moment...</title><p>Checking</p>' });
    await round([source('faro')]);
    const reasons = async () =>
      new Map((await desk.store.fetchTally()).map(({ reason, count }) => [reason, count]));
    expect(await reasons()).toEqual(
      new Map([
        [undefined, 2],
        ['captcha', 1],
        ['not-found', 1],
        ['server-error', 1],
      ]),
    );
    const pages = async () =>
      new Map((await desk.store.pageTally()).map(({ state, count }) => [state, count]));
    expect(await pages()).toEqual(
      new Map([
        ['kept', 1],
        ['refused', 1],
        ['waiting', 2],
      ]),
    );
    serveStories('faro', [1, 2, 3, 4]);
    await round([source('faro')], 25);
    const titles = (await articlesOf(desk.store)).map(({ title }) => title).sort();
    expect(titles).toEqual(['Story 1', 'Story 3', 'Story 4']);
    // 404 is an answer: it is not asked again.
    expect(site.hits('faro', '/story/2')).toBe(1);
  });

  it('does not count against the pages of a host that wants to be left alone', async () => {
    serveStories('faro', [1, 2, 3]);
    const busy = { status: 429, headers: { 'retry-after': '1800' }, body: '' };
    for (const n of [1, 2, 3]) site.serve('faro', `/story/${n}`, busy);
    for (const hours of [0, 0.1, 0.1, 0.1, 0.1, 0.05]) await round([source('faro')], hours);
    const asked = [1, 2, 3].reduce((sum, n) => sum + site.hits('faro', `/story/${n}`), 0);
    expect(asked).toBeLessThanOrEqual(3);
    serveStories('faro', [1, 2, 3]);
    await round([source('faro')], 25);
    expect(await articlesOf(desk.store)).toHaveLength(3);
  });

  it('backs off from a source that does not answer, and never gives it up', async () => {
    site.serve('faro', '/feed', { status: 503, body: '' });
    await round([source('faro')]);
    await round([source('faro')], 1);
    expect((await desk.store.sources())[0]).toMatchObject({ failures: 1, polls: 1 });
    await round([source('faro')], 2);
    expect((await desk.store.sources())[0]).toMatchObject({
      failures: 2,
      refusal: { reason: 'server-error', status: 503 },
    });
    serveStories('faro', [1]);
    await round([source('faro')], 48);
    expect((await desk.store.sources())[0]).toMatchObject({ failures: 0, entries: 1 });
  });

  it('says of a page where a feed should be that it is no feed', async () => {
    site.serve('faro', '/feed', { body: storyPage('Front page', prose(5, 60)) });
    await round([source('faro')]);
    expect((await desk.store.sources())[0]).toMatchObject({ refusal: { reason: 'not-a-feed' } });
  });
});

describe('versions', () => {
  it('keeps a page that was changed as a further version of the same article', async () => {
    serveStories('faro', [1]);
    await round([source('faro')]);
    const head = `<link rel="canonical" href="${site.at('faro', '/another-slug')}">`;
    site.serve('faro', '/story/1', {
      body: storyPage('Story 1, corrected', `${prose(1, 60)} ${prose(8, 20)}`, { head }),
    });
    await round([source('faro')], 1);
    const articles = await articlesOf(desk.store);
    expect(articles.map(({ title }) => title)).toEqual(['Story 1', 'Story 1, corrected']);
    expect(articles[1]!.key).toBe(articles[0]!.key);
    expect(await desk.store.versioned(10, 0)).toEqual([
      { key: articles[0]!.key, versions: 2, latest: START + HOUR },
    ]);
    expect(await desk.store.firstVersions()).toEqual(new Map([[1, 0]]));
  });

  it('never takes a page for what it says it is a copy of', async () => {
    serveStories('eco', [1]);
    const head = '<link rel="canonical" href="https://origen.example/first">';
    site.serve('eco', '/story/1', { body: storyPage('Story 1', prose(1, 60), { head }) });
    await round([source('eco')]);
    expect((await articlesOf(desk.store))[0]).toMatchObject({
      url: site.at('eco', '/story/1'),
      domain: 'eco.example',
      basedOn: ['https://origen.example/first'],
    });
  });
});

describe('reread', () => {
  it('makes the same captures and articles of the archive alone', async () => {
    serveStories('faro', [1, 2, 3]);
    serveStories('eco', [2, 5]);
    site.serve('faro', '/story/2', { body: '<title>Log in</title><p>Members only</p>' });
    const sources = [source('faro'), source('eco')];
    await round(sources);
    site.serve('faro', '/story/1', { body: storyPage('Story 1', `${prose(1, 60)} More.`) });
    await round(sources, 1);
    const before = await articlesOf(desk.store);
    expect(before).toHaveLength(5);
    const again = await deskIn('again');
    try {
      const result = await rereadArchive(again, desk.archiveFolder);
      expect(result).toMatchObject({ articles: 5, damaged: [] });
      expect(await articlesOf(again.store)).toEqual(before);
      const ids = before.map(({ captureId }) => captureId);
      expect(await again.store.capturesByIds(ids)).toEqual(await desk.store.capturesByIds(ids));
      expect(await again.store.archiveEnd()).toEqual(await desk.store.archiveEnd());
    } finally {
      await again.close();
    }
  });
});
