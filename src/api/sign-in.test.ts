import { argon2id } from 'hash-wasm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { outgrown } from '../people/passwords.ts';
import {
  addAccount,
  type Browser,
  type Door,
  openBrowser,
  openDoor,
  PASSWORD,
} from './sign-in.fixture.ts';

const HOUR = 3_600_000;

let door: Door;
let browser: Browser;
beforeEach(async () => {
  door = openDoor();
  browser = openBrowser(door);
  await addAccount(door, 'ana', 'admin');
});
afterEach(() => door.store.close());

const logged = async (): Promise<string[]> =>
  (await door.store.accountEvents(99)).map(({ action, account }) => `${action} ${account}`);

describe('GET /sign-in', () => {
  it('shows a form in both languages, and keeps where to go', async () => {
    const page = await (await browser.get('/sign-in?back=/alerts%3Fstate%3Dnew')).text();
    expect(page).toContain('<h1>Sign in</h1>');
    expect(page).toContain('value="/alerts?state=new"');
    expect(page).not.toContain('/sign-in/oidc');
    const response = await browser.get('/sign-in?lang=es');
    expect(await response.text()).toContain('<h1>Entrar</h1>');
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('leads to the console where nobody has an account', async () => {
    const empty = openDoor();
    const response = await openBrowser(empty).get('/sign-in');
    expect([response.status, response.headers.get('location')]).toEqual([303, '/']);
    await empty.store.close();
  });
});

describe('POST /sign-in', () => {
  it('signs in, however the name is written', async () => {
    const response = await browser.signIn(' Ana ');
    expect([response.status, response.headers.get('location')]).toEqual([303, '/alerts']);
    expect(await browser.who()).toMatchObject({ name: 'ana', role: 'admin', by: 'session' });
    expect(await logged()).toContain('signed-in ana');
    expect(response.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^atalaya_session=[\w-]{43}; .*HttpOnly; SameSite=Lax$/),
    ]);
  });

  it('gives a cookie for TLS alone where there is TLS', async () => {
    const secure = openDoor({ secureCookies: true });
    await addAccount(secure, 'ana', 'admin');
    const there = openBrowser(secure);
    const [line] = (await there.signIn('ana')).headers.getSetCookie();
    expect(line).toMatch(/^__Host-atalaya_session=.*; Secure$/);
    expect(await there.who()).toMatchObject({ name: 'ana' });
    await secure.store.close();
  });

  it('says the same whatever is wrong, and never the password', async () => {
    await addAccount(door, 'off', 'reader', { disabledAt: 1 });
    await addAccount(door, 'service-only', 'reader', { password: undefined });
    const answers: string[] = [];
    for (const [name, password] of [
      ['ana', 'a wrong password'],
      ['ana', ''],
      ['nobody', PASSWORD],
      ['', PASSWORD],
      ['off', PASSWORD],
      ['service-only', PASSWORD],
      ['service-only', ''],
    ] as const) {
      door.remote = `203.0.113.${answers.length}`;
      const response = await browser.signIn(name, password);
      expect(response.status, name).toBe(403);
      expect(response.headers.getSetCookie()).toEqual([]);
      const text = await response.text();
      expect(text).not.toContain(PASSWORD);
      answers.push(text.replace(`value="${name}"`, ''));
    }
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('these details do not open this desk');
    expect(await browser.who()).toBeNull();
  });

  it('escapes what it shows again', async () => {
    const response = await browser.signIn('"><script>alert(1)</script>', 'x');
    expect(await response.text()).not.toContain('<script>');
  });

  it.each([
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
    [{ 'sec-fetch-site': 'none' }],
    [{ origin: 'http://other.example' }],
    [{ origin: 'null' }],
    [{}],
  ])('takes no form from elsewhere: %j', async (headers) => {
    const form = { name: 'ana', password: PASSWORD };
    const response = await browser.post('/sign-in', form, headers);
    expect(response.status).toBe(403);
    expect(await browser.who()).toBeNull();
  });

  it('takes the form of an old browser, which says its origin alone', async () => {
    const form = { name: 'ana', password: PASSWORD };
    const origin = { origin: 'http://localhost:4600' };
    expect((await browser.post('/sign-in', form, origin)).status).toBe(303);
  });

  it('takes no form larger than any of its own', async () => {
    const response = await browser.signIn('ana', 'x'.repeat(100_000));
    expect(response.status).toBe(413);
  });

  it('goes nowhere else afterwards', async () => {
    const form = { name: 'ana', password: PASSWORD, back: '//other.example/' };
    const response = await browser.post('/sign-in', form);
    expect(response.headers.get('location')).toBe('/');
  });

  it('gives a new session each time, and ends the one the browser had', async () => {
    await browser.signIn('ana');
    const first = browser.cookies.get('atalaya_session')!;
    await browser.signIn('ana');
    expect(browser.cookies.get('atalaya_session')).not.toBe(first);
    browser.cookies.set('atalaya_session', first);
    expect(await browser.who()).toBeNull();
  });

  it('makes a stronger hash of a weak one, and no other change', async () => {
    const weak = await argon2id({
      ...{ password: PASSWORD, salt: new Uint8Array(16), hashLength: 32 },
      ...{ memorySize: 1024, iterations: 1, parallelism: 1, outputType: 'encoded' },
    });
    await addAccount(door, 'eva', 'reader', { password: weak });
    expect((await browser.signIn('eva')).status).toBe(303);
    const eva = await door.store.accountByName('eva');
    expect([outgrown(weak), outgrown(eva!.password!)]).toEqual([true, false]);
    expect(await browser.who()).toMatchObject({ name: 'eva' });
    expect((await browser.signIn('eva')).status).toBe(303);
  });
});

