/** What stands around every answer: hosts, cookies of the language, TLS, assets and the feed. */
import { parseDocument } from 'htmlparser2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { as, ORIGIN, openTestDoor, type TestDoor } from './door.fixture.ts';

let door: TestDoor;
beforeAll(async () => {
  door = await openTestDoor();
});
afterAll(() => door.close());

const READER = as('reader');
const PLACES = [
  '/',
  '/api/cascades',
  '/nothing',
  '/assets/console.css',
  '/alerts.atom',
  '/sign-in',
];

describe('hosts', () => {
  it.each(PLACES)('of others get nothing at %s', async (place) => {
    const { app } = door.again({ hosts: ['desk.example', '127.0.0.1:8420'] });
    const ask = async (host: string): Promise<Response> =>
      app.request(ORIGIN + place, { headers: { ...READER, host } });
    for (const host of [
      'attacker.example',
      'desk.example.attacker.example',
      'desk.example:80',
      '',
    ]) {
      const response = await ask(host);
      expect(response.status, host).toBe(403);
      expect(response.headers.get('content-security-policy')).not.toBeNull();
    }
    for (const host of ['desk.example', 'DESK.example', '127.0.0.1:8420']) {
      expect((await ask(host)).status, host).not.toBe(403);
    }
  });
});

describe('TLS', () => {
  it.each(PLACES)('is asked for again at %s, and for the cookie', async (place) => {
    const { app } = door.again({ overTls: true });
    const response = await app.request(`${ORIGIN}${place}?lang=es`, { headers: READER });
    expect(response.headers.get('strict-transport-security')).toBe('max-age=31536000');
    const cookies = response.headers.getSetCookie();
    expect(cookies).toEqual([
      'atalaya_lang=es; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly; Secure',
    ]);
  });

  it('is not told of without it', async () => {
    const response = await door.app.request(`${ORIGIN}/?lang=es`, { headers: READER });
    expect(response.headers.get('strict-transport-security')).toBeNull();
    expect(response.headers.getSetCookie()).toEqual([
      'atalaya_lang=es; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly',
    ]);
  });
});

describe('Vary', () => {
  it.each(['/', '/api/cascades'])('names at %s all by which it differs', async (place) => {
    for (const headers of [READER, { ...READER, 'if-none-match': '*' }]) {
      const response = await door.app.request(ORIGIN + place, { headers });
      const names = (response.headers.get('vary') ?? '').split(/,\s*/);
      expect(names.sort()).toEqual([
        'accept-encoding',
        'accept-language',
        'authorization',
        'cookie',
      ]);
    }
  });
});

describe('other origins', () => {
  it.each([...PLACES, '/api/events', '/do/alert-step'])('may read nothing of %s', async (place) => {
    for (const method of ['GET', 'OPTIONS', 'POST']) {
      const response = await door.app.request(ORIGIN + place, {
        method,
        headers: {
          ...READER,
          origin: 'http://attacker.example',
          'access-control-request-method': 'POST',
        },
      });
      const names = [...response.headers.keys()];
      expect(names.filter((name) => name.startsWith('access-control-'))).toEqual([]);
      await response.body?.cancel();
    }
  });
});

describe('HEAD', () => {
  it.each(['/', '/api/cascades', '/assets/console.css', '/alerts.atom'])(
    'of %s has the headers of its GET, also zipped and known',
    async (place) => {
      for (const more of [{}, { 'accept-encoding': 'gzip' }, { 'if-none-match': '*' }]) {
        const [get, head] = await Promise.all(
          ['GET', 'HEAD'].map((method) =>
            door.app.request(ORIGIN + place, { method, headers: { ...READER, ...more } }),
          ),
        );
        expect(head!.status).toBe(get!.status);
        expect([...head!.headers]).toEqual([...get!.headers]);
        expect(await head!.text()).toBe('');
      }
    },
  );
});

describe('assets', () => {
  it.each([
    ['console.css', 'text/css; charset=utf-8'],
    ['report.css', 'text/css; charset=utf-8'],
    ['live.js', 'text/javascript; charset=utf-8'],
  ])('%s is sent to everybody', async (name, type) => {
    const response = await door.app.request(`${ORIGIN}/assets/${name}`);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, type]);
  });

  it.each([
    '../package.json',
    '..%2fpackage.json',
    '%2e%2e%2fpackage.json',
    '..%5cpackage.json',
    'tsconfig.json',
    'console.css%00.js',
    'console.css/',
    'Console.css',
    '.css',
    'a/b.css',
    'nothing.css',
    '%ff.css',
    `${'a'.repeat(5000)}.css`,
    'console.css.map',
    '',
  ])('%j is none', async (name) => {
    const response = await door.app.request(`${ORIGIN}/assets/${name}`);
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain('dependencies');
  });
});

describe('the feed', () => {
  it('is XML with the newest alerts, each under its own id', async () => {
    const response = await door.app.request(`${ORIGIN}/alerts.atom`, { headers: READER });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    const text = await response.text();
    const alerts = await door.program.desk.store.alerts({ limit: 50, offset: 0 });
    expect(alerts.length).toBeGreaterThan(0);
    const ids = [...text.matchAll(/<id>urn:atalaya:alert:([^<]+)<\/id>/g)].map(([, id]) => id);
    expect(ids.sort()).toEqual(alerts.map(({ id }) => id).sort());
    const links = [...text.matchAll(/<link href="([^"]+)"/g)].map(([, link]) => link!);
    for (const link of links) {
      const page = await door.app.request(link, { headers: READER });
      expect(page.status, link).toBe(200);
    }
    expect(depthsOf(text)).toEqual(['feed', ...alerts.map(() => 'entry')]);
  });
});

/** The names of the root and of the entries in it, by a parser of XML. */
function depthsOf(text: string): string[] {
  const { children } = parseDocument(text, { xmlMode: true });
  const root = children.find((one) => 'name' in one && one.name === 'feed');
  if (root === undefined || !('children' in root)) return [];
  const entries = root.children.filter((one) => 'name' in one && one.name === 'entry');
  return ['feed', ...entries.map(() => 'entry')];
}
