/** The two sides of a deed. */
import type { Party } from '../../domain/reading.ts';
import { actorsOf, domestic } from './actors.ts';
import type { Sense } from './event-lexicon.ts';
import type { Sides } from './parties.ts';
import { receivers } from './receivers.ts';
import type { Clause } from './senses.ts';
import type { Stage } from './stage.ts';

export function sidesOf(stage: Stage, clause: Clause, sense: Sense): Sides {
  if (sense.actor === 'pair') return pairOf(stage, clause);
  const named = actorsOf(stage, clause, sense);
  const recipients = receivers(stage, clause, sense, named);
  return { actors: domestic(stage, clause, named, recipients), recipients };
}

/** "relations between A and B soured", "of A with B"; of "with B" alone A is who was spoken of. */
function pairOf({ scene, parties, topics }: Stage, { at, subject }: Clause): Sides {
  const { chunks } = scene;
  const sides: Party[] = [];
  const add = (phrase: number): void => {
    for (const party of parties.of(phrase)) {
      if (party.state === undefined || sides.some(({ state }) => state === party.state)) continue;
      sides.push(party);
    }
  };
  if (subject >= 0) add(subject);
  for (let i = subject + 1; subject >= 0 && i + 1 < at && i < subject + PAIR; i += 2) {
    if (chunks[i]!.kind !== 'preposition' || chunks[i + 1]!.kind !== 'phrase') break;
    add(i + 1);
  }
  const [only] = sides;
  if (sides.length !== 1) return { actors: sides, recipients: [] };
  const topic = topics.before(subject < 0 ? at : subject);
  return topic === undefined || topic.state === only!.state
    ? { actors: sides, recipients: [] }
    : { actors: [topic], recipients: sides };
}

/** Chunks behind "relations" that name whose they are. */
const PAIR = 6;
