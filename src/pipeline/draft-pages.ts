/** Pages as drafts of articles by a crew: taking a page apart is most of the work of a watch. */
import type { DraftOptions } from '../collect/draft.ts';
import type { Draft, RawItem } from '../domain/article.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Crew } from './crew.ts';
import type { DraftJob } from './draft-jobs.ts';

/** Pages of one job: some 40 ms of work. */
const JOB = 4;

/** Reads items with a crew; the drafts come in the order of the items. */
export async function draftWith(
  crew: Crew,
  items: readonly RawItem[],
  options: DraftOptions,
): Promise<Outcome<Draft>[]> {
  const drafts: Outcome<Draft>[] = [];
  for await (const answer of crew.run(jobsOf(items, options))) {
    if (answer.kind === 'drafts') drafts.push(...answer.drafts);
  }
  return drafts;
}

async function* jobsOf(items: readonly RawItem[], options: DraftOptions): AsyncGenerator<DraftJob> {
  for (let begin = 0; begin < items.length; begin += JOB) {
    yield { kind: 'draft', items: items.slice(begin, begin + JOB), options };
  }
}
