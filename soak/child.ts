/**
 * One process of a desk under fault: ingests files or works, as its order says. Exit codes: 0 done; 1 what it
 * stood on failed, and it may be begun again; 99 a defect.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { openDesk } from '../src/pipeline/desk.ts';
import { ingest } from '../src/pipeline/ingest.ts';
import { work } from '../src/pipeline/work/worker.ts';
import type { Order } from './order.ts';

const PAUSE = 150;
const order = JSON.parse(process.argv[2]!) as Order;

process.on('unhandledRejection', (reason) => {
  process.stderr.write(`UNHANDLED ${(reason as Error)?.stack ?? reason}\n`);
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

  async function working(): Promise<void> {
    const queue = await desk.openQueue!();
    await work(poisoned(), queue, {
      signal: new AbortController().signal,
      warn: async () => {},
      tell: (line) => process.stderr.write(`${line}\n`),
      silence: order.silence,
      rowsEach: order.rowsEach,
    });
  }

  /** A desk one of whose articles takes every reader of this process with it. */
  function poisoned(): typeof desk {
    const { store } = desk;
    const unread: typeof store.unread = async (query) => {
      const found = await store.unread(query);
      const isPoison = found.some(({ row }) => row === order.poison);
      if (isPoison) process.kill(process.pid, 'SIGKILL');
      return found;
    };
    return { ...desk, store: { ...store, unread } };
  }
} catch (error) {
  process.stderr.write(`${(error as Error).message}: ${String((error as Error).cause ?? '')}\n`);
  process.exit(1);
}
process.exit(0);
