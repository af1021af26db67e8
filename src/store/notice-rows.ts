/** Rows of notices to the domain's type. */
import type { Notice, NoticeState } from '../domain/notices.ts';

export interface NoticeRow {
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

export function noticeOf(row: NoticeRow): Notice {
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
