/**
 * Presence counts as items to compare. Like with like: unit, scope, measure, sender, host and time must
 * all be the same, and stated. A count without a date speaks of the year in which it was published; one
 * with a date is compared with counts of that very date only.
 */
import type { PresenceCount, Reading } from '../../domain/reading.ts';
import type { RangeItem } from './differences.ts';

/** The counts of one article that can be compared with those of others; hypothetical ones cannot. */
export function countItems({
  reading,
  year,
}: {
  readonly reading: Reading;
  readonly year: string | undefined;
}): RangeItem[] {
  return reading.counts.flatMap((count) => {
    const { number, unit, scope, measure, status, span } = count;
    const parties = [count.sender?.state, count.host?.state];
    const time = timeOf(count, reading) ?? year;
    if (number === undefined || unit === 'unstated' || status !== 'happened') return [];
    if (time === undefined || parties.includes(undefined)) return [];
    const stated = scope === 'unstated' ? 'scope not stated' : scope;
    return [
      {
        key: JSON.stringify([...parties, unit, scope, measure, time]),
        subject: `${measure} of ${unit} of ${parties[0]} in ${parties[1]}, ${stated}, ${time}`,
        value: numberWords(number),
        low: number.min,
        high: number.max ?? Infinity,
        evidence: [{ article: reading.article, span }],
      },
    ];
  });
}

function timeOf({ asOf }: PresenceCount, { dates }: Reading): string | undefined {
  const days = asOf === undefined ? undefined : dates[asOf]?.days;
  if (days === undefined) return undefined;
  const { first, last } = days;
  const year = first.slice(0, 4);
  if (first === `${year}-01-01` && last === `${year}-12-31`) return year;
  return first === last ? first : `${first} to ${last}`;
}

function numberWords({ min, max }: NonNullable<PresenceCount['number']>): string {
  if (max === null) return `at least ${min}`;
  return min === max ? String(min) : `${min} to ${max}`;
}
