/** All that a crew can be asked to do: the jobs of tracing and of reading. */
import { doReadJob, type ReadAnswer, type ReadJob } from './read-jobs.ts';
import { doTraceJob, type TraceAnswer, type TraceJob } from './trace-jobs.ts';

export type Job = TraceJob | ReadJob;
export type Answer = TraceAnswer | ReadAnswer;

/** Does one job. */
export function doJob(job: Job): Answer {
  return job.kind === 'read' ? doReadJob(job) : doTraceJob(job);
}
