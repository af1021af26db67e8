/** The deed that a verb tells. */
import type { PoliticalEvent } from '../../domain/reading.ts';
import { DEMAND, demandIn } from './demands.ts';
import type { Sense } from './event-lexicon.ts';
import { isDeed, isEmpty } from './gates.ts';
import { clauseOf, senseOf } from './senses.ts';
import { type Sides, sidesOf } from './sides.ts';
import type { Stage } from './stage.ts';
import { outerOf } from './status.ts';
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
  const sides = sidesOf(stage, clause, sense);
  return isDeed(stage, clause, sense, sides) ? eventOf(stage, at, sense, sides) : undefined;
}

/** Deeds done by deciding on them: who votes to reject has rejected. */
const VERBAL: ReadonlySet<Sense['type']> = new Set([
  ...(['REJECT', 'AGREE', 'DISAPPROVE', 'ACCUSE', 'DEMAND', 'SUPPORT', 'CONCEDE'] as const),
]);

function eventOf(
  stage: Stage,
  at: number,
  sense: Sense,
  { actors, recipients }: Sides,
): PoliticalEvent {
  const { scene } = stage;
  const { doc } = scene;
  const { first, last, sentence } = scene.chunks[at]!;
  const span = { begin: doc.tokens[first]!.begin, end: doc.tokens[last - 1]!.end };
  const { begin, end } = doc.sentences[sentence]!;
  const { date, place } = whenAndWhere(scene, at);
  return {
    span,
    text: doc.text.slice(span.begin, span.end),
    type: sense.type,
    kind: sense.kind,
    status: sense === DEMAND ? 'happened' : stage.statusOf(at, VERBAL.has(sense.type)),
    actors,
    recipients,
    place,
    date,
    sentence: { begin, end },
    told: stage.told.at(span),
  };
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
