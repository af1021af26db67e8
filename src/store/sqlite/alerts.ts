/** Alerts and their audit log. That nothing is deleted and the log only grows, the database holds to. */
import type Database from 'better-sqlite3';
import type { Alert, AlertEvent, IndicatorReading } from '../../domain/alerts.ts';
import type { AlertId } from '../../domain/ids.ts';
import { merged } from '../alert-merge.ts';
import type { AlertQuery, AlertStore } from '../alerts.ts';

export function alertTables(db: Database.Database): AlertStore {
  return { ...alertWrites(db), ...alertReads(db), ...logReads(db) };
}

function alertWrites(db: Database.Database): Pick<AlertStore, 'saveAlerts' | 'saveAlertStep'> {
  const keep = db.prepare(
    `INSERT INTO alert (id, indicator, measure, severity, state, stands, at, raised_at, measured_at, body)
     VALUES (@id, @indicator, @measure, @severity, @state, @stands, @at, @raisedAt, @measuredAt, @body)
     ON CONFLICT (id) DO UPDATE SET severity = excluded.severity, state = excluded.state,
       stands = excluded.stands, at = excluded.at, measured_at = excluded.measured_at, body = excluded.body`,
  );
  const log = db.prepare(
    'INSERT INTO alert_event (alert, at, by, action, body) VALUES (?, ?, ?, ?, ?)',
  );
  const read = db.prepare(
    `INSERT INTO indicator_reading (indicator, body) VALUES (?, ?)
     ON CONFLICT (indicator) DO UPDATE SET body = excluded.body`,
  );
  const keepAlert = (alert: Alert): void => {
    keep.run({
      id: alert.id,
      indicator: alert.indicator,
      measure: alert.measure,
      severity: alert.severity,
      state: alert.state,
      stands: Number(alert.stands),
      at: alert.at,
      raisedAt: alert.raisedAt,
      measuredAt: alert.measuredAt,
      body: JSON.stringify(alert),
    });
  };
  const write = (event: AlertEvent): void => {
    log.run(event.alert, event.at, event.by, event.action, JSON.stringify(event));
  };
  const stored = db.prepare('SELECT body FROM alert WHERE id = ?').pluck();
  const storedOf = (id: AlertId): Alert | undefined => {
    const body = stored.get(id) as string | undefined;
    return body === undefined ? undefined : alertOf(body);
  };
  const saveAlerts: AlertStore['saveAlerts'] = async (batch) => {
    db.transaction(() => {
      for (const alert of batch.alerts) {
        keepAlert(merged(alert, storedOf(alert.id), batch.events));
      }
      for (const event of batch.events) write(event);
      for (const one of batch.readings) read.run(one.indicator, JSON.stringify(one));
    }).immediate();
  };
  return {
    saveAlerts,
    saveAlertStep: async (alert, event) => {
      db.transaction(() => {
        keepAlert(alert);
        write(event);
      }).immediate();
    },
  };
}

type AlertReads = Pick<AlertStore, 'alerts' | 'countAlerts' | 'alertsByIds' | 'alertsLike'>;

/** Every filter at once: one that is not asked for lets all through. */
const WHERE = `WHERE (@states IS NULL OR state IN (SELECT value FROM json_each(@states)))
  AND (@severities IS NULL OR severity IN (SELECT value FROM json_each(@severities)))
  AND (@indicator IS NULL OR indicator = @indicator)
  AND (@stands IS NULL OR stands = @stands)`;

function alertReads(db: Database.Database): AlertReads {
  const list = db
    .prepare(
      `SELECT body FROM alert ${WHERE} ORDER BY raised_at DESC, seq DESC LIMIT @limit OFFSET @offset`,
    )
    .pluck();
  const count = db.prepare(`SELECT count(*) FROM alert ${WHERE}`).pluck();
  const byIds = db
    .prepare('SELECT body FROM alert WHERE id IN (SELECT value FROM json_each(?))')
    .pluck();
  const like = db
    .prepare('SELECT id FROM alert WHERE id >= @from AND id < @to ORDER BY id LIMIT @limit')
    .pluck();
  return {
    alerts: async ({ limit, offset, ...query }) =>
      (list.all({ ...filtersOf(query), limit, offset }) as string[]).map(alertOf),
    countAlerts: async (query) => count.get(filtersOf(query)) as number,
    alertsByIds: async (ids) => {
      const found = (byIds.all(JSON.stringify(ids)) as string[]).map(alertOf);
      return new Map(found.map((one) => [one.id, one]));
    },
    // Ids are hex digits: all that begin with the prefix lie below it with a further letter.
    alertsLike: async (prefix, limit) =>
      like.all({ from: prefix, to: `${prefix}g`, limit }) as AlertId[],
  };
}

const alertOf = (body: string): Alert => JSON.parse(body) as Alert;

function filtersOf({
  states,
  severities,
  indicator,
  stands,
}: Omit<AlertQuery, 'limit' | 'offset'>): Record<string, string | number | null> {
  return {
    states: states === undefined ? null : JSON.stringify(states),
    severities: severities === undefined ? null : JSON.stringify(severities),
    indicator: indicator ?? null,
    stands: stands === undefined ? null : Number(stands),
  };
}

type LogReads = Pick<
  AlertStore,
  'alertEvents' | 'alertEventsAfter' | 'lastAlertEvent' | 'indicatorReadings'
>;

function logReads(db: Database.Database): LogReads {
  const ofAlert = db.prepare('SELECT body FROM alert_event WHERE alert = ? ORDER BY seq').pluck();
  const after = db.prepare('SELECT seq, body FROM alert_event WHERE seq > ? ORDER BY seq LIMIT ?');
  const last = db.prepare('SELECT coalesce(max(seq), 0) FROM alert_event').pluck();
  const readings = db.prepare('SELECT body FROM indicator_reading ORDER BY indicator').pluck();
  return {
    alertEvents: async (alert) => (ofAlert.all(alert) as string[]).map(eventOf),
    alertEventsAfter: async (seq, limit) =>
      (after.all(seq, limit) as { seq: number; body: string }[]).map((row) => ({
        seq: row.seq,
        event: eventOf(row.body),
      })),
    lastAlertEvent: async () => last.get() as number,
    indicatorReadings: async () =>
      (readings.all() as string[]).map((body) => JSON.parse(body) as IndicatorReading),
  };
}

const eventOf = (body: string): AlertEvent => JSON.parse(body) as AlertEvent;
