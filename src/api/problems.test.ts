/** Each kind of refusal, to programs and to people; what went on inside stays inside. */

import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { NotFound, named, type Operation } from '../operations/operation.ts';
import type { Page } from '../pages/page.ts';
import { lockDesk } from '../pipeline/lock.ts';
import { TooManyRequests } from './authority-port.ts';
import { as, csrfOf, ORIGIN, openTestDoor, type TestDoor } from './door.fixture.ts';
import { ApiProblem, PROBLEM_KINDS, type ProblemKind, problemBody } from './problems.ts';

/** What can go wrong inside, by name. */
const TROUBLES: Readonly<Record<string, () => Promise<unknown>>> = {
  words: () => Promise.reject(new Error('the desk says no')),
  missing: () => Promise.reject(new NotFound('there is no "x"')),
  broken: () => Promise.reject(new TypeError('inside of /etc/passwd')),
  caused: () => Promise.reject(new Error('cannot read', { cause: new Error('/etc/passwd') })),
  thrown: () => Promise.reject('a text from /etc/passwd'),
  held: async () => {
    const held = await lockDesk(base.program.desk, 'tracing what is new');
    try {
      return await lockDesk(base.program.desk, 'a change', 0);
    } finally {
      held.release();
    }
  },
  empty: async () => ({ empty: true }),
  slow: () => new Promise(() => {}),
};
const shape = { how: z.enum(Object.keys(TROUBLES) as [string, ...string[]]) };

const troubled = (name: string, changes: boolean): Operation =>
  named(name, 'Go wrong', {
    input: z.object(shape),
    creates: false,
    remote: { role: 'reader', changes },
    run: ({ how }) => TROUBLES[how]!(),
    text: () => '',
    failure: (output) => ((output as { empty?: true }).empty ? 'nothing came of it' : undefined),
  }) as unknown as Operation;

const troubledPage: Page = {
  path: '/trouble',
  section: 'today',
  role: 'analyst',
  answer: async ({ query }) => {
    await TROUBLES[query.get('how') ?? '']!();
    return { kind: 'elsewhere', to: '/' };
  },
};

let base: TestDoor;
let app: TestDoor['app'];
let hurried = false;
beforeAll(async () => {
  base = await openTestDoor({}, 'nothing');
  const { authority, operations, pages } = base.program;
  app = base.again({
    operations: [...operations, troubled('ask', false), troubled('change', true)],
    pages: [...pages, troubledPage],
    authority: {
      ...authority,
      personOf: async (request, address) => {
        if (hurried) throw new TooManyRequests(2500);
        return authority.personOf(request, address);
      },
    },
  }).app;
});
afterAll(() => base.close());
afterEach(() => {
  hurried = false;
  vi.useRealTimers();
});

const get = async (path: string): Promise<Response> =>
  app.request(ORIGIN + path, { headers: as('analyst') });
const post = async (how: string): Promise<Response> =>
  app.request(`${ORIGIN}/api/change`, {
    method: 'POST',
    headers: { ...as('analyst'), 'content-type': 'application/json' },
    body: JSON.stringify({ how }),
  });

/** Waits for the door to set its timer; `setImmediate` is the real one. */
async function clockStarted(): Promise<void> {
  while (vi.getTimerCount() === 0) await new Promise((resolve) => setImmediate(resolve));
}

/** The status, kind and whole text of a problem. */
async function problemIn(response: Response) {
  const text = await response.text();
  const { type, status } = JSON.parse(text) as { type: string; status: number };
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(response.status).toBe(status);
  expect(response.headers.get('content-security-policy')).not.toBeNull();
  expect(response.headers.get('access-control-allow-origin')).toBeNull();
  return { kind: type.replace('/problems/', '') as ProblemKind, text };
}

const EXPECTED: readonly [how: string, kind: ProblemKind, says: string][] = [
  ['words', 'refused', 'the desk says no'],
  ['missing', 'not-found', 'there is no'],
  ['broken', 'defect', 'defect-'],
  ['caused', 'defect', 'defect-'],
  ['thrown', 'defect', 'defect-'],
  ['held', 'busy', 'tracing what is new'],
  ['empty', 'refused', 'nothing came of it'],
  ['unheard', 'bad-input', 'how'],
];

