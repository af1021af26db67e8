import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type OidcSettings, openOidc } from '../people/oidc.ts';
import { openStandIn, type StandIn } from '../people/stand-in-provider.fixture.ts';
import { addAccount, type Browser, type Door, openBrowser, openDoor } from './sign-in.fixture.ts';

let service: StandIn;
let door: Door;
let browser: Browser;
beforeAll(async () => {
  service = await openStandIn();
});
afterAll(() => service.close());

async function open(role?: OidcSettings['role']): Promise<void> {
  const { issuer, clientId, clientSecret } = service;
  const publicUrl = 'https://desk.example';
  const oidc = openOidc({ issuer, clientId, clientSecret, publicUrl, role });
  door = openDoor({ oidc, secureCookies: true });
  browser = openBrowser(door);
  await addAccount(door, 'ana', 'admin', { oidc: `${issuer} ana` });
}
beforeEach(async () => {
  service.fault = undefined;
  service.claims = { sub: 'ana' };
  await open();
});
afterEach(() => door.store.close());

/** To the service, and the path with which the browser comes back. */
async function away(path = '/sign-in/oidc?back=/claims'): Promise<string> {
  const response = await browser.get(path);
  expect(response.status).toBe(303);
  const back = new URL(await service.signIn(response.headers.get('location')!));
  expect(back.origin).toBe('https://desk.example');
  return back.pathname + back.search;
}
const there = async (): Promise<Response> => browser.get(await away());

describe('/sign-in/oidc', () => {
  it('signs in to the linked account and goes back', async () => {
    const response = await there();
    expect([response.status, response.headers.get('location')]).toEqual([303, '/claims']);
    expect(await browser.who()).toMatchObject({ name: 'ana', role: 'admin', by: 'session' });
    expect([...browser.cookies.keys()]).toEqual(['__Host-atalaya_session']);
    const [event] = await door.store.accountEvents(1);
    expect(event).toMatchObject({ action: 'signed-in', account: 'ana', detail: 'service' });
  });

  it('is offered by the form', async () => {
    const page = await (await browser.get('/sign-in?back=/claims')).text();
    expect(page).toContain('href="/sign-in/oidc?back=%2Fclaims"');
  });

  it('goes nowhere else afterwards', async () => {
    const response = await browser.get(await away('/sign-in/oidc?back=//other.example'));
    expect(response.headers.get('location')).toBe('/');
  });

  it('lets nobody in who has no account, and does not make one', async () => {
    service.claims = { sub: 'stranger', email: 'new@desk.example', email_verified: true };
    const response = await there();
    expect(response.status).toBe(403);
    expect(await response.text()).toContain('these details do not open this desk');
    expect(await browser.who()).toBeNull();
    expect(await door.store.accounts()).toHaveLength(1);
  });

  it('links an account made for a verified address, once and for all', async () => {
    await addAccount(door, 'eva@desk.example', 'analyst', { password: undefined });
    service.claims = { sub: 'eva', email: 'Eva@desk.example', email_verified: true };
    expect((await there()).status).toBe(303);
    expect(await browser.who()).toMatchObject({ name: 'eva@desk.example', role: 'analyst' });
    // Whoever has the address later is somebody else.
    browser.cookies.clear();
    service.claims = { sub: 'other', email: 'eva@desk.example', email_verified: true };
    expect((await there()).status).toBe(403);
    const actions = (await door.store.accountEvents(9)).map(({ action }) => action);
    expect(actions.filter((action) => action === 'linked')).toHaveLength(1);
  });

  it('never links by an address that nobody verified, or an account with a password', async () => {
    await addAccount(door, 'eva@desk.example', 'analyst', { password: undefined });
    await addAccount(door, 'ben@desk.example', 'analyst');
    service.claims = { sub: 'x', email: 'eva@desk.example' };
    expect((await there()).status).toBe(403);
    service.claims = { sub: 'x', email: 'ben@desk.example', email_verified: true };
    expect((await there()).status).toBe(403);
  });

  it('lets strangers join where that is set', async () => {
    await door.store.close();
    await open('reader');
    service.claims = { sub: 'stranger', email: 'new@desk.example', email_verified: true };
    for (const _ of [1, 2]) expect((await there()).status).toBe(303);
    expect(await browser.who()).toMatchObject({ name: 'new@desk.example', role: 'reader' });
    expect(await door.store.accounts()).toHaveLength(2);
  });

  it('lets nobody disabled in', async () => {
    const ana = (await door.store.accountByName('ana'))!;
    await addAccount(door, 'eva', 'admin');
    const event = { at: 0, by: 'eva', action: 'disabled', account: 'ana' };
    const account = { ...ana, disabledAt: 1 };
    await door.store.saveAccount({ was: ana, account, event, endSessions: true });
    expect((await there()).status).toBe(403);
  });
});

