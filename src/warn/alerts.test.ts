import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Alert, AlertEvent, Observation } from '../domain/alerts.ts';
import { type AlertId, alertIdOf } from '../domain/ids.ts';
import { DESK, indicatorDigest, type Raised, type Round, raise } from './alerts.ts';
import { DAY, indicatorOf } from './invented.fixture.ts';
import { type AlertStep, STEP_ACTIONS, stateOf, stepAlert } from './steps.ts';

const BURST = indicatorOf('burst', { id: 'burst', threshold: 3, lookBackDays: 10 });
const ASOF = Date.UTC(2024, 0, 31);

function seen(unit: string, value: number, more: Partial<Observation> = {}): Observation {
  const said = { subject: unit, findings: [], counter: [], confidence: 'likely' } as const;
  return { measure: 'burst', unit, value, at: ASOF, ...said, ...more };
}

function round(observations: readonly Observation[], more: Partial<Round> = {}): Raised {
  return raise({
    indicators: [BURST],
    observed: observations.map((observation) => ({ indicator: 'burst', observation })),
    cannot: new Map(),
    known: new Map(),
    asOf: ASOF,
    now: ASOF + DAY,
    version: '0.0.0',
    ...more,
  });
}

const byId = (alerts: readonly Alert[]): Map<AlertId, Alert> =>
  new Map(alerts.map((alert) => [alert.id, alert]));
const actions = ({ events }: Raised): string[] => events.map(({ action }) => action);
const ONE = alertIdOf('burst', 'one');

describe('raise', () => {
  test('of nothing raises nothing, and says that nothing was measured', () => {
    expect(round([])).toEqual({
      alerts: [],
      events: [],
      readings: [
        {
          indicator: 'burst',
          measure: 'burst',
          threshold: 3,
          units: 0,
          firing: 0,
          nearest: undefined,
          cannot: undefined,
          measuredAt: ASOF + DAY,
        },
      ],
    });
  });

  test('fires at the threshold exactly, and not below', () => {
    const { alerts, events } = round([seen('one', 3), seen('two', 2.9)]);
    expect(alerts).toEqual([
      {
        ...seen('one', 3),
        id: ONE,
        indicator: 'burst',
        severity: 'medium',
        threshold: 3,
        raisedAt: ASOF + DAY,
        measuredAt: ASOF + DAY,
        state: 'new',
        assignee: undefined,
        closed: undefined,
        stands: true,
        version: '0.0.0',
        indicatorDigest: indicatorDigest(BURST),
      },
    ]);
    expect(events).toEqual([{ alert: ONE, at: ASOF + DAY, by: DESK, action: 'raised', value: 3 }]);
  });

  test('no value that is no number fires', () => {
    const strange = [Number.NaN, Number.NEGATIVE_INFINITY, -3];
    expect(round(strange.map((value, i) => seen(`${i}`, value))).alerts).toEqual([]);
  });

  test('the same round twice adds nothing to the log', () => {
    const units = [seen('one', 3), seen('two', 9), seen('three', 1)];
    const first = round(units);
    const again = round(units, { known: byId(first.alerts) });
    expect(again).toEqual({ ...first, events: [] });
  });

  test('of several observations of one unit the highest counts', () => {
    const { alerts, readings } = round([seen('one', 4), seen('one', 8), seen('one', 5)]);
    expect(alerts.map(({ value }) => value)).toEqual([8]);
    expect(readings[0]).toMatchObject({ units: 1, firing: 1 });
  });

  test('what is older than is looked back on does not count; its last day does', () => {
    const at = ASOF - 10 * DAY;
    expect(round([seen('one', 9, { at: at - 1 })]).alerts).toEqual([]);
    expect(round([seen('one', 9, { at })]).alerts).toHaveLength(1);
  });

  test('says how near the nearest quiet unit is', () => {
    const [reading] = round([seen('a', 2), seen('b', 2.5), seen('c', 7), seen('d', 0)]).readings;
    expect(reading).toMatchObject({ units: 4, firing: 1 });
    expect(reading?.nearest).toEqual({ unit: 'b', subject: 'b', value: 2.5 });
  });

  test('an observation counts for its own indicator alone', () => {
    const other = { ...BURST, id: 'other', threshold: 1 };
    const { readings, alerts } = round([seen('one', 3)], { indicators: [other, BURST] });
    expect(readings.map(({ units }) => units)).toEqual([0, 1]);
    expect(alerts.map(({ indicator }) => indicator)).toEqual(['burst']);
  });

  test('measures a known alert anew: one event where its value or standing changed', () => {
    const known = byId(round([seen('one', 5)]).alerts);
    const higher = round([seen('one', 6)], { known, now: ASOF + 2 * DAY });
    expect(higher.events).toEqual([
      { alert: ONE, at: ASOF + 2 * DAY, by: DESK, action: 'measured', value: 6 },
    ]);
    expect(higher.alerts[0]).toMatchObject({ raisedAt: ASOF + DAY, measuredAt: ASOF + 2 * DAY });
    const below = round([seen('one', 2)], { known });
    expect(actions(below)).toEqual(['measured']);
    expect(below.alerts[0]).toMatchObject({ stands: false, value: 2, state: 'new' });
    expect(actions(round([seen('one', 2)], { known: byId(below.alerts) }))).toEqual([]);
  });

  test('what fires no more is told once', () => {
    const known = byId(round([seen('one', 5)]).alerts);
    const gone = round([], { known });
    expect(gone.alerts[0]).toMatchObject({ stands: false, value: 5 });
    expect(actions(gone)).toEqual(['measured']);
    expect(round([], { known: byId(gone.alerts) })).toMatchObject({ alerts: [], events: [] });
  });

  test('leaves alerts of other indicators alone', () => {
    const known = byId(round([seen('one', 5)]).alerts);
    const other = { ...BURST, id: 'other' };
    expect(round([], { known, indicators: [other] })).toMatchObject({ alerts: [], events: [] });
  });

  test('carries the indicator as it now is', () => {
    const known = byId(round([seen('one', 5)]).alerts);
    const stricter = { ...BURST, threshold: 6, severity: 'low' } as const;
    const { alerts } = round([seen('one', 5)], { known, indicators: [stricter] });
    expect(alerts[0]).toMatchObject({
      stands: false,
      threshold: 6,
      severity: 'low',
      indicatorDigest: indicatorDigest(stricter),
    });
  });
});

