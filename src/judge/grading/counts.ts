/**
 * Presence counts as items to compare. Like with like: unit, scope, measure, sender, host and time must
 * all be the same, and stated. A count without a date speaks of the year in which it was published; one
 * with a date is compared with counts of that very date only.
 */
import type { PresenceCount, PresenceScope, Reading } from '../../domain/reading.ts';
import { SPANISH_MEASURES, SPANISH_SCOPES, SPANISH_UNITS } from '../../domain/spanish-words.ts';
import { alike, type Worded } from '../../domain/worded.ts';
import type { RangeItem } from './differences.ts';
import { rangeWords } from './stated-days.ts';

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
    const time = timeOf(count, reading) ?? (year === undefined ? undefined : alike(year));
    if (number === undefined || unit === 'unstated' || status !== 'happened') return [];
    if (time === undefined || parties.includes(undefined)) return [];
    return [
      {
        key: JSON.stringify([...parties, unit, scope, measure, time.en]),
        subject: subjectWords(count, time),
        value: numberWords(number),
        low: number.min,
        high: number.max ?? Infinity,
        evidence: [{ article: reading.article, span }],
      },
    ];
  });
}

function subjectWords(count: PresenceCount, time: Worded): Worded {
  const { unit, scope, measure, sender, host } = count;
  const [from, to] = [sender?.state, host?.state];
  return {
    en: `${measure} of ${unit} of ${from} in ${to}, ${scopeWords(scope)}, ${time.en}`,
    es: `${SPANISH_MEASURES[measure]} de ${SPANISH_UNITS[unit]} de ${from} en ${to}, ${SPANISH_SCOPES[scope]}, ${time.es}`,
  };
}

const scopeWords = (scope: PresenceScope): string =>
  scope === 'unstated' ? 'scope not stated' : scope;

function timeOf({ asOf }: PresenceCount, { dates }: Reading): Worded | undefined {
  const days = asOf === undefined ? undefined : dates[asOf]?.days;
  if (days === undefined) return undefined;
  const { first, last } = days;
  const year = first.slice(0, 4);
  if (first === `${year}-01-01` && last === `${year}-12-31`) return alike(year);
  return rangeWords(alike(first), alike(last));
}

function numberWords({ min, max }: NonNullable<PresenceCount['number']>): Worded {
  if (max === null) return { en: `at least ${min}`, es: `al menos ${min}` };
  return rangeWords(alike(String(min)), alike(String(max)));
}
