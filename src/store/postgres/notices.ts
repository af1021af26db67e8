/** Messages to people outside: at most one for each channel and subject. */
import type { NoticeState } from '../../domain/notices.ts';
import { type NoticeRow, noticeOf } from '../notice-rows.ts';
import type { NoticeStore } from '../notices.ts';
import type { Sql } from './database.ts';
import { insertRows } from './insert.ts';

const NOTICE = {
  table: 'notice',
  columns:
    'channel text, subject text, alert text, state text, tries bigint, created_at bigint, next_at bigint',
  onConflict: 'ON CONFLICT (channel, subject) DO NOTHING',
};

export function noticeTables(sql: Sql): NoticeStore {
  return {
    addNotices: (notices) =>
      sql.transaction((inner) =>
        insertRows(
          inner,
          NOTICE,
          notices.map(({ channel, subject, alert, at }) => [
            ...[channel, subject, alert, 'pending', 0, at, at],
          ]),
        ),
      ),
    dueNotices: async (now, limit) => {
      const rows = await sql.rows<NoticeRow>(
        `SELECT * FROM notice WHERE state = 'pending' AND next_at <= $1
         ORDER BY next_at, seq LIMIT $2`,
        [now, limit],
      );
      return rows.map(noticeOf);
    },
    saveNotice: async ({ seq, state, tries, nextAt, sentAt, problem }) => {
      await sql.run(
        `UPDATE notice SET state = $2, tries = $3, next_at = $4, sent_at = $5, problem = $6
         WHERE seq = $1`,
        [seq, state, tries, nextAt, sentAt, problem],
      );
    },
    notices: async ({ state, limit }) => {
      const rows = await sql.rows<NoticeRow>(
        'SELECT * FROM notice WHERE $1::text IS NULL OR state = $1 ORDER BY seq DESC LIMIT $2',
        [state, limit],
      );
      return rows.map(noticeOf);
    },
    noticeCounts: async () => {
      const rows = await sql.rows<{ state: NoticeState; count: number }>(
        'SELECT state, count(*) AS count FROM notice GROUP BY state',
      );
      const known = { pending: 0, sent: 0, parked: 0 };
      for (const { state, count } of rows) known[state] = count;
      return known;
    },
  };
}
