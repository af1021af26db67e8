/** Who says what a verb stands in. */
import type { Party } from '../../domain/reading.ts';
import type { Stage } from './stage.ts';
import { outerOf } from './status.ts';

/** The phrase of the speaker, or -1. */
export function speakingPhrase({ scene, subjectOf }: Stage, at: number): number {
  const outer = outerOf(scene, at);
  return outer === undefined ? -1 : subjectOf(outer.verb);
}

export function speakerOf(stage: Stage, at: number): readonly Party[] {
  const subject = speakingPhrase(stage, at);
  return subject < 0 ? [] : stage.parties.of(subject);
}
