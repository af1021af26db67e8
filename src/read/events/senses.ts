/** Which sense of a verb or noun holds where it stands: the first whose conditions all do. */
import type { Chunk, Scene } from './chunk.ts';
import type { Sense } from './event-lexicon.ts';
import { type Complements, complementsOf } from './objects.ts';
import type { Range, VerbGroup } from './verb-group.ts';

/** Words behind a verb that `any` looks at. */
const REACH = 26;

/** A verb with what stands around it. */
export interface Clause {
  readonly at: number;
  readonly verb: VerbGroup;
  readonly subject: number;
  readonly complements: Complements;
}

export function clauseOf(scene: Scene, at: number, subject: number): Clause {
  const verb = scene.chunks[at]!.verb!;
  const complements = complementsOf(scene, at);
  const [first] = complements.prepositional;
  if (complements.object < 0 && scene.doc.language === 'es' && /^al?$/.test(first?.word ?? '')) {
    // "expulsó a dos diplomáticos"
    return { at, verb, subject, complements: { ...complements, object: first!.phrase } };
  }
  if (subject >= 0 || complements.object >= 0) return { at, verb, subject, complements };
  const object = frontedObject(scene, at);
  return { at, verb, subject, complements: { ...complements, object } };
}

/** Russian: "Посла Турции вызвали", the object before a verb of no subject. */
function frontedObject({ chunks, doc, rows }: Scene, at: number): number {
  if (doc.cases === undefined) return -1;
  const { first } = rows[chunks[at]!.sentence]!;
  for (let i = at - 1; i >= first && i >= at - FRONTED; i--) {
    const { kind } = chunks[i]!;
    const isFree = kind === 'phrase' && (i === first || chunks[i - 1]!.kind !== 'preposition');
    if (isFree) return i;
    if (kind !== 'date' && kind !== 'phrase' && kind !== 'preposition') return -1;
  }
  return -1;
}

/** Chunks looked over for an object before its verb. */
const FRONTED = 8;

/** The sense of a verb in its clause. */
export function senseOf(scene: Scene, clause: Clause): Sense | undefined {
  for (const { senses } of clause.verb.entries) {
    const found = senses?.find((sense) => holdsHere(scene, clause, sense));
    if (found !== undefined) return found;
  }
  return undefined;
}

function holdsHere(scene: Scene, clause: Clause, sense: Sense): boolean {
  const { verb, subject, complements, at } = clause;
  const { chunks } = scene;
  if (sense.mood !== undefined && sense.mood !== verb.mood) return false;
  if (sense.voice !== undefined && sense.voice !== verb.voice) return false;
  if (sense.next !== undefined && !nextWords(scene, verb.last, sense.next)) return false;
  if (sense.takes !== undefined && !takes(chunks, complements, sense.takes)) return false;
  const behind = { first: verb.last, last: Math.min(verb.last + REACH, clauseEnd(scene, at)) };
  if (sense.any !== undefined && !touches(scene, behind, sense.any)) return false;
  const { first, last } = scene.doc.sentences[chunks[at]!.sentence]!;
  if (sense.around !== undefined && !touches(scene, { first, last }, sense.around)) return false;
  if (sense.not !== undefined && touches(scene, behind, sense.not)) return false;
  if (sense.subject !== undefined) {
    if (subject < 0 || !touches(scene, wholePhrase(scene, subject), sense.subject)) return false;
  }
  const undergone = undergoer(clause);
  if (sense.bare === true && complements.object >= 0) return false;
  if (sense.named === true && !isName(scene, undergone)) return false;
  if (sense.object === undefined) return true;
  return undergone >= 0 && touches(scene, wholePhrase(scene, undergone), sense.object);
}

/** Whether a phrase is a name: its head stands in one. */
function isName({ chunks, mentions, mentionAt }: Scene, phrase: number): boolean {
  const kind = phrase < 0 ? undefined : mentions[mentionAt[chunks[phrase]!.head]!]?.kind;
  return kind === 'state' || kind === 'person' || kind === 'organisation';
}

/** The phrase of whom or what a deed is done to. */
export function undergoer({ verb, subject, complements }: Clause): number {
  return verb.voice === 'passive' ? subject : complements.object;
}

function takes(
  chunks: readonly Chunk[],
  { dependent }: Complements,
  wanted: NonNullable<Sense['takes']>,
): boolean {
  if (dependent < 0) return false;
  const { form } = chunks[dependent]!.verb!;
  const infinitive = form === 'infinitive' || form === 'gerund';
  return wanted === 'either' || infinitive === (wanted === 'infinitive');
}

/** The token before which the clause of a verb ends: at a relative or another clause of its own. */
function clauseEnd({ doc, chunks, rows }: Scene, at: number): number {
  const { sentence } = chunks[at]!;
  for (let i = at + 1; i < rows[sentence]!.last && i <= at + REACH; i++) {
    const { kind, first } = chunks[i]!;
    if (kind === 'relative' || kind === 'subordinator' || kind === 'stop' || kind === 'condition')
      return first;
  }
  return doc.sentences[sentence]!.last;
}

/** Whether one of the runs of words stands at a token, dates and adverbs before it aside. */
export function nextWords({ doc, dateAt }: Scene, from: number, runs: readonly string[]): boolean {
  let at = from;
  while (at < from + 6 && at < doc.tokens.length && dateAt[at]! >= 0) at++;
  return runs.some((run) =>
    run.split(' ').every((word, i) => {
      const token = doc.tokens[at + i];
      return token !== undefined && (token.lower === word || doc.lemmas[at + i] === word);
    }),
  );
}

/** Whether a word of the range is of one of the classes. */
export function touches(
  { doc, lexicon }: Scene,
  { first, last }: Range,
  names: readonly string[],
): boolean {
  for (let i = first; i < last; i++) {
    if (lexicon.has(names, doc.tokens[i]!.lower, doc.lemmas[i]!)) return true;
  }
  return false;
}

/** A phrase with what hangs on it by "of", as tokens: "a group of officers". */
export function wholePhrase({ chunks, doc, words }: Scene, at: number): Range {
  const { first, last, sentence } = chunks[at]!;
  let end = last;
  for (let i = at + 1; i + 1 < chunks.length && i <= at + 4; i += 2) {
    const joint = chunks[i]!;
    const next = chunks[i + 1]!;
    if (next.sentence !== sentence || next.kind !== 'phrase') break;
    const joins = joint.kind === 'and' || words.attaching.has(doc.tokens[joint.first]!.lower);
    if (!joins) break;
    end = next.last;
  }
  return { first, last: end };
}
