/**
 * Locks of a desk on PostgreSQL: an advisory lock of a session that does nothing else, which the server drops
 * with the session, however that ends, and whatever machine it was on. Who holds it is the session's name.
 */
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { settingsOf } from './database.ts';

/** Which lock of a desk. The numbers are the lock's class on the server. */
const CLASSES = { writer: 461_120_241, watch: 461_120_242, trace: 461_120_243 } as const;
export type LockName = keyof typeof CLASSES;

const POLL_MS = 50;

export interface DatabaseLock {
  readonly release: () => void;
}

/** Another session holds the lock: who, as far as the server tells. */
export interface Holder {
  readonly holder: string;
}

/** Takes a lock, or tells who holds it after `patienceMs` milliseconds. */
export async function lockDatabase(
  url: string,
  name: LockName,
  task: string,
  patienceMs: number,
): Promise<DatabaseLock | Holder> {
  const { schema = 'public', ...settings } = settingsOf(url);
  const who = `${task} (process ${process.pid} on ${hostname()})`.slice(0, 63);
  const client = new pg.Client({ ...settings, application_name: who });
  // A session that breaks has lost its lock; the next statement of its task meets the broken server, too.
  client.on('error', () => undefined);
  await client.connect();
  const key = [CLASSES[name], schema];
  for (let waited = 0; ; waited += POLL_MS) {
    const { rows } = await client.query<{ taken: boolean }>(
      'SELECT pg_try_advisory_lock($1, hashtext($2)) AS taken',
      key,
    );
    if (rows[0]!.taken) return { release: () => void client.end().catch(() => undefined) };
    if (waited >= patienceMs) break;
    await sleep(POLL_MS);
  }
  const { rows } = await client.query<{ holder: string }>(
    `SELECT application_name AS holder FROM pg_locks JOIN pg_stat_activity USING (pid)
     WHERE locktype = 'advisory' AND granted AND classid = $1
       AND objid = (hashtext($2)::bigint & 4294967295)::oid AND pg_locks.database =
         (SELECT oid FROM pg_database WHERE datname = current_database())`,
    key,
  );
  await client.end();
  return { holder: rows[0]?.holder || 'another process' };
}
