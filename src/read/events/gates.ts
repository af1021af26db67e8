/**
 * What is told as a deed in politics and what is not: enough must be known of who is involved, and it
 * must be somebody who acts in public. Precision comes before coverage.
 */
import type { Party } from '../../domain/reading.ts';
import type { Sense } from './event-lexicon.ts';
import type { Sides } from './parties.ts';
import { isAuthority, isCrowd, isPerson, isPublic } from './public.ts';
import { type Clause, clauseOf, senseOf, touches } from './senses.ts';
import type { Stage } from './stage.ts';
import { isIntended, outerOf, underCondition } from './status.ts';

/** Deeds done with words: those of a former official bind nobody. */
const WORDS_ONLY: ReadonlySet<Sense['type']> = new Set([
  ...(['REJECT', 'AGREE', 'DISAPPROVE', 'ACCUSE', 'DEMAND', 'SUPPORT', 'CONCEDE'] as const),
  ...(['THREATEN', 'CONSULT'] as const),
]);

/** Whether a verb with this sense tells no deed, whoever is involved. */
export function isEmpty(stage: Stage, clause: Clause, sense: Sense): boolean {
  return isIdle(stage, clause, sense) || isSaidBelow(stage, clause, sense);
}

/** What nobody in office has done or means to do: a mere purpose, words of a former official. */
function isIdle({ scene }: Stage, { at, verb, subject }: Clause, { type }: Sense): boolean {
  if (subject >= 0 && WORDS_ONLY.has(type) && touches(scene, scene.chunks[subject]!, ['former'])) {
    return true;
  }
  if (verb.form !== 'infinitive' || isIntended(scene, at)) return false;
  return outerOf(scene, at)?.operator === undefined && !underCondition(scene, at);
}

/** "vowed to block roads": the deed below tells what is promised. */
function isSaidBelow(stage: Stage, { complements, verb }: Clause, { type, kind }: Sense): boolean {
  const { dependent } = complements;
  if (type !== 'AGREE' || kind !== 'other' || dependent < 0) return false;
  if (!verb.entries.some(({ operator }) => operator === 'plan')) return false;
  return (
    senseOf(stage.scene, clauseOf(stage.scene, dependent, stage.subjectOf(dependent))) !== undefined
  );
}

/** Whether who is involved makes it a deed in politics. */
export function isDeed(stage: Stage, clause: Clause, sense: Sense, sides: Sides): boolean {
  return isNeeded(stage, sense, clause, sides) && !isPrivate(stage, clause, sense, sides);
}

/** Where one state at most is involved: a command, words of a private person, a figure of speech. */
function isPrivate(
  { scene }: Stage,
  { verb, subject }: Clause,
  { type, actor }: Sense,
  { actors, recipients }: Sides,
): boolean {
  const states = new Set([...actors, ...recipients].flatMap(({ state }) => state ?? []));
  if (verb.voice === 'passive' || states.size > 1 || actor === 'speaker') return false;
  // "Don't shoot him": English without a subject.
  if (subject < 0) return scene.doc.language === 'en' && verb.form === 'finite';
  if (type === 'ASSAULT' || type === 'FIGHT') return isPerson(scene, subject);
  return WORDS_ONLY.has(type) && !isPublic(scene, subject, actors);
}

const hasState = (parties: readonly Party[]): boolean =>
  parties.some(({ state }) => state !== undefined);

/** Whether the states are known that the sense needs. */
function isNeeded(
  { scene }: Stage,
  { needs }: Sense,
  { subject, complements }: Clause,
  { actors, recipients }: Sides,
): boolean {
  const own = hasState(actors);
  const other = hasState(recipients);
  switch (needs ?? 'one') {
    case 'none':
      return true;
    case 'actor':
      return own;
    case 'recipient':
      return other;
    case 'both':
      return own && other;
    case 'authority':
      return own && (other || isAuthority(scene, complements.object));
    case 'two':
      return own && areTwo(actors, recipients);
    case 'crowd':
      return subject >= 0 && isCrowd(scene, subject);
    case 'one':
      return own || other;
  }
}

/** Whether two states are involved. */
function areTwo(actors: readonly Party[], recipients: readonly Party[]): boolean {
  const own = new Set(actors.flatMap(({ state }) => state ?? []));
  return own.size > 1 || recipients.some(({ state }) => state !== undefined && !own.has(state));
}
