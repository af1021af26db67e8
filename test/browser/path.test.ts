/** What somebody does at the desk, from the first page to the passage and back, and by keyboard alone. */
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Alert } from '../../src/domain/alerts.ts';
import { CHROMIUM, openBrowser } from './browser.ts';
import { type Console, openConsole } from './console.fixture.ts';
import { focus, inSight, standsOut } from './measures.ts';
import { type Visit, visit } from './visit.ts';

describe.skipIf(CHROMIUM === undefined)('a person at the console', () => {
  let browser: Browser;
  let console: Console;
  let one: Visit;
  let alerts: readonly Alert[];

  beforeAll(async () => {
    [browser, console] = await Promise.all([openBrowser(), openConsole()]);
    alerts = await console.desk.store.alerts({ stands: true, limit: 50, offset: 0 });
  });
  afterAll(async () => {
    await browser?.close();
    await console?.close();
  });
  beforeEach(async () => {
    one = await visit(browser, console.origin);
  });
  afterEach(async () => {
    await one.end();
    expect(one.faults).toEqual([]);
  });

  const path = (): string => new URL(one.page.url()).pathname;
  const alertOf = (indicator: string): string => {
    const found = alerts.find((alert) => alert.indicator === indicator);
    if (found === undefined) throw new Error(`the example raises no alert of ${indicator}`);
    return found.id;
  };

  it('gets from Today over an alert to its passage in the article, and back', async () => {
    const { page, go } = one;
    await go('/');
    const id = alertOf('state-media-unattributed');
    await page.click(`main a[href="/alerts/${id}"]`);
    expect(path()).toBe(`/alerts/${id}`);
    const place = page.locator('#evidence a[href*="#s"]').first();
    const href = (await place.getAttribute('href')) ?? '';
    await place.click();
    expect(path()).toMatch(/^\/articles\/[0-9a-f]{16}$/);
    const [, anchor = ''] = href.split('#');
    const passage = page.locator(`[id="${anchor}"]`);
    expect(await passage.isVisible()).toBe(true);
    // The passage is in sight, has the focus, and looks other than the text around it.
    await expect.poll(() => inSight(page, anchor)).toBe(true);
    expect((await focus(page)).at).toBe(anchor);
    expect(await standsOut(page, anchor)).toBe(true);
    await page.goBack();
    expect(path()).toBe(`/alerts/${id}`);
    await page.goBack();
    expect(path()).toBe('/');
  });

  it('sees a cascade drawn, and its passages side by side', async () => {
    const { page, go } = one;
    await go('/cascades');
    await page.locator('main tbody a[href^="/cascades/"]').first().click();
    expect(path()).toMatch(/^\/cascades\/[0-9a-f]{16}$/);
    expect(await page.locator('main figure svg').first().isVisible()).toBe(true);
    const marks = await page.locator('main figure svg a[href^="#"]').count();
    expect(marks).toBeGreaterThan(5);
    // Every mark of the drawing leads to a row that is there.
    const lost = await page
      .locator('main figure svg a[href^="#"]')
      .evaluateAll((all) =>
        all
          .map((mark) => mark.getAttribute('href')?.slice(1) ?? '')
          .filter((name) => all[0]?.ownerDocument.getElementById(name) === null),
      );
    expect(lost).toEqual([]);
    const place = page.locator('main a[href^="/articles/"][href*="#s"]').first();
    const href = (await place.getAttribute('href')) ?? '';
    await page.goto(console.origin + href);
    expect(await page.locator(`[id="${href.split('#')[1]}"]`).isVisible()).toBe(true);
  });

  it('finds articles by words and narrows them down by language', async () => {
    const { page, go } = one;
    await go('/');
    await page.fill('#find', 'Valdoria');
    await page.press('#find', 'Enter');
    expect(path()).toBe('/search');
    const hits = page.locator('main a[href^="/articles/"]');
    const all = await hits.count();
    expect(all).toBeGreaterThan(1);
    await page.locator('main a[href*="language=en"]').first().click();
    expect(new URL(page.url()).searchParams.get('language')).toBe('en');
    expect(new URL(page.url()).searchParams.get('q')).toBe('Valdoria');
    const tags = await page
      .locator('main li bdi[lang], main article bdi[lang]')
      .evaluateAll((found) => found.map((each) => each.getAttribute('lang')));
    expect(new Set(tags)).toEqual(new Set(['en']));
    await hits.first().click();
    expect(path()).toMatch(/^\/articles\//);
  });

  it('judges a claim in words', async () => {
    const { page, go } = one;
    await go('/claims');
    await page.fill('#claim', 'Arvenia recruits men of the cartels for the war in Ostmere');
    await page.press('#claim', 'Enter');
    expect(path()).toBe('/claims');
    expect(await page.locator('main a[href^="/articles/"]').count()).toBeGreaterThan(0);
  });

  it('opens the presence of a pair of states, with its series', async () => {
    const { page, go } = one;
    await go('/presence');
    await page.locator('main a[href^="/presence/"]').first().click();
    expect(path()).toMatch(/^\/presence\/[A-Z]{2}\/[A-Z]{2}$/);
    expect(await page.locator('main svg').first().isVisible()).toBe(true);
    expect(await page.locator('main table').count()).toBeGreaterThan(0);
  });

  it('explores who repeats whom, as a network and as an outlet', async () => {
    const { page, go } = one;
    await go('/outlets');
    expect(await page.locator('main svg').first().isVisible()).toBe(true);
    const outlet = page.locator('main a[href^="/outlets/"]').filter({ visible: true }).first();
    const href = (await outlet.getAttribute('href')) ?? '';
    await page.goto(console.origin + href);
    expect(await page.locator('h1').textContent()).not.toBe('');
    expect(
      await page.locator('main a[href^="/articles/"], main a[href^="/cascades/"]').count(),
    ).toBeGreaterThan(0);
  });

  it('gets everywhere by keyboard, and sees where it is', async () => {
    const { page, go } = one;
    await go('/');
    await page.keyboard.press('Tab');
    expect((await focus(page)).at).toBe('#content');
    await page.keyboard.press('Enter');
    expect((await focus(page)).at).toBe('content');
    await go('/');
    const seen: string[] = [];
    for (let steps = 0; steps < 40; steps++) {
      await page.keyboard.press('Tab');
      const { at, seen: visible } = await focus(page);
      seen.push(at);
      expect(visible, at).toBe(true);
      if (at.startsWith('/alerts/')) break;
    }
    for (const section of ['/alerts', '/cascades', '/sources']) expect(seen).toContain(section);
    expect(seen.at(-1)).toMatch(/^\/alerts\//);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/alerts/*');
    // The steps of an alert are within reach as well.
    for (let steps = 0; steps < 80; steps++) {
      await page.keyboard.press('Tab');
      if ((await focus(page)).at === 'Acknowledge') return;
    }
    expect.fail('Tab does not reach the first step of the alert');
  });

  it('changes the language, and finds it kept', async () => {
    const { page, go } = one;
    await go('/alerts');
    const english = await page.locator('h1').textContent();
    await page.locator('header a[hreflang="es"]').click();
    expect(path()).toBe('/alerts');
    expect(await page.getAttribute('html', 'lang')).toBe('es');
    expect(await page.locator('h1').textContent()).not.toBe(english);
    await go('/cascades');
    expect(await page.getAttribute('html', 'lang')).toBe('es');
    await go('/cascades?lang=en');
    expect(await page.getAttribute('html', 'lang')).toBe('en');
  });

  it('is told of an address that is nothing', async () => {
    const { page, go } = one;
    for (const address of ['/nowhere', '/alerts/0000000000000000', '/articles/0000000000000000']) {
      expect(await go(address), address).toBe(404);
      expect(await page.locator('h1').textContent()).not.toBe('');
      expect(await page.locator('main a[href="/"]').count()).toBeGreaterThan(0);
    }
  });
});
