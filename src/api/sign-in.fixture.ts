/** A door with accounts in memory, a clock that is set by hand, and a browser that keeps cookies. */
import { Hono } from 'hono';
import type { Account, Person, Role } from '../domain/people.ts';
import { markupText } from '../export/markup.ts';
import type { Oidc } from '../people/oidc.ts';
import { hashPassword } from '../people/passwords.ts';
import { openSqlite } from '../store/sqlite/sqlite.ts';
import type { Store } from '../store/store.ts';
import { openAuthority } from './authority.ts';
import { type Authority, type SignInEnv, TooManyRequests } from './authority-port.ts';

export const PASSWORD = 'four invented words here';
export const ORIGIN = 'http://localhost:4600';

export interface Door {
  readonly store: Store;
  readonly authority: Authority;
  readonly app: Hono<SignInEnv>;
  now: number;
  /** Address of whoever is connected. */
  remote: string;
}

export interface DoorSetting {
  readonly oidc?: Oidc;
  readonly secureCookies?: boolean;
  readonly listensBeyondLoopback?: boolean;
}

export function openDoor(setting: DoorSetting = {}): Door {
  const store = openSqlite(':memory:');
  let drawn = 0;
  const authority = openAuthority({
    store,
    now: () => door.now,
    // Bytes that count up: no two secrets are the same, and every run is.
    random: (count) => Uint8Array.from({ length: count }, (_, i) => (i === 0 ? ++drawn : i)),
    secureCookies: setting.secureCookies ?? false,
    listensBeyondLoopback: setting.listensBeyondLoopback ?? false,
    oidc: setting.oidc,
    frame: (_, { title, body }) => `<title>${title}</title>${markupText(body)}`,
    languageOf: (request) => (new URL(request.url).searchParams.get('lang') === 'es' ? 'es' : 'en'),
  });
  const app = new Hono<SignInEnv>();
  app.use(async (c, next) => {
    c.set('remoteAddress', door.remote);
    await next();
  });
  app.route('/', authority.signIn);
  app.get('/who', async (c) => {
    const person = await authority.personOf(c.req.raw, door.remote).catch((error: unknown) => {
      if (error instanceof TooManyRequests) return { wait: error.retryAfter };
      throw error;
    });
    return c.json(person ?? null);
  });
  const door: Door = { store, authority, app, now: Date.UTC(2025, 0, 1), remote: '127.0.0.1' };
  return door;
}

/** Hashing takes its time: one hash serves all tests. */
const hash = hashPassword(PASSWORD);

export async function addAccount(
  { store, now }: Door,
  name: string,
  role: Role,
  more: Partial<Account> = {},
): Promise<Account> {
  const account = {
    ...{ name, role, password: await hash },
    ...{ oidc: undefined, createdAt: now, disabledAt: undefined },
    ...more,
  };
  const event = { at: now, by: 'local', action: 'added', account: name };
  const saved = await store.saveAccount({ was: undefined, account, event, endSessions: false });
  if (saved !== 'saved') throw new Error(`the account ${name} was not added: ${saved}`);
  return account;
}

export interface Browser {
  readonly cookies: Map<string, string>;
  readonly get: (path: string, headers?: Readonly<Record<string, string>>) => Promise<Response>;
  readonly post: (
    path: string,
    form: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Response>;
  readonly signIn: (name: string, password?: string) => Promise<Response>;
  /** Who the door takes it for. */
  readonly who: () => Promise<Person | null>;
}

export function openBrowser({ app }: Door): Browser {
  const cookies = new Map<string, string>();
  const send = async (path: string, init: RequestInit): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...(cookie !== '' && { cookie }), ...init.headers };
    const response = await app.request(ORIGIN + path, { ...init, headers });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (line.includes('Max-Age=0')) cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  };
  const post: Browser['post'] = (path, form, headers = { 'sec-fetch-site': 'same-origin' }) =>
    send(path, { method: 'POST', headers, body: new URLSearchParams(form) });
  return {
    cookies,
    get: (path, headers = {}) => send(path, { headers }),
    post,
    signIn: (name, password = PASSWORD) => post('/sign-in', { name, password, back: '/alerts' }),
    who: async () => (await (await send('/who', {})).json()) as Person | null,
  };
}
