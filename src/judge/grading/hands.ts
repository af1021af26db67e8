/**
 * In whose hands a voice is, for the question whether it may confirm or refute. A state's own outlet
 * that "debunks" what is said of that state is a party, not a check: what it says is shown and moves
 * no grade. The rule is the same for every state.
 */
import type { FactSource, OutletFact } from '../../domain/watch.ts';

/** Facts that put the outlet into a state's hands; empty where no list does. */
export function stateHands(facts: readonly OutletFact[]): OutletFact[] {
  return facts.filter(
    ({ affiliation }) => affiliation === 'state-controlled' || affiliation === 'state-aligned',
  );
}

/** `Council Regulation (EU) 2022/350, 2022-03-01`. */
export function sourceWords({ name, date }: FactSource): string {
  return date === undefined ? name : `${name}, ${date}`;
}
