/** The deed that a verb tells. */
import type { EventStatus, PoliticalEvent } from '../../domain/reading.ts';
import { completed } from './bilateral.ts';
import { DEMAND, demandIn } from './demands.ts';
import type { Sense } from './event-lexicon.ts';
import { isDeed, isEmpty } from './gates.ts';
import type { Sides } from './parties.ts';
import { type Clause, clauseOf, senseOf, touches, undergoer } from './senses.ts';
import { sidesOf } from './sides.ts';
import type { Stage } from './stage.ts';
import { hasNegative, outerOf, underCondition } from './status.ts';
import { whenAndWhere } from './when-where.ts';

/** Verbs outside that are asked whether they hold this deed as their own. */
const DEEPEST = 3;

/** The event of a verb chunk, if its verb tells one. */
export function verbEvent(stage: Stage, at: number): PoliticalEvent | undefined {
  const { scene } = stage;
  const { verb } = scene.chunks[at]!;
  if (verb === undefined) return undefined;
  if (verb.entries.length === 0 && verb.mood !== 'necessary') return undefined;
  const clause = clauseOf(scene, at, stage.subjectOf(at));
  const sense = demandIn(stage, clause) ?? senseOf(scene, clause);
  if (sense === undefined || isAbsorbed(stage, at) || isEmpty(stage, clause, sense)) {
    return undefined;
  }
  const { sentence } = scene.chunks[at]!;
  const own = sidesOf(stage, clause, sense);
  const sides = isAnybody(stage, clause)
    ? own
    : completed(stage.otherIn, sentence, sense.kind, own);
  return isDeed(stage, clause, sense, sides) ? eventOf(stage, clause, sense, sides) : undefined;
}

/** "has expelled nobody", "никого не высылала": there is no other side. */
function isAnybody({ scene }: Stage, { verb, at }: Clause): boolean {
  const { first, last } = scene.doc.sentences[scene.chunks[at]!.sentence]!;
  const near = {
    first: Math.max(first, verb.first - ANYBODY),
    last: Math.min(last, verb.last + ANYBODY),
  };
  return touches(scene, near, ['anybody']);
}

/** Words around a verb among which "nobody" is its object. */
const ANYBODY = 4;

/** Deeds done by deciding on them: who votes to reject has rejected. */
const VERBAL: ReadonlySet<Sense['type']> = new Set([
  ...(['REJECT', 'AGREE', 'DISAPPROVE', 'ACCUSE', 'DEMAND', 'SUPPORT', 'CONCEDE'] as const),
]);

function eventOf(
  stage: Stage,
  clause: Clause,
  sense: Sense,
  { actors, recipients }: Sides,
): PoliticalEvent {
  const { scene } = stage;
  const { doc } = scene;
  const { at } = clause;
  const { first, last, sentence } = scene.chunks[at]!;
  const span = { begin: doc.tokens[first]!.begin, end: doc.tokens[last - 1]!.end };
  const { begin, end } = doc.sentences[sentence]!;
  const { date, place } = whenAndWhere(scene, at);
  return {
    span,
    text: doc.text.slice(span.begin, span.end),
    type: sense.type,
    kind: sense.kind,
    status: statusOf(stage, clause, sense),
    actors,
    recipients,
    place,
    date,
    sentence: { begin, end },
    told: stage.told.at(span),
  };
}

/** What must be done has been ordered: "the diplomats must leave by Friday". */
function statusOf(stage: Stage, clause: Clause, sense: Sense): EventStatus {
  if (sense === DEMAND) return 'happened';
  const { at } = clause;
  // "expelled no diplomats"
  if (hasNegative(stage.scene, undergoer(clause))) return 'negated';
  const status = stage.statusOf(at, VERBAL.has(sense.type));
  const ordered = sense.mood === 'necessary' && status === 'hypothetical';
  return ordered && !underCondition(stage.scene, at) ? 'happened' : status;
}

/** Whether a verb outside holds the deed as its own: "refused to receive". */
function isAbsorbed(stage: Stage, at: number): boolean {
  const { scene } = stage;
  let verb = at;
  for (let depth = 0; depth < DEEPEST; depth++) {
    const outer = outerOf(scene, verb);
    if (outer === undefined) return false;
    const clause = clauseOf(scene, outer.verb, stage.subjectOf(outer.verb));
    if (clause.verb.entries.length > 0 && senseOf(scene, clause)?.absorbs === true) return true;
    verb = outer.verb;
  }
  return false;
}