describe('raise, of a closed alert', () => {
  const [alert] = round([seen('one', 5)]).alerts as [Alert];
  const closed: Alert = { ...alert, state: 'closed', closed: 'explained', assignee: 'ana' };
  const known = byId([closed]);

  test.each([0, 2, 4, 5, 7.9])('a value of %f leaves it closed, and the log as it is', (value) => {
    const again = round([seen('one', value)], { known });
    expect(again.events).toEqual([]);
    expect(again.alerts[0]).toMatchObject({
      state: 'closed',
      closed: 'explained',
      assignee: 'ana',
      value: 5,
      stands: value >= 3,
    });
  });

  test.each([8, 20])('a value of %i opens it again, as new and as nobody’s', (value) => {
    const again = round([seen('one', value)], { known });
    expect(again.events).toEqual([
      { alert: ONE, at: ASOF + DAY, by: DESK, action: 'reopened', value },
    ]);
    expect(again.alerts[0]).toMatchObject({
      state: 'new',
      closed: undefined,
      assignee: undefined,
      value,
      stands: true,
    });
  });

  test('growth counts from where it was closed, however slowly it comes', () => {
    let alerts = known;
    const told: string[] = [];
    for (const value of [6, 7, 7.5, 7.9, 8]) {
      const next = round([seen('one', value)], { known: alerts });
      told.push(...actions(next));
      alerts = byId(next.alerts);
    }
    expect(told).toEqual(['reopened']);
  });

  test('stays closed, without a word, where nothing is left of it', () => {
    const gone = round([], { known });
    expect(gone.events).toEqual([]);
    expect(gone.alerts[0]).toMatchObject({ state: 'closed', stands: false, value: 5 });
  });
});

describe('over any rounds and steps', () => {
  const units = fc.constantFrom('one', 'two', 'three');
  const observation = fc.record({ unit: units, value: fc.integer({ min: 0, max: 14 }) });
  const observations = fc.array(observation, { maxLength: 5 });

  test('the order of what was observed does not matter', () => {
    const permuted = observations.chain((list) =>
      fc.tuple(
        fc.constant(list),
        fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
      ),
    );
    fc.assert(
      fc.property(permuted, ([list, other]) => {
        const [a, b] = [list, other].map((some) =>
          round(some.map(({ unit, value }) => seen(unit, value))),
        );
        expect(a).toEqual(b);
      }),
    );
  });

  const step = fc.record({
    action: fc.constantFrom(...STEP_ACTIONS),
    assignee: fc.constantFrom('ana', ''),
    reason: fc.constantFrom('explained', 'error', undefined),
    note: fc.constantFrom('seen', '', undefined),
  });
  const turns = fc.array(
    fc.oneof(
      fc.record({ kind: fc.constant('round' as const), observations }),
      fc.record({ kind: fc.constant('step' as const), unit: units, step }),
    ),
    { maxLength: 25 },
  );

  test('the log tells the state that is kept, and the value of what is open', () => {
    fc.assert(
      fc.property(turns, (all) => {
        const alerts = new Map<AlertId, Alert>();
        const log: AlertEvent[] = [];
        for (const [at, turn] of all.entries()) {
          if (turn.kind === 'round') {
            const list = turn.observations.map(({ unit, value }) => seen(unit, value));
            const next = round(list, { known: alerts, now: at });
            for (const one of next.alerts) alerts.set(one.id, one);
            log.push(...next.events);
            continue;
          }
          const alert = alerts.get(alertIdOf('burst', turn.unit));
          if (alert === undefined) continue;
          const { action, assignee, reason, note } = turn.step;
          const asked: AlertStep = {
            action,
            by: 'ana',
            at,
            assignee,
            ...(reason !== undefined && { reason }),
            ...(note !== undefined && { note }),
          };
          const taken = stepAlert(alert, asked);
          if ('refused' in taken) continue;
          alerts.set(taken.alert.id, taken.alert);
          log.push(taken.event);
        }
        for (const alert of alerts.values()) {
          const own = log.filter((event) => event.alert === alert.id);
          const { state, assignee, closed } = alert;
          expect(stateOf(own)).toEqual({ state, assignee, closed });
          expect(own[0]).toMatchObject({ action: 'raised', at: alert.raisedAt });
          expect(own.filter(({ action }) => action === 'raised')).toHaveLength(1);
          const told = own.findLast(({ value }) => value !== undefined);
          expect(told?.value).toBe(alert.value);
        }
      }),
    );
  });
});
