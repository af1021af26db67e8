/**
 * What happened: deeds told by verbs, and by nouns that are their only mention, with who did what to
 * whom, when and where, and whether it happened at all. By lists of our own and a shallow parse;
 * linear in the text, as every look around a verb is bounded. Event types are those of PLOVER
 * (Halterman et al. 2023, https://doi.org/10.31235/osf.io/rm5dw).
 */
import type { PoliticalEvent } from '../../domain/reading.ts';
import { answered } from './answers.ts';
import { type NounsAt, nounEvents } from './noun-events.ts';
import type { Stage } from './stage.ts';
import { verbEvent } from './verb-events.ts';

/** The events of a document, in its order. */
export function eventsIn(stage: Stage, nouns: NounsAt): PoliticalEvent[] {
  const events = stage.scene.chunks.flatMap(({ kind }, at) =>
    kind === 'verb' ? (verbEvent(stage, at) ?? []) : [],
  );
  const all = [...events, ...nounEvents(stage, nouns, events)];
  return answered(all.sort((a, b) => a.span.begin - b.span.begin));
}
