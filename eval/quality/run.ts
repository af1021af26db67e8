/** Runs a measure as whoever reads the page would, in a process of its own, and takes its last line. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Answered, Entry } from './entry.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** What eval says where there is no data. */
const ABSENT = 3;
/** Of what a command said on its error stream, so much is told of why it failed. */
const REASON = 300;

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export type Run = (program: string, argv: readonly string[]) => Promise<Ended>;

/** Measures one entry; `data` is the folder that `DATA` stands for. */
export async function measure(entry: Entry, data: string, run: Run = runHere): Promise<Answered> {
  if (entry.unpack === undefined) return answerOf(await run('npm', argvOf(entry, data)));
  const folder = await mkdtemp(join(tmpdir(), 'atalaya-quality-'));
  try {
    const { code } = await run('tar', ['-xf', join(data, entry.unpack), '-C', folder]);
    if (code !== 0) return { kind: 'absent' };
    return answerOf(await run('npm', argvOf(entry, folder)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function argvOf({ command: [script, ...rest] }: Entry, data: string): string[] {
  const own = rest.map((word) => word.replace(/^DATA\b/, data));
  return ['run', '-s', script, '--', ...own, '--json'];
}

function answerOf({ code, out, err }: Ended): Answered {
  if (code === ABSENT) return { kind: 'absent' };
  const last = out.trimEnd().split('\n').at(-1) ?? '';
  if (code === 0) {
    try {
      return { kind: 'measured', figures: JSON.parse(last) };
    } catch {
      return { kind: 'failed', reason: 'its last line is no JSON' };
    }
  }
  const said = err.trim().split('\n').at(-1)?.slice(0, REASON) ?? '';
  return {
    kind: 'failed',
    reason: `it ended with ${String(code)}${said === '' ? '' : `: ${said}`}`,
  };
}

/** Its output is held whole: a table and a line. */
function runHere(program: string, argv: readonly string[]): Promise<Ended> {
  const child = spawn(program, argv, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, err] = ['', ''];
  child.stdout.on('data', (piece: Buffer) => {
    out += piece;
  });
  child.stderr.on('data', (piece: Buffer) => {
    err += piece;
  });
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: null, out, err: error.message }));
    child.once('close', (code) => resolve({ code, out, err }));
  });
}
