/**
 * An ingest and its trace in a process of its own, to be killed: DESK NOW INPUT [DEATH]. The clock
 * stands at NOW.
 * DEATH is `append:N`, to die when the N-th batch is archived but not committed, or
 * `save:N`, just after it was committed.
 */
import { type Desk, openDesk } from '../src/pipeline/desk.ts';
import { ingest } from '../src/pipeline/ingest.ts';
import { traceDesk } from '../src/pipeline/trace.ts';

const [folder, now, input, death] = process.argv.slice(2);
const [moment, batch] = (death ?? '').split(':');

const desk = mortal(
  await openDesk({
    folder: folder!,
    now: () => Number(now),
    // For private use: made-up words have no lexicon, and retellings would take most of the time.
    detectLanguage: async () => 'qaa',
  }),
);
process.stdout.write('ready\n');
await ingest(desk, [input!]);
await traceDesk(desk, { threads: 1 });
await desk.close();

function mortal(whole: Desk): Desk {
  let batches = 0;
  const dieAt = (here: string): void => {
    if (here === moment && batches === Number(batch)) process.kill(process.pid, 'SIGKILL');
  };
  const { store } = whole;
  return {
    ...whole,
    store: {
      ...store,
      saveBatch: async (saved) => {
        batches++;
        dieAt('append');
        await store.saveBatch(saved);
        dieAt('save');
      },
    },
  };
}
