import { describe, expect, it } from 'vitest';
import type { Alert } from '../../domain/alerts.ts';
import { alertIdOf } from '../../domain/ids.ts';
import type { NoticeChannel } from '../../domain/notices.ts';
import { digestDay, digestSubject, wantedNotices } from './due.ts';

const NOW = Date.UTC(2024, 8, 23, 14);
const DAY = 86_400_000;

const HOOK: NoticeChannel = {
  kind: 'webhook',
  id: 'newsroom',
  url: 'https://hooks.newsroom.example/',
  secret: 'of the test',
  least: 'medium',
};
const MAIL: NoticeChannel = {
  kind: 'mail',
  id: 'desk',
  server: 'smtps://mail.newsroom.example',
  user: undefined,
  password: undefined,
  from: 'desk@newsroom.example',
  to: ['night@newsroom.example'],
  least: 'low',
  when: { dailyAtHour: 7 },
  language: 'es',
};

const alertOf = (unit: string, severity: Alert['severity']): Alert => ({
  id: alertIdOf('invented', unit),
  indicator: 'invented',
  measure: 'burst',
  unit,
  subject: unit,
  value: 4,
  at: NOW,
  findings: [],
  counter: [],
  confidence: 'likely',
  severity,
  threshold: 3,
  raisedAt: NOW,
  measuredAt: NOW,
  state: 'new',
  assignee: undefined,
  closed: undefined,
  stands: true,
  version: '0',
  indicatorDigest: '',
});

describe('wantedNotices', () => {
  it('wants one message for each alert that is severe enough for the channel', () => {
    const [low, high] = [alertOf('a', 'low'), alertOf('b', 'high')];
    expect(wantedNotices([HOOK], [low, high], NOW)).toEqual([
      { channel: 'newsroom', subject: `alert:${high.id}`, alert: high.id, at: NOW },
    ]);
  });

  it('wants one digest a day, of the day that had ended at the hour of sending', () => {
    const [digest] = wantedNotices([MAIL], [alertOf('a', 'low')], NOW);
    expect(digest!.subject).toBe('digest:2024-09-22');
    expect(digestSubject(digest!.subject)).toBe(Date.UTC(2024, 8, 22));
    expect(digestSubject('alert:0123')).toBeUndefined();
  });
});

describe('digestDay', () => {
  it('changes at the hour of sending and at no other', () => {
    const at = Date.UTC(2024, 8, 23, 7);
    expect(digestDay(7, at - 1)).toBe(Date.UTC(2024, 8, 21));
    expect(digestDay(7, at)).toBe(Date.UTC(2024, 8, 22));
    expect(digestDay(7, at + DAY - 1)).toBe(Date.UTC(2024, 8, 22));
  });
});
