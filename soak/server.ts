/** The PostgreSQL of the soak. One of its own can be restarted; one that others use is only cut off from. */
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Server {
  /** As `DATABASE_URL` takes it. */
  readonly url: string;
  /** As after a crash: at once, without saying farewell. */
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

const DEBIAN = '/usr/lib/postgresql';

/** Starts one on loopback from the newest of Debian's packages; undefined where there is none. */
export async function ownServer(): Promise<Server | undefined> {
  if (!existsSync(DEBIAN)) return undefined;
  const newest = readdirSync(DEBIAN)
    .sort((a, b) => Number(a) - Number(b))
    .at(-1)!;
  const programs = join(DEBIAN, newest, 'bin');
  const place = mkdtempSync(join(tmpdir(), 'atalaya-soak-server-'));
  const data = join(place, 'data');
  chmodSync(place, 0o777);
  mkdirSync(data);
  const isRoot = process.getuid?.() === 0;
  if (isRoot) execFileSync('chown', ['postgres', data]);
  const run = (name: string, args: readonly string[]): void => {
    const command = [join(programs, name), ...args];
    const [program, ...rest] = isRoot ? ['runuser', '-u', 'postgres', '--', ...command] : command;
    execFileSync(program!, rest, { stdio: 'ignore', cwd: place });
  };
  run('initdb', ['-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--locale=C.UTF-8']);
  const port = await freePort();
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${place} -c max_connections=200`;
  const start = (): void =>
    run('pg_ctl', ['-D', data, '-w', '-l', join(place, 'log'), '-o', settings, 'start']);
  const halt = (): void => run('pg_ctl', ['-D', data, '-w', '-m', 'immediate', 'stop']);
  chmodSync(data, 0o700);
  start();
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    restart: async () => {
      halt();
      start();
    },
    stop: async () => {
      halt();
      rmSync(place, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
