/**
 * What presence is judged on, kept between questions of one desk: with a quarter of a million ties it takes
 * two seconds to read and to fit, and a pair on top of it 20 ms. Made anew where entries or ties were
 * added, and after `KEPT` for ties that were replaced in place.
 */
import type { Desk } from '../pipeline/desk.ts';
import { type PresenceBasis, presenceBasis } from '../pipeline/presence/presence-of.ts';

/** Milliseconds. */
const KEPT = 600_000;

interface Kept {
  readonly version: string;
  readonly until: number;
  readonly basis: Promise<PresenceBasis>;
}

const kept = new WeakMap<Desk['store'], Kept>();

export async function keptPresenceBasis(desk: Desk): Promise<PresenceBasis> {
  const { store } = desk;
  const version = await store.ledgerVersion();
  const now = desk.now();
  const known = kept.get(store);
  if (known !== undefined && known.version === version && now < known.until) return known.basis;
  const basis = presenceBasis(desk);
  kept.set(store, { version, until: now + KEPT, basis });
  // A failure is told to who asks, and not kept.
  basis.catch(() => kept.delete(store));
  return basis;
}
