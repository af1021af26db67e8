/** Which messages there should be: one an alert and channel, or one a day; and never one of before it began. */
import type { Alert, Severity } from '../../domain/alerts.ts';
import { SEVERITIES } from '../../domain/alerts.ts';
import type { AlertId } from '../../domain/ids.ts';
import type { NoticeChannel } from '../../domain/notices.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export interface WantedNotice {
  readonly channel: string;
  readonly subject: string;
  readonly alert: AlertId | undefined;
  readonly at: number;
}

/** Messages on these alerts for these channels; digests are of the day before the last hour to send one. */
export function wantedNotices(
  channels: readonly NoticeChannel[],
  alerts: readonly Alert[],
  now: number,
): WantedNotice[] {
  return channels.flatMap((channel): WantedNotice[] => {
    if (channel.kind === 'mail' && channel.when !== 'each') {
      const day = digestDay(channel.when.dailyAtHour, now);
      return [{ channel: channel.id, subject: `digest:${dayOf(day)}`, alert: undefined, at: now }];
    }
    return alerts
      .filter(({ severity }) => reaches(severity, channel.least))
      .map(({ id }) => ({ channel: channel.id, subject: `alert:${id}`, alert: id, at: now }));
  });
}

/** The day that a digest sent last at `hour` is of: the one that had ended then. Start in milliseconds, UTC. */
export function digestDay(hour: number, now: number): number {
  return Math.floor((now - hour * HOUR) / DAY) * DAY - DAY;
}

/** The day of a digest's subject, as milliseconds; undefined for other subjects. */
export function digestSubject(subject: string): number | undefined {
  const [, day] = /^digest:(\d{4}-\d{2}-\d{2})$/.exec(subject) ?? [];
  return day === undefined ? undefined : Date.parse(`${day}T00:00:00Z`);
}

export function reaches(severity: Severity, least: Severity): boolean {
  return SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(least);
}

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
