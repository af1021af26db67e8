/**
 * Deeds told by nouns: "the expulsion of twelve Russian diplomats by Prague", "an attack on the Swedish
 * consulate", "ruled out an expulsion". Only where the noun's own phrases name the sides that its sense
 * needs, and the article tells no deed of that kind with the same sides by a verb: then the noun is a
 * second mention.
 */
import type { EventStatus, Party, PoliticalEvent } from '../../domain/reading.ts';
import { completed } from './bilateral.ts';
import type { EventLexicon, NounEntry, Sense } from './event-lexicon.ts';
import { type Governor, governing, sidesOfNoun } from './noun-sides.ts';
import { touches, wholePhrase } from './senses.ts';
import type { Stage } from './stage.ts';
import { worse } from './status.ts';
import { whenAndWhere } from './when-where.ts';

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
  const { chunks } = stage.scene;
  const kinds = new Map<string, PoliticalEvent[]>();
  const add = (event: PoliticalEvent): void => {
    const known = kinds.get(event.kind);
    if (known === undefined) kinds.set(event.kind, [event]);
    else if (known.length < MOST_COMPARED) known.push(event);
  };
  told.forEach(add);
  return chunks.flatMap(({ kind }, at) => {
    if (kind !== 'phrase') return [];
    const named = nounIn(stage.scene, at, nounsAt);
    const event = named === undefined ? undefined : nounEvent(stage, at, named);
    if (event === undefined) return [];
    const isOwn = event.status !== 'happened';
    if (!isOwn && kinds.get(event.kind)?.some((other) => isSame(event, other))) return [];
    add(event);
    return [event];
  });
}

interface NamedDeed {
  /** Its token. */
  readonly token: number;
  readonly entry: NounEntry;
}

/** The deed that a phrase names: by its head, or in Russian by a genitive ("возможность высылки"). */
function nounIn(
  { doc, chunks }: Stage['scene'],
  at: number,
  nounsAt: NounsAt,
): NamedDeed | undefined {
  const { head, last } = chunks[at]!;
  const end = doc.cases === undefined ? head + 1 : Math.min(last, head + GENITIVES);
  for (let token = head; token < end; token++) {
    if (doc.tags[token] !== 'NOUN') continue;
    const entry = nounsAt(doc.tokens[token]!.lower, doc.lemmas[token]!);
    if (entry !== undefined) return { token, entry };
  }
  return undefined;
}

/** Words of a phrase among which the genitive stands. */
const GENITIVES = 4;

/** Events of one kind that a noun is compared with: bounds the work. */
const MOST_COMPARED = 32;

/** Whether what both name of their sides is the same. */
function isSame(a: PoliticalEvent, b: PoliticalEvent): boolean {
  const sides = (event: PoliticalEvent): string[] =>
    [...event.actors, ...event.recipients].flatMap(({ state }) => state ?? []);
  const [own, other] = [sides(a), sides(b)];
  return own.every((state) => other.includes(state)) || other.every((state) => own.includes(state));
}

function nounEvent(
  stage: Stage,
  at: number,
  { token, entry: { senses } }: NamedDeed,
): PoliticalEvent | undefined {
  const { scene, told } = stage;
  const { doc, chunks } = scene;
  const sense = senses.find(
    ({ object }) => object === undefined || touches(scene, wholePhrase(scene, at), object),
  );
  if (sense === undefined) return undefined;
  const governor = governing(stage, at);
  const { sentence } = chunks[at]!;
  const own = sidesOfNoun(stage, at, sense, governor);
  const { actors, recipients } = completed(stage.otherIn, sentence, sense.kind, own);
  if (!isTold(sense, actors, recipients)) return undefined;
  const { begin, end, text } = doc.tokens[token]!;
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
