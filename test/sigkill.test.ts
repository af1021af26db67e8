/**
 * A crash at any instant loses nothing: an ingest with its trace is killed with SIGKILL again and again,
 * then run to its end, and the desk must be that of an undisturbed run, row for row and byte for byte.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeskDump, dumpDesk, NOW, prose } from '../src/pipeline/desk.fixture.ts';

const CHILD = fileURLToPath(new URL('./ingest-child.ts', import.meta.url));
const ROWS = 2600;
const KILLS = 10;
/** Done beside each other: a lane works on one desk at a time. */
const LANES = ['a', 'b'];
/** About 15 s on two idle cores; a busy machine may take its time. Milliseconds. */
const PATIENCE = 240_000;

let folder: string;
let input: string;
let undisturbed: DeskDump;
/** From the child's first word to its end, in milliseconds. */
let duration: number;
const running = new Set<ChildProcess>();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'atalaya-sigkill-'));
  input = join(folder, 'input.jsonl');
  writeFileSync(input, Array.from({ length: ROWS }, (_, i) => line(i)).join(''));
  const desk = join(folder, 'undisturbed');
  const child = await start(desk);
  const began = performance.now();
  expect(await ended(child)).toBe('ended');
  duration = performance.now() - began;
  undisturbed = dumpDesk(desk);
}, PATIENCE);
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** Articles, with broken lines, repeated bytes, and the same article from other bytes. */
function line(i: number): string {
  const source = i % 11 === 10 ? i - 7 : i;
  const article = {
    url: `https://outlet${source % 40}.example/${source}`,
    title: `Title ${source}`,
    text: prose(source, 25),
    published: source % 13 === 0 ? undefined : `2024-09-${10 + (source % 20)}T10:00:00Z`,
  };
  if (i % 17 === 5) return `{"text": "broken ${i % 170}\n`;
  if (i % 23 === 22) return `${JSON.stringify({ ...article, extra: i })}\n`;
  return `${JSON.stringify(article)}\n`;
}

/** Starts an ingest and waits until it is about to read. */
async function start(desk: string, death = ''): Promise<ChildProcess> {
  const args = ['--import', 'tsx', CHILD, desk, String(NOW), input, death];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  running.add(child);
  await once(child.stdout!, 'data');
  return child;
}

/** How a child ended: killed, or by itself and well. */
async function ended(child: ChildProcess): Promise<'killed' | 'ended'> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  running.delete(child);
  if (child.signalCode === 'SIGKILL') return 'killed';
  expect(child.exitCode).toBe(0);
  return 'ended';
}

async function killAfter(desk: string, milliseconds: number): Promise<'killed' | 'ended'> {
  const child = await start(desk);
  const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds);
  const end = await ended(child);
  clearTimeout(timer);
  return end;
}

const finish = async (desk: string): Promise<'killed' | 'ended'> => ended(await start(desk));

/** Numbers in [0, 1), the same in every run. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return (state >>> 0) / 2 ** 32;
  };
}

describe('an undisturbed run', () => {
  it('needs several batches and meets every kind of item', () => {
    const fates = undisturbed.tables['item']!.map((item) => (item as { fate: string }).fate);
    expect(fates).toHaveLength(ROWS);
    expect(new Set(fates)).toEqual(new Set(['article', 'same-article', 'same-bytes', 'refused']));
  });
});

describe('SIGKILL', () => {
  it(
    `at ${KILLS} random instants changes nothing in the end`,
    async () => {
      const kills = await Promise.all(
        LANES.map((lane) => killAtRandom(lane, KILLS / LANES.length)),
      );
      expect(kills).toEqual(LANES.map(() => KILLS / LANES.length));
    },
    PATIENCE,
  );

  it(
    'between archiving and committing, and just after, changes nothing',
    async () => {
      const desk = join(folder, 'between');
      const archive = join(desk, 'archive');
      for (const death of ['append:1', 'save:1', 'append:2']) {
        expect(await ended(await start(desk, death))).toBe('killed');
        const [file] = readdirSync(archive);
        expect(statSync(join(archive, file!)).size).toBeGreaterThan(0);
        // What a crash in the middle of a write leaves: half a record.
        appendFileSync(join(archive, file!), 'half a record');
      }
      expect(await finish(desk)).toBe('ended');
      expect(dumpDesk(desk)).toEqual(undisturbed);
    },
    PATIENCE,
  );
});

/** Kills until that was done `wanted` times, at instants spread over the whole duration. */
async function killAtRandom(lane: string, wanted: number): Promise<number> {
  const random = chance(lane.charCodeAt(0));
  let kills = 0;
  let pace = 1;
  for (let n = 0; kills < wanted; n++) {
    const desk = join(folder, `${lane}-${n}`);
    const instant = (): number => ((kills + random()) / wanted) * duration * pace;
    let end = await killAfter(desk, instant());
    // Faster today than when it was measured: an instant after the end is none.
    if (end === 'ended') pace *= 0.7;
    // One desk is killed once, the next again and again before it may end.
    while (end === 'killed') {
      kills++;
      const again = kills < wanted && random() < 0.8;
      end = again ? await killAfter(desk, instant()) : await finish(desk);
    }
    expect(dumpDesk(desk)).toEqual(undisturbed);
    rmSync(desk, { recursive: true });
  }
  return kills;
}
