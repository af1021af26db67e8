/** Signing in, and what each role sees and may do. */
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AlertId } from '../../src/domain/ids.ts';
import { ROLES, type Role } from '../../src/domain/people.ts';
import { accountOperation } from '../../src/operations/account.ts';
import { demoOperation } from '../../src/operations/demo.ts';
import { addressesOf } from './addresses.ts';
import { axeFindings } from './axe.ts';
import { CHROMIUM, openBrowser } from './browser.ts';
import { type Console, openConsole } from './console.fixture.ts';
import { type Visit, visit } from './visit.ts';

describe.skipIf(CHROMIUM === undefined)('people at the console', () => {
  let browser: Browser;
  let console: Console;
  let one: Visit;
  let alert: AlertId;
  /** Made by the desk, shown once. */
  const passwords = new Map<Role, string>();

  beforeAll(async () => {
    [browser, console] = await Promise.all([
      openBrowser(),
      openConsole(async (context) => {
        await demoOperation.run({}, context);
        for (const role of [...ROLES].reverse()) {
          const input = accountOperation.input.parse({ action: 'add', name: nameOf(role), role });
          const { secret } = await accountOperation.run(input, context);
          passwords.set(role, secret!.value);
        }
      }),
    ]);
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

  const path = (): string => new URL(one.page.url()).pathname;
  const state = async (): Promise<string | undefined> =>
    (await console.desk.store.alertsByIds([alert])).get(alert)?.state;
  const nameOf = (role: Role): string => `${role}-one`;

  async function enter(role: Role, password = passwords.get(role)!): Promise<void> {
    await one.page.fill('#name', nameOf(role));
    await one.page.fill('#password', password);
    await one.page.locator('main button.main').click();
  }

  /** A form sent by the page's own browser, cookies and all. */
  function send(
    address: string,
    fields: Readonly<Record<string, string>>,
  ): Promise<{ readonly status: number }> {
    return one.page.evaluate(
      async ([to, all]) => {
        const body = new URLSearchParams(all as Record<string, string>);
        const { status, type } = await fetch(to as string, {
          method: 'POST',
          body,
          redirect: 'manual',
        });
        return { status: type === 'opaqueredirect' ? 303 : status };
      },
      [address, fields] as const,
    );
  }

  it('lets nobody in unknown, and leads back to where they wanted to go', async () => {
    await one.go(`/alerts/${alert}?x=1`);
    expect(path()).toBe('/sign-in');
    expect(await axeFindings(one.page)).toEqual([]);
    await enter('reader', 'not the password at all');
    expect(path()).toBe('/sign-in');
    expect(await one.page.locator('[role="alert"]').textContent()).not.toBe('');
    expect(await one.page.inputValue('#name')).toBe(nameOf('reader'));
    expect(await one.page.inputValue('#password')).toBe('');
    await enter('reader');
    expect(path()).toBe(`/alerts/${alert}`);
    await one.page.getByRole('button', { name: 'Sign out' }).click();
    await one.go('/');
    expect(path()).toBe('/sign-in');
  });

  it('shows a reader no form that changes anything, and refuses one that is sent', async () => {
    await one.go('/sign-in');
    await enter('reader');
    const forms: string[] = [];
    for (const address of (await addressesOf(console.desk)).values()) {
      const status = await one.go(address);
      if (status === 403) continue;
      const found = await one.page.locator('form[action^="/do/"]').count();
      if (found > 0) forms.push(address);
    }
    expect(forms).toEqual([]);
    const csrf = await one.page.locator('input[name="csrf"]').first().inputValue();
    const step = { csrf, back: '/', id: alert, action: 'acknowledge' };
    expect((await send('/do/alert-step', step)).status).toBe(403);
    expect(await state()).toBe('new');
  });

  it('takes no step without the secret of the session', async () => {
    await one.go('/sign-in');
    await enter('analyst');
    await one.go(`/alerts/${alert}`);
    const csrf = await one.page.locator('input[name="csrf"]').first().inputValue();
    const step = { back: '/', id: alert, action: 'acknowledge' };
    expect((await send('/do/alert-step', step)).status).toBe(403);
    expect((await send('/do/alert-step', { ...step, csrf: `${csrf}x` })).status).toBe(403);
    expect(await state()).toBe('new');
    expect((await send('/do/alert-step', { ...step, csrf })).status).toBe(303);
    expect(await state()).toBe('acknowledged');
    await one.go(`/alerts/${alert}`);
    expect(await one.page.locator('ol.log').textContent()).toContain(nameOf('analyst'));
  });

  it.each([
    ['analyst', false, false],
    ['editor', true, false],
    ['admin', true, true],
  ] as const)('gives the %s what is theirs', async (role, edits, governs) => {
    await one.go('/sign-in');
    await enter(role);
    await one.go('/settings');
    expect((await one.page.locator('#watch-text').count()) > 0).toBe(edits);
    expect(await one.go('/people')).toBe(governs ? 200 : 403);
    expect(await axeFindings(one.page)).toEqual([]);
  });
});
