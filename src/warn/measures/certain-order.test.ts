import { expect, test } from 'vitest';
import type { Indicator } from '../../domain/alerts.ts';
import type { ArticleId, CascadeId, CheckId } from '../../domain/ids.ts';
import type { Moment } from '../../domain/moment.ts';
import { observeDebunked } from './debunked-repeat.ts';
import { observePickup, type PickupEcho } from './state-pickup.ts';

const HOUR = 3_600_000;
const nothing = { en: '-', es: '-' };
const PICKUP: Indicator = {
  id: 'state-media-unattributed',
  measure: 'state-pickup',
  title: nothing,
  why: nothing,
  severity: 'high',
  threshold: 2,
  lookBackDays: 90,
  windowDays: 7,
  baselineDays: 0,
  rivals: [],
  clears: [],
  enabled: true,
};

function moment(earliest: number, latest = earliest): Moment {
  return { earliest, latest, precision: 'second', zone: 'stated' };
}

function echo(publisher: string, at: Moment | undefined): PickupEcho {
  const article = `article of ${publisher}` as ArticleId;
  const passage = { begin: 0, end: 9 };
  return { article, publisher, outlet: publisher, at, credit: 'dropped', local: true, passage };
}

function pickups(echoes: readonly PickupEcho[]) {
  const article = 'origin' as ArticleId;
  const at = moment(0, 10 * HOUR);
  const origin = { article, outlet: 'Radio Valdoria', at, state: 'XV', orderOpen: false };
  return observePickup({ cascade: 'c' as CascadeId, subject: '-', origin, echoes }, PICKUP);
}

test('what is surely later and surely within the window counts, and nothing else', () => {
  const week = 7 * 24 * HOUR;
  expect(pickups([echo('a.example', moment(10 * HOUR + 1))]).value).toBe(1);
  expect(pickups([echo('a.example', moment(week))]).value).toBe(1);
  // Bounds that touch, that overlap, that may lie before; beyond the window, perhaps; no date at all.
  expect(pickups([echo('a.example', moment(10 * HOUR, 20 * HOUR))]).value).toBe(0);
  expect(pickups([echo('a.example', moment(5 * HOUR, 20 * HOUR))]).value).toBe(0);
  expect(pickups([echo('a.example', moment(-HOUR))]).value).toBe(0);
  expect(pickups([echo('a.example', moment(11 * HOUR, week + 1))]).value).toBe(0);
  expect(pickups([echo('a.example', undefined)]).value).toBe(0);
});

test('a cascade of any size is measured', () => {
  const many = Array.from({ length: 150_000 }, (_, i) => echo(`${i}.example`, moment(11 * HOUR)));
  const { value, at } = pickups(many);
  expect({ value, at }).toEqual({ value: 150_000, at: 11 * HOUR });
  const check = { id: 'k' as CheckId, checker: 'Verifica', at: undefined, confidence: 1 };
  const span = { begin: 0, end: 9 };
  const echoes = many.map((one) => ({ ...one, amplifies: true, span, days: { min: 2, max: 3 } }));
  const facts = { unit: 'cascade:c', subject: '-', check: { ...check, verdict: 'false' }, echoes };
  const observed = observeDebunked(facts);
  expect(observed.value).toBe(150_000);
  expect(observed.at).toBe(11 * HOUR);
  expect(observed.findings[1]?.figures).toEqual({ publishers: 150_000, days: 2 });
});
