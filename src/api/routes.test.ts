/**
 * Every route of the door by one table: who may, which method, which body, and that each refusal has the
 * one shape of errors (RFC 9457) with the headers that stand on everything.
 */
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mayAs, ROLES } from '../domain/people.ts';
import { OPERATIONS } from '../operations/list.ts';
import { PAGES } from '../pages/list.ts';
import { as, csrfOf, ORIGIN, openTestDoor, REMOTE, type TestDoor } from './door.fixture.ts';
import { remoteFields } from './query-input.ts';

let door: TestDoor;
beforeAll(async () => {
  door = await openTestDoor();
});
afterAll(() => door.close());

const ask = async (path: string, init: RequestInit = {}): Promise<Response> =>
  door.app.request(ORIGIN + path, init);

const send = (path: string, body: string, headers: Record<string, string>): Promise<Response> =>
  ask(path, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });

/** Checks the shape of a problem, and that its type leads somewhere. */
async function expectProblem(response: Response, status: number): Promise<string> {
  expect(response.status).toBe(status);
  expect(response.headers.get('content-type')).toContain('application/problem+json');
  const body = (await response.json()) as Record<string, unknown>;
  expect(body).toMatchObject({ status, title: expect.any(String), detail: expect.any(String) });
  expect(body['detail']).not.toMatch(/\bat .*\.ts:\d+|node_modules|SQLITE/);
  const type = await ask(String(body['type']), { headers: as('reader') });
  expect(type.status).toBe(200);
  return String(body['detail']);
}

const READS = REMOTE.filter(({ remote }) => !remote!.changes).map((o) => [o.name, o] as const);
const CHANGES = REMOTE.filter(({ remote }) => remote!.changes).map((o) => [o.name, o] as const);
const HERE = { 'sec-fetch-site': 'same-origin' };

describe('an operation that reads', () => {
  it.each(READS)('%s answers nobody, and no role below its own', async (name, { remote }) => {
    await expectProblem(await ask(`/api/${name}`), 401);
    for (const role of ROLES.filter((one) => !mayAs(one, remote!.role))) {
      await expectProblem(await ask(`/api/${name}`, { headers: as(role) }), 403);
    }
  });

  it.each(READS)('%s takes GET and HEAD alone', async (name, { remote }) => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
      const response = await ask(`/api/${name}`, { method, headers: as(remote!.role) });
      await expectProblem(response, 405);
      expect(response.headers.get('allow')).toBe('GET, HEAD');
    }
  });

  it.each(READS)('%s names a field that it does not know', async (name, { remote }) => {
    for (const field of ['nothing', '__proto__', 'constructor', 'toString', 'desk']) {
      const response = await ask(`/api/${name}?${field}=1`, { headers: as(remote!.role) });
      expect(await expectProblem(response, 400)).toContain(field);
    }
  });

  it.each(READS)('%s takes no file of the machine', async (name, operation) => {
    const own = Object.keys(operation.input.shape).filter(
      (field) => !remoteFields(operation).includes(field),
    );
    for (const field of own) {
      const response = await ask(`/api/${name}?${field}=/etc/passwd`, { headers: as('admin') });
      expect(await expectProblem(response, 400)).toContain(field);
    }
    const files = Object.entries(operation.input.shape).filter(([, schema]) =>
      /\bfiles?\b|\bfolders?\b|watch list/.test(schema.description ?? ''),
    );
    for (const [field] of files) expect(remoteFields(operation)).not.toContain(field);
  });

  it.each(READS)('%s answers, or says why not, without a stack', async (name, { remote }) => {
    const response = await ask(`/api/${name}`, { headers: as(remote!.role) });
    expect([200, 400]).toContain(response.status);
    if (response.status === 400) await expectProblem(response, 400);
    else if (response.headers.has('content-disposition')) {
      expect(await response.text()).not.toBe('');
    } else expect(await response.json()).toBeTypeOf('object');
  });
});

