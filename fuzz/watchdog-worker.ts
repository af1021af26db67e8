/** The thread of `watchdog.ts`: says which case does not end, and ends the process. */
import { writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import type { Watched } from './watchdog.ts';

/** Longer than any case that ends, with all that makes it shorter, on a busy machine too; ms. */
const HANGS_AFTER = 120_000;
const LOOK_EVERY = 2000;

const { shared, targets, seed } = workerData as Watched;
let begun = shared[2];
let since = performance.now();
setInterval(() => {
  if (shared[2] !== begun) {
    begun = shared[2];
    since = performance.now();
  } else if (performance.now() - since > HANGS_AFTER) {
    const again = `${targets[shared[0]!]} --seed ${seed} --case ${shared[1]}`;
    writeSync(2, `A case does not end: npm run -s fuzz -- ${again}\n`);
    process.kill(process.pid, 'SIGKILL');
  }
}, LOOK_EVERY);
