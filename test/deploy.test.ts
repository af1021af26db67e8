/**
 * What a desk is deployed with: the image, the services of compose.yaml, the units of systemd, and docs/deploy.md.
 * Neither Docker nor systemd is asked: the image's file is read by a validator, the others by the rules of their
 * formats as far as we use them, and every command in them by the program's own list of operations.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { validate } from 'dockerfile-utils';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { serveOperation } from '../src/api/serve.ts';
import type { ServedView, ServeOptions } from '../src/api/serve-input.ts';
import { parseArguments } from '../src/cli/arguments.ts';
import { OPERATIONS } from '../src/operations/list.ts';
import type { Context, Operation } from '../src/operations/operation.ts';
import { deskIn, useFolder } from '../src/pipeline/desk.fixture.ts';
import { COMPOSE, DURATION, UNIT_DIRECTIVES } from './deploy-formats.ts';

const ROOT = resolve(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const PACKAGE = JSON.parse(read('package.json')) as {
  bin: { atalaya: string };
  files: string[];
};
const UNITS = ['deploy/atalaya.service', 'deploy/atalaya-worker.service'];

const serveOf = (options: Partial<ServeOptions>) =>
  serveOperation({ publicUrl: undefined, oidc: undefined, ...options } as ServeOptions);
const doors = [...OPERATIONS, serveOf({}) as unknown as Operation];

/** Throws where the program would refuse what stands behind its name. */
function checkCommand(argv: readonly string[]): void {
  const operation = doors.find(({ name }) => name === argv[0]);
  if (operation === undefined) throw new Error(`"${argv[0]}" is no command of the program`);
  const { input } = parseArguments(operation, argv.slice(1));
  operation.input.parse(input);
}

/** The instructions of the Dockerfile: word and rest, lines that go on joined. */
const INSTRUCTIONS = read('Dockerfile')
  .replace(/^#.*\n/gm, '')
  .replace(/\\\n/g, ' ')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => /^([A-Z]+)\s+(.*)$/.exec(line)!.slice(1) as [string, string]);
const LAST_STAGE = INSTRUCTIONS.slice(INSTRUCTIONS.findLastIndex(([word]) => word === 'FROM'));
const inLast = (word: string): string[] =>
  LAST_STAGE.filter(([one]) => one === word).map(([, rest]) => rest);
const HEALTH = JSON.parse(inLast('HEALTHCHECK')[0]!.replace(/^.*?CMD /, '')) as string[];

