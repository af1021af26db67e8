/**
 * Whether a deed happened: what its own verb group says (negation, modality, tense), what the verb that
 * it depends on does to it ("plans to", "denied that it had"), whether a condition or a question holds
 * it, and whether the statement that tells it is denied or called false.
 */
import type { EventStatus } from '../../domain/reading.ts';
import type { Span } from '../../domain/span.ts';
import type { Scene } from './chunk.ts';
import type { Operator } from './event-lexicon.ts';
import { goesOn, modifiesPhrase, type Subjects } from './subjects.ts';
import type { Told } from './told.ts';

/** Verbs followed outward. */
const DEEPEST = 4;
const REACH = 40;

/** The stronger one counts: what is denied is not planned. */
const WEIGHT: Readonly<Record<EventStatus, number>> = {
  happened: 0,
  planned: 1,
  hypothetical: 2,
  negated: 3,
};

export const worse = (a: EventStatus, b: EventStatus): EventStatus =>
  WEIGHT[a] >= WEIGHT[b] ? a : b;

export interface Outer {
  /** The verb outside, by its chunk. */
  readonly verb: number;
  readonly operator: Operator | undefined;
}

/** The verb whose content or complement a verb stands in. */
export function outerOf(scene: Scene, at: number): Outer | undefined {
  const { chunks, rows } = scene;
  if (modifiesPhrase(scene, at) || isAsked(scene, at)) return undefined;
  const free = goesOn(scene, at);
  const { form } = chunks[at]!.verb!;
  const { first } = rows[chunks[at]!.sentence]!;
  const depends = form === 'infinitive' || form === 'gerund';
  let opened = depends;
  for (let i = at - 1; i >= first && i >= at - REACH; i--) {
    const { kind, verb } = chunks[i]!;
    if (kind === 'complementizer') opened = true;
    else if (kind === 'condition' || kind === 'stop' || kind === 'relative') return undefined;
    else if (kind === 'subordinator' && !opened) return undefined;
    else if (kind === 'verb') {
      if (free && verb!.form === 'infinitive') continue;
      const operator = free
        ? undefined
        : verb!.entries.find((entry) => entry.operator !== undefined)?.operator;
      if (opened) {
        if (
          verb!.form === 'infinitive' &&
          depends &&
          operator === undefined &&
          isJoined(chunks, i, at)
        )
          continue;
        return { verb: i, operator };
      }
      // "said it would": no complementizer.
      if (operator === 'say' && chunks[at - 1]!.kind === 'phrase') return { verb: i, operator };
      if (!isJoined(chunks, i, at)) return undefined;
    }
  }
  return undefined;
}

/** Russian "закрывать ли": a question of its own. */
function isAsked({ doc, chunks }: Scene, at: number): boolean {
  return doc.tokens[chunks[at]!.last - 1]?.lower === 'ли';
}

function isJoined(chunks: Scene['chunks'], from: number, to: number): boolean {
  for (let i = to - 1; i > from; i--) if (chunks[i]!.kind === 'and') return true;
  return false;
}

/** The status of a verb chunk; `verbal`: its deed is done by deciding on it. */
export type StatusOf = (verb: number, verbal?: boolean) => EventStatus;

export function openStatus(scene: Scene, subjectOf: Subjects, told: Told): StatusOf {
  const known = new Map<number, EventStatus>();
  const statusOf = (at: number, depth: number): EventStatus => {
    const before = known.get(at);
    if (before !== undefined) return before;
    const own = ownStatus(scene, at, subjectOf);
    const outer = depth > DEEPEST ? undefined : outerOf(scene, at);
    const status =
      outer === undefined
        ? own
        : worse(own, throughOperator(scene, outer, statusOf(outer.verb, depth + 1)));
    known.set(at, status);
    return status;
  };
  return (verb, verbal = false) => {
    const { begin, end } = scene.doc.tokens[scene.chunks[verb]!.head]!;
    if (told.isDenied({ begin, end }, operatorsAround(scene, verb))) return 'negated';
    const status = statusOf(verb, 0);
    const outer = verbal && status === 'planned' ? outerOf(scene, verb) : undefined;
    return outer?.operator === 'decide' ? statusOf(outer.verb, 1) : status;
  };
}

/** Where the verbs stand that are judged by what they do to the deed, so that no cue need be. */
function operatorsAround({ doc, ...scene }: Scene, at: number): Span[] {
  const spans: Span[] = [];
  let verb = at;
  for (let depth = 0; depth < DEEPEST; depth++) {
    const outer = outerOf({ doc, ...scene }, verb);
    if (outer === undefined) break;
    verb = outer.verb;
    const { begin, end } = doc.tokens[scene.chunks[verb]!.head]!;
    if (outer.operator === 'exclude' || outer.operator === 'deny') spans.push({ begin, end });
  }
  return spans;
}

