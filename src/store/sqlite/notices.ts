/** Messages to people outside: at most one for each channel and subject. */
import type Database from 'better-sqlite3';
import type { Notice, NoticeState } from '../../domain/notices.ts';
import type { NoticeStore } from '../notices.ts';

interface NoticeRow {
  readonly seq: number;
  readonly channel: string;
  readonly subject: string;
  readonly alert: string | null;
  readonly state: NoticeState;
  readonly tries: number;
  readonly created_at: number;
  readonly next_at: number;
  readonly sent_at: number | null;
  readonly problem: string | null;
}

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

function noticeOf(row: NoticeRow): Notice {
  const { seq, channel, subject, alert, state, tries } = row;
  return {
    ...{ seq, channel, subject, state, tries },
    alert: (alert ?? undefined) as Notice['alert'],
    createdAt: row.created_at,
    nextAt: row.next_at,
    sentAt: row.sent_at ?? undefined,
    problem: row.problem ?? undefined,
  };
}
