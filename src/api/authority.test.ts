import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mayAs, ROLES, type Role } from '../domain/people.ts';
import { newToken } from '../people/tokens.ts';
import { TooManyRequests } from './authority-port.ts';
import { addAccount, type Door, openBrowser, openDoor } from './sign-in.fixture.ts';

let door: Door;
beforeEach(() => {
  door = openDoor();
});
afterEach(() => door.store.close());

const asking = (headers: Record<string, string> = {}, url = 'http://localhost:4600/'): Request =>
  new Request(url, { headers });

describe('a desk without accounts', () => {
  it('is for whoever sits at this machine', async () => {
    const local = { name: 'local', role: 'admin', by: 'local', csrf: undefined };
    for (const [url, remote] of [
      ['http://localhost/', '127.0.0.1'],
      ['http://127.0.0.1:4600/', '::ffff:127.0.0.1'],
      ['http://[::1]:4600/', '::1'],
    ] as const) {
      expect(await door.authority.personOf(asking({}, url), remote), url).toEqual(local);
    }
  });

  it.each([
    ['comes from another machine', 'http://localhost/', '192.0.2.7'],
    ['is meant for a name that was pointed here', 'http://other.example:4600/', '127.0.0.1'],
    ['came through a proxy', 'https://desk.example/', '127.0.0.1'],
    ['is meant for a look-alike', 'http://localhost.other.example/', '127.0.0.1'],
    ['is meant for a look-alike', 'http://127.0.0.1.other.example/', '127.0.0.1'],
    ['comes from nowhere', 'http://localhost/', ''],
  ])('knows nobody where a request %s (%s, %s)', async (_, url, remote) => {
    expect(await door.authority.personOf(asking({}, url), remote)).toBeUndefined();
  });

  it('goes by the host that was asked for', async () => {
    const request = asking({ host: 'other.example' });
    expect(await door.authority.personOf(request, '127.0.0.1')).toBeUndefined();
  });

  it('is for nobody where it listens beyond loopback', async () => {
    const open = openDoor({ listensBeyondLoopback: true });
    expect(await open.authority.personOf(asking(), '127.0.0.1')).toBeUndefined();
    await open.store.close();
  });

  it('asks for a sign-in from its first account on', async () => {
    await addAccount(door, 'ana', 'admin');
    expect(await door.authority.personOf(asking(), '127.0.0.1')).toBeUndefined();
  });
});

describe('a session', () => {
  it('is out at once when its account is disabled, and does not come back', async () => {
    await addAccount(door, 'ana', 'admin');
    const eva = await addAccount(door, 'eva', 'analyst');
    const browser = openBrowser(door);
    await browser.signIn('eva');
    expect(await browser.who()).toMatchObject({ name: 'eva', role: 'analyst' });
    const event = { at: door.now, by: 'ana', action: 'disabled', account: 'eva' };
    const off = { ...eva, disabledAt: door.now };
    await door.store.saveAccount({ was: eva, account: off, event, endSessions: true });
    expect(await browser.who()).toBeNull();
    await door.store.saveAccount({ was: off, account: eva, event, endSessions: true });
    expect(await browser.who()).toBeNull();
  });

  it('has the role that its account has now', async () => {
    await addAccount(door, 'ana', 'admin');
    const eva = await addAccount(door, 'eva', 'editor');
    const browser = openBrowser(door);
    await browser.signIn('eva');
    const event = { at: door.now, by: 'ana', action: 'role', account: 'eva' };
    const account = { ...eva, role: 'reader' } as const;
    await door.store.saveAccount({ was: eva, account, event, endSessions: false });
    expect(await browser.who()).toMatchObject({ role: 'reader' });
  });
});

describe('whoever listens', () => {
  it('uses no session up and prolongs none', async () => {
    await addAccount(door, 'ana', 'admin');
    const browser = openBrowser(door);
    await browser.signIn('ana');
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const hour = 3_600_000;
    const holds = async () => {
      const person = await door.authority.personOf(asking({ cookie }), '::1', 'listens');
      return person?.name;
    };
    door.now += 11 * hour;
    expect(await holds()).toBe('ana');
    door.now += hour;
    expect(await holds()).toBeUndefined();
  });
});

describe('a key', () => {
  /** A key of a new account, and the header that shows it. */
  async function keyOf(own: Role, scope: Role, days?: number): Promise<Record<string, string>> {
    await addAccount(door, 'eva', own);
    const wish = { account: 'eva', label: 'Invented', role: scope, days };
    const { token, secret } = newToken(wish, door.now, (count) => new Uint8Array(count).fill(9));
    await door.store.saveToken(token);
    return { authorization: `Bearer ${secret}` };
  }
  beforeEach(() => addAccount(door, 'ana', 'admin'));

  it.each(ROLES.flatMap((own) => ROLES.map((scope) => [own, scope] as const)))(
    'of an account that is %s, for %s, does what both may and no more',
    async (own, scope) => {
      const person = await door.authority.personOf(asking(await keyOf(own, scope)), '192.0.2.7');
      expect(person).toMatchObject({ name: 'eva', by: 'token', csrf: undefined });
      for (const least of ROLES) {
        expect(mayAs(person!.role, least), least).toBe(mayAs(own, least) && mayAs(scope, least));
      }
    },
  );

  it('that opens nothing does not fall back on the browser', async () => {
    const browser = openBrowser(door);
    await browser.signIn('ana');
    const response = await browser.get('/who', { authorization: 'Bearer atl_unknown' });
    expect(await response.json()).toBeNull();
  });

  it('ends, is revoked, and goes with its account', async () => {
    const headers = await keyOf('reader', 'reader', 1);
    const role = async () => (await door.authority.personOf(asking(headers), '::1'))?.role;
    expect(await role()).toBe('reader');
    door.now += 24 * 3_600_000;
    expect(await role()).toBeUndefined();
    door.now -= 1;
    const [token] = await door.store.tokens();
    await door.store.saveToken({ ...token!, revokedAt: door.now });
    expect(await role()).toBeUndefined();
  });

  it('notes its use once a minute', async () => {
    const headers = await keyOf('reader', 'reader');
    const used = async (): Promise<number | undefined> => {
      await door.authority.personOf(asking(headers), '::1');
      return (await door.store.tokens())[0]!.usedAt;
    };
    const start = door.now;
    expect(await used()).toBe(start);
    door.now += 59_000;
    expect(await used()).toBe(start);
    door.now += 1000;
    expect(await used()).toBe(start + 60_000);
  });

  it('is not used by listening, however often that is looked at', async () => {
    const headers = await keyOf('reader', 'reader');
    for (let i = 0; i < 300; i++) {
      expect(await door.authority.personOf(asking(headers), '::1', 'listens')).toBeDefined();
    }
    const [token] = await door.store.tokens();
    expect(token!.usedAt).toBeUndefined();
    await door.store.saveToken({ ...token!, revokedAt: door.now });
    expect(await door.authority.personOf(asking(headers), '::1', 'listens')).toBeUndefined();
  });

  it('is held up when it asks too often, for as long as it takes', async () => {
    const headers = await keyOf('reader', 'reader');
    const ask = () => door.authority.personOf(asking(headers), '::1');
    for (let i = 0; i < 200; i++) await ask();
    await expect(ask()).rejects.toThrow(TooManyRequests);
    await expect(ask()).rejects.toMatchObject({ retryAfter: 1 });
    door.now += 100;
    expect(await ask()).toBeDefined();
  });
});
