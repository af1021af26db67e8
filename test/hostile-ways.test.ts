/**
 * The texts of the hostile console come in through a table of articles and through a watched feed, and the same
 * holds: nothing runs, nothing is asked of the network, no tag or header is theirs.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { articlesOf } from '../src/pipeline/desk.fixture.ts';
import { CHROMIUM, openBrowser } from './browser/browser.ts';
import { type Console, openConsole } from './browser/console.fixture.ts';
import { browserFaults, dataFaults, pageFaults } from './hostile-console/asserts.ts';
import { HOSTILE } from './hostile-console/strings.ts';
import { byFeed, byTable, type Way } from './hostile-console/ways.ts';

const PAGES = [
  '/',
  '/search',
  '/sources',
  '/outlets',
  '/cascades',
  '/alerts',
  '/settings',
  '/indicators',
];

/** Of what must stand in the texts, whichever way they came. */
const WORDS = ['<script>', 'onerror', 'javascript:', '=HYPERLINK', 'DROP TABLE', '__proto__'];

describe.each<[string, Way, number]>([
  ['a table of articles', byTable, 1],
  ['a watched feed', byFeed, 3],
])('hostile texts through %s', (_name, way, copies) => {
  let folder: string;
  let hostile: Console;
  let addresses: string[];
  /** Of articles that have one title, the last: a browser takes its time. */
  let looked: string[];
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'atalaya-ways-'));
    hostile = await openConsole((context) => way(context, folder, HOSTILE));
    const { store } = hostile.desk;
    const articles = await articlesOf(store);
    const cascades = await store.cascades({ limit: 20, offset: 0, minReach: 1 });
    const byTitle = new Map(articles.map(({ id, title }) => [title, `/articles/${id}`]));
    addresses = [
      ...PAGES,
      ...articles.map(({ id }) => `/articles/${id}`),
      ...cascades.flatMap(({ id }) => [`/cascades/${id}`, `/claims/${id}`]),
      ...new Set(articles.map(({ domain }) => `/outlets/${encodeURIComponent(domain)}`)),
    ];
    const some = new Set(byTitle.values());
    looked = addresses.filter((one) => !one.startsWith('/articles/') || some.has(one));
  });
  afterAll(async () => {
    await hostile?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('all came in, and stand there as text', async () => {
    const articles = await articlesOf(hostile.desk.store);
    expect(articles.length).toBeGreaterThanOrEqual(HOSTILE.length * copies * 0.9);
    const kept = articles.map(({ title, text }) => `${title} ${text}`).join('\n');
    expect(WORDS.filter((word) => !kept.includes(word))).toEqual([]);
    expect(addresses.some((one) => one.startsWith('/cascades/'))).toBe(true);
  });

  it('make no page unsound, and no answer a defect', async () => {
    expect((await pageFaults(hostile.origin, addresses)).slice(0, 20)).toEqual([]);
  });

  it('stay text in what leaves as data', async () => {
    expect((await dataFaults(hostile.origin, addresses)).slice(0, 20)).toEqual([]);
  });

  it.skipIf(CHROMIUM === undefined)('run nowhere in a browser', async () => {
    const browser = await openBrowser();
    const faults = await browserFaults(browser, hostile.origin, looked);
    await browser.close();
    expect(faults.slice(0, 20)).toEqual([]);
  });
});
