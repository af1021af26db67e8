/** The door on the bundled example, with people that a header names instead of real accounts. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';
import type { Person, Role } from '../domain/people.ts';
import { demoOperation } from '../operations/demo.ts';
import { OPERATIONS } from '../operations/list.ts';
import type { Context } from '../operations/operation.ts';
import { PAGES } from '../pages/list.ts';
import { openDesk } from '../pipeline/desk.ts';
import { appOf } from './app.ts';
import type { SignInEnv } from './authority-port.ts';
import type { ApiProgram } from './program.ts';

export const ORIGIN = 'http://localhost:8420';
const EXAMPLE = fileURLToPath(new URL('../../example/articles', import.meta.url));
const CONSOLE = fileURLToPath(new URL('../../console', import.meta.url));
const NOW = Date.UTC(2025, 0, 1);

export const REMOTE = OPERATIONS.filter(({ remote }) => remote !== undefined);

export interface TestDoor {
  readonly program: ApiProgram;
  readonly app: ReturnType<typeof appOf>;
  /** What was logged, a line a request. */
  readonly lines: string[];
  /** The same desk behind another program. */
  readonly again: (change: Partial<ApiProgram>) => Pick<TestDoor, 'program' | 'app'>;
  readonly close: () => Promise<void>;
}

/** A person by the header `x-person: ROLE session|token|local`; nobody without it. */
function personIn(request: Request): Person | undefined {
  const [role, by] = (request.headers.get('x-person') ?? '').split(' ');
  if (role === undefined || role === '') return undefined;
  const name = by === 'local' ? 'local' : `${role}-one`;
  return {
    name,
    role: role as Role,
    by: by as Person['by'],
    csrf: by === 'session' ? csrfOf(role as Role) : undefined,
  };
}

export const csrfOf = (role: Role): string => `csrf of ${role}`;

/** Headers of a request by somebody. */
export function as(role: Role, by: Person['by'] = 'token'): Record<string, string> {
  return { 'x-person': `${role} ${by}` };
}

/** Opens the example, or an empty desk, in a folder of its own; `change` makes another program of it. */
export async function openTestDoor(
  change: Partial<ApiProgram> = {},
  holds: 'example' | 'nothing' = 'example',
): Promise<TestDoor> {
  const folder = await mkdtemp(join(tmpdir(), 'atalaya-api-'));
  const desk = await openDesk({ folder, now: () => NOW, detectLanguage: async () => 'en' });
  const context: Context = {
    ...{ desk, hasDesk: true, stdin: undefined, example: EXAMPLE, version: '0.0.0-test' },
    progress: { step: () => {}, tell: () => {} },
    by: 'local',
    interrupted: () => new AbortController().signal,
  };
  if (holds === 'example') await demoOperation.run({}, context);
  const lines: string[] = [];
  const program: ApiProgram = {
    operations: OPERATIONS,
    pages: PAGES,
    authority: { personOf: async (request) => personIn(request), signIn: new Hono<SignInEnv>() },
    desk,
    example: EXAMPLE,
    version: '0.0.0-test',
    watchFile: join(folder, 'watch.yaml'),
    assets: CONSOLE,
    invented: true,
    overTls: false,
    hosts: undefined,
    log: (line) => lines.push(line),
    ...change,
  };
  const again: TestDoor['again'] = (other) => {
    const changed = { ...program, ...other };
    return { program: changed, app: appOf(changed) };
  };
  return {
    ...again({}),
    lines,
    again,
    close: async () => {
      await desk.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