describe('the Dockerfile', () => {
  it('has nothing that its validator finds wrong', () => {
    expect(validate(read('Dockerfile'))).toEqual([]);
    expect(validate('FROM node:20\nHEALTHCHECK --interva=1s CMD ls\n')).not.toEqual([]);
  });

  it('names every base with a tag that is not latest', () => {
    const bases = INSTRUCTIONS.filter(([word]) => word === 'FROM').map(([, rest]) => rest);
    expect(bases.length).toBe(2);
    for (const base of bases) expect(base).toMatch(/^node:20-bookworm-slim(?: AS [a-z]+)?$/);
  });

  it('runs as nobody special, in the desk, and ends as the program ends', () => {
    expect(inLast('USER')).toEqual(['node']);
    expect(inLast('VOLUME')).toEqual(['/desk']);
    expect(inLast('WORKDIR').at(-1)).toBe('/desk');
    expect(inLast('STOPSIGNAL')).toEqual(['SIGTERM']);
    const user = LAST_STAGE.findIndex(([word]) => word === 'USER');
    expect(LAST_STAGE.slice(user).some(([word]) => ['RUN', 'COPY', 'ADD'].includes(word))).toBe(
      false,
    );
  });

  it('installs what the lock says, and leaves out what only development needs', () => {
    const runs = INSTRUCTIONS.filter(([word]) => word === 'RUN').map(([, rest]) => rest);
    expect(runs.some((run) => /^npm ci\b/.test(run))).toBe(true);
    expect(runs.some((run) => /npm run -s build && npm prune --omit=dev/.test(run))).toBe(true);
  });

  it('holds no secret', () => {
    for (const [word, rest] of INSTRUCTIONS.filter(([one]) => ['ENV', 'ARG'].includes(one))) {
      expect(`${word} ${rest}`).not.toMatch(/PASSWORD|SECRET|_KEY|TOKEN|DATABASE_URL/);
    }
  });

  it('copies all that the package is made of, each from what is there and let in', () => {
    const copied = inLast('COPY').map((rest) => rest.replace(/^--from=build \/app\//, ''));
    const targets = copied.map((rest) => rest.split(' ').at(-1)!.replace('./', ''));
    expect(targets).toEqual(expect.arrayContaining(PACKAGE.files));
    const letIn = [...read('.dockerignore').matchAll(/^!(.+)$/gm)].map((match) => match[1]!);
    expect(read('.dockerignore')).toMatch(/^\*$/m);
    const own = INSTRUCTIONS.filter(
      ([word, rest]) => word === 'COPY' && !rest.startsWith('--from'),
    );
    for (const source of own.flatMap(([, rest]) => rest.split(' ').slice(0, -1))) {
      expect(existsSync(join(ROOT, source)), source).toBe(true);
      expect(letIn, source).toContain(source.split('/')[0]);
    }
    for (const name of letIn) expect(existsSync(join(ROOT, name)), name).toBe(true);
  });

  it('runs commands that there are', () => {
    const [node, main] = JSON.parse(inLast('ENTRYPOINT')[0]!) as string[];
    expect([node, main]).toEqual(['node', `/app/${PACKAGE.bin.atalaya}`]);
    const command = JSON.parse(inLast('CMD')[0]!) as string[];
    expect(() => checkCommand(command)).not.toThrow();
    expect(() => checkCommand([...command, '--no-such-flag'])).toThrow(/no-such-flag/);
    expect(() => checkCommand(['no-such-command'])).toThrow(/is no command/);
  });

  it('names the port that is listened on where nothing is said', () => {
    const { port } = serveOf({}).input.parse({});
    expect(inLast('EXPOSE')).toEqual([String(port)]);
    expect(HEALTH.at(-1)).toContain(`http://127.0.0.1:${port}/health/live`);
  });
});

interface Service {
  readonly image: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly volumes?: readonly string[];
  readonly ports?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: Readonly<Record<string, unknown>>;
  readonly restart: string;
  readonly mem_limit: string;
  readonly [field: string]: unknown;
}
interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, null>>;
}
const compose = parse(read('compose.yaml'), { merge: false }) as Compose;
const services = Object.entries(compose.services);

describe('compose.yaml', () => {
  it('has fields that the specification knows, each of its shape', () => {
    expect(COMPOSE.safeParse(compose).error?.issues).toBeUndefined();
    const wrong = structuredClone(compose) as unknown as { services: { db: object } };
    Object.assign(wrong.services.db, { mem_limits: '2g' });
    expect(COMPOSE.safeParse(wrong).success).toBe(false);
    expect(Object.keys(compose.services)).toEqual(['server', 'worker', 'db']);
  });

  it.each(services)('%s waits for services that can say that they are well', (_name, service) => {
    for (const [name, { condition }] of Object.entries(service.depends_on ?? {})) {
      const test = compose.services[name]?.healthcheck?.['test'];
      if (condition === 'service_healthy') expect(test, name).toBeDefined();
    }
  });

  it.each(services)(
    '%s mounts volumes that are declared, and no folder of the machine',
    (_n, s) => {
      for (const volume of s.volumes ?? []) {
        expect(Object.keys(compose.volumes)).toContain(volume.split(':')[0]);
      }
    },
  );

  it('mounts every volume that is declared', () => {
    const used = services.flatMap(([, s]) => (s.volumes ?? []).map((one) => one.split(':')[0]!));
    expect([...new Set(used)].sort()).toEqual(Object.keys(compose.volumes).sort());
  });

  it.each(services)('%s is given settings that are read, and no password of ours', (name, s) => {
    const ours = [...read('src/config.ts').matchAll(/^ {2}([A-Z_]+):/gm)].map((m) => m[1]!);
    const postgres = ['POSTGRES_USER', 'POSTGRES_DB', 'POSTGRES_PASSWORD'];
    const known = name === 'db' ? postgres : ours;
    for (const [setting, value] of Object.entries(s.environment ?? {})) {
      expect(known).toContain(setting);
      // Compose refuses to start where a variable with `:?` is not set.
      if (/PASSWORD|DATABASE_URL/.test(setting)) {
        expect(value).toMatch(
          /^(?:postgres:\/\/atalaya:)?\$\{POSTGRES_PASSWORD:\?[^}]+\}(?:@db\/atalaya)?$/,
        );
      }
    }
  });

  it('publishes ports to this machine alone, and none of the database', () => {
    const ports = services.flatMap(([, { ports: given }]) => given ?? []);
    expect(ports).toEqual(['127.0.0.1:8420:8420']);
    expect(compose.services['db']!.ports).toBeUndefined();
  });

  it.each(services)('%s comes back by itself and has its bounds', (_name, service) => {
    expect(service.restart).toBe('unless-stopped');
    expect(service.mem_limit).toMatch(/^\d+[mg]$/);
  });

  it.each(services.filter(([, { command }]) => command !== undefined))(
    '%s runs a command that there is',
    (_name, { command }) => {
      expect(() => checkCommand(command!)).not.toThrow();
    },
  );
});

