/** Days in a reason, in UTC: never narrower than the moment that states them. */
import type { Moment } from '../../domain/moment.ts';

/** The range of ECMAScript dates; beyond it a Date throws when printed. */
const DATE_LIMIT = 8.64e15;

/** `2024-09-23`, or `2024-09-22 to 2024-09-23` where the bounds lie on different days. */
export function daysWords({ earliest, latest }: Moment): string {
  const [first, last] = [dayOf(earliest), dayOf(latest)];
  return first === last ? first : `${first} to ${last}`;
}

function dayOf(ms: number): string {
  return Math.abs(ms) <= DATE_LIMIT ? new Date(ms).toISOString().split('T')[0]! : 'out of range';
}
