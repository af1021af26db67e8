/**
 * A crew whose hands are the desk's workers, on whatever machines: jobs go through the queue and answers come
 * back in the order of the jobs. Who waits for an answer does waiting jobs itself, so that one worker alone
 * gets on, too.
 */
import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { deserialize, serialize } from 'node:v8';
import type { Queue, TakenJob } from '../../store/queue.ts';
import type { Crew } from '../crew.ts';
import type { Answer, Job } from '../jobs.ts';
import type { Hands } from './hands.ts';

/** Jobs under way: enough for some machines, and few enough to be held. */
const AHEAD = 32;
const POLL_MS = 20;

/** Who asks for answers and does waiting jobs meanwhile. */
export interface Asker {
  readonly queue: Queue;
  readonly hands: Hands;
  /** Under which it holds jobs. */
  readonly worker: string;
}

/** Goes through the queue of the asker, who does waiting jobs of computing while it waits. */
export function queueCrew(asker: Asker): Crew {
  const parcels = new Parcels(asker.queue);
  return {
    run: (jobs) => runThrough(asker, parcels, jobs),
    close: () => parcels.drop(),
  };
}

/** A job as it lies in the database: what many jobs have in common lies there once. */
interface Parcel {
  readonly job: Job;
  /** Where the boilerplate lies, if the job has some. */
  readonly boilerplate: string | undefined;
}

/** Packs jobs, and knows what it laid down for many of them. */
class Parcels {
  private readonly queue: Queue;
  private readonly shared = new Map<Float64Array, string>();

  constructor(queue: Queue) {
    this.queue = queue;
  }

  async lay(job: Job): Promise<string> {
    if (!('boilerplate' in job)) {
      return this.queue.saveBytes(serialize({ job, boilerplate: undefined } satisfies Parcel));
    }
    const boilerplate = await this.share(job.boilerplate);
    const without = { ...job, boilerplate: new Float64Array() };
    return this.queue.saveBytes(serialize({ job: without, boilerplate } satisfies Parcel));
  }

  private async share(slots: Float64Array): Promise<string> {
    const known = this.shared.get(slots);
    if (known !== undefined) return known;
    // A copy: memory that threads share cannot be written out.
    const bytes = serialize(slots.slice());
    const id = `boilerplate ${createHash('sha256').update(bytes).digest('hex')}`;
    await this.queue.saveBytes(bytes, id);
    this.shared.set(slots, id);
    return id;
  }

  async drop(): Promise<void> {
    for (const id of this.shared.values()) await this.queue.dropBytes(id);
  }
}

/** The boilerplate of the last job, which is that of the next. */
let last: { readonly id: string; readonly slots: Float64Array } | undefined;

async function unpacked(queue: Queue, bytes: Uint8Array): Promise<Job> {
  const { job, boilerplate: id } = deserialize(bytes) as Parcel;
  if (id === undefined) return job;
  if (last?.id !== id) {
    const slots = await queue.bytesOf(id);
    if (slots === undefined) throw new Error('what its trace shares is gone: the trace ended');
    last = { id, slots: deserialize(slots) as Float64Array };
  }
  return { ...job, boilerplate: last.slots } as Job;
}

async function* runThrough(
  asker: Asker,
  parcels: Parcels,
  jobs: AsyncIterable<Job>,
): AsyncGenerator<Answer> {
  const waiting: string[] = [];
  for await (const job of jobs) {
    const bytes = await parcels.lay(job);
    await asker.queue.send([{ queue: 'compute', bytes }]);
    waiting.push(bytes);
    if (waiting.length >= AHEAD) yield await answerOf(asker, waiting.shift()!);
  }
  for (const id of waiting) yield await answerOf(asker, id);
}

async function answerOf({ queue, hands, worker }: Asker, id: string): Promise<Answer> {
  for (;;) {
    const answer = await queue.takeAnswer(id);
    if (answer !== undefined) return deserialize(answer) as Answer;
    const job = await queue.take(['compute'], worker);
    if (job === undefined) await refuseLost(queue, id);
    else await compute(queue, hands, job);
  }
}

/** Waits a little; throws where the job was parked, and its answer will not come. */
async function refuseLost(queue: Queue, id: string): Promise<void> {
  await sleep(POLL_MS);
  const parked = await queue.parked(100);
  const lost = parked.find(({ data }) => data.queue === 'compute' && data.bytes === id);
  if (lost !== undefined) throw new Error(`a piece of the work failed: ${lost.reason}`);
}

/** Does one job of computing that was taken; done again it gives the same answer. */
export async function compute(queue: Queue, hands: Hands, job: TakenJob): Promise<void> {
  if (job.data.queue !== 'compute') throw new Error(`${job.data.queue} is no piece of work`);
  try {
    const bytes = await queue.bytesOf(job.data.bytes);
    // Absent where its answer was taken already: it was done twice.
    if (bytes !== undefined) {
      const answer = await hands.do(await unpacked(queue, bytes));
      await queue.saveAnswer(job.data.bytes, serialize(answer));
    }
    await queue.done(job);
  } catch (error) {
    await queue.failed(job, (error as Error).message);
  }
}
