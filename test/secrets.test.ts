/**
 * Secrets come out nowhere: people sign in, fail to, make and use keys, and then every line of the log, page,
 * answer and row of the database is searched for what they typed and were shown.
 */
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appOf } from '../src/api/app.ts';
import { openAuthority } from '../src/api/authority.ts';
import { ORIGIN, openTestDoor, REMOTE, type TestDoor } from '../src/api/door.fixture.ts';
import { requestLine } from '../src/api/request-log.ts';
import { hashPassword } from '../src/people/passwords.ts';

const PASSWORD = 'tangerine windmill of the invented desk';
const WRONG = 'wrong-marigold-lantern-typed-elsewhere';
/** Of the service for signing in; shown to that service alone. */
const HANDED = 'state-of-a-service-that-is-not-there';

let door: TestDoor;
const lines: string[] = [];
const secrets = new Map<string, string>([
  ['password', PASSWORD],
  ['wrong password', WRONG],
  ['state', HANDED],
]);
/** What left, by where it left; without the one answer that shows a new key. */
const left: [string, string][] = [];
let cookie = '';
let drawn = 0;

async function ask(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { 'sec-fetch-site': 'same-origin', cookie, ...(init.headers as object) };
  const answer = await door.app.request(ORIGIN + path, { ...init, headers });
  const [given] = answer.headers.getSetCookie().filter((line) => line.includes('session='));
  if (given !== undefined) cookie = given.split(';')[0]!;
  return answer;
}

async function kept(path: string, init: RequestInit = {}): Promise<number> {
  const answer = await ask(path, init);
  if (answer.headers.get('content-type')?.startsWith('text/event-stream') === true) {
    await answer.body!.cancel();
  } else left.push([path, await answer.text()]);
  const heads = [...answer.headers].filter(([name]) => name !== 'set-cookie');
  left.push([`headers of ${path}`, JSON.stringify(heads)]);
  return answer.status;
}

const form = (fields: Record<string, string>): RequestInit => ({
  method: 'POST',
  body: new URLSearchParams({ back: '/', ...fields }),
});
const json = (fields: object): RequestInit => ({
  method: 'POST',
  body: JSON.stringify(fields),
  headers: { 'content-type': 'application/json' },
});

beforeAll(async () => {
  door = await openTestDoor();
  const { desk } = door.program;
  const authority = openAuthority({
    ...{ store: desk.store, now: desk.now, secureCookies: false, listensBeyondLoopback: false },
    ...{ oidc: undefined, languageOf: () => 'en' as const },
    random: (count) => Uint8Array.from({ length: count }, (_, i) => (i === 0 ? ++drawn : 7 * i)),
    frame: (_, { title }) => title,
  });
  const program = {
    ...door.program,
    authority,
    log: (line: string) => lines.push(line),
    requested: (entry: Parameters<typeof requestLine>[0]) => {
      lines.push(requestLine(entry, 'json'), requestLine(entry, 'text'));
    },
  };
  door = { ...door, program, app: appOf(program) };
  const at = desk.now();
  const password = await hashPassword(PASSWORD);
  const account = { name: 'ana', role: 'admin' as const, password, createdAt: at };
  await desk.store.saveAccount({
    ...{ was: undefined, endSessions: false },
    account: { ...account, oidc: undefined, disabledAt: undefined },
    event: { at, by: 'local', action: 'added', account: 'ana' },
  });
  secrets.set('hash', password);
  await journey();
});
afterAll(() => door.close());

async function journey(): Promise<void> {
  await kept('/sign-in', form({ name: 'ana', password: WRONG }));
  await kept(`/sign-in/oidc/callback?code=${HANDED}&state=${HANDED}`);
  await kept('/sign-in', form({ name: 'ana', password: PASSWORD }));
  secrets.set('session', cookie.slice(cookie.indexOf('=') + 1));
  const made = await ask(
    '/api/account',
    json({ action: 'key', name: 'ana', role: 'reader', label: 'figures' }),
  );
  const key = /atl_[\w-]+/.exec(await made.text())![0];
  secrets.set('key', key);
  const bearer = { authorization: `Bearer ${key}`, cookie: '' };
  for (const { name, remote } of REMOTE) {
    await kept(`/api/${name}`, remote!.changes ? json({ action: 'nothing' }) : {});
    await kept(`/api/${name}`, { headers: bearer });
    await kept(`/api/${name}`, { headers: { authorization: `Bearer ${key}x`, cookie: '' } });
  }
  for (const { path } of door.program.pages.filter((page) => !page.path.includes(':'))) {
    expect(await kept(path)).toBe(200);
    await kept(path === '/' ? '/index.json' : `${path}.json`);
  }
  for (const path of ['/password', '/alerts.atom', '/metrics', '/api/openapi.json', '/nothing']) {
    await kept(path);
  }
  await kept('/api/account', json({ action: 'password', name: 'nobody', password: WRONG }));
}

describe('a secret', () => {
  it('was there to be told: people came in with it', async () => {
    expect([...secrets.values()].map((secret) => secret.length >= 20)).not.toContain(false);
    const bearer = { authorization: `Bearer ${secrets.get('key')}`, cookie: '' };
    expect((await ask('/api/status', { headers: bearer })).status).toBe(200);
    expect((await ask('/api/accounts')).status).toBe(200);
    expect((await ask('/api/status', { headers: { cookie: '' } })).status).toBe(401);
    expect([lines.length > 100, left.length > 100]).toEqual([true, true]);
  });

  it('stands in no line of the log', () => {
    for (const [what, secret] of secrets) {
      expect([what, lines.filter((line) => line.includes(secret))]).toEqual([what, []]);
    }
  });

  it('stands in no page, answer, problem or header', () => {
    for (const [what, secret] of secrets) {
      const shown = left.filter(([, text]) => text.includes(secret)).map(([path]) => path);
      expect([what, shown]).toEqual([what, []]);
    }
  });

  it('stands in no audit entry', async () => {
    const audit = await (await ask('/api/accounts?log=true')).text();
    expect(audit).toContain('key-made');
    for (const secret of secrets.values()) expect(audit).not.toContain(secret);
  });

  it('stands in no file of the desk, but for the hash', async () => {
    const folder = dirname(door.program.watchFile);
    const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((file) =>
      file.isFile(),
    );
    const bytes = await Promise.all(
      files.map(({ parentPath, name }) => readFile(join(parentPath, name))),
    );
    const holds = (text: string): boolean => bytes.some((one) => one.includes(text));
    expect(holds(secrets.get('hash')!)).toBe(true);
    for (const [what, secret] of secrets) {
      if (what !== 'hash') expect([what, holds(secret)]).toEqual([what, false]);
    }
  });
});
