/** The day on which a page was published, as its own readers saw it. */
import type { Moment } from '../../domain/moment.ts';
import { momentOf, writtenDay } from '../dates.ts';

interface Read {
  readonly text: string;
  readonly day: string;
  readonly moment: Moment;
}

const DAY = 86_400_000;
const HOUR = 3_600_000;
/** Most people live between these offsets from UTC, in hours. */
const WEST = -8;
const EAST = 13;

/**
 * The calendar day (`2024-09-23`) of the first statement that can be read. An instant in UTC names a
 * day in Greenwich: a page of Los Angeles that states `2023-11-09T03:28:35Z` and stands at
 * `/2023/11/08/` appeared on the 8th. So the first other statement that can be the same moment elsewhere
 * names the day. `dates`: when it was published, most trusted first; `now` in milliseconds.
 */
export function publicationDay(dates: readonly string[], now: number): string | undefined {
  const statements = readOnes(dates, now);
  const first = statements.next().value;
  if (first === undefined || first.moment.precision === 'day' || !isUtc(first)) return first?.day;
  for (const other of statements) if (isSameElsewhere(first, other)) return other.day;
  return first.day;
}

function* readOnes(dates: readonly string[], now: number): Generator<Read, undefined> {
  for (const text of dates) {
    const { moment } = momentOf(text, { now });
    const day = moment === undefined ? undefined : writtenDay(text, now);
    if (moment !== undefined && day !== undefined) yield { text: text.trim(), day, moment };
  }
}

/** Whether the statement names UTC as its zone. */
const isUtc = ({ text, moment }: Read): boolean =>
  moment.zone === 'stated' && (/^\d+$/.test(text) || /(?:Z|[+-]00:?00|UTC|GMT)$/.test(text));

/** Whether `other`, which states a zone of its own or none, can be the moment of `first`. */
function isSameElsewhere({ moment: { earliest } }: Read, other: Read): boolean {
  if (isUtc(other)) return false;
  if (other.moment.zone === 'stated') return Math.abs(other.moment.earliest - earliest) < HOUR / 60;
  const midnight = Date.parse(`${other.day}T00:00:00Z`);
  return earliest + EAST * HOUR >= midnight && earliest + WEST * HOUR < midnight + DAY;
}
