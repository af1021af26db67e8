/** Which entry of the cues a verb group is, with or without a particle. */
import type { CueEntry } from './cue-words.ts';
import type { Page } from './page.ts';

/** The entry, and where the verb with its particle ends. */
export function entryOf(page: Page, place: number): { entry: CueEntry; last: number } | undefined {
  const group = page.groups[place]!;
  if (group.verb === undefined) return undefined;
  const phrasal = group.verb.phrasal.get(page.doc.tokens[group.last]?.lower ?? '');
  if (phrasal !== undefined) return { entry: phrasal, last: group.last + 1 };
  const { plain } = group.verb;
  return plain === undefined ? undefined : { entry: plain, last: group.last };
}