/** Sections of a unit file in order, each with its directives in order; throws for any other line. */
function readUnit(text: string): Map<string, [string, string][]> {
  const sections = new Map<string, [string, string][]>();
  let current: [string, string][] | undefined;
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const section = /^\[(\w+)\]$/.exec(line)?.[1];
    const [, name, value] = /^([A-Za-z]+)=(.*)$/.exec(line) ?? [];
    if (section !== undefined) {
      if (sections.has(section)) throw new Error(`${section} stands twice`);
      current = [];
      sections.set(section, current);
    } else if (name === undefined || current === undefined)
      throw new Error(`no directive: ${line}`);
    else current.push([name, value!]);
  }
  return sections;
}

describe.each(UNITS)('%s', (path) => {
  const unit = readUnit(read(path));
  const service = new Map(unit.get('Service'));

  it('has sections and directives that systemd knows, each once and where it belongs', () => {
    expect([...unit.keys()]).toEqual(['Unit', 'Service', 'Install']);
    for (const [section, directives] of unit) {
      const names = directives.map(([name]) => name);
      expect(new Set(names).size).toBe(names.length);
      for (const [name, value] of directives) {
        const known = UNIT_DIRECTIVES[section]?.[name];
        expect(known, `${section}: ${name}`).toBeDefined();
        expect(value, name).toMatch(known!);
      }
    }
    expect(() => readUnit('[Unit]\nno directive\n')).toThrow();
  });

  it('is hardened', () => {
    expect(service.get('User')).toBe('atalaya');
    expect(service.get('ProtectSystem')).toBe('strict');
    expect(service.get('NoNewPrivileges')).toBe('yes');
    expect(service.get('CapabilityBoundingSet')).toBe('');
    expect(service.get('MemoryMax')).toMatch(/^\d+G$/);
    // What is kept stands where systemd lets it be written.
    expect(service.get('WorkingDirectory')).toBe(`/var/lib/${service.get('StateDirectory')}`);
    expect(service.get('Environment')).toContain(`ATALAYA_DESK=${service.get('WorkingDirectory')}`);
  });

  it('runs a command that there is', () => {
    const [node, main, ...argv] = service.get('ExecStart')!.split(' ');
    expect(node).toBe('/usr/bin/node');
    expect(main).toBe(`/opt/atalaya/${PACKAGE.bin.atalaya}`);
    expect(() => checkCommand(argv)).not.toThrow();
  });
});

