/** What is stated about outlets, for judgements that are not asked about a watch of their own. */
import { openRegistry, usualWatchList } from '../watch/watch-list.ts';
import type { FactsOf } from './ladder-members.ts';

/** The shipped facts, and those of a watch list: the one in the folder that the user is in, if none is named. */
export async function usualFacts(watchFile = usualWatchList()): Promise<FactsOf> {
  const { outlets } = await openRegistry(watchFile, []);
  return (domain) => outlets.factsOf(domain);
}
