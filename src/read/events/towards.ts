/** What a stance is about. */
import type { Party } from '../../domain/reading.ts';
import type { Stage } from './stage.ts';

/** What a stance is about, with all that hangs on it by prepositions. */
export function towardsOf(
  { scene, parties }: Pick<Stage, 'scene' | 'parties'>,
  about: number,
): Party {
  const { chunks, doc, words } = scene;
  const { first, sentence } = chunks[about]!;
  // "against sending troops": with its object.
  const isVerb = chunks[about]!.kind === 'verb' && chunks[about + 1]?.kind === 'phrase';
  const noun = isVerb ? about + 1 : about;
  let { last } = chunks[noun]!;
  for (let i = noun + 1; i + 1 < chunks.length && i < about + LONGEST; i += 2) {
    const joint = chunks[i]!;
    const next = chunks[i + 1]!;
    if (joint.kind !== 'preposition' || next.kind !== 'phrase' || next.sentence !== sentence) break;
    const { lower } = doc.tokens[joint.first]!;
    if (!words.attaching.has(lower) && !words.prepositions.has(lower)) break;
    last = next.last;
  }
  const span = { begin: doc.tokens[first]!.begin, end: doc.tokens[last - 1]!.end };
  const [named] = chunks[noun]!.kind === 'phrase' ? parties.of(noun) : [];
  return {
    span,
    text: doc.text.slice(span.begin, span.end),
    entity: named?.entity,
    state: named?.state,
  };
}

/** Chunks of what a stance is about. */
const LONGEST = 9;
