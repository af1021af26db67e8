/** What is changed at the console: the steps of an alert, and the watch list. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AlertId } from '../../src/domain/ids.ts';
import { ingest } from '../../src/pipeline/ingest.ts';
import { CHROMIUM, openBrowser } from './browser.ts';
import { type Console, openConsole } from './console.fixture.ts';
import { type Visit, visit } from './visit.ts';

describe.skipIf(CHROMIUM === undefined)('work at the console', () => {
  let browser: Browser;
  let console: Console;
  let one: Visit;
  let alert: AlertId;

  beforeAll(async () => {
    [browser, console] = await Promise.all([openBrowser(), openConsole()]);
    const [first] = await console.desk.store.alerts({ stands: true, limit: 1, offset: 0 });
    alert = first!.id;
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

  const press = (name: string): Promise<void> =>
    one.page.locator('main').getByRole('button', { name, exact: true }).click();
  const log = (): Promise<string[]> => one.page.locator('ol.log li').allTextContents();
  const state = async (): Promise<string> =>
    (await console.desk.store.alertsByIds([alert])).get(alert)?.state ?? 'none';

  it('takes an alert through all its steps, and logs each', async () => {
    const { page, go } = one;
    await go(`/alerts/${alert}`);
    const before = (await log()).length;
    await press('Acknowledge');
    expect(await state()).toBe('acknowledged');
    expect(await page.getByRole('button', { name: 'Acknowledge' }).count()).toBe(0);
    await page.fill('#step-who', 'marta');
    await press('Assign');
    expect(await state()).toBe('assigned');
    await page.fill('#step-note', 'Asked <the ministry> for the list & waiting.');
    await press('Add note');
    expect((await log()).join('\n')).toContain('Asked <the ministry> for the list & waiting.');
    await page.selectOption('#step-why', 'not-confirmed');
    await page.fill('#step-close-note', 'No second source.');
    await press('Close');
    expect(await state()).toBe('closed');
    const closed = await log();
    expect(closed.length).toBe(before + 4);
    expect(closed.join('\n')).toContain('marta');
    expect(closed.join('\n')).toContain('No second source.');
    await press('Reopen');
    expect(await state()).not.toBe('closed');
    expect(await log()).toHaveLength(before + 5);
  });

  it('says that articles have come in since, once, and shows them when asked to', async () => {
    const { page, go } = one;
    await go('/');
    const live = page.locator('.live');
    await page.waitForTimeout(2500);
    expect(await live.textContent()).toBe('');
    for (const n of [1, 2]) {
      const file = join(console.folder, `late-${n}.jsonl`);
      const late = {
        url: `https://late.example/${n}`,
        title: `Late ${n}`,
        text: `Invented, ${n}.`,
      };
      await writeFile(file, `${JSON.stringify(late)}\n`);
      await ingest(console.desk, [file]);
      await live.getByText('Articles have come in').waitFor({ timeout: 10_000 });
    }
    expect(await live.textContent()).toBe('Articles have come in – show');
    await live.getByRole('link', { name: 'show' }).click();
    await page.waitForLoadState();
    expect(await live.textContent()).toBe('');
  });

  it('shows the watch list that is there, line by line', async () => {
    await one.go('/settings');
    const text = await readFile(console.watchFile, 'utf8');
    expect(await one.page.inputValue('#watch-text')).toBe(text);
    const numbers = await one.page.locator('.editor .lines li').count();
    expect(numbers).toBe(text.split('\n').length);
  });

  it('refuses a wrong watch list with its line, keeps the text, and saves a right one', async () => {
    const { page, go } = one;
    await go('/settings');
    const before = await readFile(console.watchFile, 'utf8');
    const lines = before.split('\n');
    const at = lines.findIndex((line) => line.startsWith('host:'));
    const wrong = before.replace('host: XS', 'host: Costa Serena');
    await page.fill('#watch-text', wrong);
    await press('Save');
    expect(await readFile(console.watchFile, 'utf8')).toBe(before);
    const told = page.locator('#watch-state.problem');
    expect(await told.textContent()).toContain(`${at + 1}`);
    expect(await page.inputValue('#watch-text')).toBe(wrong);
    await page.locator('.problems a').first().click();
    const caret = await page.locator('#watch-text').evaluate((text) => Number(text.selectionStart));
    expect(wrong.slice(0, caret).split('\n')).toHaveLength(at + 1);
    const right = before.replace('name: Costa Serena', 'name: Costa Serena, watched');
    await page.fill('#watch-text', right);
    await press('Save');
    expect(await readFile(console.watchFile, 'utf8')).toBe(right);
    expect(await page.inputValue('#watch-text')).toBe(right);
    expect(await page.locator('#watch-state.problem').count()).toBe(0);
  });
});
