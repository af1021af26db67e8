/** Messages to people outside: at most one for each channel and subject. */
import type Database from 'better-sqlite3';
import type { NoticeState } from '../../domain/notices.ts';
import { type NoticeRow, noticeOf } from '../notice-rows.ts';
import type { NoticeStore } from '../notices.ts';

export function noticeTables(db: Database.Database): NoticeStore {
  const add = db.prepare(
    `INSERT INTO notice (channel, subject, alert, state, tries, created_at, next_at)
     VALUES (@channel, @subject, @alert, 'pending', 0, @at, @at)
     ON CONFLICT (channel, subject) DO NOTHING`,
  );
  const due = db.prepare(
    `SELECT * FROM notice WHERE state = 'pending' AND next_at <= ? ORDER BY next_at, seq LIMIT ?`,
  );
  const save = db.prepare(
    `UPDATE notice SET state = @state, tries = @tries, next_at = @nextAt, sent_at = @sentAt,
       problem = @problem WHERE seq = @seq`,
  );
  const list = db.prepare(
    'SELECT * FROM notice WHERE @state IS NULL OR state = @state ORDER BY seq DESC LIMIT @limit',
  );
  const counts = db.prepare('SELECT state, count(*) AS count FROM notice GROUP BY state');
  const addAll = db.transaction((notices: Parameters<NoticeStore['addNotices']>[0]) =>
    notices.reduce(
      (sum, { channel, subject, alert, at }) =>
        sum + add.run({ channel, subject, alert: alert ?? null, at }).changes,
      0,
    ),
  ).immediate;
  return {
    addNotices: async (notices) => addAll(notices),
    dueNotices: async (now, limit) => (due.all(now, limit) as NoticeRow[]).map(noticeOf),
    saveNotice: async ({ seq, state, tries, nextAt, sentAt, problem }) => {
      save.run({ seq, state, tries, nextAt, sentAt: sentAt ?? null, problem: problem ?? null });
    },
    notices: async ({ state, limit }) =>
      (list.all({ state: state ?? null, limit }) as NoticeRow[]).map(noticeOf),
    noticeCounts: async () => {
      const known = { pending: 0, sent: 0, parked: 0 };
      for (const { state, count } of counts.all() as { state: NoticeState; count: number }[]) {
        known[state] = count;
      }
      return known;
    },
  };
}
