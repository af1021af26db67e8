/**
 * The side of a deed between two states that its clause leaves unsaid: who was expelled by whom is
 * known where one side is named and the sentence, or else one beside it, names one other state alone.
 * States of a sentence are found once; each look goes over three sentences.
 */
import type { EventKind, Party, StateCode } from '../../domain/reading.ts';
import type { Scene } from './chunk.ts';
import type { Parties, Sides } from './parties.ts';

/** The one party of a sentence that is of another state than these. */
export type OtherParty = (sentence: number, states: ReadonlySet<StateCode>) => Party | undefined;

/** Deeds of one state towards one other, and whether the sentences beside it are asked as well. */
const BILATERAL: ReadonlyMap<EventKind, boolean> = new Map([
  ['expel', true],
  ['recall', true],
]);
/** Unions that host no embassy of a member and expel nobody. */
const UNIONS: ReadonlySet<StateCode> = new Set(['EU', 'UN', 'NATO']);
/** Chunks of a sentence that are asked. */
const REACH = 120;

export function openOthers({ chunks, rows }: Scene, parties: Parties): OtherParty {
  const known = new Map<number, readonly Party[]>();
  const inside = (sentence: number): readonly Party[] => {
    const before = known.get(sentence);
    if (before !== undefined) return before;
    const { first, last } = rows[sentence]!;
    const found: Party[] = [];
    for (let i = first; i < last && i < first + REACH; i++) {
      if (chunks[i]!.kind !== 'phrase') continue;
      const [own] = parties.of(i);
      for (const state of parties.within(i)) {
        if (UNIONS.has(state) || found.some((one) => one.state === state)) continue;
        if (own !== undefined) found.push({ ...own, entity: `state:${state}`, state });
      }
    }
    known.set(sentence, found);
    return found;
  };
  return (sentence, states) => {
    if (rows[sentence] === undefined) return undefined;
    const others = inside(sentence).filter(
      ({ state }) => state !== undefined && !states.has(state),
    );
    return others.length === 1 ? others[0] : undefined;
  };
}

/** The sides with the one that is missing, where the text leaves no choice. */
export function completed(
  otherIn: OtherParty,
  sentence: number,
  kind: EventKind,
  sides: Sides,
): Sides {
  const beside = BILATERAL.get(kind);
  if (beside === undefined) return sides;
  const actors = statesOf(sides.actors);
  const recipients = statesOf(sides.recipients);
  if (actors.size > 0 === recipients.size > 0) return sides;
  const own = actors.size > 0 ? actors : recipients;
  const near = beside ? [sentence, sentence - 1, sentence + 1] : [sentence];
  for (const one of near) {
    const other = otherIn(one, own);
    if (other === undefined) continue;
    return actors.size > 0 ? { ...sides, recipients: [other] } : { ...sides, actors: [other] };
  }
  return sides;
}

const statesOf = (parties: readonly Party[]): ReadonlySet<StateCode> =>
  new Set(parties.flatMap(({ state }) => state ?? []));
