/** How many items of a model were refused, by reason. */
import type { ReadRefusal } from '../domain/reading.ts';

export type Refused = Partial<Record<ReadRefusal, number>>;

/** Counts what was refused. */
export function refuse(refused: Refused, why: ReadRefusal, times = 1): void {
  if (times > 0) refused[why] = (refused[why] ?? 0) + times;
}
