/** The queue on PostgreSQL: pg-boss for jobs, leases, retries and the parking place; workers are ours. */
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import PgBoss from 'pg-boss';
import type {
  JobData,
  ParkedJob,
  Queue,
  QueueCounts,
  QueueName,
  TakenJob,
  WorkerRow,
} from '../queue.ts';
import { QUEUES } from '../queue.ts';
import { connect, type Database, type Sql, type SqlValue, settingsOf } from './database.ts';
import { setSetting } from './ingest.ts';

/** Where jobs stand that were tried as often as they may be. */
const PARKED = 'parked';
/** Seconds after which a job goes back, should its worker be heard of and yet never end. */
const LEASE = { read: 600, compute: 600, trace: 6 * 3600, warn: 3600 } as const;
const RETRIES = { retryLimit: 3, retryDelay: 2, retryBackoff: true } as const;
const YEARS = { retentionDays: 3650 } as const;

/** Any number that no other program on that database takes. */
const MAKE_LOCK = 4_611_202_421;
/** What PostgreSQL calls a deadlock. */
const DEADLOCK = '40P01';
const MAKE_TRIES = 5;

/** Opens the queue of the desk at `url`, whose tables are made already; `supervises`: keeps it in order, too. */
export async function openQueue(url: string, supervises = false): Promise<Queue> {
  const { schema = 'public', connectionString } = settingsOf(url);
  const boss = new PgBoss({
    ...{ connectionString: connectionString!, schema: jobSchema(schema), max: 3 },
    ...{ application_name: 'atalaya queue', supervise: supervises, schedule: false },
    ...{ maintenanceIntervalSeconds: 30, archiveCompletedAfterSeconds: 3600 },
  });
  const database = connect(url);
  // A statement that fails throws where it was asked; what remains is of the library's own upkeep.
  boss.on('error', () => undefined);
  await boss.start();
  await makeQueues(boss, database);
  return {
    ...jobs(boss, database),
    ...parking(boss, database, jobSchema(schema)),
    ...workers(boss, database),
    ...bytes(database),
    close: async () => {
      await boss.stop({ graceful: false });
      await database.close();
    },
  };
}

/**
 * Makes the queues that are not there yet, one process at a time: two that make one deadlock on the library's own
 * tables. A process that was killed holds no lock and yet its statement may still run, so a deadlock is tried again.
 */
async function makeQueues(boss: PgBoss, database: Database): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await database.transaction(async (sql) => {
        await sql.rows('SELECT pg_advisory_xact_lock($1)', [MAKE_LOCK]);
        await makeMissing(boss);
      });
    } catch (error) {
      const deadlocked = error instanceof Error && 'code' in error && error.code === DEADLOCK;
      if (!deadlocked || tries === MAKE_TRIES) throw error;
    }
  }
}

async function makeMissing(boss: PgBoss): Promise<void> {
  const made = new Set((await boss.getQueues()).map(({ name }) => name));
  if (!made.has(PARKED)) await boss.createQueue(PARKED, { name: PARKED, ...YEARS });
  for (const name of QUEUES) {
    if (made.has(name)) continue;
    const policy = name === 'trace' || name === 'warn' ? 'short' : 'standard';
    const lease = { expireInSeconds: LEASE[name], deadLetter: PARKED };
    await boss.createQueue(name, { name, policy, ...RETRIES, ...lease });
  }
}

/** The schema of the queue's own tables, beside the desk's. */
export const jobSchema = (schema: string): string =>
  schema === 'public' ? 'atalaya_jobs' : `${schema.slice(0, 44)}_jobs`;

type Jobs = Pick<
  Queue,
  'sendOnce' | 'send' | 'sendReads' | 'replace' | 'take' | 'done' | 'failed' | 'counts'
>;

