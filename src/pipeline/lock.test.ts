import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connect } from '../store/postgres/database.ts';
import { newDatabase, SERVER, type TestDatabase } from '../store/postgres/server.fixture.ts';
import { useFolder } from './desk.fixture.ts';
import { lockDesk, lockTrace, lockWatch } from './lock.ts';

const folder = useFolder();
const HOLDER = fileURLToPath(new URL('./lock-holder.fixture.ts', import.meta.url));

let child: ChildProcess | undefined;
afterEach(() => {
  child?.kill('SIGKILL');
  child = undefined;
});

/** Starts another process and waits until it holds the lock. */
async function holdElsewhere(): Promise<ChildProcess> {
  child = spawn(process.execPath, ['--import', 'tsx', HOLDER, folder()], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout!, 'data');
  return child;
}

describe('lockDesk', () => {
  it('refuses a second writer and names the first', async () => {
    const lock = await lockDesk({ folder: folder() }, 'ingest');
    await expect(lockDesk({ folder: folder() }, 'trace', 0)).rejects.toThrow(
      `the desk in ${folder()} is being written by ingest (process ${process.pid}): wait until it is done`,
    );
    lock.release();
  });

  it('is free again once it is released', async () => {
    (await lockDesk({ folder: folder() }, 'ingest', 0)).release();
    (await lockDesk({ folder: folder() }, 'trace', 0)).release();
  });

  it('waits for a writer of the same process without stopping it', async () => {
    const lock = await lockDesk({ folder: folder() }, 'ingest');
    const second = lockDesk({ folder: folder() }, 'trace');
    setTimeout(lock.release, 120);
    (await second).release();
  });

  it('locks one desk, not another', async () => {
    const other = join(folder(), 'other');
    mkdirSync(other);
    const locks = [
      await lockDesk({ folder: folder() }, 'ingest', 0),
      await lockDesk({ folder: other }, 'ingest', 0),
    ];
    for (const lock of locks) lock.release();
  });

  it('names the process that holds it, and is free when that process is killed', async () => {
    const holder = await holdElsewhere();
    await expect(lockDesk({ folder: folder() }, 'trace', 0)).rejects.toThrow(
      `is being written by a long ingest (process ${holder.pid})`,
    );
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    (await lockDesk({ folder: folder() }, 'trace', 0)).release();
  });

  it('says what to do with a lock file that is none', async () => {
    const path = join(folder(), 'writer.lock');
    writeFileSync(path, 'not a database at all, although it stands in its place'.repeat(20));
    await expect(lockDesk({ folder: folder() }, 'ingest', 0)).rejects.toThrow(
      `the writer lock ${path} cannot be used: remove it and try again`,
    );
  });
});

describe.skipIf(SERVER === undefined)('lockDesk on PostgreSQL', () => {
  let database: TestDatabase;
  beforeEach(() => {
    database = newDatabase();
  });
  afterEach(() => database.drop());
  const place = () => ({ folder: folder(), database: database.url });
  const otherMachine = () => {
    mkdirSync(join(folder(), 'other machine'), { recursive: true });
    return { folder: join(folder(), 'other machine'), database: database.url };
  };

  it('refuses a second writer, of another folder too, and names the first', async () => {
    const lock = await lockDesk(place(), 'ingest');
    const elsewhere = otherMachine();
    await expect(lockDesk(elsewhere, 'trace', 0)).rejects.toThrow(
      `the desk is being written by ingest (process ${process.pid} on `,
    );
    (await lockWatch(place(), 'watch')).release();
    lock.release();
    (await lockDesk(elsewhere, 'trace')).release();
  });

  it('has a trace beside a writer, and no second trace', async () => {
    const writer = await lockDesk(place(), 'ingest', 0);
    const trace = await lockTrace(place(), 'trace');
    await expect(lockTrace(place(), 'by hand')).rejects.toThrow(
      `the desk is being traced by trace (process ${process.pid} on `,
    );
    for (const lock of [writer, trace]) lock.release();
  }, 20_000);

  it('locks one desk of a server, not another', async () => {
    const other = newDatabase();
    const lock = await lockDesk(place(), 'ingest', 0);
    (await lockDesk({ ...otherMachine(), database: other.url }, 'ingest', 0)).release();
    lock.release();
  });

  it('is free when the session ends, however that is, but for the folder that is still written to', async () => {
    const first = await lockDesk(place(), 'ingest', 0);
    const server = connect(SERVER!);
    await server.run(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name LIKE 'ingest (process ${process.pid} %'`,
    );
    await server.close();
    (await lockDesk(otherMachine(), 'trace')).release();
    await expect(lockDesk(place(), 'trace', 200)).rejects.toThrow(
      `the desk in ${folder()} is being written by ingest (process ${process.pid})`,
    );
    // The server's lock is not kept by who could not have the folder's.
    (await lockDesk(otherMachine(), 'trace')).release();
    first.release();
    (await lockDesk(place(), 'trace', 0)).release();
  });
});