describe('a problem', () => {
  it.each(EXPECTED)('of an operation: %s is %s', async (how, kind, says) => {
    for (const response of [await get(`/api/ask?how=${how}`), await post(how)]) {
      const problem = await problemIn(response);
      expect(problem.kind).toBe(kind);
      expect(problem.text).toContain(says);
      expect(problem.text).not.toMatch(/passwd|\.ts:\d+|node_modules/);
    }
  });

  it.each(EXPECTED.slice(0, 6))('of a page: %s is %s', async (how, kind, says) => {
    const page = await get(`/trouble?how=${how}`);
    expect(page.status).toBe(PROBLEM_KINDS[kind].status);
    expect(page.headers.get('content-type')).toContain('text/html');
    const text = await page.text();
    expect(text).toContain(says);
    expect(text).toContain('<h1');
    expect(text).not.toMatch(/passwd|\.ts:\d+|node_modules/);
    const data = await problemIn(await get(`/trouble.json?how=${how}`));
    expect(data.kind).toBe(kind);
  });

  it('of the inside has a name, by which the log tells what it was', async () => {
    const response = await get('/api/ask?how=broken');
    const { instance } = (await response.json()) as { instance: string };
    expect(instance).toMatch(/^defect-[0-9a-f-]{36}$/);
    const [line] = base.lines.filter((one) => one.startsWith(instance));
    expect(line).toContain('inside of /etc/passwd');
    expect(line).toContain('problems.test.ts');
    const again = (await (await get('/api/ask?how=broken')).json()) as { instance: string };
    expect(again.instance).not.toBe(instance);
  });

  it('of a hurried program says how long to wait, in whole seconds', async () => {
    hurried = true;
    for (const path of ['/api/ask?how=words', '/trouble.json', '/alerts.atom', '/api/events']) {
      const response = await get(path);
      expect(response.headers.get('retry-after'), path).toBe('3');
      expect((await problemIn(response)).kind, path).toBe('hurried');
    }
    const page = await get('/trouble');
    expect([page.status, page.headers.get('retry-after')]).toEqual([429, '3']);
  });

  it('of a desk in use says who uses it, when to come again, and no folder of the machine', async () => {
    const { folder } = base.program.desk;
    for (const path of ['/api/ask', '/trouble.json', '/trouble']) {
      const response = await get(`${path}?how=held`);
      expect([response.status, response.headers.get('retry-after')], path).toEqual([503, '10']);
      const text = await response.text();
      expect(text, path).toContain(`(process ${process.pid})`);
      expect(text, path).not.toContain(folder);
    }
    expect((await post('held')).headers.get('retry-after')).toBe('10');
  });

  it.each(['/api/ask?how=slow', '/trouble.json?how=slow'])('of %s comes in 30 s', async (path) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    let came = false;
    const answer = get(path).then((response) => {
      came = true;
      return response;
    });
    await clockStarted();
    await vi.advanceTimersByTimeAsync(29_999);
    expect(came).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect((await problemIn(await answer)).kind).toBe('slow');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('of a page that is slow is a page', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const answer = get('/trouble?how=slow');
    await clockStarted();
    await vi.advanceTimersByTimeAsync(30_000);
    const page = await answer;
    expect([page.status, page.headers.get('content-type')]).toEqual([
      503,
      'text/html; charset=utf-8',
    ]);
  });

  it('of nobody says by what to sign in', async () => {
    for (const path of ['/api/ask?how=words', '/trouble.json', '/alerts.atom', '/api/events']) {
      const response = await app.request(ORIGIN + path);
      expect(response.headers.get('www-authenticate'), path).toBe('Bearer realm="Atalaya"');
      expect((await problemIn(response)).kind, path).toBe('not-signed-in');
    }
  });

  it('of a role is told to pages, data and forms alike', async () => {
    const reader = as('reader');
    expect((await app.request(`${ORIGIN}/trouble`, { headers: reader })).status).toBe(403);
    const data = await app.request(`${ORIGIN}/trouble.json`, { headers: reader });
    expect((await problemIn(data)).kind).toBe('not-allowed');
    const form = await app.request(`${ORIGIN}/do/alert-step`, {
      method: 'POST',
      headers: {
        ...as('reader', 'session'),
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin',
      },
      body: new URLSearchParams({ csrf: csrfOf('reader') }),
    });
    expect(form.status).toBe(403);
  });
});

describe('problemBody', () => {
  it.each(Object.keys(PROBLEM_KINDS) as ProblemKind[])(
    '%s leads to a page about it',
    async (kind) => {
      const { type, title, status } = JSON.parse(problemBody(kind, 'x'));
      const page = await get(type);
      expect(page.status).toBe(200);
      const text = await page.text();
      expect(text).toContain(title);
      expect(text).toContain(`HTTP ${status}`);
    },
  );

  it('quotes a bounded part of what it was given', () => {
    const { detail } = JSON.parse(problemBody('bad-input', 'x'.repeat(100_000)));
    expect(detail).toHaveLength(601);
    expect(new ApiProblem('slow', 'x').headers).toEqual({});
  });

  it.each(['toString', '__proto__', 'nothing', '..%2f'])('%s is no kind', async (kind) => {
    expect((await get(`/problems/${kind}`)).status).toBe(404);
  });
});

describe('an address', () => {
  it.each([
    '/api/events',
    '/api/openapi.json',
    '/alerts.atom',
    '/assets/console.css',
    '/problems/slow',
    '/index.json',
    '/alerts/ffff.json',
    '/trouble',
  ])('%s takes GET and HEAD alone', async (path) => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      const response = await app.request(ORIGIN + path, { method, headers: as('admin') });
      expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    }
  });

  it.each(['/nothing', '/api', '/api/', '/do/nothing', '/alerts/a/b', '/.env', '/%00', '/%ff'])(
    '%s is none',
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );
});
