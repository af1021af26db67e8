/** Lengths of time, and times that come again, as TIMEX3 writes them: `P3D`, `PT2H`, `XXXX-WXX-2`. */
import { pad } from './calendar.ts';
import type { Slots } from './slots.ts';

/** TIMEX3's letter of a unit, and how many of it make the unit. */
const LETTERS = {
  Y: ['Y', 1],
  Q: ['Q', 1],
  M: ['M', 1],
  W: ['W', 1],
  D: ['D', 1],
  TH: ['TH', 1],
  TM: ['TM', 1],
  TS: ['TS', 1],
  DE: ['Y', 10],
  CE: ['Y', 100],
  WE: ['WE', 1],
} as const satisfies Record<NonNullable<Slots['unit']>, readonly [string, number]>;

/** What half a unit is: half a year is six months. Empty: none that has a name. */
const HALVES = {
  Y: '6M',
  Q: '',
  M: '15D',
  W: '',
  D: 'T12H',
  TH: '30M',
  TM: '30S',
  TS: '',
  DE: '',
  CE: '',
  WE: '',
} as const satisfies Record<NonNullable<Slots['unit']>, string>;

/** Some of a unit, where that is not `X` and its letter: some tens of years are `PXE`. */
const UNTOLD: Readonly<Partial<Record<NonNullable<Slots['unit']>, string>>> = {
  TH: 'TXH',
  TM: 'TXM',
  TS: 'TXS',
  DE: 'XE',
  CE: 'XC',
};

/** `undefined` where no unit is said. */
export function durationOf({ unit, number = 1, half }: Slots): string | undefined {
  if (unit === undefined) return undefined;
  const [letter, size] = LETTERS[unit];
  if (number === 'X') {
    return `P${UNTOLD[unit] ?? `X${letter}`}`;
  }
  const amount = (number + (half === 1 ? 0.5 : 0)) * size;
  const rest = amount % 1 === 0.5 ? HALVES[unit] : '';
  const whole = rest === '' ? amount : amount - 0.5;
  // "Half a year" has no years beside its months; "0 years" has nothing else.
  const said = whole !== 0 || rest === '';
  if (letter.startsWith('T')) return `PT${said ? `${whole}${letter.slice(1)}` : ''}${rest}`;
  return `P${said ? `${whole}${letter}` : ''}${rest}`;
}

/** "every Tuesday", "each July", "every morning", "twice a year". */
export function setOf(slots: Slots): string | undefined {
  const { weekday, month, season, part } = slots;
  if (weekday !== undefined) return `XXXX-WXX-${weekday}${part === undefined ? '' : `T${part}`}`;
  if (month !== undefined) return `XXXX-${pad(month, 2)}`;
  if (season !== undefined) return `XXXX-${season}`;
  if (part !== undefined) return `XXXX-XX-XXT${part}`;
  return durationOf(slots);
}
