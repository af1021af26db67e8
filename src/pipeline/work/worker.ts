/**
 * A worker: takes jobs of the desk's queue, one at a time, until it is ended. All workers are alike and none
 * is needed: any of them sees what is to be done, does it, and takes over from one that fell silent.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { BUILT_IN_READER } from '../../read/read.ts';
import type { Queue, QueueName, TakenJob } from '../../store/queue.ts';
import type { Desk } from '../desk.ts';
import { LockHeld } from '../lock.ts';
import { traceDesk } from '../trace.ts';
import { TraceMemory } from '../trace-memory.ts';
import { type Hands, oneThread } from './hands.ts';
import { compute, queueCrew } from './queue-crew.ts';
import { halved, ROWS_EACH, readRange } from './read-range.ts';

/** A worker that nobody heard of for so long has lost its jobs. */
const SILENCE_MS = 30_000;
const BEAT_MS = 5000;
const IDLE_MS = 500;
/** Of one job in a thread; then the thread is given up. */
const LONGEST_MS = 120_000;
/**
 * After a round of tracing this worker asks for the next one only when so many times its duration have passed:
 * a round has costs that do not depend on how little is new, and reading has to get on, too.
 */
const TRACE_REST = 2;
/** The same for a round of indicators, and no sooner than after so many milliseconds. */
const WARN_REST = 4;
const LEAST_WARN_REST = 60_000;
/** Small jobs first, since a round waits for them. */
const ORDER: readonly QueueName[] = ['compute', 'trace', 'read', 'warn'];
const BESIDE_WARN = ORDER.filter((queue) => queue !== 'warn');

export interface WorkOptions {
  readonly signal: AbortSignal;
  /** Ends when there is nothing to be done. */
  readonly once?: boolean;
  /** Measures the indicators. */
  readonly warn: () => Promise<void>;
  /** One line about a job. */
  readonly tell: (line: string) => void;
  /** Milliseconds after which another worker is given up. */
  readonly silence?: number;
  /** Articles of one job of reading. */
  readonly rowsEach?: number;
}

export interface WorkDone {
  readonly jobs: number;
  readonly articles: number;
  readonly failed: number;
}

/** Works until the signal, or until nothing is left. Throws where the queue cannot be asked. */
export async function work(desk: Desk, queue: Queue, options: WorkOptions): Promise<WorkDone> {
  const { signal, once = false, silence = SILENCE_MS, rowsEach = ROWS_EACH } = options;
  const id = randomUUID();
  const worker: Worker = {
    ...{ desk, queue, options, id, hands: oneThread(LONGEST_MS), memory: new TraceMemory() },
    ...{ traceAgainAt: 0, warnAgainAt: 0, aside: undefined },
  };
  const done = { jobs: 0, articles: 0, failed: 0 };
  const beat = (): Promise<void> => queue.beat(id, done.jobs);
  const beating = beats(beat, Math.min(BEAT_MS, silence / 3));
  await beat();
  try {
    let looked = 0;
    // Why nobody could be told what became of the job beside: the queue is gone, as for every other job.
    let lost: unknown;
    while (!signal.aborted) {
      if (lost !== undefined) throw lost;
      if (Date.now() - looked >= Math.min(BEAT_MS, silence) || once) {
        const traces = once || Date.now() >= worker.traceAgainAt;
        const warns = once || Date.now() >= worker.warnAgainAt;
        await lookAround(desk, queue, { silence, rowsEach, traces, warns });
        looked = Date.now();
      }
      const job = await queue.take(worker.aside === undefined ? ORDER : BESIDE_WARN, id);
      if (job === undefined) {
        if (once && (await isIdle(queue))) break;
        await sleep(IDLE_MS, undefined, { signal }).catch(() => undefined);
        continue;
      }
      if (job.data.queue === 'warn') {
        // It takes minutes on a large desk, and what comes in has to be read meanwhile.
        worker.aside = doJob(worker, job)
          .then((more) => add(done, more))
          .catch((error: unknown) => {
            lost = error;
          })
          .finally(() => {
            worker.aside = undefined;
          });
      } else add(done, await doJob(worker, job));
    }
  } finally {
    await worker.aside;
    clearInterval(beating);
    await worker.hands.close();
    // Where the server is gone its silence says the same.
    await queue.leave(id).catch(() => undefined);
  }
  return done;
}

/** Beats as often, but one at a time: on a slow server they would pile up before all that waits for it. */
function beats(beat: () => Promise<void>, every: number): NodeJS.Timeout {
  let isAway = false;
  return setInterval(() => {
    if (isAway) return;
    isAway = true;
    beat()
      .catch(() => undefined)
      .finally(() => {
        isAway = false;
      });
  }, every);
}

