/** Workers of a desk on PostgreSQL, and what lies in its queue. */
import { z } from 'zod';
import { instantWords } from '../export/moments.ts';
import { foreign } from '../export/terminal/ink.ts';
import { counted, figure } from '../export/wording.ts';
import { type WorkDone, work } from '../pipeline/work/worker.ts';
import type { ParkedJob, Queue, QueueCounts, WorkerRow } from '../store/queue.ts';
import { Alarms } from './alarms.ts';
import { type Context, NotFound, operation } from './operation.ts';

export const workOperation = operation({
  input: z.object({
    once: z.boolean().default(false).describe('end when nothing is left to do'),
    watch: z
      .string()
      .default('watch.yaml')
      .describe('the watch list that indicators are measured for'),
  }),
  creates: false,
  run: async ({ once, watch }, context): Promise<WorkDone> =>
    withQueue(context, (queue) => {
      const alarms = new Alarms(context, watch);
      return work(context.desk, queue, {
        signal: context.interrupted(),
        once,
        warn: () => alarms.measure('now'),
        tell: context.progress.tell,
      });
    }),
  text: ({ jobs, articles, failed }) =>
    `${counted(jobs, 'job')} done, ${counted(articles, 'article')} read${failed > 0 ? `; ${counted(failed, 'try', 'tries')} failed: atalaya jobs` : ''}.`,
});

export interface JobsView {
  readonly queues: readonly QueueCounts[];
  readonly workers: readonly WorkerRow[];
  readonly parked: readonly ParkedJob[];
  /** A parked job that waits again. */
  readonly retried: string | undefined;
}

export const jobsOperation = operation({
  input: z.object({
    retry: z.string().min(1).optional().describe('try this parked job again, by its id'),
    limit: z.coerce.number().int().min(1).max(1000).default(20).describe('how many parked jobs'),
  }),
  creates: false,
  run: async ({ retry, limit }, context): Promise<JobsView> =>
    withQueue(context, async (queue) => {
      if (retry !== undefined && !(await queue.unpark(retry))) {
        throw new NotFound(`no job "${retry}" is parked: atalaya jobs lists those that are`);
      }
      return {
        queues: await queue.counts(),
        workers: await queue.workers(),
        parked: await queue.parked(limit),
        retried: retry,
      };
    }),
  text: jobsText,
});

async function withQueue<T>({ desk }: Context, use: (queue: Queue) => Promise<T>): Promise<T> {
  if (desk.openQueue === undefined) {
    throw new Error(
      'workers need a desk on PostgreSQL: set DATABASE_URL; on SQLite atalaya trace, read and warn do the work',
    );
  }
  const queue = await desk.openQueue();
  try {
    return await use(queue);
  } finally {
    await queue.close();
  }
}

function jobsText({ queues, workers, parked, retried }: JobsView): string {
  return [
    ...(retried === undefined ? [] : [`${foreign(retried)} waits again.`]),
    `${counted(workers.length, 'worker')}${workers.length === 0 ? ': start one with atalaya work' : ''}`,
    ...workers.map(
      ({ machine, seenAt, done, jobs }) =>
        `  ${foreign(machine)}, heard of ${instantWords(seenAt)}, ${counted(done, 'job')} done${jobs.length > 0 ? `, at ${jobs[0]!.split(' ')[0]}` : ''}`,
    ),
    ...queues.map(
      ({ queue, waiting, active }) =>
        `  ${queue.padEnd(8)} ${figure(waiting).padStart(7)} waiting, ${figure(active)} under way`,
    ),
    parked.length === 0 ? 'No job is parked.' : `${counted(parked.length, 'job')} parked:`,
    ...parked.map(
      ({ id, at, data, reason }) =>
        `  ${id}  ${instantWords(at)}  ${shown(data)}: ${foreign(reason)}`,
    ),
    ...(parked.length === 0 ? [] : ['Try one again with atalaya jobs --retry ID.']),
  ].join('\n');
}

function shown(data: ParkedJob['data']): string {
  if (data.queue !== 'read') return data.queue;
  const one = data.to - data.from === 1;
  return one
    ? `reading the article in row ${data.from}`
    : `reading rows ${data.from} to ${data.to - 1}`;
}
