/** The command `serve`: where it listens and where it does not, and how it ends. */

import { existsSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '../operations/operation.ts';
import { deskIn, useFolder } from '../pipeline/desk.fixture.ts';
import { serveOperation } from './serve.ts';
import type { ServedView } from './serve-input.ts';

const EXAMPLE = fileURLToPath(new URL('../../example/articles', import.meta.url));
const folder = useFolder();
const opened: string[] = [];
/** The example's desk is looked for in the folder that one is in. */
let home = '';
beforeEach(() => {
  home = process.cwd();
  process.chdir(folder());
});
afterEach(() => {
  process.chdir(home);
  opened.splice(0);
});

const serve = serveOperation({
  assets: fileURLToPath(new URL('../../console', import.meta.url)),
  oidc: undefined,
  publicUrl: undefined,
  openExample: (name) => {
    opened.push(name);
    return deskIn(join(folder(), name));
  },
});

interface Running {
  readonly address: string;
  readonly lines: readonly string[];
  /** Interrupts it; gives what it says at its end. */
  readonly end: () => Promise<ServedView>;
}

/** Runs the command until it listens; rejects with what it says where it does not. */
async function served(input: object, desk: Context['desk'] | undefined): Promise<Running> {
  const interrupt = new AbortController();
  const lines: string[] = [];
  let listens: () => void = () => {};
  const listening = new Promise<void>((resolve) => {
    listens = resolve;
  });
  const context = {
    ...{ hasDesk: desk !== undefined, stdin: undefined, example: EXAMPLE, version: '0.0.0-test' },
    get desk(): Context['desk'] {
      if (desk === undefined) throw new Error('there is none');
      return desk;
    },
    progress: {
      step: () => {},
      tell: (line: string) => {
        lines.push(line);
        if (line.startsWith('The console is at')) listens();
      },
    },
    by: 'local',
    interrupted: () => interrupt.signal,
  };
  const run = serve.run(serve.input.parse({ port: 0, ...input }), context);
  await Promise.race([listening, run]);
  const address = /http:\S+(?=\/ )/.exec(lines.at(-1) ?? '')?.[0] ?? '';
  return {
    address,
    lines,
    end: () => {
      interrupt.abort();
      return run;
    },
  };
}

describe('serve', () => {
  it('listens on a free port of this machine, until it is interrupted', async () => {
    const desk = await deskIn(folder());
    const { address, end, lines } = await served({}, desk);
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await fetch(`${address}/api/status`)).status).toBe(200);
    // No watch list was written yet: pages show what there is.
    for (const path of ['/', '/outlets', '/claims?q=words', '/settings', '/sources']) {
      expect((await fetch(address + path)).status, path).toBe(200);
    }
    const other = await fetch(`${address}/`, { headers: { 'sec-fetch-site': 'cross-site' } });
    expect(other.headers.get('x-frame-options')).toBe('DENY');
    const view = await end();
    expect(view).toEqual({ address, requests: 7 });
    expect(serve.text(view, { color: false })).toBe('Closed after 7 requests.');
    expect(lines).toHaveLength(1);
    await expect(fetch(address)).rejects.toThrow();
    await desk.close();
  });

  it('tells requests where it is asked to, without what was asked', async () => {
    const desk = await deskIn(folder());
    const { address, end, lines } = await served({ log: 'text' }, desk);
    await fetch(`${address}/api/search?q=confidential`);
    await end();
    expect(lines[1]).toMatch(/^\S+Z GET \/api\/search 200 [\d.]+ ms \d+ bytes local$/);
    await desk.close();
  });

  it('answers under no name that another site could take', async () => {
    const desk = await deskIn(folder());
    const { address, end } = await served({}, desk);
    const { port } = new URL(address);
    const status = await statusOf(Number(port), 'attacker.example');
    expect([await statusOf(Number(port), `127.0.0.1:${port}`), status]).toEqual([200, 401]);
    await end();
    await desk.close();
  });

  it('goes behind a proxy only with accounts, whatever address it listens on', async () => {
    const desk = await deskIn(folder());
    await expect(served({ behindProxy: 1 }, desk)).rejects.toThrow(
      'a server behind a proxy can be reached by others, and this desk has no accounts',
    );
    await desk.close();
  });

  it('holds up by the address that the proxy saw, however that was forged', async () => {
    const desk = await deskIn(folder());
    const account = {
      ...{ name: 'ana', role: 'admin' as const, password: undefined },
      oidc: undefined,
    };
    const event = { at: desk.now(), by: 'local', action: 'added', account: 'ana' };
    await desk.store.saveAccount({
      ...{ was: undefined, event, endSessions: false },
      account: { ...account, createdAt: desk.now(), disabledAt: undefined },
    });
    const { address, end } = await served({ behindProxy: 1 }, desk);
    let tries = 0;
    const attempt = async (forwarded: string): Promise<number> => {
      const response = await fetch(`${address}/sign-in`, {
        method: 'POST',
        headers: { 'x-forwarded-for': forwarded, 'sec-fetch-site': 'same-origin' },
        // Another name each time, so that only the address is held up.
        body: new URLSearchParams({ name: `nobody${tries++}`, password: 'wrong', back: '/' }),
        redirect: 'manual',
      });
      await response.text();
      return response.status;
    };
    const statuses: number[] = [];
    for (let i = 0; i < 7; i++) statuses.push(await attempt(`203.0.113.${i}, 198.51.100.7`));
    expect(statuses.slice(0, 5)).not.toContain(429);
    expect(statuses.slice(5)).toEqual([429, 429]);
    expect(await attempt('198.51.100.7, 198.51.100.8')).not.toBe(429);
    const local = { 'x-forwarded-for': '127.0.0.1' };
    expect((await fetch(`${address}/api/status`, { headers: local })).status).toBe(401);
    await end();
    await desk.close();
  });

  it('ends at once beside a stream that is open', async () => {
    const desk = await deskIn(folder());
    const { address, end } = await served({}, desk);
    const stream = await fetch(`${address}/api/events`);
    const reader = stream.body!.getReader();
    await reader.read();
    const ended = end();
    expect((await reader.read()).done).toBe(true);
    await ended;
    await desk.close();
  });

  it.each(['0.0.0.0', '::', '192.0.2.1', 'desk.example'])(
    'listens on %s only with accounts',
    async (host) => {
      const desk = await deskIn(folder());
      await expect(served({ host }, desk)).rejects.toThrow(
        `${host} can be reached by others, and this desk has no accounts: make one first`,
      );
      await desk.close();
    },
  );

  it('says that the port is taken, and what to do', async () => {
    const desk = await deskIn(folder());
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    await expect(served({ port }, desk)).rejects.toThrow(
      `cannot listen on 127.0.0.1:${port}: the port is taken: end what listens there, or give another with --port`,
    );
    await new Promise((resolve) => other.close(resolve));
    await desk.close();
  });

  it('says how to begin where there is no desk', async () => {
    await expect(served({}, undefined)).rejects.toThrow('serve --example');
    expect(opened).toEqual([]);
  });

  it('makes the example once, beside no desk', async () => {
    const first = await served({ example: true }, undefined);
    const home = await (await fetch(`${first.address}/`)).text();
    await first.end();
    expect(first.lines[0]).toContain('Making the example');
    expect(existsSync(join(folder(), 'atalaya-demo', 'desk.sqlite'))).toBe(true);
    const second = await served({ example: true }, undefined);
    const { alerts } = (await (await fetch(`${second.address}/api/alerts`)).json()) as {
      alerts: { alert: { id: string } }[];
    };
    await second.end();
    expect(second.lines).toHaveLength(1);
    expect(opened).toEqual(['atalaya-demo', 'atalaya-demo']);
    const shown = alerts.filter(({ alert }) => home.includes(`/alerts/${alert.id}`));
    expect(shown.length).toBeGreaterThan(0);
  });
});

/** The status of the API for a request that names `host`, which `fetch` would not send. */
async function statusOf(port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, path: '/api/status', headers: { host } };
    request(options, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}
