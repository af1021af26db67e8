/** Forms: whose they are, whence they come, where they lead back to, and what is shown once. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { mayAs, ROLES, type Role } from '../domain/people.ts';
import { named, type Operation } from '../operations/operation.ts';
import { as, csrfOf, ORIGIN, openTestDoor, REMOTE, type TestDoor } from './door.fixture.ts';

/** Says what it was given; `secret` makes a secret of it. */
const tell = named('tell', 'Say it back', {
  input: z.object({
    words: z.string().min(1).optional(),
    secret: z.string().optional(),
    file: z.string().optional(),
  }),
  creates: false,
  remote: { role: 'reader', changes: true, fields: ['words', 'secret'] },
  run: async ({ words, secret }) => {
    told.push(words);
    if (words === 'refuse me') throw new Error('it is refused: <b>say</b> something else');
    if (words === 'break') throw new TypeError('the inside of /etc/passwd');
    return { secret };
  },
  text: ({ secret }) => `the secret is ${secret}`,
});
const told: (string | undefined)[] = [];

let door: TestDoor;
beforeAll(async () => {
  door = await openTestDoor({}, 'nothing');
  const operations = [...door.program.operations, tell as unknown as Operation];
  door = { ...door, ...door.again({ operations }) };
});
afterAll(() => door.close());

const HERE = { 'sec-fetch-site': 'same-origin' };

