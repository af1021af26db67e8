/** The program as its users run it, in processes of its own: what they say, how much memory they hold. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** What is built; `npm run build` makes it. */
export const BUILT: readonly string[] = [
  fileURLToPath(new URL('../dist/main.js', import.meta.url)),
];

export interface Place {
  readonly folder: string;
  readonly database: string | undefined;
}

export interface Started {
  readonly child: ChildProcess;
  /** The end of what it said. */
  readonly said: () => string;
  /** Lines that told of defects, from the first on. */
  readonly defects: () => readonly string[];
}

/** How a run of a command went. */
export interface Ran {
  readonly answer: string;
  /** Seconds from its start to its end. */
  readonly seconds: number;
  /** Most memory that it was seen to hold. */
  readonly peakMb: number;
}

/** Between two looks at a process's memory, in milliseconds. */
const LOOK = 50;

const DEFECT = /^.*(?:Unhandled|Error:|\bat .+:\d+:\d+).*$/gm;

/** Begins a command of the program that is built, or from its sources. */
export function start(program: readonly string[], argv: readonly string[], place: Place): Started {
  const { DATABASE_URL: _, ...rest } = process.env;
  const env = place.database === undefined ? rest : { ...rest, DATABASE_URL: place.database };
  const child = spawn(process.execPath, [...program, ...argv, '--desk', place.folder], {
    env,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let said = '';
  const defects: string[] = [];
  for (const stream of [child.stdout!, child.stderr!]) {
    stream.on('data', (piece: Buffer) => {
      said = `${said}${piece}`.slice(-20_000);
      defects.push(...(String(piece).match(DEFECT) ?? []));
    });
  }
  return { child, said: () => said, defects: () => defects };
}

/** Runs a command to its end; gives its answer, and throws where it fails. */
export async function run(
  program: readonly string[],
  argv: readonly string[],
  place: Place,
  input = '',
): Promise<string> {
  return (await measured(program, argv, place, input)).answer;
}

/** The same, with time and memory. */
export async function measured(
  program: readonly string[],
  argv: readonly string[],
  place: Place,
  input = '',
): Promise<Ran> {
  const began = performance.now();
  const { child, said } = start(program, argv, place);
  let answer = '';
  child.stdout!.on('data', (piece: Buffer) => {
    answer += piece;
  });
  let peakMb = 0;
  const looking = setInterval(() => {
    peakMb = Math.max(peakMb, residentMb(child.pid!) ?? 0);
  }, LOOK);
  child.stdin!.end(input);
  const code = await new Promise((resolve) => child.once('close', resolve));
  clearInterval(looking);
  if (code !== 0) throw new Error(`${argv.join(' ')} ended with ${String(code)}: ${said()}`);
  return { answer, seconds: (performance.now() - began) / 1000, peakMb };
}

/** Waits until it answers. */
export async function answering(origin: string, { child, said }: Started): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (child.exitCode !== null) throw new Error(`the server ended: ${said()}`);
    const response = await fetch(`${origin}/health/ready`).catch(() => undefined);
    if (response?.ok) return;
    await sleep(100);
  }
  throw new Error(`the server does not answer: ${said()}`);
}

/** Signs in with a password; the session's cookie. */
export async function signIn(origin: string, name: string, password: string): Promise<string> {
  const response = await fetch(`${origin}/sign-in`, {
    method: 'POST',
    body: new URLSearchParams({ name, password }),
    headers: { 'sec-fetch-site': 'same-origin', origin },
    redirect: 'manual',
  });
  const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]!);
  if (cookies.length === 0) throw new Error(`signing in was answered with ${response.status}`);
  return cookies.join('; ');
}

/** Megabytes that a process holds; undefined where it is gone. */
export function residentMb(pid: number): number | undefined {
  try {
    const kb = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kb === undefined ? undefined : Number(kb) / 1024;
  } catch {
    return undefined;
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