describe('too many tries', () => {
  const wrong = (name: string): Promise<Response> => browser.signIn(name, 'a wrong password');

  it('of an account wait from the sixth on, longer and longer, from wherever they come', async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 6; i++) {
      door.remote = `203.0.113.${i}`;
      statuses.push((await wrong('ana')).status);
    }
    expect(statuses).toEqual([403, 403, 403, 403, 403, 429]);
    const held = await browser.signIn('ana');
    expect([held.status, held.headers.get('retry-after')]).toEqual([429, '1']);
    expect(await held.text()).toContain('in 1 second.');
    door.now += 1000;
    expect((await wrong('ana')).status).toBe(403);
    expect((await wrong('ana')).headers.get('retry-after')).toBe('2');
    door.now += 2000;
    expect((await browser.signIn('ana')).status).toBe(303);
    // All is forgiven.
    expect((await wrong('ana')).status).toBe(403);
  });

  it('of an address wait, whatever the names; others do not', async () => {
    for (let i = 0; i < 5; i++) expect((await wrong(`name-${i}`)).status).toBe(403);
    expect((await wrong('name-6')).status).toBe(429);
    door.remote = '203.0.113.9';
    expect((await browser.signIn('ana')).status).toBe(303);
  });

  it('count one household of IPv6 as one', async () => {
    for (let i = 0; i < 5; i++) {
      door.remote = `2001:db8:0:7::${i}`;
      await wrong(`name-${i}`);
    }
    door.remote = '2001:db8::7:a:b:c:d';
    expect((await wrong('name-6')).status).toBe(429);
    door.remote = '2001:db8:0:8::1';
    expect((await wrong('name-6')).status).toBe(403);
  });

  it('by strangers hold nobody up who has signed in from the same place before', async () => {
    await browser.signIn('ana');
    for (let i = 0; i < 8; i++) {
      door.remote = `203.0.113.${i}`;
      await wrong('ana');
    }
    expect((await browser.signIn('ana')).status).toBe(429);
    door.remote = '127.0.0.1';
    expect((await browser.signIn('ana')).status).toBe(303);
  });

  it('are not made good by signing in to an account of one’s own in between', async () => {
    await addAccount(door, 'eva', 'reader');
    const statuses: number[] = [];
    for (let i = 0; i < 6; i++) {
      await browser.signIn('eva');
      statuses.push((await wrong('ana')).status);
    }
    expect(statuses).toEqual([403, 403, 403, 403, 403, 429]);
  });
});

