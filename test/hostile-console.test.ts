/**
 * Texts that were written to break whoever shows them come in by every way that a desk has, and are shown
 * on every page and export: nothing runs, nothing is asked of the network, no tag or header is theirs.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountOperation } from '../src/operations/account.ts';
import { demoOperation } from '../src/operations/demo.ts';
import { type ExportedSources, exportOperation } from '../src/operations/exports/export.ts';
import { reportOperation } from '../src/operations/report.ts';
import { articlesOf } from '../src/pipeline/desk.fixture.ts';
import { addressesOf } from './browser/addresses.ts';
import { CHROMIUM, openBrowser } from './browser/browser.ts';
import { type Console, openConsole } from './browser/console.fixture.ts';
import { visit } from './browser/visit.ts';
import { browserFaults, dataFaults, pageFaults } from './hostile-console/asserts.ts';
import { writeExample } from './hostile-console/example.ts';
import { HOSTILE } from './hostile-console/strings.ts';

/** Longer addresses are refused by servers as such. */
const LONGEST_QUERY = 2000;

let folder: string;
let hostile: Console;
let alert: string;
/** All that the console shows of this desk. */
let addresses: string[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'atalaya-hostile-'));
  const articles = writeExample(folder, HOSTILE);
  hostile = await openConsole(async (context) => {
    writeFileSync(context.watchFile!, readFileSync(join(folder, 'watch.yaml')));
    await demoOperation.run({}, { ...context, example: articles });
  });
  addresses = await allAddresses(hostile);
  const [first] = await hostile.desk.store.alerts({ limit: 1, offset: 0 });
  alert = first!.id;
});
afterAll(async () => {
  await hostile?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function allAddresses({ desk }: Console): Promise<string[]> {
  const { store } = desk;
  const articles = await articlesOf(store);
  const cascades = await store.cascades({ limit: 100, offset: 0, minReach: 1 });
  const alerts = await store.alerts({ limit: 100, offset: 0 });
  const own = [...(await addressesOf(desk)).values()];
  const searches = HOSTILE.map((text) => encodeURIComponent(safe(text)).slice(0, LONGEST_QUERY))
    .map((text) => text.replace(/%[0-9A-F]?$/, ''))
    .flatMap((text) => [`/search?q=${text}&language=${text.slice(0, 60)}`, `/claims?q=${text}`]);
  return [
    ...new Set([
      ...own,
      ...articles.map(({ id }) => `/articles/${id}`),
      ...cascades.flatMap(({ id }) => [`/cascades/${id}`, `/claims/${id}`]),
      ...alerts.map(({ id }) => `/alerts/${id}`),
      ...searches,
      `/?problem=${encodeURIComponent(safe(HOSTILE[0]!))}`,
      `/alerts?state=${encodeURIComponent(safe(HOSTILE[4]!))}`,
    ]),
  ];
}

/** A lone half of a pair cannot stand in an address. */
const safe = (text: string): string => text.replaceAll(/\p{Cs}/gu, '\ufffd');

const post = (path: string, fields: Record<string, string>): Promise<Response> =>
  fetch(hostile.origin + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: hostile.origin },
    body: new URLSearchParams(fields),
  });

