/** Who acts in a clause, with what the text says of states that the phrase itself does not name. */
import type { Party } from '../../domain/reading.ts';
import type { Sense } from './event-lexicon.ts';
import { isOffice } from './people.ts';
import { agentOf } from './roles.ts';
import type { Clause } from './senses.ts';
import { speakerOf } from './speaker.ts';
import type { Stage } from './stage.ts';

export function actorsOf(stage: Stage, clause: Clause, sense: Sense): readonly Party[] {
  const { scene, parties, topics } = stage;
  const { verb, subject, complements, at } = clause;
  if (sense.actor === 'speaker') return speakerOf(stage, at);
  if (sense.actor === 'unsaid') return placeActor(stage, clause, sense);
  let place = subject;
  if (verb.voice === 'passive' && sense.actor !== 'object') place = agentOf(scene, complements, at);
  else if (sense.actor === 'object' && verb.voice !== 'passive') place = complements.object;
  if (place >= 0) return parties.of(place);
  if (verb.voice === 'passive') return placeActor(stage, clause, sense);
  // Spanish and Russian drop their subjects: it is the last one.
  const dropped = scene.doc.language !== 'en' && verb.form === 'finite';
  // Russian plurals without a subject name nobody: "вызвали в МИД".
  const { lower } = scene.doc.tokens[verb.head]!;
  if (scene.doc.language === 'ru' && /(?:ли|ют|ут|ят|ат)(?:сь|ся)?$/.test(lower))
    return placeActor(stage, clause, sense);
  const topic = dropped ? topics.before(at) : undefined;
  return topic === undefined ? [] : [topic];
}

/** Who is arrested in a state, is by that state; who is expelled from it, too. */
function placeActor(
  { scene, parties }: Stage,
  { complements }: Clause,
  sense: Sense,
): readonly Party[] {
  const roles: readonly string[] =
    sense.by ?? (sense.kind === 'expel' ? ['from'] : AT_HOME.has(sense.type) ? ['in'] : []);
  const found = complements.prepositional.find(({ word }) =>
    roles.includes(scene.words.prepositions.get(word) ?? ''),
  );
  return found === undefined
    ? []
    : parties.of(found.phrase).filter(({ state }) => state !== undefined);
}

/** What only those who hold a place do there. */
const AT_HOME: ReadonlySet<Sense['type']> = new Set(['COERCE', 'INVESTIGATE']);

/** An office-holder of no known state is of the one that the sentence names, if it is not acted upon. */
export function domestic(
  { scene, parties }: Stage,
  { at, subject }: Clause,
  found: readonly Party[],
  recipients: readonly Party[],
): readonly Party[] {
  const [first] = found;
  if (found.length !== 1 || first!.state !== undefined || subject < 0) return found;
  if (!isOffice(scene, scene.chunks[subject]!)) return found;
  const { first: from, last } = scene.rows[scene.chunks[at]!.sentence]!;
  const states = new Set<string>();
  for (let i = from; i < last && i < from + ROW && states.size < 2; i++) {
    if (scene.chunks[i]!.kind !== 'phrase') continue;
    for (const state of parties.within(i)) states.add(state);
  }
  const [only] = states;
  const foreign = recipients.some(({ state }) => state === only);
  return only === undefined || states.size > 1 || foreign ? found : [{ ...first!, state: only }];
}

/** Chunks of a sentence that are asked for states. */
const ROW = 40;
