/** What the words of an expression of time say, free of any language. */

/**
 * Expressions of time by how they are valued; `values.ts` tells how. `none` is what looks like one and
 * is not: Plaza de Mayo, a man of 37 years.
 */
export const EXPRESSIONS = [
  'date',
  'weekday',
  'day',
  'unit',
  'shift',
  'quarter',
  'half',
  'season',
  'weekend',
  'year-end',
  'decade',
  'century',
  'duration',
  'set',
  'reference',
  'none',
] as const;
export type Expression = (typeof EXPRESSIONS)[number];

/** TimeML's parts of the year: spring, summer, autumn, winter. */
export const SEASONS = ['SP', 'SU', 'FA', 'WI'] as const;
/** TimeML's parts of the day: morning, midday, afternoon, evening, night. */
export const DAY_PARTS = ['MO', 'MI', 'AF', 'EV', 'NI'] as const;
/**
 * Y, Q, M, W, D as in ISO 8601; TH, TM, TS are hours, minutes, seconds; DE ten years, CE a hundred,
 * WE weekends.
 */
export const UNITS = ['Y', 'Q', 'M', 'W', 'D', 'TH', 'TM', 'TS', 'DE', 'CE', 'WE'] as const;
export const REFERENCES = ['PAST_REF', 'PRESENT_REF', 'FUTURE_REF'] as const;

/** A number of units; `X`: some, not told how many. */
export type Amount = number | 'X';

/** The words of one expression by what they say; which there are depends on the form. */
export interface Slots {
  readonly year?: number;
  /** 1–12. */
  readonly month?: number;
  readonly day?: number;
  /** 1 (Monday) to 7. */
  readonly weekday?: number;
  readonly season?: (typeof SEASONS)[number];
  readonly unit?: (typeof UNITS)[number];
  readonly number?: Amount;
  /** 1: and a half unit more. */
  readonly half?: number;
  readonly ordinal?: number;
  /** Days from the day of publication. */
  readonly offset?: number;
  readonly part?: (typeof DAY_PARTS)[number];
  /** Before (-1), in (0) or after (1) the present unit. */
  readonly direction?: number;
  /** Minutes since midnight. */
  readonly clock?: number;
  readonly meridiem?: 'A' | 'P';
  /** The first three digits of its years. */
  readonly decade?: number;
  /** With `tail`: the first two digits of a year in words, "nineteen ninety-six". */
  readonly head?: number;
  readonly tail?: number;
  /** -1: before, 1: after, of a `shift`. */
  readonly sign?: number;
  /** 1: counted from the date that the text named last, not from the day of publication. */
  readonly anaphor?: number;
  readonly reference?: (typeof REFERENCES)[number];
}

export type SlotName = keyof Slots;
export const SLOT_NAMES = [
  'year',
  'month',
  'day',
  'weekday',
  'season',
  'unit',
  'number',
  'half',
  'ordinal',
  'offset',
  'part',
  'direction',
  'clock',
  'meridiem',
  'decade',
  'head',
  'tail',
  'sign',
  'anaphor',
  'reference',
] as const satisfies readonly SlotName[];
