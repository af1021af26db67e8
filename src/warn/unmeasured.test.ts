import { expect, test } from 'vitest';
import type { Indicator, Observation } from '../domain/alerts.ts';
import { type Round, raise } from './alerts.ts';

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
const AT = Date.UTC(2024, 5, 1);
const OBSERVED: Observation = {
  measure: 'state-pickup',
  unit: 'cascade:1',
  subject: 'Invented headline',
  value: 3,
  at: AT,
  findings: [],
  counter: [],
  confidence: 'likely',
};
const ROUND: Round = {
  indicators: [PICKUP],
  observed: [{ indicator: PICKUP.id, observation: OBSERVED }],
  cannot: new Map(),
  known: new Map(),
  asOf: AT,
  now: AT,
  version: '0.0.0',
};
const known = new Map(raise(ROUND).alerts.map((alert) => [alert.id, alert] as const));

test('a round that cannot measure an indicator leaves its alerts as they stand', () => {
  const cannot = new Map([[PICKUP.id, 'no watch list says which outlets are of the host']]);
  const { alerts, events, readings } = raise({ ...ROUND, observed: [], known, cannot });
  expect(known.size).toBe(1);
  expect({ alerts, events }).toEqual({ alerts: [], events: [] });
  expect(readings[0]?.cannot).toBe('no watch list says which outlets are of the host');
});

test('a round that can, and finds nothing, says that they stand no more', () => {
  const { alerts, events } = raise({ ...ROUND, observed: [], known });
  expect(alerts.map(({ stands }) => stands)).toEqual([false]);
  expect(events.map(({ action }) => action)).toEqual(['measured']);
});
