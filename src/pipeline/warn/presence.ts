/** Pairs of states whose presence is looked at: sponsors in the host, or all of the ledger without a watch. */
import type { StateCode } from '../../domain/reading.ts';
import type { PresenceFacts } from '../../warn/measures/presence.ts';
import { presenceOf } from '../presence/presence-of.ts';
import type { Scene } from './scene.ts';

/** Pairs looked at where no watch says which. */
const MOST_PAIRS = 40;

export async function presenceFacts(scene: Scene): Promise<PresenceFacts[]> {
  const facts: PresenceFacts[] = [];
  for (const { sender, host } of await pairsOf(scene)) {
    facts.push({ sender, host, view: await presenceOf(scene.desk, sender, host) });
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