function jobs(boss: PgBoss, database: Database): Jobs {
  return {
    sendOnce: (data, of) => database.transaction((sql) => sendOnce(boss, sql, data, of)),
    send: (sent) => boss.insert(sent.map(insertOf)),
    sendReads: (reader, rowsEach) =>
      database.transaction((sql) => sendReads(boss, sql, reader, rowsEach)),
    replace: (job, by) =>
      database.transaction(async (sql) => {
        const db = dbOf(sql);
        await boss.insert(by.map(insertOf), { db });
        await boss.complete(job.data.queue, job.id, { db });
        await letGo(sql, job);
      }),
    take: async (queues, worker) => {
      for (const queue of queues) {
        const job = await database.transaction((sql) => takeFrom(boss, sql, queue, worker));
        if (job !== undefined) return job;
      }
      return undefined;
    },
    done: (job) =>
      database.transaction(async (sql) => {
        await boss.complete(job.data.queue, job.id, { db: dbOf(sql) });
        await letGo(sql, job);
      }),
    failed: (job, reason) =>
      database.transaction(async (sql) => {
        await boss.fail(job.data.queue, job.id, { reason }, { db: dbOf(sql) });
        await letGo(sql, job);
      }),
    counts: () => Promise.all(QUEUES.map((queue) => countsOf(boss, queue))),
  };
}

async function takeFrom(
  boss: PgBoss,
  sql: Sql,
  queue: QueueName,
  worker: string,
): Promise<TakenJob | undefined> {
  const [job] = await boss.fetch<JobData>(queue, { includeMetadata: true, db: dbOf(sql) });
  if (job === undefined) return undefined;
  await sql.run(
    `INSERT INTO worker (id, machine, done, jobs) VALUES ($1, $2, 0, ARRAY[$3])
     ON CONFLICT (id) DO UPDATE SET seen_at = now(), jobs = array_append(worker.jobs, $3)`,
    [worker, machine(), `${queue} ${job.id}`],
  );
  return { id: job.id, data: job.data, tries: job.retryCount, worker };
}

async function letGo(sql: Sql, { id, data, worker }: TakenJob): Promise<void> {
  const text = 'UPDATE worker SET jobs = array_remove(jobs, $2) WHERE id = $1';
  await sql.run(text, [worker, `${data.queue} ${id}`]);
}

const machine = (): string => `${hostname()}:${process.pid}`;

async function countsOf(boss: PgBoss, queue: QueueName): Promise<QueueCounts> {
  // Its own words: what was not begun, and what was not ended.
  const waiting = await boss.getQueueSize(queue, { before: 'active' });
  const open = await boss.getQueueSize(queue, { before: 'completed' });
  return { queue, waiting, active: open - waiting };
}

const insertOf = (data: JobData): PgBoss.JobInsert => ({
  ...{ name: data.queue, data, deadLetter: PARKED, expireInSeconds: LEASE[data.queue] },
  ...RETRIES,
});

/** Statements of the library within a transaction of ours. */
const dbOf = (sql: Sql): PgBoss.Db => ({
  executeSql: async (text, values) => ({ rows: await sql.rows(text, values) }),
});

/** Any number that no other program on that database takes. */
const SEND_LOCK = 4_611_202_420;

async function sendOnce(boss: PgBoss, sql: Sql, data: JobData, of: string): Promise<void> {
  await sql.rows('SELECT pg_advisory_xact_lock($1)', [SEND_LOCK]);
  const name = `sent ${data.queue}`;
  const text = 'SELECT value FROM setting WHERE name = $1';
  if ((await sql.row<{ value: string }>(text, [name]))?.value === of) return;
  await boss.send(data.queue, data, { db: dbOf(sql) });
  await setSetting(sql, name, of);
}

/** The row up to which jobs were added stands beside them, and is moved with them. */
async function sendReads(
  boss: PgBoss,
  sql: Sql,
  reader: string,
  rowsEach: number,
): Promise<number> {
  await sql.rows('SELECT pg_advisory_xact_lock($1)', [SEND_LOCK]);
  const name = `reads-sent ${reader}`;
  const text = 'SELECT value FROM setting WHERE name = $1';
  const begin = Number((await sql.row<{ value: string }>(text, [name]))?.value ?? 0);
  const { end } = (await sql.row<{ end: number }>('SELECT count(*) AS end FROM article'))!;
  if (end <= begin) return 0;
  const starts = Array.from(
    { length: Math.ceil((end - begin) / rowsEach) },
    (_, i) => begin + i * rowsEach,
  );
  const sent = starts.map(
    (from): JobData => ({
      ...{ queue: 'read', reader, from, to: Math.min(end, from + rowsEach) },
    }),
  );
  await boss.insert(sent.map(insertOf), { db: dbOf(sql) });
  await setSetting(sql, name, String(end));
  return end - begin;
}

