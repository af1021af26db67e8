/**
 * Who may what, written out: the list of operations says so itself, and a slip there would pass every test
 * that asks it. A route that stands in no table here fails.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { as, csrfOf, ORIGIN, openTestDoor, type TestDoor } from '../src/api/door.fixture.ts';
import { mayAs, ROLES, type Role } from '../src/domain/people.ts';
import { OPERATIONS } from '../src/operations/list.ts';

/** Nobody: at a terminal of the machine alone. */
const READS = (
  'cascades cascade-list show article search briefing status today refusals said sources versions export ' +
  'outlets network checks offices claim origins presence-pairs presence-pair presence-map alerts alert ' +
  'receipt indicators'
).split(' ');
const OPERATION_ROLES: Readonly<Record<string, Role>> = {
  ...Object.fromEntries(READS.map((name) => [name, 'reader' as const])),
  'alert-step': 'analyst',
  settings: 'editor',
  'settings-save': 'editor',
  notices: 'editor',
  accounts: 'admin',
  account: 'admin',
};
const TERMINAL_ONLY = (
  'demo ingest report trace read watch import fetch verify pack reread backup restore retain move work jobs ' +
  'presence warn doctor'
).split(' ');

const PAGE_ROLES: Readonly<Record<string, Role>> = {
  ...Object.fromEntries(
    [
      ...['/', '/alerts', '/alerts/:id', '/search', '/articles/:id', '/cascades', '/cascades/:id'],
      ...['/claims', '/claims/:id', '/outlets', '/outlets/:domain', '/presence'],
      ...['/presence/:sender/:host', '/sources', '/settings', '/settings/indicators', '/exports'],
    ].map((path) => [path, 'reader' as const]),
  ),
  '/people': 'admin',
};

/** Open to all: nothing of the desk is in them. Those of signing in come with accounts. */
const OPEN = ['/assets/report.css', '/assets/:name', '/health/live', '/health/ready', '/language'];
/** For whoever is somebody. */
const READERS = ['/api/openapi.json', '/api/events', '/alerts.atom', '/metrics', '/problems/:kind'];

let door: TestDoor;
beforeAll(async () => {
  door = await openTestDoor();
});
afterAll(() => door.close());

const dataPath = (page: string): string => (page === '/' ? '/index.json' : `${page}.json`);
/** As the router writes it: a last part that ends in `.json`. */
const routePath = (path: string): string => path.replace(/\/:(\w+)\.json$/, '/:$1{[^/]+\\.json}');

const status = async (path: string, role: Role | undefined, init: RequestInit = {}) => {
  const headers = { ...(role === undefined ? {} : as(role)), ...(init.headers as object) };
  const response = await door.app.request(ORIGIN + path, { ...init, headers });
  await response.body?.cancel();
  return response.status;
};

describe('the tables', () => {
  it('name every operation, once', () => {
    const named = [...Object.keys(OPERATION_ROLES), ...TERMINAL_ONLY].sort();
    const missing = OPERATIONS.map(({ name }) => name).filter((name) => !named.includes(name));
    expect(missing).toEqual([]);
    expect(new Set(named).size).toBe(named.length);
  });

  it('name every page', () => {
    expect(door.program.pages.map(({ path }) => path).sort()).toEqual(
      Object.keys(PAGE_ROLES).sort(),
    );
  });

  it('name every other route', () => {
    const pages = Object.keys(PAGE_ROLES).flatMap((path) => [path, routePath(dataPath(path))]);
    const operations = Object.keys(OPERATION_ROLES).flatMap((name) => [
      `/api/${name}`,
      `/do/${name}`,
    ]);
    const known = new Set([...pages, ...operations, ...OPEN, ...READERS, '/*', '*']);
    const routes = new Set(door.app.routes.map(({ path }) => path));
    expect([...routes].filter((path) => !known.has(path))).toEqual([]);
  });

  it('say the same as the list of operations', () => {
    for (const { name, remote } of OPERATIONS) {
      expect([name, remote?.role]).toEqual([name, OPERATION_ROLES[name]]);
    }
  });
});

const EVERYBODY = [undefined, ...ROLES] as const;
const may = (role: Role | undefined, least: Role): boolean =>
  role !== undefined && mayAs(role, least);

describe.each(EVERYBODY)('%s', (role) => {
  it.each(Object.entries(OPERATION_ROLES))('and the operation %s, for %s', async (name, least) => {
    const { remote } = OPERATIONS.find((one) => one.name === name)!;
    const body = { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } };
    const answer = await status(`/api/${name}`, role, remote!.changes ? body : {});
    if (may(role, least)) expect([200, 400]).toContain(answer);
    else expect(answer).toBe(role === undefined ? 401 : 403);
  });

  it.each(Object.entries(PAGE_ROLES))('and the page %s, for %s', async (path, least) => {
    const asked = path
      .replace(':id', '0123456789abcdef')
      .replace(':domain', 'outlet.example')
      .replace(':sender', 'RU')
      .replace(':host', 'MX');
    for (const one of [asked, dataPath(asked)]) {
      const answer = await status(one, role);
      if (may(role, least)) expect([200, 303, 302, 404]).toContain(answer);
      else if (role !== undefined) expect(answer).toBe(403);
      // A browser is led to where it can sign in, or told that there is no such place.
      else expect([401, 403, 302, 303]).toContain(answer);
    }
  });

  it.each(TERMINAL_ONLY)('never comes to %s', async (name) => {
    for (const path of [`/api/${name}`, `/do/${name}`]) {
      expect(await status(path, role)).toBe(404);
    }
  });

  it.each(READERS.filter((path) => path !== '/problems/:kind' && path !== '/api/openapi.json'))(
    'and %s',
    async (path) => {
      const answer = await status(path, role);
      expect(answer).toBe(role === undefined ? 401 : 200);
    },
  );

  it('and a form without its own token', async () => {
    const form = new URLSearchParams({
      csrf: role === 'admin' ? csrfOf('reader') : csrfOf('admin'),
    });
    const headers = {
      'x-person': role === undefined ? '' : `${role} session`,
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/x-www-form-urlencoded',
    };
    const init = { method: 'POST', body: form.toString(), headers };
    const response = await door.app.request(`${ORIGIN}/do/alert-step`, init);
    expect([303, 401, 403]).toContain(response.status);
    expect(response.status === 303 && role !== undefined).toBe(false);
  });
});
