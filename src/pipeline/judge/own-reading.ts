/** Which of an article's readings judging rests on: the built-in reader's, else the first. */
import type { ArticleId } from '../../domain/ids.ts';
import type { Reading } from '../../domain/reading.ts';
import { BUILT_IN_READER } from '../../read/read.ts';

const WITHOUT_VERSION = BUILT_IN_READER.split('@')[0]!;

/** The reading of `id` among those that the store gave; undefined where it was not read. */
export function readingOf(
  readings: ReadonlyMap<ArticleId, readonly Reading[]>,
  id: ArticleId,
): Reading | undefined {
  const all = readings.get(id) ?? [];
  return all.find(({ reader }) => reader.split('@')[0] === WITHOUT_VERSION) ?? all[0];
}