describe('POST /sign-out', () => {
  it('ends the session, by its own form only', async () => {
    await browser.signIn('ana');
    const { csrf } = (await browser.who())!;
    const elsewhere = { 'sec-fetch-site': 'cross-site' };
    expect((await browser.post('/sign-out', { csrf: 'guessed' })).status).toBe(403);
    expect((await browser.post('/sign-out', { csrf: csrf! }, elsewhere)).status).toBe(403);
    expect(await browser.who()).toMatchObject({ name: 'ana' });
    const kept = browser.cookies.get('atalaya_session')!;
    const response = await browser.post('/sign-out', { csrf: csrf! });
    expect([response.status, response.headers.get('location')]).toEqual([303, '/sign-in']);
    browser.cookies.set('atalaya_session', kept);
    expect(await browser.who()).toBeNull();
    expect(await logged()).toContain('signed-out ana');
  });

  it('does no harm to nobody', async () => {
    expect((await browser.post('/sign-out', {})).status).toBe(303);
  });
});

describe('/password', () => {
  const NEXT = 'another four words';

  it('asks for a session', async () => {
    expect((await browser.get('/password')).headers.get('location')).toBe('/sign-in');
    expect((await browser.post('/password', {})).headers.get('location')).toBe('/sign-in');
  });

  it('changes the password, signs all other browsers out, and renews this one', async () => {
    const other = openBrowser(door);
    await browser.signIn('ana');
    await other.signIn('ana');
    const before = browser.cookies.get('atalaya_session');
    const { csrf } = (await browser.who())!;
    const form = { csrf: csrf!, current: PASSWORD, next: NEXT };
    const response = await browser.post('/password', form);
    expect(response.headers.get('location')).toBe('/password?changed');
    expect(browser.cookies.get('atalaya_session')).not.toBe(before);
    expect(await browser.who()).toMatchObject({ name: 'ana' });
    expect(await other.who()).toBeNull();
    expect((await other.signIn('ana')).status).toBe(403);
    expect((await other.signIn('ana', NEXT)).status).toBe(303);
    expect(await logged()).toContain('password ana');
    expect(await (await browser.get('/password?changed')).text()).toContain('is changed');
  });

  it('refuses a wrong present password, a weak new one, and a form of elsewhere', async () => {
    await browser.signIn('ana');
    const csrf = (await browser.who())!.csrf!;
    const right = { csrf, current: PASSWORD, next: NEXT };
    const status = async (form: Record<string, string>, headers?: Record<string, string>) =>
      (await browser.post('/password', form, headers)).status;
    expect(await status({ ...right, current: 'wrong' })).toBe(403);
    expect(await status({ ...right, next: 'short' })).toBe(400);
    expect(await status({ ...right, csrf: '' })).toBe(403);
    expect(await status(right, { 'sec-fetch-site': 'cross-site' })).toBe(403);
    const spanish = await browser.post('/password?lang=es', { ...right, next: 'Administrator' });
    expect(await spanish.text()).toContain('de las más comunes');
    expect((await openBrowser(door).signIn('ana')).status).toBe(303);
  });

  it('guesses no present password faster than a stranger', async () => {
    await browser.signIn('ana');
    const csrf = (await browser.who())!.csrf!;
    const statuses: number[] = [];
    for (let i = 0; i < 6; i++) {
      const form = { csrf, current: `wrong ${i}`, next: NEXT };
      statuses.push((await browser.post('/password', form)).status);
    }
    expect(statuses).toEqual([403, 403, 403, 403, 403, 429]);
  });
});

describe('a session', () => {
  it('ends after twelve idle hours, and after seven days in any case', async () => {
    await browser.signIn('ana');
    door.now += 12 * HOUR - 1;
    expect(await browser.who()).toMatchObject({ name: 'ana' });
    door.now += 12 * HOUR;
    expect(await browser.who()).toBeNull();
    await browser.signIn('ana');
    for (let hours = 11; hours < 168; hours += 11) {
      door.now += 11 * HOUR;
      expect(await browser.who(), `${hours} h`).not.toBeNull();
    }
    door.now += 11 * HOUR;
    expect(await browser.who()).toBeNull();
  });
});
