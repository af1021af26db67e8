/**
 * Deeds told by nouns: "the expulsion of twelve Russian diplomats by Prague", "an attack on the Swedish
 * consulate", "ruled out an expulsion". Only where the noun's own phrases name the sides that its sense
 * needs, and the article tells no deed of that kind with the same sides by a verb: then the noun is a
 * second mention.
 */
import type { EventStatus, Party, PoliticalEvent } from '../../domain/reading.ts';
import type { EventLexicon, NounEntry, Sense } from './event-lexicon.ts';
import { complementsOf, type Prepositional } from './objects.ts';
import { touches, wholePhrase } from './senses.ts';
import type { Stage } from './stage.ts';
import { worse } from './status.ts';
import { whenAndWhere } from './when-where.ts';

/** Prepositional phrases that are followed behind a noun. */
const MOST_PHRASES = 4;
/** Chunks between a verb and the noun that is its object. */
const REACH = 4;

/** The entry of a noun by its form or lemma. */
export type NounsAt = (form: string, lemma: string) => NounEntry | undefined;

export function openNouns({ nouns }: EventLexicon): NounsAt {
  const entries = new Map(
    nouns.flatMap((entry) => entry.words.map((word) => [word, entry] as const)),
  );
  return (form, lemma) => entries.get(form) ?? entries.get(lemma);
}

/** Events by nouns, beside those by verbs. */
export function nounEvents(
  stage: Stage,
  nounsAt: NounsAt,
  told: readonly PoliticalEvent[],
): PoliticalEvent[] {
  const { doc, chunks } = stage.scene;
  const kinds = new Map<string, PoliticalEvent[]>();
  const add = (event: PoliticalEvent): void => {
    const known = kinds.get(event.kind);
    if (known === undefined) kinds.set(event.kind, [event]);
    else if (known.length < MOST_COMPARED) known.push(event);
  };
  told.forEach(add);
  return chunks.flatMap(({ kind, head }, at) => {
    if (kind !== 'phrase' || doc.tags[head] !== 'NOUN') return [];
    const entry = nounsAt(doc.tokens[head]!.lower, doc.lemmas[head]!);
    const event = entry === undefined ? undefined : nounEvent(stage, at, entry);
    if (event === undefined) return [];
    const isOwn = event.status !== 'happened';
    if (!isOwn && kinds.get(event.kind)?.some((other) => isSame(event, other))) return [];
    add(event);
    return [event];
  });
}

/** Events of one kind that a noun is compared with: bounds the work. */
const MOST_COMPARED = 32;

/** Whether what both name of their sides is the same. */
function isSame(a: PoliticalEvent, b: PoliticalEvent): boolean {
  const sides = (event: PoliticalEvent): string[] =>
    [...event.actors, ...event.recipients].flatMap(({ state }) => state ?? []);
  const [own, other] = [sides(a), sides(b)];
  return own.every((state) => other.includes(state)) || other.every((state) => own.includes(state));
}

function nounEvent(stage: Stage, at: number, { senses }: NounEntry): PoliticalEvent | undefined {
  const { scene, told } = stage;
  const { doc, chunks } = scene;
  const sense = senses.find(
    ({ object }) => object === undefined || touches(scene, wholePhrase(scene, at), object),
  );
  if (sense === undefined) return undefined;
  const governor = governing(stage, at);
  const { actors, recipients } = sidesOf(stage, at, sense, governor);
  if (!isTold(sense, actors, recipients)) return undefined;
  const { head, sentence } = chunks[at]!;
  const { begin, end, text } = doc.tokens[head]!;
  const { date, place } = whenAndWhere(scene, governor?.verb ?? at);
  const { begin: from, end: to } = doc.sentences[sentence]!;
  return {
    span: { begin, end },
    text,
    type: sense.type,
    kind: sense.kind,
    status: statusOf(stage, at, governor),
    actors,
    recipients,
    place,
    date,
    sentence: { begin: from, end: to },
    told: told.at({ begin, end }),
  };
}

interface Governor {
  readonly verb: number;
  readonly operator: string | undefined;
}

/** The verb whose object the noun is. */
function governing({ scene }: Stage, at: number): Governor | undefined {
  const { chunks } = scene;
  for (let i = at - 1; i >= 0 && i >= at - REACH; i--) {
    const { kind, verb, sentence } = chunks[i]!;
    if (sentence !== chunks[at]!.sentence) return undefined;
    if (kind !== 'verb') continue;
    if (complementsOf(scene, i).object !== at) return undefined;
    return { verb: i, operator: verb!.entries.find(({ operator }) => operator)?.operator };
  }
  return undefined;
}

function sidesOf(
  stage: Stage,
  at: number,
  sense: Sense,
  governor: Governor | undefined,
): { actors: readonly Party[]; recipients: readonly Party[] } {
  const { scene, parties, subjectOf } = stage;
  const { words, doc } = scene;
  const behind = phrasesBehind(scene, at);
  const named = (phrase: number): Party[] =>
    parties.of(phrase).filter(({ state }) => state !== undefined);
  const attached = behind.filter(({ word }) => words.attaching.has(word));
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
  const inside = doc.cases !== undefined && roles.includes('object') ? own : [];
  const found = recipients.find((one) => one.length > 0) ?? inside;
  const agent = agentBehind(scene, at, behind);
  if (agent >= 0) return { actors: named(agent), recipients: found };
  if (inside.length === 0 && own.length > 0) return { actors: own, recipients: found };
  // "the closure of the Bulgarian consulate in …": it is Bulgaria's.
  const owner = sense.kind === 'staff-change' ? attached[0] : undefined;
  if (owner !== undefined) return { actors: named(owner.phrase), recipients: found };
  const mayAct = sense.needs === 'actor' && governor?.operator !== undefined;
  const acts = mayAct && governor.operator !== 'pass';
  const subject = acts ? subjectOf(governor.verb) : -1;
  return { actors: subject < 0 ? [] : named(subject), recipients: found };
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

function isTold({ needs }: Sense, actors: readonly Party[], recipients: readonly Party[]): boolean {
  switch (needs) {
    case 'two':
      return new Set([...actors, ...recipients].map(({ state }) => state)).size > 1;
    case 'actor':
      return actors.length > 0;
    case 'recipient':
      return recipients.length > 0;
    case 'one':
      return actors.length > 0 || recipients.length > 0;
    default:
      return actors.length > 0 && recipients.length > 0;
  }
}

function statusOf(
  { scene, statusOf: ofVerb }: Stage,
  at: number,
  governor: Governor | undefined,
): EventStatus {
  const { doc, lexicon, chunks } = scene;
  const chunk = chunks[at]!;
  const possible = touches(scene, chunk, ['possibles']) || isPossible(chunk.first - 2);
  const own: EventStatus = possible ? 'hypothetical' : 'happened';
  if (governor === undefined) return own;
  const { negated } = chunks[governor.verb]!.verb!;
  switch (governor.operator) {
    case 'exclude':
    case 'deny':
      return negated ? 'hypothetical' : 'negated';
    case 'plan':
    case 'decide':
      return negated ? 'negated' : worse('planned', own);
    case 'consider':
      return 'hypothetical';
    default:
      return worse(own, ofVerb(governor.verb));
  }

  /** "the threat of an expulsion" */
  function isPossible(token: number): boolean {
    const word = doc.tokens[token];
    return word !== undefined && lexicon.has(['possibles'], word.lower, doc.lemmas[token]!);
  }
}
