/** All that a crew can be asked to do: the jobs of extracting, of tracing and of reading. */
import { type DraftAnswer, type DraftJob, doDraftJob } from './draft-jobs.ts';
import { doReadJob, type ReadAnswer, type ReadJob } from './read-jobs.ts';
import { doTraceJob, type TraceAnswer, type TraceJob } from './trace-jobs.ts';

export type Job = DraftJob | TraceJob | ReadJob;
export type Answer = DraftAnswer | TraceAnswer | ReadAnswer;

/** Does one job. */
export function doJob(job: Job): Answer {
  if (job.kind === 'draft') return doDraftJob(job);
  return job.kind === 'read' ? doReadJob(job) : doTraceJob(job);
}
