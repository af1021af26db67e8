/** A thread of the crew: does the jobs that it is sent, one after the other, and answers each. */
import { parentPort } from 'node:worker_threads';
import { doJob, type TraceJob } from './trace-jobs.ts';

parentPort!.on('message', (job: TraceJob) => {
  const answer = doJob(job);
  const moved = answer.kind === 'segment' ? [answer.data.buffer as ArrayBuffer] : [];
  parentPort!.postMessage(answer, moved);
});
