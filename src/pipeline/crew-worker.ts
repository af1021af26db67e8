/** A thread of the crew: does the jobs that it is sent, one after the other, and answers each. */
import { parentPort } from 'node:worker_threads';
import { doJob, type Job } from './jobs.ts';

parentPort!.on('message', (job: Job) => {
  const answer = doJob(job);
  const moved = answer.kind === 'segment' ? [answer.data.buffer as ArrayBuffer] : [];
  parentPort!.postMessage(answer, moved);
});
