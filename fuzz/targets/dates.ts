/** Dates as people and programs write them: bounds in order, or nothing. */
import { momentOf, writtenDay } from '../../src/collect/dates.ts';
import { daysBetween } from '../../src/collect/presence/written-entry.ts';
import { retryAfterMs } from '../../src/collect/web/retry-after.ts';
import { mutated } from '../mutate/pick.ts';
import { TEXT_MUTATORS } from '../mutate/text.ts';
import { daysFault, firstOf, momentFault } from '../rules.ts';
import type { Fault, TextTarget } from '../target.ts';

const NOW = Date.UTC(2026, 0, 1);
const SEEDS = [
  ...['2024-09-23T14:05:00.123456789-06:00', 'Mon, 23 Sep 2024 14:05:00 GMT', '23/09/2024 14:05'],
  ...['September 23, 2024 at 2:05 p.m. EST', '23 de septiembre de 2024, 14:05 hrs', '2024-W39-1'],
  ...[
    '23 сентября 2024 г. в 14:05 МСК',
    '1727100000',
    '1727100000000',
    '20240923140500',
    '2024-267',
  ],
  ...[
    'le 23 septembre 2024',
    '２０２４年９月２３日',
    '2024-09-23 14:05:00 Europe/Madrid',
    'Sept 2024',
  ],
];
const ZONE = 'America/Mexico_City';

function* faults(text: string): Generator<Fault> {
  const { moment, doubts } = momentOf(text, { now: NOW });
  yield momentFault('the moment', moment);
  if (moment === undefined && doubts.length === 0) yield 'no moment, and no doubt says why';
  yield momentFault('the moment in a zone', momentOf(text, { now: NOW, timezone: ZONE }).moment);
  yield momentFault('the moment of a number', momentOf(Number(text), { now: NOW }).moment);
  const day = writtenDay(text, NOW);
  yield daysFault('the day', day === undefined ? undefined : { first: day, last: day });
  yield daysFault('the days', daysBetween(text));
  const wait = retryAfterMs(text, NOW);
  if (wait !== undefined && !(wait >= 0 && Number.isFinite(wait))) yield `to wait ${wait} ms`;
}

export const dates: TextTarget = {
  kind: 'text',
  name: 'dates',
  weight: 20,
  make: (chance) => mutated(SEEDS, TEXT_MUTATORS, chance),
  check: (text) => firstOf(faults(text)),
};
