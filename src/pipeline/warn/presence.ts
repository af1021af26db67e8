/** Pairs of states whose presence is looked at: sponsors in the host, or all of the ledger without a watch. */
import type { StateCode } from '../../domain/reading.ts';
import type { PresenceFacts } from '../../warn/measures/presence.ts';
import { presenceBasis, presenceOf } from '../presence/presence-of.ts';
import type { Scene } from './scene.ts';

/** Pairs looked at where no watch says which. */
const MOST_PAIRS = 40;

export async function presenceFacts(scene: Scene): Promise<PresenceFacts[]> {
  const facts: PresenceFacts[] = [];
  const pairs = await pairsOf(scene);
  if (pairs.length === 0) return facts;
  const basis = await presenceBasis(scene.desk, scene.until);
  for (const { sender, host } of pairs) {
    facts.push({ sender, host, view: await presenceOf(scene.desk, sender, host, basis) });
  }
  return facts;
}

export async function pairsOf({
  desk,
  watch,
}: Scene): Promise<readonly { sender: StateCode; host: StateCode }[]> {
  const held = await desk.store.presencePairs();
  if (watch === undefined) return held.slice(0, MOST_PAIRS);
  const { host, sponsors } = watch;
  return held.filter((pair) => pair.host === host && sponsors.includes(pair.sender));
}
