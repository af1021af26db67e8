/** Alerts and their audit log. That nothing is deleted and the log only grows, the database holds to. */
import type { Alert, AlertEvent, IndicatorReading } from '../../domain/alerts.ts';
import type { AlertId } from '../../domain/ids.ts';
import { merged } from '../alert-merge.ts';
import type { AlertQuery, AlertStore } from '../alerts.ts';
import { bodiesOf } from './bodies.ts';
import type { Sql, SqlValue } from './database.ts';

export function alertTables(sql: Sql): AlertStore {
  return { ...alertWrites(sql), ...alertReads(sql), ...logReads(sql) };
}

function alertWrites(sql: Sql): Pick<AlertStore, 'saveAlerts' | 'saveAlertStep'> {
  return {
    saveAlerts: (batch) =>
      sql.transaction(async (inner) => {
        for (const alert of batch.alerts) {
          const text = 'SELECT body FROM alert WHERE id = $1 FOR UPDATE';
          const [stored] = await bodiesOf<Alert>(inner, text, [alert.id]);
          await keepAlert(inner, merged(alert, stored, batch.events));
        }
        for (const event of batch.events) await write(inner, event);
        for (const one of batch.readings) await keepReading(inner, one);
      }),
    saveAlertStep: (alert, event) =>
      sql.transaction(async (inner) => {
        await keepAlert(inner, alert);
        await write(inner, event);
      }),
  };
}

async function keepAlert(sql: Sql, alert: Alert): Promise<void> {
  await sql.run(
    `INSERT INTO alert (id, indicator, measure, severity, state, stands, at, raised_at, measured_at, body)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     ON CONFLICT (id) DO UPDATE SET severity = excluded.severity, state = excluded.state,
       stands = excluded.stands, at = excluded.at, measured_at = excluded.measured_at, body = excluded.body`,
    [
      ...[alert.id, alert.indicator, alert.measure, alert.severity, alert.state],
      ...[Number(alert.stands), alert.at, alert.raisedAt, alert.measuredAt],
      JSON.stringify(alert),
    ],
  );
}

/** Held while the log is written: who reads it page by page must never see a line before an earlier one. */
const LOG_LOCK = 4_611_202_419;

async function write(sql: Sql, event: AlertEvent): Promise<void> {
  await sql.rows('SELECT pg_advisory_xact_lock($1)', [LOG_LOCK]);
  await sql.run(
    'INSERT INTO alert_event (alert, at, by, action, body) VALUES ($1, $2, $3, $4, $5)',
    [...[event.alert, event.at, event.by, event.action], JSON.stringify(event)],
  );
}

async function keepReading(sql: Sql, reading: IndicatorReading): Promise<void> {
  await sql.run(
    `INSERT INTO indicator_reading (indicator, body) VALUES ($1, $2)
     ON CONFLICT (indicator) DO UPDATE SET body = excluded.body`,
    [reading.indicator, JSON.stringify(reading)],
  );
}

type AlertReads = Pick<AlertStore, 'alerts' | 'countAlerts' | 'alertsByIds' | 'alertsLike'>;

/** Every filter at once: one that is not asked for lets all through. */
const WHERE = `WHERE ($1::text[] IS NULL OR state = ANY($1))
  AND ($2::text[] IS NULL OR severity = ANY($2))
  AND ($3::text IS NULL OR indicator = $3)
  AND ($4::bigint IS NULL OR stands = $4)`;

function alertReads(sql: Sql): AlertReads {
  return {
    alerts: ({ limit, offset, ...query }) =>
      bodiesOf<Alert>(
        sql,
        `SELECT body FROM alert ${WHERE} ORDER BY raised_at DESC, seq DESC LIMIT $5 OFFSET $6`,
        [...filtersOf(query), limit, offset],
      ),
    countAlerts: async (query) => {
      const text = `SELECT count(*) AS n FROM alert ${WHERE}`;
      return (await sql.row<{ n: number }>(text, filtersOf(query)))!.n;
    },
    alertsByIds: async (ids) => {
      const text = 'SELECT body FROM alert WHERE id = ANY($1)';
      return new Map((await bodiesOf<Alert>(sql, text, [ids])).map((one) => [one.id, one]));
    },
    alertsLike: async (prefix, limit) => {
      // Ids are hex digits: all that begin with the prefix lie below it with a further letter.
      const rows = await sql.rows<{ id: AlertId }>(
        'SELECT id FROM alert WHERE id >= $1 AND id < $2 ORDER BY id LIMIT $3',
        [prefix, `${prefix}g`, limit],
      );
      return rows.map(({ id }) => id);
    },
  };
}

function filtersOf({
  states,
  severities,
  indicator,
  stands,
}: Omit<AlertQuery, 'limit' | 'offset'>): SqlValue[] {
  return [states, severities, indicator, stands === undefined ? undefined : Number(stands)];
}

type LogReads = Pick<
  AlertStore,
  'alertEvents' | 'alertEventsAfter' | 'lastAlertEvent' | 'indicatorReadings'
>;

function logReads(sql: Sql): LogReads {
  return {
    alertEvents: (alert) =>
      bodiesOf<AlertEvent>(sql, 'SELECT body FROM alert_event WHERE alert = $1 ORDER BY seq', [
        alert,
      ]),
    alertEventsAfter: async (seq, limit) => {
      const rows = await sql.rows<{ seq: number; body: string }>(
        'SELECT seq, body FROM alert_event WHERE seq > $1 ORDER BY seq LIMIT $2',
        [seq, limit],
      );
      return rows.map((row) => ({ seq: row.seq, event: JSON.parse(row.body) as AlertEvent }));
    },
    lastAlertEvent: async () =>
      (await sql.row<{ last: number }>('SELECT coalesce(max(seq), 0) AS last FROM alert_event'))!
        .last,
    indicatorReadings: () =>
      bodiesOf<IndicatorReading>(sql, 'SELECT body FROM indicator_reading ORDER BY indicator'),
  };
}
