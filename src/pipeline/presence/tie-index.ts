/** What is known of two states, as the expected size wants it: the newest value of each kind. */
import type { StateCode } from '../../domain/reading.ts';
import type { Tie, TieKind } from '../../domain/ties.ts';
import type { Pair, Predictor } from '../../presence/model/predictors.ts';

/** The newest tie of a kind between two states; `to` empty for facts of one. */
export type TieIndex = ReadonlyMap<string, Tie>;

/** Indexes ties: of two of one kind the newer, of one year the first given. O(ties). */
export function indexTies(ties: readonly Tie[]): TieIndex {
  const index = new Map<string, Tie>();
  for (const tie of ties) {
    const key = keyOf(tie.kind, tie.from, tie.to);
    const known = index.get(key);
    if (known === undefined || (known.year ?? 0) < (tie.year ?? 0)) index.set(key, tie);
  }
  return index;
}

const keyOf = (kind: TieKind, from: StateCode, to = ''): string => `${kind} ${from} ${to}`;

/** States of which a size is known: those that could have sent people. */
export function sizedStates(index: TieIndex): StateCode[] {
  return [...index.values()].filter(({ kind }) => kind === 'gdp').map(({ from }) => from);
}

/** The predictors of one pair; what is not known is not there. */
export function pairOf(index: TieIndex, sender: StateCode, host: StateCode): Pair {
  const value = (kind: TieKind, from: StateCode, to?: StateCode): number | undefined =>
    index.get(keyOf(kind, from, to))?.value;
  const either = (kind: TieKind): number | undefined =>
    value(kind, sender, host) ?? value(kind, host, sender);
  const both = (kind: TieKind): number | undefined => {
    const [there, back] = [value(kind, sender, host), value(kind, host, sender)];
    return there === undefined && back === undefined ? undefined : (there ?? 0) + (back ?? 0);
  };
  const trade = both('exports');
  const found: Record<Predictor, number | undefined> = {
    'sender-gdp': value('gdp', sender),
    'sender-population': value('population', sender),
    'host-gdp': value('gdp', host),
    'host-population': value('population', host),
    distance: either('distance'),
    // In millions of dollars, as the model has it.
    trade: trade === undefined ? undefined : trade / 1e6,
    migrants: both('migrants'),
    contiguity: either('contiguity'),
    'common-language': either('common-language'),
    'former-colony': either('former-colony'),
    'defence-pact': either('defence-pact'),
  };
  const known = Object.entries(found).filter(([, one]) => one !== undefined);
  return { sender, host, predictors: Object.fromEntries(known) as Pair['predictors'] };
}
