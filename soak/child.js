/**
 * One process of a desk under fault: ingests files or works, as its order says. Exit codes: 0 done; 1 what it
 * stood on failed, and it may be begun again; 99 a defect. It runs what is built: begun a thousand times, it must
 * not be compiled each time.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { openDesk } from '../dist/pipeline/desk.js';
import { ingest } from '../dist/pipeline/ingest.js';
import { work } from '../dist/pipeline/work/worker.js';

const PAUSE = 150;
/** See `order.ts`. */
const order = JSON.parse(process.argv[2]);

process.on('unhandledRejection', (reason) => {
  process.stderr.write(`UNHANDLED ${reason?.stack ?? reason}\n`);
  process.exit(99);
});

try {
  const desk = await openDesk({
    folder: order.folder,
    database: order.database,
    now: () => order.now,
    detectLanguage: async () => 'en',
  });
  if (order.role === 'ingest') {
    // One after the other, with time for others to see what came in.
    for (const file of order.files) {
      await ingest(desk, [file]);
      await sleep(PAUSE);
    }
  }
  if (order.role === 'work') await working();
  await desk.close();

  async function working() {
    const queue = await desk.openQueue();
    await work(poisoned(), queue, {
      signal: new AbortController().signal,
      warn: async () => {},
      tell: (line) => process.stderr.write(`${line}\n`),
      silence: order.silence,
      rowsEach: order.rowsEach,
    });
  }

  /** A desk one of whose articles takes every reader of this process with it. */
  function poisoned() {
    const { store } = desk;
    const unread = async (query) => {
      const found = await store.unread(query);
      const isPoison = found.some(({ row }) => row === order.poison);
      if (isPoison) process.kill(process.pid, 'SIGKILL');
      return found;
    };
    return { ...desk, store: { ...store, unread } };
  }
} catch (error) {
  process.stderr.write(`${error.message}: ${String(error.cause ?? '')}\n`);
  process.exit(1);
}
process.exit(0);