describe('an operation that changes', () => {
  it.each(CHANGES)('%s answers nobody, and no role below its own', async (name, { remote }) => {
    await expectProblem(await send(`/api/${name}`, '{}', {}), 401);
    for (const role of ROLES.filter((one) => !mayAs(one, remote!.role))) {
      await expectProblem(await send(`/api/${name}`, '{}', as(role)), 403);
    }
  });

  it.each(CHANGES)('%s takes POST alone', async (name, { remote }) => {
    for (const method of ['GET', 'PUT', 'DELETE']) {
      const response = await ask(`/api/${name}`, { method, headers: as(remote!.role) });
      await expectProblem(response, 405);
      expect(response.headers.get('allow')).toBe('POST');
    }
  });

  it.each(CHANGES)('%s takes JSON alone, and only what it can be', async (name, { remote }) => {
    const key = as(remote!.role);
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
      await expectProblem(await send(`/api/${name}`, '{}', { ...key, 'content-type': type }), 415);
    }
    const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`;
    for (const body of ['', '{', '[]', '1', 'null', '"x"', `{"id":${deep}}`]) {
      await expectProblem(await send(`/api/${name}`, body, key), 400);
    }
    const wide = JSON.stringify({ id: Array.from({ length: 300_000 }, () => 1) });
    await expectProblem(await send(`/api/${name}`, wide, key), 400);
    await expectProblem(await send(`/api/${name}`, ' '.repeat(14_000_000), key), 413);
    for (const field of ['nothing', '__proto__', 'constructor']) {
      const response = await send(`/api/${name}`, `{"${field}":{"role":"admin"}}`, key);
      expect(await expectProblem(response, 400)).toContain(field);
    }
  });

  it.each(CHANGES)('%s is refused to a page elsewhere', async (name, { remote }) => {
    const session = as(remote!.role, 'session');
    for (const elsewhere of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'http://attacker.example' },
      { origin: 'null' },
    ]) {
      await expectProblem(await send(`/api/${name}`, '{}', { ...session, ...elsewhere }), 403);
    }
  });

  it('takes a session from here, and a key from anywhere', async () => {
    for (const headers of [{ ...as('analyst', 'session'), ...HERE }, as('analyst')]) {
      const body = JSON.stringify({ id: 'ffffffff', action: 'acknowledge' });
      await expectProblem(await send('/api/alert-step', body, headers), 404);
    }
  });
});

describe('an operation of the terminal', () => {
  const own = OPERATIONS.filter(({ remote }) => remote === undefined);
  it.each(own.map(({ name }) => [name]))('%s is not there', async (name) => {
    await expectProblem(await ask(`/api/${name}`, { headers: as('admin') }), 404);
    await expectProblem(await send(`/api/${name}`, '{}', as('admin')), 404);
    const form = await ask(`/do/${name}`, {
      method: 'POST',
      headers: { ...as('admin', 'session'), ...HERE },
      body: new URLSearchParams({ csrf: csrfOf('admin') }),
    });
    expect(form.status).toBe(404);
  });
});

describe('a page', () => {
  const plain = PAGES.filter(({ path }) => !path.includes(':')).map((p) => [p.path, p] as const);
  const named = PAGES.filter(({ path }) => path.includes(':')).map((p) => [p.path, p] as const);
  const dataOf = (path: string): string => (path === '/' ? '/index.json' : `${path}.json`);

  it.each(plain)('%s is a document, and data', async (path, { role }) => {
    const page = await ask(path, { headers: as(role) });
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const text = await page.text();
    expect(text.match(/<h1/g)).toHaveLength(1);
    expect(text).not.toMatch(/\sstyle="|\son[a-z]+="|<script(?![^>]* src="\/assets\/)/);
    const data = await ask(dataOf(path), { headers: as(role) });
    expect(data.status).toBe(200);
    expect(await data.json()).toBeTypeOf('object');
  });

  it.each([...plain, ...named])('%s sends strangers to sign in', async (path) => {
    await door.program.desk.store.saveAccount({
      was: undefined,
      account: {
        ...{ name: 'one', role: 'admin', password: undefined, oidc: undefined },
        ...{ createdAt: 0, disabledAt: undefined },
      },
      event: { at: 0, by: 'local', action: 'added', account: 'one' },
      endSessions: false,
    });
    const place = path.replace(/:[a-z]+/g, 'ffffffff');
    const page = await ask(`${place}?q=1`);
    expect(page.status).toBe(303);
    expect(page.headers.get('location')).toBe(
      `/sign-in?back=${encodeURIComponent(`${place}?q=1`)}`,
    );
    await expectProblem(await ask(dataOf(place)), 401);
  });

  it.each(plain.filter(([, { role }]) => role !== 'reader'))('%s has its role', async (path) => {
    expect((await ask(path, { headers: as('reader') })).status).toBe(403);
    await expectProblem(await ask(dataOf(path), { headers: as('reader') }), 403);
  });

  it.each(named)('%s says that there is no such thing', async (path, { role }) => {
    for (const id of ['ffffffffffffffff', 'a', '%00', '..%2f..%2fetc', '%ff', "'--", 'é']) {
      const place = path.replace(/:[a-z]+/g, id);
      const page = await ask(place, { headers: as(role) });
      expect([200, 400, 404], place).toContain(page.status);
      expect(page.headers.get('content-type'), place).toContain('text/html');
      const data = await ask(dataOf(place), { headers: as(role) });
      expect(data.headers.get('content-type'), place).toMatch(/^application\/(?:problem\+)?json/);
      expect(data.status, place).toBe(page.status);
    }
  });

  it.each(plain)('%s takes GET and HEAD alone', async (path, { role }) => {
    const response = await ask(path, { method: 'POST', headers: as(role) });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD');
    expect(response.headers.get('content-type')).toContain('text/html');
  });

  it('is found under its id, as a document and as data', async () => {
    const { store } = door.program.desk;
    const [cascade] = await store.cascades({ limit: 1, offset: 0, minReach: 2 });
    const [alert] = await store.alerts({ limit: 1, offset: 0 });
    const article = cascade!.echoes[0]!.article;
    for (const place of [
      `/cascades/${cascade!.id}`,
      `/alerts/${alert!.id}`,
      `/articles/${article}`,
    ]) {
      const page = await ask(place, { headers: as('reader') });
      expect(page.status, place).toBe(200);
      expect(await page.text(), place).toContain('</html>');
      const data = await ask(`${place}.json`, { headers: as('reader') });
      expect(data.status, place).toBe(200);
      expect(data.headers.get('content-type')).toContain('application/json');
      expect(JSON.stringify(await data.json())).toContain(place.split('/')[2]);
    }
  });
});

describe('the page of an outlet', () => {
  it('is there for outlets that the desk has an article of, or a source a fact', async () => {
    const { store } = door.program.desk;
    const seen = (await store.domainArticles({})).map(({ domain }) => domain);
    expect(seen.length).toBeGreaterThan(1);
    for (const domain of [...seen, 'rt.com']) {
      const page = await ask(`/outlets/${domain}`, { headers: as('reader') });
      expect(page.status, domain).toBe(200);
    }
  });

  it.each(['nobody-knows-this.example', 'com', 'example', 'x', '%00', '..%2f', '__proto__', '%ff'])(
    'is not found for %s',
    async (domain) => {
      const page = await ask(`/outlets/${domain}`, { headers: as('reader') });
      expect(page.status).toBe(404);
      expect(await page.text()).toContain('Nothing is ');
      await expectProblem(await ask(`/outlets/${domain}.json`, { headers: as('reader') }), 404);
    },
  );
});

describe('the page of an article', () => {
  it('says where its capture is from without the folders of the machine', async () => {
    const { store } = door.program.desk;
    const [cascade] = await store.cascades({ limit: 1, offset: 0, minReach: 2 });
    const id = cascade!.echoes[0]!.article;
    const article = (await store.articlesByIds([id])).get(id)!;
    const capture = (await store.capturesByIds([article.captureId])).get(article.captureId)!;
    const [, folder, name] = /^file:(.*\/)([^/]+#\d+)$/.exec(capture.origin)!;
    const page = await (await ask(`/articles/${id}`, { headers: as('reader') })).text();
    expect(page).toContain(`file:${name}`);
    expect(page).not.toContain(folder);
    for (const path of [`/articles/${id}.json`, `/api/article?id=${id}`, '/api/cascades']) {
      const data = await (await ask(path, { headers: as('reader') })).text();
      expect(data).toContain(`"origin":"file:`);
      expect(data).not.toContain(folder);
    }
  });
});

