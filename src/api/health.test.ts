/** `/health/live` and `/health/ready`: what a supervisor is told, and that it is told nothing else. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ORIGIN, openTestDoor, type TestDoor } from './door.fixture.ts';
import type { ApiProgram } from './program.ts';

let door: TestDoor;
beforeAll(async () => {
  door = await openTestDoor({}, 'nothing');
});
afterAll(() => door.close());

function deskThat(accounts: () => Promise<never>): ApiProgram['desk'] {
  const { desk } = door.program;
  const store = new Proxy(desk.store, {
    get: (target, name) => (name === 'accounts' ? accounts : Reflect.get(target, name)),
  });
  return { ...desk, store };
}

async function asked(app: TestDoor['app'], path: string) {
  const answer = await app.request(`${ORIGIN}${path}`);
  return { status: answer.status, headers: answer.headers, body: await answer.text() };
}

describe.each([
  ['/health/live', 'live'],
  ['/health/ready', 'ready'],
])('%s', (path, status) => {
  it('answers nobody in particular, and is never kept', async () => {
    const answer = await asked(door.app, path);
    expect(answer).toMatchObject({ status: 200, body: JSON.stringify({ status }) });
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('set-cookie')).toBeNull();
  });

  it('answers HEAD, and nothing that changes', async () => {
    const head = await door.app.request(`${ORIGIN}${path}`, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    const posted = await door.app.request(`${ORIGIN}${path}`, { method: 'POST' });
    expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });
});

describe('a store that fails', () => {
  const failing = () => Promise.reject(new Error('password authentication failed for "ana"'));

  it('leaves the process alive and not ready, without a word of why', async () => {
    const { app } = door.again({ desk: deskThat(failing) });
    expect((await asked(app, '/health/live')).status).toBe(200);
    const ready = await asked(app, '/health/ready');
    expect(ready.status).toBe(503);
    expect(ready.headers.get('content-type')).toContain('application/problem+json');
    expect(JSON.parse(ready.body)).toEqual({
      type: '/problems/not-ready',
      title: 'The server cannot do its work now',
      status: 503,
      detail: 'Try again later.',
    });
  });

  it('is not waited for without end', async () => {
    const { app } = door.again({ desk: deskThat(() => new Promise<never>(() => {})) });
    expect((await asked(app, '/health/ready')).status).toBe(503);
  });
});

describe('a server that is ending', () => {
  it('is alive and takes no more work', async () => {
    const { app } = door.again({ ending: AbortSignal.abort() });
    expect((await asked(app, '/health/live')).status).toBe(200);
    expect((await asked(app, '/health/ready')).status).toBe(503);
  });
});