interface Worker {
  readonly desk: Desk;
  readonly queue: Queue;
  readonly options: WorkOptions;
  readonly hands: Hands;
  readonly id: string;
  readonly memory: TraceMemory;
  /** Milliseconds since the epoch. */
  traceAgainAt: number;
  warnAgainAt: number;
  /** A round of indicators that goes on beside other jobs. */
  aside: Promise<void> | undefined;
}

interface LookingAround extends Required<Pick<WorkOptions, 'silence' | 'rowsEach'>> {
  /** Whether tracing may be asked for. */
  readonly traces: boolean;
  readonly warns: boolean;
}

/** What is to be done follows from the desk alone; whoever sees it first says so. */
async function lookAround(
  { store }: Desk,
  queue: Queue,
  { silence, rowsEach, traces, warns }: LookingAround,
): Promise<void> {
  await queue.bury(silence);
  await queue.sendReads(BUILT_IN_READER, rowsEach);
  const [held, traced] = [await store.countArticles(), await store.tracedArticles()];
  if (held > traced && traces) await queue.sendOnce({ queue: 'trace' }, String(held));
  if (!warns) return;
  const reads = (await queue.counts()).find((one) => one.queue === 'read');
  if (held === 0 || held > traced || reads === undefined || reads.waiting + reads.active > 0)
    return;
  const { articles } = await store.readingCounts(BUILT_IN_READER);
  await queue.sendOnce({ queue: 'warn' }, `${traced} ${articles}`);
}

async function isIdle(queue: Queue): Promise<boolean> {
  return (await queue.counts()).every(({ waiting, active }) => waiting + active === 0);
}

type Done = { -readonly [Key in keyof WorkDone]: WorkDone[Key] };

function add(done: Done, more: WorkDone): void {
  done.jobs += more.jobs;
  done.articles += more.articles;
  done.failed += more.failed;
}

async function doJob(worker: Worker, job: TakenJob): Promise<WorkDone> {
  const { queue, options } = worker;
  try {
    const articles = await begun(worker, job);
    return { jobs: 1, articles, failed: 0 };
  } catch (error) {
    const { message } = error as Error;
    options.tell(`${job.data.queue} failed: ${message}`);
    await queue.failed(job, message);
    return { jobs: 1, articles: 0, failed: 1 };
  }
}

/** Gives how many articles were read. */
async function begun(worker: Worker, job: TakenJob): Promise<number> {
  const { desk, queue, options, hands } = worker;
  const { data } = job;
  switch (data.queue) {
    case 'compute':
      await compute(queue, hands, job);
      return 0;
    case 'read': {
      // Begun before and not ended: whatever it was took the worker with it.
      if (job.tries > 0 && (await halved(queue, job, data))) return 0;
      const began = Date.now();
      const read = await readRange(desk.store, hands, data).catch(async (error: Error) => {
        if (await halved(queue, job, data)) return undefined;
        throw error;
      });
      if (read === undefined) return 0;
      await queue.done(job);
      options.tell(
        `read ${read} articles, rows ${data.from}–${data.to - 1}, in ${Date.now() - began} ms`,
      );
      return read;
    }
    case 'trace': {
      const began = Date.now();
      const { articles, cascades } = await tracing(worker);
      await queue.done(job);
      const took = Date.now() - began;
      worker.traceAgainAt = Date.now() + TRACE_REST * took;
      options.tell(`traced ${articles} articles to ${cascades} cascades in ${took} ms`);
      return 0;
    }
    case 'warn': {
      const began = Date.now();
      await options.warn();
      await queue.done(job);
      const took = Date.now() - began;
      worker.warnAgainAt = Date.now() + Math.max(LEAST_WARN_REST, WARN_REST * took);
      options.tell(`measured the indicators in ${took} ms`);
      return 0;
    }
  }
}

/** Waits for the desk's writer, who may be at an ingest of hours, as long as nobody ends this worker. */
async function tracing({
  desk,
  queue,
  hands,
  id,
  memory,
  options,
}: Worker): ReturnType<typeof traceDesk> {
  for (;;) {
    const crew =
      (await queue.workers()).length > 1 ? queueCrew({ queue, hands, worker: id }) : undefined;
    try {
      return await traceDesk(desk, { crew, memory });
    } catch (error) {
      if (!(error instanceof LockHeld) || options.signal.aborted) throw error;
    } finally {
      await crew?.close();
    }
  }
}
