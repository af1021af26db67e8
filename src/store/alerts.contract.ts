/** What is asked of every store about alerts and their audit log. */
import { expect, it } from 'vitest';
import type { Alert, AlertEvent, IndicatorReading } from '../domain/alerts.ts';
import { alertIdOf } from '../domain/ids.ts';
import type { Store } from './store.ts';

function alertOn(unit: string, more: Partial<Alert> = {}): Alert {
  return {
    id: alertIdOf('invented', unit),
    indicator: 'invented',
    measure: 'burst',
    unit,
    subject: `Invented ${unit}`,
    value: 4,
    at: 1000,
    findings: [{ code: 'articles-now', figures: { articles: 9 }, refs: [] }],
    counter: [],
    confidence: 'likely',
    severity: 'high',
    threshold: 3,
    raisedAt: 2000,
    measuredAt: 2000,
    state: 'new',
    assignee: undefined,
    closed: undefined,
    stands: true,
    version: '0',
    indicatorDigest: 'none',
    ...more,
  };
}

const raised = (alert: Alert): AlertEvent => ({
  alert: alert.id,
  at: alert.raisedAt,
  by: 'desk',
  action: 'raised',
  value: alert.value,
});

const READING: IndicatorReading = {
  indicator: 'invented',
  measure: 'burst',
  threshold: 3,
  units: 5,
  firing: 1,
  nearest: { unit: 'b', subject: 'Invented b', value: 2 },
  cannot: undefined,
  measuredAt: 2000,
};

/** What JSON leaves of it: a field that is undefined is not there. */
const stored = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

export function describeAlerts(store: () => Store): void {
  const save = (...alerts: Alert[]): Promise<void> =>
    store().saveAlerts({ alerts, events: alerts.map(raised), readings: [READING] });

  it('keeps alerts, newest raised first, and finds them by state, severity, indicator, standing', async () => {
    const one = alertOn('one');
    const two = alertOn('two', { raisedAt: 3000, severity: 'low', stands: false });
    await save(one, two);
    const all = { limit: 10, offset: 0 };
    expect(await store().alerts(all)).toEqual(stored([two, one]));
    expect(await store().alerts({ limit: 1, offset: 1 })).toEqual(stored([one]));
    expect(await store().alerts({ ...all, severities: ['high', 'medium'] })).toEqual(stored([one]));
    expect(await store().alerts({ ...all, stands: false })).toEqual(stored([two]));
    expect(await store().alerts({ ...all, states: ['closed'] })).toEqual([]);
    expect(await store().alerts({ ...all, indicator: 'other' })).toEqual([]);
    expect(await store().countAlerts({ states: ['new'] })).toBe(2);
    expect(await store().alertsByIds([one.id])).toEqual(new Map([[one.id, stored(one)]]));
    expect(await store().alertsLike(one.id.slice(0, 6), 5)).toEqual([one.id]);
    expect(await store().indicatorReadings()).toEqual(stored([READING]));
  });

  it('keeps what a person did when the desk measures again, unless the desk opens it again', async () => {
    const alert = alertOn('one');
    await save(alert);
    const closed: Alert = { ...alert, state: 'closed', closed: 'explained' };
    const step = { alert: alert.id, at: 2500, by: 'ana', action: 'closed' } as const;
    await store().saveAlertStep(closed, { ...step, reason: 'explained' });
    const again = { ...alert, value: 6, measuredAt: 4000, raisedAt: 4000 };
    const measured = { alert: alert.id, at: 4000, by: 'desk', action: 'measured' } as const;
    await store().saveAlerts({ alerts: [again], events: [measured], readings: [] });
    const [kept] = await store().alerts({ limit: 1, offset: 0 });
    expect(kept).toMatchObject({ state: 'closed', closed: 'explained', value: 6, raisedAt: 2000 });
    const reopened = { ...measured, action: 'reopened' } as const;
    await store().saveAlerts({ alerts: [again], events: [reopened], readings: [] });
    const [open] = await store().alerts({ limit: 1, offset: 0 });
    expect(open).toMatchObject({ state: 'new', value: 6, raisedAt: 2000 });
    expect((await store().alertEvents(alert.id)).map(({ action }) => action)).toEqual([
      'raised',
      'closed',
      'measured',
      'reopened',
    ]);
  });

  it('tells what is new in the log behind a place in it', async () => {
    await save(alertOn('one'));
    const last = await store().lastAlertEvent();
    await save(alertOn('two'));
    const news = await store().alertEventsAfter(last, 10);
    expect(news.map(({ event }) => event.alert)).toEqual([alertOn('two').id]);
    expect(await store().alertEventsAfter(news[0]!.seq, 10)).toEqual([]);
    expect(await store().lastAlertEvent()).toBe(news[0]!.seq);
  });
}
