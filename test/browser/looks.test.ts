/**
 * Every page of the console in a real browser: for people who see badly, read another language, print,
 * sit at a phone, or have scripts switched off. Nothing leaves the origin, nothing breaks the policy.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CONSOLE_LANGUAGES } from '../../src/pages/page.ts';
import { addressesOf } from './addresses.ts';
import { axeFindings } from './axe.ts';
import { CHROMIUM, openBrowser } from './browser.ts';
import { type Console, openConsole } from './console.fixture.ts';
import { colours, shiftOf, smallTargets, watchShifts, widest } from './measures.ts';
import { type Visit, visit } from './visit.ts';

/** Of all scripts together, packed. */
const MOST_SCRIPT = 150_000;
const PHONE = { width: 360, height: 780 };

describe('the scripts of the console', () => {
  it('are small', () => {
    const folder = new URL('../../console/', import.meta.url);
    const files = readdirSync(folder).filter((name) => name.endsWith('.js'));
    expect(files.length).toBeGreaterThan(0);
    const packed = files.map((name) => gzipSync(readFileSync(new URL(name, folder))).length);
    expect(packed.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThanOrEqual(MOST_SCRIPT);
  });
});

describe.skipIf(CHROMIUM === undefined)('every page', () => {
  let browser: Browser;
  let console: Console;
  let addresses: readonly string[];

  beforeAll(async () => {
    [browser, console] = await Promise.all([openBrowser(), openConsole()]);
    addresses = [...(await addressesOf(console.desk)).values(), '/search?q=Valdoria', '/nowhere'];
  });
  afterAll(async () => {
    await browser?.close();
    await console?.close();
  });

  /** What `work` says of each page, for one visitor. */
  async function findings(
    options: Parameters<typeof visit>[2],
    work: (one: Visit, address: string) => Promise<readonly string[]>,
    from: readonly string[] = addresses,
  ): Promise<string[]> {
    const visitor = await visit(browser, console.origin, options);
    const found: string[] = [];
    for (const address of from) {
      await visitor.go(address);
      for (const line of await work(visitor, address)) found.push(`${address}: ${line}`);
    }
    await visitor.end();
    return [...found, ...visitor.faults];
  }

  it.each(
    CONSOLE_LANGUAGES.flatMap((language) =>
      (['light', 'dark'] as const).map((colorScheme) => ({ language, colorScheme })),
    ),
  )(
    'is free of barriers that a machine finds: $language, $colorScheme',
    async ({ language, colorScheme }) => {
      const locale = language === 'en' ? 'en-GB' : 'es-ES';
      const found = await findings({ colorScheme, locale }, async ({ page }) => [
        ...((await page.getAttribute('html', 'lang')) === language ? [] : ['another language']),
        ...(await axeFindings(page)),
      ]);
      expect(found).toEqual([]);
    },
  );

  it('is free of barriers at a phone, where menus are folded', async () => {
    const found = await findings({ viewport: PHONE }, ({ page }) => axeFindings(page));
    expect(found).toEqual([]);
  });

  it.each([360, 768])('does not scroll sideways at a width of %i px', async (width) => {
    const found = await findings({ viewport: { width, height: 780 } }, async ({ page }) =>
      widest(page),
    );
    expect(found).toEqual([]);
  });

  it('has a title of its own, one main heading, and a skip link that leads there', async () => {
    const titles = new Map<string, string>();
    const found = await findings({}, async ({ page }, address) => {
      const title = await page.title();
      const twin = titles.get(title);
      titles.set(title, address);
      const headings = await page.locator('h1').count();
      return [
        ...(twin === undefined || twin.startsWith('/search') ? [] : [`titled as ${twin} is`]),
        ...(headings === 1 ? [] : [`${headings} main headings`]),
        ...((await page.locator('main#content').count()) === 1 ? [] : ['no main part']),
      ];
    });
    expect(found).toEqual([]);
  });

  it('moves nothing while it loads', async () => {
    const visitor = await visit(browser, console.origin);
    await watchShifts(visitor.context);
    const shifts: string[] = [];
    for (const address of addresses) {
      await visitor.go(address);
      const shift = await shiftOf(visitor.page);
      if (shift > 0) shifts.push(`${address}: ${shift}`);
    }
    await visitor.end();
    expect([...shifts, ...visitor.faults]).toEqual([]);
  });

  it('prints its content, without navigation and forms, on white', async () => {
    const found = await findings({ colorScheme: 'dark' }, async ({ page }) => {
      await page.emulateMedia({ media: 'print' });
      const seen = async (what: string): Promise<boolean> =>
        (await page.locator(what).filter({ visible: true }).count()) > 0;
      const { paper, ink } = await colours(page);
      await page.emulateMedia({ media: 'screen' });
      return [
        ...((await seen('h1')) ? [] : ['no heading']),
        ...(/^rgb\((?:[0-6]?\d|7\d), /.test(ink) ? [] : [`ink ${ink}`]),
        ...(['rgb(255, 255, 255)', 'rgba(0, 0, 0, 0)'].includes(paper) ? [] : [`paper ${paper}`]),
      ];
    });
    expect(found).toEqual([]);
  });

  it('hides navigation from paper', async () => {
    const found = await findings({}, async ({ page }) => {
      await page.emulateMedia({ media: 'print' });
      const seen = await page.locator('nav').filter({ visible: true }).count();
      await page.emulateMedia({ media: 'screen' });
      return seen === 0 ? [] : [`${seen} navigations on paper`];
    });
    expect(found).toEqual([]);
  });

  it('says the same without scripts', async () => {
    const texts = { yes: new Map<string, string[]>(), no: new Map<string, string[]>() };
    for (const scripts of ['yes', 'no'] as const) {
      const found = await findings(
        { javaScriptEnabled: scripts === 'yes' },
        async ({ page }, address) => {
          const lines = await page.locator('main p, main h1, main h2, main td').allTextContents();
          texts[scripts].set(address, lines);
          return [];
        },
      );
      expect(found).toEqual([]);
    }
    // Modules may add to a page; nothing of it may hang on them.
    for (const [address, lines] of texts.yes) {
      expect(texts.no.get(address), address).toEqual(lines);
    }
  });

  it('has targets that a finger meets', async () => {
    const found = await findings({ viewport: PHONE }, ({ page }) => smallTargets(page));
    expect(found).toEqual([]);
  });

  it('leads nowhere that is not there', async () => {
    const links = new Set<string>();
    await findings({}, async ({ page }) => {
      const all = await page
        .locator('a[href^="/"]')
        .evaluateAll((found) => found.map((one) => one.getAttribute('href') ?? ''));
      // The language of a page that is not there is no place either.
      for (const href of all) if (!href.startsWith('/nowhere')) links.add(href.replace(/#.*$/, ''));
      return [];
    });
    expect(links.size).toBeGreaterThan(20);
    const dead: string[] = [];
    for (const href of links) {
      const answer = await fetch(console.origin + href, { redirect: 'manual' });
      await answer.arrayBuffer();
      if (answer.status >= 400) dead.push(`${answer.status} ${href}`);
    }
    expect(dead).toEqual([]);
  });
});
