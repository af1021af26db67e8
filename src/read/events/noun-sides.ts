/** The two sides of a deed that a noun names: the phrases behind it, its own words, who governs it. */
import type { Party } from '../../domain/reading.ts';
import type { Sense } from './event-lexicon.ts';
import { complementsOf, type Prepositional } from './objects.ts';
import type { Sides } from './parties.ts';
import type { Stage } from './stage.ts';

/** Prepositional phrases that are followed behind a noun. */
const MOST_PHRASES = 4;
/** Chunks between a verb and the noun that is its object. */
const REACH = 4;

export interface Governor {
  readonly verb: number;
  readonly operator: string | undefined;
}

/** The verb whose object the noun is. */
export function governing({ scene }: Stage, at: number): Governor | undefined {
  const { chunks } = scene;
  for (let i = at - 1; i >= 0 && i >= at - REACH; i--) {
    const { kind, verb, sentence } = chunks[i]!;
    if (sentence !== chunks[at]!.sentence) return undefined;
    if (kind !== 'verb') continue;
    const { object, indirect } = complementsOf(scene, i);
    if (object !== at && indirect !== at) return undefined;
    return { verb: i, operator: verb!.entries.find(({ operator }) => operator)?.operator };
  }
  return undefined;
}

/** Who does and who undergoes what a noun names. */
export function sidesOfNoun(
  stage: Stage,
  at: number,
  sense: Sense,
  governor: Governor | undefined,
): Sides {
  const { scene, parties, subjectOf } = stage;
  const { words, doc } = scene;
  const behind = phrasesBehind(scene, at);
  const named = (phrase: number): Party[] =>
    parties.of(phrase).filter(({ state }) => state !== undefined);
  const attached = behind.filter(
    ({ word }) => words.attaching.has(word) && !isHosting(stage, word, sense),
  );
  const own = ownParties(stage, at);
  if (sense.actor === 'pair') {
    const sides = [named(at), ...behind.map(({ phrase }) => named(phrase))].flat();
    const states = new Set(sides.map(({ state }) => state));
    return { actors: states.size > 1 ? sides : [], recipients: [] };
  }
  const roles: readonly string[] = sense.to ?? [];
  const places = behind.filter(({ word }) => roles.includes(words.prepositions.get(word) ?? ''));
  const undergone = roles.includes('object') ? attached : [];
  const recipients = [...places, ...undergone].map(({ phrase }) => named(phrase));
  // Russian: the genitive is inside the phrase, the agent in the instrumental behind it.
  const inside =
    doc.cases !== undefined && roles.includes('object') ? genitive(stage, at, own) : [];
  const found = recipients.find((one) => one.length > 0) ?? inside;
  const agent = agentBehind(scene, at, behind);
  if (agent >= 0) return { actors: named(agent), recipients: found };
  const host = hostBehind(stage, behind, sense, found);
  if (host.length > 0) return { actors: host, recipients: found };
  if (inside.length === 0 && own.length > 0) return { actors: own, recipients: found };
  // "the closure of the Bulgarian consulate in …": it is Bulgaria's.
  const owner = sense.kind === 'staff-change' ? attached[0] : undefined;
  if (owner !== undefined) return { actors: named(owner.phrase), recipients: found };
  const mayAct = sense.needs === 'actor' && governor?.operator !== undefined;
  const acts = mayAct && governor.operator !== 'pass';
  const subject = acts ? subjectOf(governor.verb) : -1;
  return { actors: subject < 0 ? [] : named(subject), recipients: found };
}

/** "высылки ещё двух российских дипломатов": an adverb parts the genitive from its noun. */
function genitive(stage: Stage, at: number, own: readonly Party[]): readonly Party[] {
  const { chunks, doc } = stage.scene;
  const next = chunks[at + 1];
  if (own.length > 0 || next?.kind !== 'phrase' || next.sentence !== chunks[at]!.sentence)
    return own;
  return doc.cases?.[next.head] === 'Gen' ? ownParties(stage, at + 1) : own;
}

/** Whether a preposition behind the noun names who does it; the Spanish "de" is of both. */
function isHosting({ scene }: Stage, word: string, { by }: Sense): boolean {
  const roles: readonly string[] = by ?? [];
  const { words, doc } = scene;
  return doc.language !== 'es' && roles.includes(words.prepositions.get(word) ?? '');
}

/** The states inside the words of the noun's own phrase. */
function ownParties({ scene, parties }: Stage, at: number): Party[] {
  const { doc, chunks } = scene;
  const { begin, end, text } = doc.tokens[chunks[at]!.head]!;
  return parties
    .within(at)
    .map((state) => ({ span: { begin, end }, text, entity: undefined, state }));
}

/** Who does it: behind "by", or in the Russian instrumental. */
function agentBehind(scene: Stage['scene'], at: number, behind: readonly Prepositional[]): number {
  const { words, doc, chunks } = scene;
  const by = behind.find(({ word }) => words.agents.has(word));
  if (by !== undefined) return by.phrase;
  const next = chunks[at + 1];
  const isAgent = next?.kind === 'phrase' && doc.cases?.[next.head] === 'Ins';
  return isAgent && next.sentence === chunks[at]!.sentence ? at + 1 : -1;
}

/** Who expels is the state out of which it is: "the expulsion of three diplomats from Albania". */
function hostBehind(
  { scene, parties }: Stage,
  behind: readonly Prepositional[],
  { by }: Sense,
  recipients: readonly Party[],
): readonly Party[] {
  const roles: readonly string[] = by ?? [];
  for (const { word, phrase } of behind) {
    if (!roles.includes(scene.words.prepositions.get(word) ?? '')) continue;
    const others = parties
      .of(phrase)
      .filter(({ state }) => state !== undefined && recipients.every((one) => one.state !== state));
    if (others.length > 0) return others;
  }
  return [];
}

/** The prepositional phrases that follow a phrase at once. */
function phrasesBehind({ chunks, doc }: Stage['scene'], at: number): Prepositional[] {
  const found: Prepositional[] = [];
  const { sentence } = chunks[at]!;
  for (let i = at + 1; i + 1 < chunks.length && found.length < MOST_PHRASES; i += 2) {
    const preposition = chunks[i]!;
    const phrase = chunks[i + 1]!;
    if (preposition.kind !== 'preposition' || phrase.kind !== 'phrase') break;
    if (phrase.sentence !== sentence) break;
    found.push({ word: doc.tokens[preposition.first]!.lower, phrase: i + 1 });
  }
  return found;
}