describe('hostile texts', () => {
  it('are many, of every kind, and all came in', async () => {
    expect(new Set(HOSTILE).size).toBeGreaterThanOrEqual(40);
    const all = await articlesOf(hostile.desk.store);
    const kept = all.map(({ title, text, outlet }) => `${title} ${outlet} ${text}`).join('\n');
    for (const word of [
      '<script>',
      'onerror',
      'javascript:',
      '=HYPERLINK',
      'DROP TABLE',
      '__proto__',
    ]) {
      expect(kept).toContain(word);
    }
    expect(await hostile.desk.store.countAlerts({})).toBeGreaterThan(5);
  });

  it('are taken as notes and names of an alert, and come back as they were', async () => {
    for (const text of HOSTILE.filter(({ length }) => length <= 2000)) {
      const answer = await post('/do/alert-step', {
        ...{ id: alert, action: 'note', note: text, back: `/alerts/${alert}` },
      });
      expect(answer.status, text).toBe(303);
      const to = answer.headers.get('location') ?? '';
      expect(to, text).toMatch(/^\/alerts\/[0-9a-f]{16}(?:$|\?problem=)/);
    }
    const log = await hostile.desk.store.alertEvents(alert as never);
    expect(JSON.stringify(log)).toContain('<img src=x onerror=');
  });

  it('are not where a form leads back to, and write no header', async () => {
    for (const text of [...HOSTILE, '//evil.example', '/\\evil.example', 'https://evil.example/']) {
      const answer = await post('/do/alert-step', {
        ...{ id: alert, action: 'note', note: 'x', back: text },
      });
      expect(answer.headers.get('location'), text).toMatch(/^\/(?![/\\])/);
      expect(answer.headers.get('x-injected')).toBe(null);
      expect(answer.headers.getSetCookie().join()).not.toContain('hostile');
    }
  });

  it('are no names of accounts', async () => {
    const { context } = hostile;
    for (const name of HOSTILE.filter((text) => !/^[a-z_]+$/.test(text))) {
      const parsed = accountOperation.input.safeParse({ action: 'add', name, role: 'admin' });
      const done = parsed.success
        ? (await accountOperation.run(parsed.data, context).catch(() => ({ done: false }))).done
        : false;
      expect(done, name).toBe(false);
    }
  });

  it('make no page unsound, and no answer a defect', async () => {
    const faults = await pageFaults(hostile.origin, addresses);
    expect(faults.slice(0, 20)).toEqual([]);
  });

  it('stay text in what leaves as data', async () => {
    const faults = await dataFaults(hostile.origin, addresses);
    expect(faults.slice(0, 20)).toEqual([]);
  });

  it('run in no spreadsheet', async () => {
    const file = join(folder, 'sources.yaml');
    const fit = HOSTILE.filter((text) => /^[^\p{Cc}\p{Cs}\ufeff]{1,200}$/u.test(text));
    const sources = fit.map((text, i) => {
      const title = JSON.stringify(text);
      return `  - { id: s${i}, kind: feed, url: "https://s${i}.example/feed", title: ${title}, tags: [${title}] }`;
    });
    writeFileSync(
      file,
      [
        ...['name: Invented', 'host: XS', 'sponsors: [XV]', 'languages: [en]', 'sources:'],
        ...[...sources, ''],
      ].join('\n'),
    );
    const asked = exportOperation.input.parse({ kind: 'sources-csv', watch: file });
    const { text } = (await exportOperation.run(asked, {
      ...hostile.context,
      watchFile: file,
    })) as ExportedSources;
    const cells = (parse(text, { relax_column_count: true }) as string[][]).flat();
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    expect(cells.filter((cell) => /^'[=+\-@]/.test(cell)).length).toBeGreaterThanOrEqual(5);
  });
});

describe.skipIf(CHROMIUM === undefined)('hostile texts in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
  });

  it('run nowhere, ask nothing of the network, and make no tag of their own', async () => {
    const faults = await browserFaults(browser, hostile.origin, addresses);
    expect(faults.slice(0, 20)).toEqual([]);
  });

  it('run in no report, and break no feed', async () => {
    const one = await visit(browser, hostile.origin);
    const input = reportOperation.input.parse({});
    const { text } = await reportOperation.run(input, hostile.context);
    await one.page.setContent(text, { waitUntil: 'load' });
    expect(await one.page.evaluate('globalThis.hits')).toBe(undefined);
    const atom = await (await fetch(`${hostile.origin}/alerts.atom`)).text();
    await one.go('/');
    const wrong = await one.page.locator('html').evaluate(({ ownerDocument }, feed) => {
      const parser = new ownerDocument.defaultView.DOMParser();
      const read = parser.parseFromString(feed, 'application/xml');
      return [read.querySelectorAll('parsererror').length, read.querySelectorAll('script').length];
    }, atom);
    expect(wrong).toEqual([0, 0]);
    await one.end();
    expect(one.faults).toEqual([]);
  });
});
