/**
 * A large export on two threads: this one reads the desk, the other one writes the format. Records are sent
 * in batches, of which few are under way, so that neither side runs away from the other.
 */
import type { Worker } from 'node:worker_threads';
import type { ExportRecord } from '../../domain/exports.ts';
import { startThread } from '../../pipeline/worker-thread.ts';
import type { KindName, KindOptions } from './kinds.ts';

/** What the thread writes. */
export interface Order {
  readonly name: KindName;
  readonly options: Omit<KindOptions, 'tellReviews'>;
}

export type ToThread =
  | { readonly kind: 'records'; readonly records: readonly ExportRecord[] }
  | { readonly kind: 'end' };

export type FromThread =
  | { readonly kind: 'piece'; readonly bytes: Uint8Array }
  /** A batch is used up. */
  | { readonly kind: 'taken' }
  | { readonly kind: 'done' };

/** Records sent at a time, and batches under way. */
const BATCH = 64;
const AHEAD = 4;

/** The pieces that the exporter of `order` makes of these records; the same bytes as on one thread. */
export async function* piecesByThread(
  order: Order,
  records: AsyncIterable<ExportRecord>,
): AsyncGenerator<Uint8Array> {
  const worker = startThread(import.meta.url, './thread-worker', order);
  const answers = new Answers(worker);
  try {
    let batch: ExportRecord[] = [];
    const send = (): void => {
      worker.postMessage({ kind: 'records', records: batch } satisfies ToThread);
      batch = [];
      answers.owed++;
    };
    for await (const record of records) {
      batch.push(record);
      if (batch.length < BATCH) continue;
      send();
      while (answers.owed >= AHEAD) await answers.news();
      yield* answers.take();
    }
    if (batch.length > 0) send();
    worker.postMessage({ kind: 'end' } satisfies ToThread);
    while (!answers.done) {
      await answers.news();
      yield* answers.take();
    }
    yield* answers.take();
  } finally {
    await worker.terminate();
  }
}

/** What has come back and is not taken yet. */
class Answers {
  owed = 0;
  done = false;
  private pieces: Uint8Array[] = [];
  private failure: Error | undefined;
  private wake: (() => void) | undefined;

  constructor(worker: Worker) {
    worker.on('message', (message: FromThread) => {
      if (message.kind === 'piece') this.pieces.push(message.bytes);
      else if (message.kind === 'taken') this.owed--;
      else this.done = true;
      this.wake?.();
    });
    worker.on('error', (cause) => this.fail(cause));
    worker.on('exit', () => {
      if (!this.done) this.fail(undefined);
    });
  }

  /** Resolves when something has come; throws where the thread broke off. */
  async news(): Promise<void> {
    if (this.failure === undefined && !this.done) {
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
    if (this.failure !== undefined) throw this.failure;
  }

  take(): Uint8Array[] {
    return this.pieces.splice(0);
  }

  private fail(cause: unknown): void {
    this.failure ??= new Error('the thread that writes the export stopped', { cause });
    this.wake?.();
  }
}