function throughOperator(scene: Scene, { verb, operator }: Outer, outer: EventStatus): EventStatus {
  const { negated } = scene.chunks[verb]!.verb!;
  switch (operator) {
    case undefined:
    case 'pass':
      return outer;
    case 'say':
      return 'happened';
    case 'plan':
    case 'decide':
      return negated ? 'negated' : worse('planned', outer);
    case 'consider':
      return worse('hypothetical', outer === 'negated' ? 'hypothetical' : outer);
    case 'deny':
      return negated ? 'hypothetical' : 'negated';
    case 'exclude':
      return negated ? 'hypothetical' : 'negated';
  }
}

function ownStatus(scene: Scene, at: number, subjectOf: Subjects): EventStatus {
  const { negated, mood, form } = scene.chunks[at]!.verb!;
  if (negated || hasNegative(scene, subjectOf(at))) {
    return mood === 'possible' && !negated ? 'hypothetical' : 'negated';
  }
  if (underCondition(scene, at) || isQuestion(scene, at)) return 'hypothetical';
  if (mood === 'future') return 'planned';
  if (mood === 'would') return saidBefore(scene, at) ? 'planned' : 'hypothetical';
  if (mood === 'possible' || mood === 'necessary') return 'hypothetical';
  if (form === 'gerund' && isArgued(scene, at)) return 'hypothetical';
  return form === 'infinitive' ? purposeStatus(scene, at) : 'happened';
}

/** "is against sending troops" */
function isArgued({ chunks, doc, words }: Scene, at: number): boolean {
  const before = chunks[at - 1];
  if (before?.kind !== 'preposition') return false;
  return words.prepositions.get(doc.tokens[before.first]!.lower) === 'against';
}

/** An infinitive that depends on nothing known has not happened for all the text says. */
function purposeStatus(scene: Scene, at: number): EventStatus {
  const outer = outerOf(scene, at);
  if (outer?.operator === 'pass') return 'happened';
  const plans = outer?.operator === 'plan' || outer?.operator === 'decide';
  return plans || isIntended(scene, at) ? 'planned' : 'hypothetical';
}

/** "its plan to expel". */
export function isIntended({ chunks, doc, lexicon }: Scene, at: number): boolean {
  const before = chunks[at - 1];
  if (before?.kind !== 'phrase') return false;
  return lexicon.has(['intentions'], doc.tokens[before.head]!.lower, doc.lemmas[before.head]!);
}

/** "No diplomat has been asked", "neither capital". */
export function hasNegative({ chunks, doc, words }: Scene, subject: number): boolean {
  if (subject < 0) return false;
  const { first } = chunks[subject]!;
  const before = doc.tokens[first - 1]?.lower ?? '';
  return words.negativeSubjects.has(doc.tokens[first]!.lower) || words.negativeSubjects.has(before);
}

/** "if", "whether", "unless" before the verb in its own clause; Russian "ли" behind it. */
export function underCondition(scene: Scene, at: number): boolean {
  if (isAsked(scene, at)) return true;
  const { chunks, rows } = scene;
  const { first } = rows[chunks[at]!.sentence]!;
  for (let i = at - 1; i >= first && i >= at - REACH; i--) {
    const { kind, verb } = chunks[i]!;
    if (kind === 'condition') return true;
    if (kind === 'stop' || kind === 'complementizer' || kind === 'relative') return false;
    if (kind === 'verb' && verb!.form === 'finite') return false;
  }
  return false;
}

function isQuestion({ doc, chunks }: Scene, at: number): boolean {
  const { last } = doc.sentences[chunks[at]!.sentence]!;
  const from = chunks[at]!.last;
  for (let i = from; i < last && i < from + REACH; i++)
    if (doc.tokens[i]!.text === '?') return true;
  return false;
}

/** "announced it would": a future seen from the past, if no condition stands in the sentence. */
function saidBefore(scene: Scene, at: number): boolean {
  const { chunks, rows } = scene;
  const { first, last } = rows[chunks[at]!.sentence]!;
  let said = false;
  for (let i = first; i < last && i < first + REACH * 2; i++) {
    const { kind, verb } = chunks[i]!;
    if (kind === 'condition') return false;
    if (
      i < at &&
      kind === 'verb' &&
      verb!.entries.some(({ operator }) => operator === 'say' || operator === 'plan')
    ) {
      said = true;
    }
  }
  return said;
}
