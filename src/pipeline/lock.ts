/**
 * One writer at a time, and one watch. On PostgreSQL the server keeps the locks; a writer holds the folder's as well,
 * since its session may be cut while it appends to the archive there, and the next one must not begin before it ends.
 * On SQLite a lock is an open exclusive transaction on a little database of its own:
 * the operating system drops it with the process, however that ends, so no stale lock is left
 * behind by a crash. Who holds it stands in a text file beside it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import type { LockName } from '../store/postgres/lock.ts';
import type { DeskPlace } from './desk-place.ts';

/** How long a writer waits for another one. */
const PATIENCE_MS = 10_000;
const POLL_MS = 50;

/** Another process holds the lock. */
export class LockHeld extends Error {}

export interface WriterLock {
  readonly release: () => void;
}

/** Takes the desk's writer lock; throws, naming the holder, if it is not free within ten seconds. */
export function lockDesk(
  place: DeskPlace,
  task: string,
  patienceMs = PATIENCE_MS,
): Promise<WriterLock> {
  return take(place, { name: 'writer', doing: 'written', task, patienceMs });
}

/**
 * Takes the lock of the one trace; throws, naming the holder, if it is not free within ten seconds. On PostgreSQL a
 * trace and a writer do not hinder each other: it traces the articles that there are when it begins. SQLite has one
 * writer at a time, and there it is the writer's lock.
 */
export function lockTrace(place: DeskPlace, task: string): Promise<WriterLock> {
  if (place.database === undefined) return lockDesk(place, task);
  return take(place, { name: 'trace', doing: 'traced', task, patienceMs: PATIENCE_MS });
}

/** Takes the lock of the one watch that a desk has at a time; throws, naming the holder, at once. */
export function lockWatch(place: DeskPlace, task: string): Promise<WriterLock> {
  return take(place, { name: 'watch', doing: 'watched', task, patienceMs: 0 });
}

interface Wanted {
  readonly name: LockName;
  readonly doing: string;
  readonly task: string;
  readonly patienceMs: number;
}

async function take({ folder, database }: DeskPlace, wanted: Wanted): Promise<WriterLock> {
  if (database === undefined) return takeNamed(folder, wanted);
  const { name, doing, task, patienceMs } = wanted;
  const { lockDatabase } = await import('../store/postgres/lock.ts');
  const lock = await lockDatabase(database, name, task, patienceMs);
  if (!('release' in lock)) {
    throw new LockHeld(`the desk is being ${doing} by ${lock.holder}: wait until it is done`);
  }
  return name === 'writer' ? withFolder(lock, folder, wanted) : lock;
}

async function withFolder(server: WriterLock, folder: string, wanted: Wanted): Promise<WriterLock> {
  try {
    const own = await takeNamed(folder, wanted);
    return {
      release: () => {
        own.release();
        server.release();
      },
    };
  } catch (error) {
    server.release();
    throw error;
  }
}

async function takeNamed(
  folder: string,
  { name, doing, task, patienceMs }: Wanted,
): Promise<WriterLock> {
  const holder = join(folder, `${name}.txt`);
  const path = join(folder, `${name}.lock`);
  const db = new Database(path, { timeout: 0 });
  try {
    await takeLock(db, patienceMs);
  } catch (cause) {
    db.close();
    if (!isBusy(cause)) {
      throw new Error(`the ${name} lock ${path} cannot be used: remove it and try again`, {
        cause,
      });
    }
    const reason = `the desk in ${folder} is being ${doing} by ${holderIn(holder)}: wait until it is done`;
    throw new LockHeld(reason, { cause });
  }
  writeFileSync(holder, `${task} (process ${process.pid})\n`);
  return {
    release: () => {
      db.exec('ROLLBACK');
      db.close();
    },
  };
}

/** Asks again and again: a wait inside SQLite would stop the whole process, the holder with it. */
async function takeLock(db: Database.Database, patienceMs: number): Promise<void> {
  for (let waited = 0; ; waited += POLL_MS) {
    try {
      db.exec('BEGIN EXCLUSIVE');
      return;
    } catch (error) {
      if (!isBusy(error) || waited >= patienceMs) throw error;
    }
    await sleep(POLL_MS);
  }
}

const isBusy = (error: unknown): boolean =>
  error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY';

function holderIn(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return 'another process';
  }
}