describe('languages', () => {
  it('are taken from the address, the cookie, the browser, in this order', async () => {
    const table: readonly [path: string, headers: Record<string, string>, language: string][] = [
      ['/', {}, 'en'],
      ['/', { 'accept-language': 'fr, es;q=0.9, en;q=0.8' }, 'es'],
      ['/', { 'accept-language': 'es;q=0, en;q=0.1' }, 'en'],
      ['/', { 'accept-language': 'es', cookie: 'atalaya_lang=en' }, 'en'],
      ['/?lang=es', { cookie: 'atalaya_lang=en' }, 'es'],
      ['/?lang=xx', { cookie: 'atalaya_lang=es' }, 'es'],
      ['/?lang=es%0d%0aSet-Cookie:+a=b', {}, 'en'],
      ['/', { cookie: 'atalaya_lang=__proto__' }, 'en'],
    ];
    for (const [path, headers, language] of table) {
      const response = await ask(path, { headers: { ...as('reader'), ...headers } });
      expect(await response.text(), JSON.stringify([path, headers])).toContain(
        `<html lang="${language}"`,
      );
    }
  });

  it('are kept where the address names one', async () => {
    const named = await ask('/?lang=es', { headers: as('reader') });
    expect(named.headers.get('set-cookie')).toMatch(/^atalaya_lang=es; Path=\/; .*SameSite=Lax/);
    const other = await ask('/?lang=es%0d%0aSet-Cookie:+a=b', { headers: as('reader') });
    expect(other.headers.get('set-cookie')).toBeNull();
  });
});

