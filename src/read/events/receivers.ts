/** Whom a deed is done to, past what the clause itself names: in what depends on it, or said before. */
import type { Party } from '../../domain/reading.ts';
import type { Sense } from './event-lexicon.ts';
import { recipientsOf } from './roles.ts';
import { type Clause, clauseOf } from './senses.ts';
import type { Stage } from './stage.ts';

/** Recipients of a deed that another holds: wherever a state is named. */
const ANY: Sense = {
  type: 'AGREE',
  kind: 'other',
  to: ['object', 'indirect', 'to', 'with', 'against', 'from', 'for', 'between', 'about', 'in'],
};

/** Verbs followed inward. */
const DEEPEST = 3;
/** Chunks looked over for a host or a condition. */
const REACH = 40;

const hasState = ({ state }: Party): boolean => state !== undefined;

const foreignTo =
  (actors: readonly Party[]) =>
  ({ state }: Party): boolean =>
    state !== undefined && actors.every((one) => one.state !== state);

/** The recipients; `actors` are left out where others are named. */
export function receivers(
  stage: Stage,
  clause: Clause,
  sense: Sense,
  actors: readonly Party[],
): readonly Party[] {
  const { scene, parties } = stage;
  if (sense.actor === 'speaker') return clause.subject < 0 ? [] : parties.of(clause.subject);
  if (sense.actor === 'object') {
    const to = sense.to ?? ['in', 'with'];
    const others = recipientsOf(scene, clause, { ...sense, to }, parties, actors);
    return others.filter((one) => !actors.includes(one));
  }
  const own = recipientsOf(scene, clause, sense, parties, actors);
  if (own.some(hasState)) return own;
  if (sense.kind === 'staff-change' || sense.kind === 'parade') {
    const before = hostBefore(stage, clause, actors);
    if (before.length > 0) return before;
  }
  const deeper = inContent(stage, clause, sense, actors);
  if (deeper.length > 0) return deeper;
  const warned = sense.type === 'THREATEN' ? conditional(stage, clause, actors) : [];
  return warned.length > 0 ? warned : own;
}

/** Whom what depends on the verb names: "agreed to let X in", "demanded that X end …". */
function inContent(
  stage: Stage,
  clause: Clause,
  { absorbs }: Sense,
  actors: readonly Party[],
): readonly Party[] {
  const { scene, parties } = stage;
  const { dependent, content, object } = clause.complements;
  if (dependent < 0) {
    return absorbs === true && content >= 0 ? parties.of(content).filter(hasState) : [];
  }
  const isGerund = scene.chunks[dependent]!.verb!.form === 'gerund';
  if (isGerund && absorbs !== true) return [];
  // "ordered X to leave": it is X, of whatever state.
  const controls = clause.verb.entries.some((entry) => entry.controls === true);
  return controls && object >= 0 ? [] : throughDependent(stage, clause, actors, DEEPEST);
}

/** "threatened to leave if X goes ahead": X. */
function conditional(
  { scene, parties, subjectOf }: Stage,
  { at }: Clause,
  actors: readonly Party[],
): readonly Party[] {
  const { chunks, rows } = scene;
  const { last } = rows[chunks[at]!.sentence]!;
  let holds = false;
  for (let i = at + 1; i < last && i < at + REACH; i++) {
    const { kind } = chunks[i]!;
    if (kind === 'condition') holds = true;
    if (!holds || kind !== 'verb') continue;
    const subject = subjectOf(i);
    const found = subject < 0 ? [] : parties.of(subject);
    return found.filter(foreignTo(actors));
  }
  return [];
}

/** "has four consulates in Poland and plans to open a fifth": the host that the sentence named before. */
function hostBefore(
  { scene, parties }: Stage,
  { at }: Clause,
  actors: readonly Party[],
): readonly Party[] {
  const { chunks, rows, words, doc } = scene;
  const { first } = rows[chunks[at]!.sentence]!;
  for (let i = at - 1; i > first && i > at - REACH; i--) {
    const { kind, first: token } = chunks[i]!;
    if (kind !== 'preposition' || words.prepositions.get(doc.tokens[token]!.lower) !== 'in')
      continue;
    const found = chunks[i + 1]?.kind === 'phrase' ? parties.of(i + 1) : [];
    const foreign = found.filter(foreignTo(actors));
    if (foreign.length > 0) return foreign;
  }
  return [];
}

/** Of "demanded that X end …" X, of "threatened to shell X" X. */
function throughDependent(
  stage: Stage,
  { complements, at }: Clause,
  actors: readonly Party[],
  depth: number,
): readonly Party[] {
  const { scene, parties, subjectOf } = stage;
  const { dependent } = complements;
  if (dependent < 0 || depth === 0) return [];
  const subject = subjectOf(dependent);
  if (subject > at) {
    const named = parties.of(subject).filter(hasState);
    if (named.some(foreignTo(actors))) return named;
  }
  const clause = clauseOf(scene, dependent, subject);
  const found = recipientsOf(scene, clause, ANY, parties, actors).filter(hasState);
  const next = clause.complements.dependent;
  // "to help defend X"
  const leads =
    next >= 0 && (next === clause.at + 1 || scene.chunks[next]!.verb!.form === 'infinitive');
  return found.length > 0 || !leads ? found : throughDependent(stage, clause, actors, depth - 1);
}