const send = async (
  name: string,
  fields: Record<string, string> | string,
  headers: Record<string, string>,
): Promise<Response> =>
  door.app.request(`${ORIGIN}/do/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams(fields).toString(),
  });

const CHANGES = [...REMOTE.filter(({ remote }) => remote!.changes).map(({ name }) => name), 'tell'];
const roleOf = (name: string): Role =>
  door.program.operations.find((one) => one.name === name)!.remote!.role;

describe('a form', () => {
  it.each(CHANGES)('of %s needs somebody, who is signed in and no program', async (name) => {
    const fields = { csrf: csrfOf('admin') };
    for (const headers of [{}, as('admin', 'token')]) {
      const response = await send(name, fields, { ...headers, ...HERE });
      expect(response.status).toBe(401);
      expect(response.headers.get('content-type')).toContain('text/html');
    }
  });

  it.each(CHANGES)('of %s brings the secret of its session, from here', async (name) => {
    const role = roleOf(name);
    const [person, csrf] = [as(role, 'session'), csrfOf(role)];
    const table: readonly [Record<string, string>, Record<string, string>][] = [
      [{}, HERE],
      [{ csrf: '' }, HERE],
      [{ csrf: csrf.toUpperCase() }, HERE],
      [{ csrf: csrfOf(role === 'admin' ? 'reader' : 'admin') }, HERE],
      [{ csrf }, {}],
      [{ csrf }, { 'sec-fetch-site': 'cross-site' }],
      [{ csrf }, { 'sec-fetch-site': 'same-site' }],
      [{ csrf }, { 'sec-fetch-site': 'none' }],
      [{ csrf }, { origin: 'http://attacker.example' }],
      [{ csrf }, { origin: 'http://localhost:8420.attacker.example' }],
      [{ csrf }, { origin: 'null' }],
      [{ csrf }, { origin: '' }],
    ];
    for (const [fields, headers] of table) {
      const response = await send(name, fields, { ...person, ...headers });
      expect(response.status, JSON.stringify([fields, headers])).toBe(403);
    }
    expect(told).toEqual([]);
  });

  it.each(CHANGES)('of %s needs its role', async (name) => {
    for (const role of ROLES.filter((one) => !mayAs(one, roleOf(name)))) {
      const response = await send(
        name,
        { csrf: csrfOf(role) },
        { ...as(role, 'session'), ...HERE },
      );
      expect(response.status).toBe(403);
    }
  });

  it('of the one user of this machine needs no secret, but a page of ours', async () => {
    const local = as('admin', 'local');
    for (const headers of [HERE, { origin: ORIGIN }, { origin: 'https://localhost:8420' }]) {
      expect((await send('tell', { words: 'a' }, { ...local, ...headers })).status).toBe(303);
    }
    expect(told.splice(0)).toEqual(['a', 'a', 'a']);
    for (const headers of [
      {},
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'http://a.example' },
    ]) {
      expect((await send('tell', { words: 'a' }, { ...local, ...headers })).status).toBe(403);
    }
    expect(told).toEqual([]);
  });

  it.each(CHANGES)('of %s is sent by POST, in the form of forms', async (name) => {
    for (const method of ['GET', 'PUT', 'DELETE', 'OPTIONS']) {
      const response = await door.app.request(`${ORIGIN}/do/${name}`, {
        method,
        headers: as('admin', 'session'),
      });
      expect(response.status).toBe(405);
      expect(response.headers.get('allow')).toBe('POST');
    }
    for (const type of ['text/plain', 'multipart/form-data; boundary=x', 'application/json']) {
      const headers = { ...as('admin', 'session'), ...HERE, 'content-type': type };
      expect((await send(name, { csrf: csrfOf('admin') }, headers)).status).toBe(415);
    }
  });
});

describe('what a form brings', () => {
  const ADMIN = { ...as('admin', 'session'), ...HERE };
  const csrf = csrfOf('admin');

  it('is refused where it is too large or stands there twice', async () => {
    const large = await send('tell', { csrf, words: 'x'.repeat(13_000_001) }, ADMIN);
    expect(large.status).toBe(413);
    for (const name of ['csrf', 'back', 'words']) {
      const twice = await send('tell', `csrf=${csrf}&${name}=a&${name}=b`, ADMIN);
      expect(twice.status).toBe(400);
      expect(await twice.text()).toContain(name);
    }
    expect(told).toEqual([]);
  });

  it('names no field of the machine, none unknown, and none of the language', async () => {
    for (const name of ['file', 'nothing', '__proto__', 'constructor', 'toString']) {
      const response = await send('tell', `csrf=${csrf}&${name}=/etc/passwd`, ADMIN);
      expect(response.status, name).toBe(303);
      const to = new URL(response.headers.get('location')!, ORIGIN);
      expect(to.pathname).toBe('/');
      expect(to.searchParams.get('problem'), name).toContain(name);
    }
    expect(told).toEqual([]);
  });

  it('leaves out what is empty', async () => {
    expect((await send('tell', { csrf, words: '' }, ADMIN)).status).toBe(303);
    expect(told.splice(0)).toEqual([undefined]);
  });

  it('leads back to the page that it came from, with what went wrong', async () => {
    const done = await send('tell', { csrf, back: '/alerts?state=open', words: 'a' }, ADMIN);
    expect(done.headers.get('location')).toBe('/alerts?state=open');
    const refused = await send(
      'tell',
      { csrf, back: '/alerts?state=open&problem=old', words: 'refuse me' },
      ADMIN,
    );
    expect(refused.status).toBe(303);
    const to = new URL(refused.headers.get('location')!, ORIGIN);
    expect([...to.searchParams]).toEqual([
      ['state', 'open'],
      ['problem', 'it is refused: <b>say</b> something else'],
    ]);
    const page = await door.app.request(to, { headers: as('admin', 'session') });
    expect(await page.text()).not.toContain('<b>say</b>');
    told.splice(0);
  });

  it.each([
    '//attacker.example',
    '/\\attacker.example',
    'https://attacker.example/',
    'javascript:alert(1)',
    '/\t/attacker.example',
    '/\r\nset-cookie: a=b',
    '/.//attacker.example',
    '/sign-out',
    '/do/tell',
    '',
    `/${'x'.repeat(3000)}`,
  ])('leads back to no %j', async (back) => {
    for (const words of ['a', 'refuse me']) {
      const response = await send('tell', { csrf, back, words }, ADMIN);
      expect(response.status).toBe(303);
      const to = response.headers.get('location')!;
      expect(to).toMatch(words === 'a' ? /^\/$/ : /^\/\?problem=/);
      expect(response.headers.get('set-cookie')).toBeNull();
    }
    told.splice(0);
  });

  it('is answered with a page where a secret is shown once', async () => {
    const response = await send(
      'tell',
      { csrf, back: '/people', secret: 'a <i>key</i>' },
      { ...ADMIN, 'accept-encoding': 'gzip' },
    );
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('etag')).toBeNull();
    const text = await response.text();
    expect(text).toContain('the secret is a &lt;i&gt;key&lt;/i&gt;');
    expect(text).toContain('href="/people"');
    told.splice(0);
  });

  it('is answered with the name of a defect, and nothing of it', async () => {
    const response = await send('tell', { csrf, words: 'break' }, ADMIN);
    expect(response.status).toBe(500);
    const text = await response.text();
    expect(text).not.toContain('passwd');
    const [name] = /defect-[0-9a-f-]{36}/.exec(text)!;
    expect(door.lines.filter((line) => line.startsWith(name))).toHaveLength(1);
  });
});
