/**
 * Work that any process of a desk may do, on any machine: each job is done at least once, and doing it again
 * changes nothing. A worker holds a job while it is heard of; the jobs of one that falls silent go back.
 */

/** `read`: articles of some rows. `compute`: a piece of a trace. `trace`, `warn`: a whole round of it. */
export const QUEUES = ['read', 'compute', 'trace', 'warn'] as const;
export type QueueName = (typeof QUEUES)[number];

/** What a job says; rows of articles are places from 0, `to` is behind the last. */
export type JobData =
  | { readonly queue: 'read'; readonly reader: string; readonly from: number; readonly to: number }
  | { readonly queue: 'compute'; readonly bytes: string }
  | { readonly queue: 'trace' }
  | { readonly queue: 'warn' };

export interface TakenJob {
  readonly id: string;
  readonly data: JobData;
  /** How often it was begun before, by whomever. */
  readonly tries: number;
  /** Who holds it. */
  readonly worker: string;
}

/** A job that was tried as often as it may be; nobody tries it again until somebody says so. */
export interface ParkedJob {
  readonly id: string;
  readonly data: JobData;
  /** Milliseconds since the epoch, by the server's clock. */
  readonly at: number;
  readonly reason: string;
}

export interface WorkerRow {
  readonly id: string;
  readonly machine: string;
  /** Milliseconds since the epoch, by the server's clock. */
  readonly startedAt: number;
  readonly seenAt: number;
  readonly done: number;
  /** What it holds. */
  readonly jobs: readonly string[];
}

export interface QueueCounts {
  readonly queue: QueueName;
  readonly waiting: number;
  readonly active: number;
}

export interface Queue {
  /** Adds a round, unless it was added before for the same state `of` the desk, in whatever process. */
  sendOnce(data: JobData, of: string): Promise<void>;
  /** Adds jobs of computing. */
  send(jobs: readonly JobData[]): Promise<void>;
  /**
   * Adds jobs of reading for all articles behind those that it added them for before, in whatever process;
   * says for how many articles.
   */
  sendReads(reader: string, rowsEach: number): Promise<number>;
  /** Puts smaller jobs in the place of a taken one, in one step. */
  replace(job: TakenJob, by: readonly JobData[]): Promise<void>;
  /**
   * The next job of these queues, the first named first; absent where there is none. That the worker holds it
   * is written in the same step, so that it goes back if the worker falls the moment after.
   */
  take(queues: readonly QueueName[], worker: string): Promise<TakenJob | undefined>;
  done(job: TakenJob): Promise<void>;
  /** It is tried again later, up to three times, then parked. */
  failed(job: TakenJob, reason: string): Promise<void>;
  counts(): Promise<readonly QueueCounts[]>;
  /** The newest first. */
  parked(limit: number): Promise<readonly ParkedJob[]>;
  /** Whether there was such a parked job; it waits again. */
  unpark(id: string): Promise<boolean>;
  /** Says that this worker lives, and how many jobs it did. */
  beat(worker: string, done: number): Promise<void>;
  /** Takes jobs back from workers that nobody heard of for `silence` milliseconds; says how many workers. */
  bury(silence: number): Promise<number>;
  /** The worker ends; what it still holds goes back. */
  leave(worker: string): Promise<void>;
  workers(): Promise<readonly WorkerRow[]>;
  /** Bytes of a job of computing; under its own id where one is given, and then once. */
  saveBytes(bytes: Uint8Array, id?: string): Promise<string>;
  dropBytes(id: string): Promise<void>;
  bytesOf(id: string): Promise<Uint8Array | undefined>;
  saveAnswer(id: string, answer: Uint8Array): Promise<void>;
  /** The answer, which is taken away with its question; absent where there is none yet. */
  takeAnswer(id: string): Promise<Uint8Array | undefined>;
  close(): Promise<void>;
}
