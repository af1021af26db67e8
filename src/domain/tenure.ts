/** Who held which office from when to when, as a source states it. Facts on public offices only. */
import type { StateCode } from './reading.ts';
import type { FactSource } from './watch.ts';

/** First and last day, `YYYY-MM-DD`, both inclusive: a month is a month wide. */
export interface Days {
  readonly first: string;
  readonly last: string;
}

/** One person's time in one office. */
export interface Tenure {
  /** The person's name, and other spellings and scripts of it. */
  readonly person: string;
  readonly personNames: readonly string[];
  /** The office ("Commander, United States Northern Command"), and other ways to name it. */
  readonly office: string;
  readonly officeNames: readonly string[];
  /** The state or union whose office it is. */
  readonly state?: StateCode;
  /** When it began; absent: not stated. */
  readonly from?: Days;
  /** When it ended; absent: it had not, when the source was written (`source.date`). */
  readonly to?: Days;
  readonly source: FactSource;
}
