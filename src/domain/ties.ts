/**
 * What ties two states, by year: trade, distance, treaties, migrants, visits, posts; and the size of
 * one state. What the expected size of a presence is computed from. One fact of one source each.
 */
import type { StateCode } from './reading.ts';
import type { FactSource } from './watch.ts';

export const TIE_KINDS = [
  /** Of one state. */
  'gdp',
  'population',
  'ideal-point',
  /** Goods from `from` to `to`. */
  'exports',
  /** The part of the trade of `from` that goes to `to`, and the part that comes from it. */
  'export-share',
  'import-share',
  'distance',
  'contiguity',
  'common-language',
  'former-colony',
  'defence-pact',
  'neutrality-pact',
  'non-aggression-pact',
  'consultation-pact',
  /** People born in `from` who live in `to`. */
  'migrants',
  /** Embassies, consulates and other offices of `from` in `to`. */
  'posts',
  /** Visits of leaders of `from` to `to`. */
  'visits',
] as const;
export type TieKind = (typeof TIE_KINDS)[number];

/** `yes-no` is 1 or 0; `points` is a scale without a unit. */
export const TIE_UNITS = [
  'usd',
  'persons',
  'km',
  'percent',
  'points',
  'posts',
  'visits',
  'yes-no',
] as const;
export type TieUnit = (typeof TIE_UNITS)[number];

/** The unit of each kind: a kind is never stated in two. */
export const UNIT_OF_TIE: Readonly<Record<TieKind, TieUnit>> = {
  gdp: 'usd',
  population: 'persons',
  'ideal-point': 'points',
  exports: 'usd',
  'export-share': 'percent',
  'import-share': 'percent',
  distance: 'km',
  contiguity: 'yes-no',
  'common-language': 'yes-no',
  'former-colony': 'yes-no',
  'defence-pact': 'yes-no',
  'neutrality-pact': 'yes-no',
  'non-aggression-pact': 'yes-no',
  'consultation-pact': 'yes-no',
  migrants: 'persons',
  posts: 'posts',
  visits: 'visits',
};

export interface Tie {
  readonly from: StateCode;
  /** Absent: a fact of one state. */
  readonly to?: StateCode;
  readonly kind: TieKind;
  /** Absent: it does not change, or the source states no year. */
  readonly year?: number;
  readonly value: number;
  readonly unit: TieUnit;
  readonly source: FactSource;
}
