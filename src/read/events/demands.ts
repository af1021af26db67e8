/** Demands told by what must be: "Moscow said that Kyiv must return the ship". */
import type { Sense } from './event-lexicon.ts';
import { isGoverning } from './public.ts';
import type { Clause } from './senses.ts';
import { speakerOf, speakingPhrase } from './speaker.ts';
import type { Stage } from './stage.ts';

export const DEMAND: Sense = {
  type: 'DEMAND',
  kind: 'other',
  actor: 'speaker',
  needs: 'recipient',
  absorbs: true,
};

/** The demand in a clause, if who speaks and of whom is known and not one. */
export function demandIn(stage: Stage, { verb, at, subject }: Clause): Sense | undefined {
  if (verb.mood !== 'necessary' || subject < 0) return undefined;
  const speakers = speakerOf(stage, at);
  const speaker = speakingPhrase(stage, at);
  const official =
    speakers.some(
      ({ state, entity }) => state !== undefined || /^(?:organisation|other):/.test(entity ?? ''),
    ) ||
    (speaker >= 0 && isGoverning(stage.scene, speaker));
  const asked = isGoverning(stage.scene, subject)
    ? stage.parties.of(subject).filter(({ state }) => state !== undefined)
    : [];
  const differ = asked.some(({ state }) => speakers.every((one) => one.state !== state));
  return official && differ ? DEMAND : undefined;
}
