/** What holds of a diplomatic list, whatever it was read from. */
import { readDiplomaticList } from '../src/collect/presence/lists/diplomatic-list.ts';
import { listEntries } from '../src/collect/presence/lists/list-entries.ts';
import { listLines } from '../src/collect/presence/lists/list-lines.ts';
import { hintsOf } from '../src/collect/presence/lists/plausible.ts';
import { boundsFault, countFault, firstOf, sentenceFault } from './rules.ts';
import type { Fault } from './target.ts';

const STATED = {
  host: 'MX',
  asOf: { first: '2024-09-01', last: '2024-09-30' },
  source: { name: 'An invented ministry' },
} as const;

/** Reads a list to its entries: counts are counts, and every refusal says why. */
export async function listFault(bytes: Uint8Array): Promise<Fault> {
  const read = await listLines(bytes);
  if (!read.ok) return sentenceFault('the reason', read.reason);
  const list = readDiplomaticList(read.lines);
  const hints = hintsOf(list, new Map());
  const { entries, refused } = listEntries(list, STATED, hints);
  return firstOf([
    ...list.missions.flatMap(({ heads, diplomats, military, line, page }) => [
      countFault('heads', heads),
      countFault('diplomats', diplomats, military),
      countFault('a line', line, 1),
      countFault('a page', page, 1),
    ]),
    ...entries.map(({ draft }) => boundsFault('an entry', draft.number)),
    ...refused.map(({ reason }) => sentenceFault('a refusal', reason)),
  ]);
}
