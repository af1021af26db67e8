/**
 * Is a presence larger than expected? Every count of it that can be set beside an expectation is one
 * reading, asked of every set of predictors: a count is *above* only where all sets say so at the nearest
 * end of its bounds. The sentence is put together from the readings; no size of the excess is stated where
 * they do not agree on what is counted.
 */
import type { PresenceUnit } from '../domain/reading.ts';
import type { LikeGroup, SetEntry } from './like-with-like.ts';
import type { CannotSay, Expectation, ExpectedSize, PredictorSet } from './model/expected-size.ts';
import type { Pair } from './model/predictors.ts';
import { shownCount } from './small-counts.ts';

/** `divided`: sets of predictors differ. */
export type SizeVerdict = 'above' | 'within' | 'below' | 'divided' | 'cannot-say';

export interface SizeReading<E extends SetEntry> {
  /** The latest dated level of its group. */
  readonly entry: E;
  /** Unit and scope are both stated. */
  readonly verified: boolean;
  /** Other units that the same number is stated of: its unit may not be what it is said to be. */
  readonly otherUnits: readonly PresenceUnit[];
  readonly verdict: SizeVerdict;
  readonly expected: readonly { readonly set: PredictorSet; readonly size: ExpectedSize }[];
  /** Why nothing can be said. */
  readonly reason?: string;
}

/**
 * Reads the latest level of each group of one pair. `expectations` gives what is known for a unit: a unit
 * that no model was fitted on has none, and its counts stay unread rather than set beside another unit's.
 */
export function readSizes<E extends SetEntry>(
  groups: readonly LikeGroup<E>[],
  pair: Pair,
  expectations: (unit: PresenceUnit) => readonly (Expectation | CannotSay)[],
): SizeReading<E>[] {
  return groups.flatMap((group) => {
    const { sender, host, measure, unit, unverified } = group;
    if (sender !== pair.sender || host !== pair.host || measure !== 'level') return [];
    const entry = group.entries.findLast(({ number, asOf }) => number && asOf);
    if (entry === undefined) return [];
    const base = {
      entry,
      verified: unverified === undefined,
      otherUnits: otherUnitsOf(entry, groups),
    };
    const models = expectations(unit);
    const expected = models.flatMap((model) =>
      model.kind === 'expects' ? [{ set: model.set, size: model.of(pair) }] : [],
    );
    if (expected.length > 0) return [{ ...base, expected, verdict: verdictOn(entry, expected) }];
    const why = models.find((model) => model.kind === 'cannot-say');
    const reason =
      why?.kind === 'cannot-say' ? why.reason : `No lists that count ${unit} are held.`;
    return [{ ...base, expected, verdict: 'cannot-say' as const, reason }];
  });
}

/** Small numbers coincide: only from this count on is one number of two units taken for one figure. */
const LEAST_TELLING = 20;

function otherUnitsOf(entry: SetEntry, groups: readonly LikeGroup<SetEntry>[]): PresenceUnit[] {
  const { number, sender, host } = entry;
  if (number === undefined || number.min !== number.max || number.min < LEAST_TELLING) return [];
  const units = groups.flatMap((group) => {
    if (group.sender !== sender || group.host !== host || group.measure !== 'level') return [];
    const same = group.entries.some(
      (one) => one.number?.min === number.min && one.number.max === number.min,
    );
    return same && group.unit !== entry.unit ? [group.unit] : [];
  });
  return [...new Set(units)];
}

function verdictOn(entry: SetEntry, expected: SizeReading<SetEntry>['expected']): SizeVerdict {
  const { min, max } = entry.number!;
  const verdicts = new Set(
    expected.map(({ size: { low, high } }) => {
      if (min > high) return 'above';
      return max !== null && max < low ? 'below' : 'within';
    }),
  );
  return verdicts.size === 1 ? [...verdicts][0]! : 'divided';
}

const WORDS: Readonly<Record<SizeVerdict, string>> = {
  above: 'elevated',
  within: 'within what is expected',
  below: 'below what is expected',
  divided: 'divided by what is taken into account',
  'cannot-say': 'not comparable',
};

const ORDER: readonly SizeVerdict[] = ['above', 'below', 'within', 'divided', 'cannot-say'];

/** One sentence: on how many readings it is elevated, and whether a size of that can be stated. */
export function sizeSentence(readings: readonly SizeReading<SetEntry>[]): string {
  if (readings.length === 0) return 'No count is held that could be read.';
  const total = readings.length;
  const parts = ORDER.flatMap((verdict) => {
    const count = readings.filter((one) => one.verdict === verdict).length;
    return count === 0 ? [] : [`${WORDS[verdict]} on ${count}`];
  });
  const first = `Of ${total} reading${total === 1 ? '' : 's'}: ${parts.join(', ')}`;
  const above = readings.filter(({ verdict }) => verdict === 'above');
  if (above.length === 0) return `${first}.`;
  const doubts = doubtsOf(above, readings);
  if (doubts.length > 0) return `${first}; size unknown: ${doubts.join('; ')}.`;
  const [low, high] = excessOf(above);
  return `${first}; by ${shownCount({ min: low, max: high })}.`;
}

/** What keeps a size from being stated. */
function doubtsOf(
  above: readonly SizeReading<SetEntry>[],
  readings: readonly SizeReading<SetEntry>[],
): string[] {
  const doubts: string[] = [];
  if (above.length < readings.length) doubts.push('the readings do not agree');
  const loose = above.filter(({ verified }) => !verified).length;
  if (loose > 0) doubts.push(`unit or scope is not stated for ${loose} of them`);
  for (const { entry, otherUnits } of above)
    if (otherUnits.length > 0)
      doubts.push(
        `${entry.number!.min} is stated of ${[entry.unit, ...otherUnits].join(' and of ')}`,
      );
  const kinds = new Set(above.map(({ entry: { unit, scope } }) => `${unit} ${scope}`));
  if (kinds.size > 1) doubts.push('they count differently');
  const beyond = new Set(
    above.flatMap(({ expected }) => expected.flatMap(({ size }) => size.beyond)),
  );
  if (beyond.size > 0) doubts.push(`outside what the model has seen: ${[...beyond].join(', ')}`);
  return doubts;
}

/** Least and greatest excess over the expected range's ends, over all sets. */
function excessOf(above: readonly SizeReading<SetEntry>[]): [number, number | null] {
  const excesses = above.flatMap(({ entry, expected }) =>
    expected.map(({ size }) => ({ low: entry.number!.min - size.high, entry, size })),
  );
  const ends = excesses.map(({ entry, size }) =>
    entry.number!.max === null ? Infinity : entry.number!.max - size.low,
  );
  const high = Math.max(...ends);
  return [Math.min(...excesses.map(({ low }) => low)), Number.isFinite(high) ? high : null];
}
