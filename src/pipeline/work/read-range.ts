/**
 * The job of reading some consecutive articles. Where it fails, or its worker fell, it is halved until it is
 * clear which article a reader cannot take: that one is parked by itself, and all others are read.
 */
import { READ_LANGUAGES } from '../../domain/reading.ts';
import type { JobData, Queue, TakenJob } from '../../store/queue.ts';
import type { Store } from '../../store/store.ts';
import { readable } from '../read.ts';
import type { Hands } from './hands.ts';

/** Articles of one job: some 200 ms of work, so that asking for it costs little. */
export const ROWS_EACH = 32;

type ReadData = Extract<JobData, { queue: 'read' }>;

/** Reads what is unread of the rows; gives how many articles. Throws what the reader throws. */
export async function readRange(
  store: Store,
  hands: Hands,
  { reader, from, to }: ReadData,
): Promise<number> {
  const query = { reader, languages: READ_LANGUAGES, from, to, limit: to - from };
  const unread = await store.unread(query);
  if (unread.length === 0) return 0;
  const articles = unread.map(({ article }) => readable(article));
  const answer = await hands.do({ kind: 'read', articles });
  if (answer.kind !== 'readings') throw new Error(`readings were expected, not ${answer.kind}`);
  await store.saveReadings(answer.readings);
  return answer.readings.length;
}

/** Whether it was put aside as two smaller jobs. */
export async function halved(queue: Queue, job: TakenJob, data: ReadData): Promise<boolean> {
  const { from, to } = data;
  if (to - from < 2) return false;
  const middle = Math.floor((from + to) / 2);
  await queue.replace(job, [
    { ...data, to: middle },
    { ...data, from: middle },
  ]);
  return true;
}