describe('coming back', () => {
  const refusedAt = async (path: string): Promise<void> => {
    const response = await browser.get(path);
    expect(response.status).toBe(403);
    const text = await response.text();
    expect(text).toContain('these details do not open this desk');
    expect(text).not.toContain(service.clientSecret);
    expect(text).not.toContain('code-');
    expect(await browser.who()).toBeNull();
  };

  it('with another browser’s answer opens nothing', async () => {
    const victim = openBrowser(door);
    await refusedAt(
      await away().then((path) => {
        browser = victim;
        return path;
      }),
    );
  });

  it('with the answer to an earlier leave opens nothing', async () => {
    const first = await away();
    await away();
    await refusedAt(first);
  });

  it('a second time opens nothing', async () => {
    const path = await away();
    const kept = new Map(browser.cookies);
    await browser.get(path);
    for (const [name, value] of kept) browser.cookies.set(name, value);
    browser.cookies.delete('__Host-atalaya_session');
    await refusedAt(path);
  });

  it('too late opens nothing', async () => {
    const path = await away();
    door.now += 10 * 60_000 + 1;
    await refusedAt(path);
  });

  it.each([['garbage'], ['e30'], ['bnVsbA'], ['%00']])(
    'with the cookie %s opens nothing',
    async (value) => {
      const path = await away();
      browser.cookies.set('__Host-atalaya_away', value);
      await refusedAt(path);
    },
  );

  it.each(['wrong-nonce', 'wrong-audience', 'expired', 'unsigned', 'wrong-key'] as const)(
    'from a service that is at fault (%s) opens nothing',
    async (fault) => {
      service.fault = fault;
      await refusedAt(await away());
    },
  );

  it('wrongly too often waits, and holds up nobody with a password', async () => {
    service.claims = { sub: 'stranger' };
    const statuses: number[] = [];
    for (let i = 0; i < 6; i++) statuses.push((await there()).status);
    expect(statuses).toEqual([403, 403, 403, 403, 403, 429]);
    door.remote = '203.0.113.1';
    expect((await openBrowser(door).signIn('ana')).status).toBe(303);
  });
});

describe('without a service', () => {
  it('says so', async () => {
    const plain = openDoor();
    await addAccount(plain, 'ana', 'admin');
    const response = await openBrowser(plain).get('/sign-in/oidc');
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('no other sign-in service');
    await plain.store.close();
  });

  it('that answers, says that, and what it is asked with stays secret', async () => {
    const gone = await openStandIn();
    await gone.close();
    const { issuer, clientId } = gone;
    const settings = { issuer, clientId, clientSecret: 'known to nobody', role: undefined };
    const oidc = openOidc({ ...settings, publicUrl: 'https://desk.example' });
    const alone = openDoor({ oidc });
    await addAccount(alone, 'ana', 'admin');
    const response = await openBrowser(alone).get('/sign-in/oidc');
    expect(response.status).toBe(503);
    const text = await response.text();
    expect(text).toContain('does not answer');
    expect(text).not.toMatch(/known to nobody|ECONNREFUSED|127\.0\.0\.1/);
    await alone.store.close();
  });
});