describe('durations', () => {
  it('are such as compose takes', () => {
    expect('30s').toMatch(DURATION);
    expect('30').not.toMatch(DURATION);
  });
});

describe('docs/deploy.md', () => {
  const text = read('docs/deploy.md');

  it('shows commands that there are', () => {
    // Behind the program's name, or behind the service that runs it.
    const named = /(?:(?<![-.\w/])atalaya|docker compose run (?:--rm|-d) server) ([a-z]+[^`\n]*)/g;
    const commands = [...text.matchAll(named)]
      .map((match) => match[1]!)
      .filter((one) => doors.some(({ name }) => name === one.split(' ')[0]) || / --/.test(one));
    expect(commands.map((one) => one.split(' ')[0]).sort()).toEqual([
      'account',
      'account',
      'account',
      'ingest',
      'jobs',
      'serve',
      'serve',
      'watch',
      'watch',
    ]);
    for (const command of commands) expect(() => checkCommand(command.split(/\s+/))).not.toThrow();
  });

  it('names the files that there are', () => {
    for (const path of [...UNITS, 'Dockerfile', 'compose.yaml']) expect(text).toContain(path);
  });
});

describe('a server as it is deployed', () => {
  const folder = useFolder();
  /** The exit code of the image's own check, of another port. */
  const checked = (port: string): Promise<number> =>
    new Promise((done) => {
      const script = HEALTH[2]!.replace(':8420/', `:${port}/`);
      spawn(process.execPath, ['-e', script], { stdio: 'ignore' }).on('close', (code) =>
        done(code ?? -1),
      );
    });

  it('is well by the check of its image while it runs, logs in JSON, and gives the metrics of the docs', async () => {
    const desk = await deskIn(folder());
    const interrupt = new AbortController();
    const lines: string[] = [];
    let listens: (line: string) => void = () => {};
    const listening = new Promise<string>((done) => {
      listens = done;
    });
    const tell = (line: string): void => {
      lines.push(line);
      listens(line);
    };
    const context = {
      ...{ desk, hasDesk: true, stdin: undefined, example: '', version: '0.0.0-test', by: 'local' },
      progress: { step: () => {}, tell },
      interrupted: () => interrupt.signal,
    } as Context;
    const serve = serveOf({ assets: join(ROOT, 'console') });
    const run: Promise<ServedView> = serve.run(
      serve.input.parse({ port: 0, log: 'json' }),
      context,
    );
    const port = /127\.0\.0\.1:(\d+)/.exec(await listening)![1]!;
    const healthy = await checked(port);
    const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    interrupt.abort();
    await run;
    await desk.close();
    expect(HEALTH.slice(0, 2)).toEqual(['node', '-e']);
    expect([healthy, await checked(port)]).toEqual([0, 1]);
    const entries = lines.map((line) => JSON.parse(line) as { kind: string; route?: string });
    expect(entries.map(({ kind, route }) => route ?? kind)).toEqual([
      'message',
      '/health/live',
      '/metrics',
    ]);
    const given = [...metrics.matchAll(/^# TYPE (\S+)/gm)].map((match) => match[1]!);
    const table = read('docs/deploy.md').split('## Metrics')[1]!.split('## Logs')[0]!;
    const listed = [...table.matchAll(/^\| `([a-z_0-9]+)`/gm)].map((match) => match[1]!);
    expect(given.length).toBeGreaterThan(10);
    // A desk without sources or refusals has no samples of these.
    const empty = ['atalaya_items_refused', 'atalaya_sources'];
    expect([...given, ...empty].sort()).toEqual([...listed].sort());
  });
});
