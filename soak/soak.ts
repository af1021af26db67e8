/** One schedule after the other, each on a desk of its own, and each held against an undisturbed run. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Desk, openDesk } from '../src/pipeline/desk.ts';
import { ingest } from '../src/pipeline/ingest.ts';
import { work } from '../src/pipeline/work/worker.ts';
import { connect } from '../src/store/postgres/database.ts';
import { jobSchema } from '../src/store/postgres/queue.ts';
import type { Queue } from '../src/store/queue.ts';
import { Disturbed } from './disturbed.ts';
import { writeFiles } from './files.ts';
import { type Schedule, scheduleOf } from './schedule.ts';
import type { Server } from './server.ts';
import { differences, type State, stateOf } from './state.ts';

const NOW = Date.UTC(2025, 0, 1);

export interface Outcome {
  readonly schedule: Schedule;
  /** What is other than in the undisturbed run; nothing where all is well. */
  readonly wrong: readonly string[];
  readonly seconds: number;
}

/** Runs the schedules of the seeds, one after the other. */
export async function* soak(server: Server, seeds: Iterable<number>): AsyncGenerator<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'atalaya-soak-'));
  try {
    const files = writeFiles(folder);
    const undisturbed = await onDesk(server, join(folder, 'undisturbed'), 'soak_undisturbed', {
      files,
      before: async () => [],
    });
    for (const seed of seeds) {
      const began = Date.now();
      const schedule = scheduleOf(seed);
      const place = join(folder, `desk-${seed}`);
      const schema = `soak_${seed}`;
      const { state, defects } = await onDesk(server, place, schema, {
        files,
        before: async (database) => {
          const disturbed = new Disturbed({
            ...{ folder: place, database, schema, files, now: NOW, server },
          });
          await disturbed.suffer(schedule);
          return disturbed.defects.map(({ said }) => `a process ended with a defect: ${said}`);
        },
      });
      const wrong = [...defects, ...differences(state, undisturbed.state)];
      yield { schedule, wrong, seconds: (Date.now() - began) / 1000 };
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Run {
  readonly files: readonly string[];
  /** What befalls the desk before it is brought to its end in peace; gives defects. */
  readonly before: (database: string) => Promise<readonly string[]>;
}

async function onDesk(
  server: Server,
  folder: string,
  schema: string,
  { files, before }: Run,
): Promise<{ readonly state: State; readonly defects: readonly string[] }> {
  const database = `${server.url}?schema=${schema}`;
  mkdirSync(join(folder, 'archive'), { recursive: true });
  try {
    const defects = await before(database);
    const desk = await openDesk({
      folder,
      database,
      now: () => NOW,
      detectLanguage: async () => 'en',
    });
    const queue = await desk.openQueue!();
    try {
      await toItsEnd(desk, queue, files);
      return { state: await stateOf(desk), defects };
    } finally {
      await queue.close();
      await desk.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
    const db = connect(server.url);
    for (const name of [schema, jobSchema(schema)]) {
      await db.run(`DROP SCHEMA IF EXISTS ${name} CASCADE`);
    }
    await db.close();
  }
}

async function toItsEnd(desk: Desk, queue: Queue, files: readonly string[]): Promise<void> {
  await ingest(desk, files);
  const options = {
    signal: new AbortController().signal,
    once: true,
    warn: async () => {},
    tell: () => undefined,
    // Shorter, and it would take itself for silent on a busy machine.
    silence: 500,
  };
  await work(desk, queue, options);
  // What a poisoned reader left behind waits for a person, who says: again.
  const parked = await queue.parked(1000);
  for (const { id } of parked) await queue.unpark(id);
  if (parked.length > 0) await work(desk, queue, options);
}
