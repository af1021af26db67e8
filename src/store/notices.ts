/** Messages to people outside and what became of them, as rows. */
import type { AlertId } from '../domain/ids.ts';
import type { Notice, NoticeState } from '../domain/notices.ts';

export interface NoticeStore {
  /** Adds messages; one of the same channel and subject stays as it is. Gives how many were new. */
  addNotices(
    notices: readonly {
      readonly channel: string;
      readonly subject: string;
      readonly alert: AlertId | undefined;
      readonly at: number;
    }[],
  ): Promise<number>;
  /** Pending ones whose time has come, the longest due first. */
  dueNotices(now: number, limit: number): Promise<readonly Notice[]>;
  /** What became of a try. */
  saveNotice(notice: Notice): Promise<void>;
  notices(query: {
    readonly state?: NoticeState;
    readonly limit: number;
  }): Promise<readonly Notice[]>;
  noticeCounts(): Promise<Readonly<Record<NoticeState, number>>>;
}