describe('a body', () => {
  const PLACES = ['/', '/index.json', '/api/cascades', '/api/openapi.json', '/assets/console.css'];

  it.each(PLACES)('of %s has a tag by which it is not sent twice', async (place) => {
    const first = await ask(place, { headers: as('reader') });
    const tag = first.headers.get('etag')!;
    expect(tag).toMatch(/^"[0-9a-f]{32}"$/);
    for (const known of [tag, `W/${tag}`, `"x", ${tag}`, '*']) {
      const again = await ask(place, { headers: { ...as('reader'), 'if-none-match': known } });
      expect(again.status, known).toBe(304);
      expect(again.headers.get('etag')).toBe(tag);
      expect(await again.text()).toBe('');
      expect(again.headers.get('content-security-policy')).not.toBeNull();
    }
    const other = await ask(place, { headers: { ...as('reader'), 'if-none-match': '"x"' } });
    expect(other.status).toBe(200);
  });

  it.each(PLACES)('of %s is zipped for those who take it', async (place) => {
    const plain = await ask(place, { headers: as('reader') });
    const zipped = await ask(place, {
      headers: { ...as('reader'), 'accept-encoding': 'br, gzip' },
    });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(zipped.headers.get('content-encoding')).toBe('gzip');
    const bytes = gunzipSync(new Uint8Array(await zipped.arrayBuffer()));
    expect(bytes.toString()).toBe(await plain.text());
    expect(zipped.headers.get('etag')).not.toBe(plain.headers.get('etag'));
    const refused = await ask(place, {
      headers: { ...as('reader'), 'accept-encoding': 'gzip;q=0' },
    });
    expect(refused.headers.get('content-encoding')).toBeNull();
  });

  it('of a HEAD is empty, with the headers of the GET', async () => {
    const get = await ask('/api/cascades', { headers: as('reader') });
    const head = await ask('/api/cascades', { method: 'HEAD', headers: as('reader') });
    expect(head.status).toBe(200);
    expect(await head.text()).toBe('');
    expect(head.headers.get('etag')).toBe(get.headers.get('etag'));
  });
});

describe('headers', () => {
  it.each([
    '/',
    '/nothing',
    '/api/nothing',
    '/api/cascades',
    '/assets/console.css',
    '/assets/nothing.js',
    '/problems/not-found',
    '/alerts.atom',
    '/?lang=es',
  ])('stand on %s', async (place) => {
    for (const headers of [as('reader'), {}]) {
      const response = await ask(place, { headers });
      const policy = response.headers.get('content-security-policy')!;
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/unsafe|\*|http/);
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect(response.headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(response.headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(response.headers.get('referrer-policy')).toMatch(/^(?:no-referrer|same-origin)$/);
      expect(response.headers.get('cache-control')).toMatch(/no-cache|no-store/);
      expect(response.headers.get('access-control-allow-origin')).toBeNull();
      expect(response.headers.get('strict-transport-security')).toBeNull();
    }
  });
});
