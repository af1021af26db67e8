/**
 * Recipients that the text does not repeat. Deeds in answer to deeds: whoever recalls an ambassador after being acted upon does it to the one who
 * acted. Only where the text names no recipient, and only the nearest event before. O(events).
 */
import type { PoliticalEvent } from '../../domain/reading.ts';

/** Events looked back over. */
const LOOK_BACK = 4;
const ANSWERS: ReadonlySet<string> = new Set(['recall']);

/** The events with the recipients of answers filled in. `events` in reading order. */
export function answered(events: readonly PoliticalEvent[]): PoliticalEvent[] {
  return events.map((event, at) => {
    const { kind, actors, recipients } = event;
    const beside = events[at - 1];
    if (kind === 'protest' && beside !== undefined && recipients.length === 0) {
      return goesOn(event, beside) ? { ...event, recipients: beside.recipients } : event;
    }
    if (!ANSWERS.has(kind) || recipients.some(({ state }) => state !== undefined)) return event;
    const own = actors.find(({ state }) => state !== undefined)?.state;
    if (own === undefined) return event;
    for (let i = at - 1; i >= 0 && i >= at - LOOK_BACK; i--) {
      const before = events[i]!;
      const others = before.actors.filter(({ state }) => state !== undefined && state !== own);
      if (before.recipients.some(({ state }) => state === own) && others.length > 0) {
        return { ...event, recipients: others };
      }
    }
    return event;
  });
}

/** "protested to China and summoned its ambassador": the same sentence, the same actor. */
function goesOn(event: PoliticalEvent, before: PoliticalEvent): boolean {
  const own = event.actors[0]?.state;
  const same = own !== undefined && before.actors.some(({ state }) => state === own);
  return same && before.sentence.begin === event.sentence.begin;
}
