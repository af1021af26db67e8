/** Verbs in a chain: "is trying to convince", "went on to say". */
import type { Page } from './page.ts';

/** The longest chain, in verb groups. */
const LONGEST = 6;

/** Where the first group of the chain stands that the group at `place` ends; cues of their own break it. */
export function chainStart(page: Page, place: number, isOuterCue: (at: number) => boolean): number {
  let first = place;
  while (first > Math.max(0, place - LONGEST)) {
    if (!isLinked(page, first) || isOuterCue(first - 1)) break;
    first--;
  }
  return first;
}

/** Whether an infinitive or a participle follows another verb group directly. */
export function isLinked({ groups }: Page, place: number): boolean {
  const group = groups[place]!;
  const previous = groups[place - 1];
  if (group.shape !== 'infinitive' && group.shape !== 'gerund') return false;
  return previous?.last === group.first && previous.sentence === group.sentence;
}