function parking(boss: PgBoss, sql: Sql, schema: string): Pick<Queue, 'parked' | 'unpark'> {
  const standing = `FROM ${schema}.job WHERE name = '${PARKED}' AND state = 'created'`;
  return {
    parked: async (limit) => {
      const rows = await sql.rows<ParkedRow>(
        `SELECT id::text AS id, data, output, extract(epoch FROM created_on) * 1000 AS at
         ${standing} ORDER BY created_on DESC, id LIMIT $1`,
        [limit],
      );
      return rows.map(parkedOf);
    },
    unpark: async (id) => {
      const row = await sql.row<ParkedRow>(
        `SELECT id::text AS id, data, output, 0 AS at ${standing} AND id::text = $1`,
        [id],
      );
      if (row === undefined) return false;
      await sql.transaction(async (inner) => {
        const db = dbOf(inner);
        await boss.insert([insertOf(row.data)], { db });
        await boss.deleteJob(PARKED, id, { db });
      });
      return true;
    },
  };
}

interface ParkedRow {
  readonly id: string;
  readonly data: JobData;
  readonly output: { readonly reason?: string; readonly message?: string } | null;
  readonly at: number;
}

function parkedOf({ id, data, output, at }: ParkedRow): ParkedJob {
  const reason = output?.reason ?? output?.message ?? 'its lease ended again and again';
  return { id, data, at: Math.round(at), reason };
}

function workers(boss: PgBoss, sql: Sql): Pick<Queue, 'beat' | 'bury' | 'leave' | 'workers'> {
  /** Forgets workers; what they held goes back. */
  const buried = (where: string, value: SqlValue, reason: string): Promise<number> =>
    sql.transaction(async (inner) => {
      const dead = await inner.rows<{ jobs: string[] }>(
        `DELETE FROM worker WHERE ${where} RETURNING jobs`,
        [value],
      );
      for (const held of dead.flatMap(({ jobs: ids }) => ids)) {
        const [queue, id] = held.split(' ') as [QueueName, string];
        await boss.fail(queue, id, { reason }, { db: dbOf(inner) });
      }
      return dead.length;
    });
  return {
    beat: async (id, done) => {
      await sql.run(
        `INSERT INTO worker (id, machine, done, jobs) VALUES ($1, $2, $3, '{}')
         ON CONFLICT (id) DO UPDATE SET seen_at = now(), done = excluded.done`,
        [id, machine(), done],
      );
    },
    bury: (silence) =>
      buried(`seen_at < now() - $1 * interval '1 millisecond'`, silence, 'its worker fell silent'),
    leave: async (id) => void (await buried('id = $1', id, 'its worker left')),
    workers: () =>
      sql.rows<WorkerRow>(
        `SELECT id, machine, done, jobs,
           (extract(epoch FROM started_at) * 1000)::bigint AS "startedAt",
           (extract(epoch FROM seen_at) * 1000)::bigint AS "seenAt" FROM worker ORDER BY started_at, id`,
      ),
  };
}

function bytes(
  sql: Sql,
): Pick<Queue, 'saveBytes' | 'dropBytes' | 'bytesOf' | 'saveAnswer' | 'takeAnswer'> {
  return {
    saveBytes: async (job, id = randomUUID()) => {
      const text = 'INSERT INTO job_bytes (id, job) VALUES ($1, $2) ON CONFLICT DO NOTHING';
      await sql.run(text, [id, job]);
      return id;
    },
    dropBytes: async (id) => void (await sql.run('DELETE FROM job_bytes WHERE id = $1', [id])),
    bytesOf: async (id) =>
      (await sql.row<{ job: Buffer }>('SELECT job FROM job_bytes WHERE id = $1', [id]))?.job,
    saveAnswer: async (id, answer) => {
      await sql.run('UPDATE job_bytes SET answer = $2 WHERE id = $1', [id, answer]);
    },
    takeAnswer: async (id) => {
      const row = await sql.row<{ answer: Buffer }>(
        'DELETE FROM job_bytes WHERE id = $1 AND answer IS NOT NULL RETURNING answer',
        [id],
      );
      return row?.answer;
    },
  };
}
