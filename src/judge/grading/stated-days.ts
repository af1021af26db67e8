/** Days and ranges in a reason; days in UTC, never narrower than the moment that states them. */
import type { Moment } from '../../domain/moment.ts';
import { alike, type Worded } from '../../domain/worded.ts';

/** The range of ECMAScript dates; beyond it a Date throws when printed. */
const DATE_LIMIT = 8.64e15;

/** `2024-09-23`, or `2024-09-22 to 2024-09-23` where the bounds lie on different days. */
export function daysWords({ earliest, latest }: Moment): Worded {
  return rangeWords(dayOf(earliest), dayOf(latest));
}

/** One value where both bounds are the same: `9`, `9 to 12`. */
export function rangeWords(first: Worded, last: Worded): Worded {
  if (first.en === last.en) return first;
  return { en: `${first.en} to ${last.en}`, es: `de ${first.es} a ${last.es}` };
}

function dayOf(ms: number): Worded {
  if (Math.abs(ms) <= DATE_LIMIT) return alike(new Date(ms).toISOString().split('T')[0]!);
  return { en: 'out of range', es: 'fuera de rango' };
}
