/**
 * The crew: who does the jobs of a trace or of a reading. Worker threads where there is work enough,
 * else the calling thread. Answers come in the order of the jobs, so the result is the same for any
 * number of threads.
 *
 * Texts are sent to the threads as messages, which takes about 4 µs a text. So the
 * threads need no access to the store, and the one who reads it is the desk's own thread.
 */
import { type Answer, doJob, type Job } from './jobs.ts';
import { startThread } from './worker-thread.ts';

/** Jobs under way for each thread: one at work, one waiting, one being made. */
const AHEAD = 3;

export interface Crew {
  /** Does all jobs; gives the answers in the order of the jobs. Threads start when they are needed. */
  readonly run: (jobs: AsyncIterable<Job>) => AsyncGenerator<Answer>;
  /** Lets the threads go; no job may be under way. Further jobs start new ones. */
  readonly close: () => Promise<void>;
}

/** A crew of so many threads; with fewer than two, the calling thread does the work. */
export function gatherCrew(threads: number): Crew {
  if (threads < 2) return { run: runHere, close: async () => {} };
  const hands: Hand[] = [];
  const handFor = (): Hand => {
    const idlest = hands.reduce<Hand | undefined>(
      (x, y) => (x === undefined || y.waiting < x.waiting ? y : x),
      undefined,
    );
    const isFree = idlest !== undefined && (idlest.waiting === 0 || hands.length === threads);
    if (isFree) return idlest;
    const hand = new Hand();
    hands.push(hand);
    return hand;
  };
  return {
    run: (jobs) => runOn(handFor, threads * AHEAD, jobs),
    close: async () => {
      await Promise.all(hands.splice(0).map((hand) => hand.dismiss()));
    },
  };
}

async function* runHere(jobs: AsyncIterable<Job>): AsyncGenerator<Answer> {
  for await (const job of jobs) yield doJob(job);
}

async function* runOn(
  handFor: () => Hand,
  ahead: number,
  jobs: AsyncIterable<Job>,
): AsyncGenerator<Answer> {
  const answers: Promise<Answer>[] = [];
  for await (const job of jobs) {
    const answer = handFor().do(job);
    // It may fail before it is its turn to be looked at; that is not an unhandled failure.
    answer.catch(() => {});
    answers.push(answer);
    if (answers.length >= ahead) yield await answers.shift()!;
  }
  for (const answer of answers) yield await answer;
}

/** One thread and the answers that it owes, in the order of its jobs. */
class Hand {
  private readonly worker = startThread(import.meta.url, './crew-worker');
  private readonly owed: {
    readonly resolve: (answer: Answer) => void;
    readonly reject: (reason: Error) => void;
  }[] = [];
  private failure: Error | undefined;

  constructor() {
    this.worker.on('message', (answer: Answer) => this.owed.shift()!.resolve(answer));
    this.worker.on('error', (cause) => this.fail(cause));
    this.worker.on('exit', (code) => this.fail(new Error(`the thread ended with code ${code}`)));
  }

  get waiting(): number {
    return this.owed.length;
  }

  do(job: Job): Promise<Answer> {
    if (this.failure !== undefined) return Promise.reject(this.failure);
    return new Promise((resolve, reject) => {
      this.owed.push({ resolve, reject });
      this.worker.postMessage(job);
    });
  }

  async dismiss(): Promise<void> {
    await this.worker.terminate();
  }

  private fail(cause: unknown): void {
    this.failure ??= new Error('a thread of the crew stopped', { cause });
    for (const { reject } of this.owed.splice(0)) reject(this.failure);
  }
}
