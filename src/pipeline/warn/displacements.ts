/** Expulsions elsewhere beside growth in the host, for each unit in which people of a sponsor were expelled. */
import type { LedgerEntry } from '../../domain/ledger.ts';
import type { PresenceUnit, StateCode } from '../../domain/reading.ts';
import { type Displacement, displacementOf } from '../../presence/displacement.ts';
import { displacementSentences, RIVAL_WORDS } from '../../presence/displacement-wording.ts';
import { standing } from '../../presence/superseding.ts';
import type { DisplacementFacts } from '../../warn/measures/displacement.ts';
import { statedBy } from '../presence/stated-by.ts';
import { pairsOf } from './presence.ts';
import type { Scene } from './scene.ts';

export async function displacementFacts(
  scene: Scene,
  lookBackDays: number,
): Promise<DisplacementFacts[]> {
  const facts: DisplacementFacts[] = [];
  for (const { sender, host } of await pairsOf(scene)) {
    const held = statedBy(await scene.desk.store.entries(sender), scene.until);
    const entries = standing(held);
    const units = new Set<PresenceUnit>(entries.map(({ unit }) => unit));
    for (const unit of units) {
      const period = periodOf(entries, unit, scene.asOf, lookBackDays);
      const found = period && displacementOf(entries, { sender, unit, period });
      const one = found && factsOf(found, host);
      if (one !== undefined) facts.push(one);
    }
  }
  return facts;
}

/** From the first to the last day of expulsions that are looked back on. */
function periodOf(
  entries: readonly LedgerEntry[],
  unit: PresenceUnit,
  asOf: number,
  lookBackDays: number,
): { first: string; last: string } | undefined {
  const [from, to] = [asOf - lookBackDays * 86_400_000, asOf].map((at) =>
    new Date(at).toISOString().slice(0, 10),
  );
  const days = entries.flatMap((one) =>
    one.measure === 'expulsion' && one.unit === unit && one.asOf !== undefined ? [one.asOf] : [],
  );
  const recent = days.filter(({ first, last }) => last >= from! && first <= to!);
  if (recent.length === 0) return undefined;
  const firsts = recent.map(({ first }) => first).sort();
  const lasts = recent.map(({ last }) => last).sort();
  return { first: firsts[0]!, last: lasts.at(-1)! };
}

function factsOf(found: Displacement<LedgerEntry>, host: StateCode): DisplacementFacts | undefined {
  const here = found.grown.find((one) => one.host === host);
  if (here === undefined) return undefined;
  const days = [...here.entries, ...found.expelled.flatMap(({ entries }) => entries)].flatMap(
    ({ asOf }) => asOf?.last ?? [],
  );
  const { sender, unit, expelled, expelledInAll, unobserved, rivals } = found;
  return {
    sender,
    host,
    unit,
    expelled: expelledInAll,
    places: expelled.length,
    grown: { atLeast: here.atLeast, atMost: here.atMost },
    unobservedShare: unobserved?.atLeast,
    unverified: here.unverified,
    sentences: displacementSentences(found),
    rivals: rivals.map((rival) => RIVAL_WORDS[rival]),
    expulsions: expelled.flatMap(({ entries }) => entries.map(({ id }) => id)),
    growth: here.entries.map(({ id }) => id),
    at: Math.max(...days.map((day) => Date.parse(`${day}T00:00:00Z`))),
  };
}
