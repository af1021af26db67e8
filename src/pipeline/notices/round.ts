/** One round of telling people: what should be told is noted, what is due is sent, what became of it kept. */

import type { AlertView } from '../../domain/alert-views.ts';
import type { Indicator } from '../../domain/alerts.ts';
import type { Notice, NoticeChannel } from '../../domain/notices.ts';
import { alertLetter, alertMessage, digestLetter } from '../../export/alert-message.ts';
import { type Letter, sendMail } from '../../notices/mail.ts';
import { afterTry, type Delivered } from '../../notices/retry.ts';
import { postWebhook } from '../../notices/webhook.ts';
import type { Desk } from '../desk.ts';
import { alertViews } from '../warn/alert-views.ts';
import { digestSubject, reaches, wantedNotices } from './due.ts';

/** Messages sent in one round; the rest is due in the next. */
const MOST_SENT = 50;
/** Alerts looked at for messages, the newest. */
const MOST_ALERTS = 500;
/** An alert that was raised longer ago is no news: a channel that begins today does not tell the past. */
const NEWS = 2 * 86_400_000;
const DAY = 86_400_000;

export interface NoticeRound {
  readonly noted: number;
  readonly sent: number;
  readonly failed: number;
}

export interface NoticeSettings {
  readonly channels: readonly NoticeChannel[];
  readonly version: string;
  readonly indicatorOf: (id: string) => Indicator | undefined;
  /** Address of the console, without a slash at its end, where people can reach it. */
  readonly address: string | undefined;
}

/** Does one round at the desk's clock. Never throws for what a server does. */
export async function noticeRound(desk: Desk, settings: NoticeSettings): Promise<NoticeRound> {
  const { store } = desk;
  const { channels } = settings;
  if (channels.length === 0) return { noted: 0, sent: 0, failed: 0 };
  const now = desk.now();
  const newest = await store.alerts({ states: ['new'], limit: MOST_ALERTS, offset: 0 });
  const news = newest.filter(({ raisedAt }) => raisedAt >= now - NEWS);
  const noted = await store.addNotices(wantedNotices(channels, news, now));
  let sent = 0;
  let failed = 0;
  for (const notice of await store.dueNotices(now, MOST_SENT)) {
    const delivered = await deliver(desk, settings, notice);
    await store.saveNotice(afterTry(notice, delivered, desk.now()));
    if (delivered.kind === 'sent') sent++;
    else failed++;
  }
  return { noted, sent, failed };
}

async function deliver(desk: Desk, settings: NoticeSettings, notice: Notice): Promise<Delivered> {
  const channel = settings.channels.find(({ id }) => id === notice.channel);
  if (channel === undefined) {
    return { kind: 'failed', problem: 'notices.yaml names no such channel any more', again: false };
  }
  const day = digestSubject(notice.subject);
  if (channel.kind === 'mail' && day !== undefined) {
    const views = await viewsOfDay(desk, settings, channel, day);
    const letter = digestLetter(views, day, channel.language, (view) => pageOf(settings, view));
    return sendMail(channel, { id: letterId(notice), ...letter });
  }
  const { alert } = notice;
  const found =
    alert === undefined ? undefined : (await desk.store.alertsByIds([alert])).get(alert);
  if (found === undefined) {
    return { kind: 'failed', problem: 'the desk holds no such alert', again: false };
  }
  const [view] = await alertViews(desk.store, [found], settings.indicatorOf);
  const page = pageOf(settings, view!);
  if (channel.kind === 'webhook') {
    const message = {
      id: notice.subject,
      body: alertMessage(view!, page),
      version: settings.version,
    };
    return postWebhook(channel, message, desk.now());
  }
  const letter: Letter = { id: letterId(notice), ...alertLetter(view!, channel.language, page) };
  return sendMail(channel, letter);
}

async function viewsOfDay(
  { store }: Desk,
  { indicatorOf }: NoticeSettings,
  { least }: NoticeChannel,
  day: number,
): Promise<AlertView[]> {
  const alerts = await store.alerts({ limit: MOST_ALERTS, offset: 0 });
  const ofDay = alerts.filter(
    ({ raisedAt, severity }) => raisedAt >= day && raisedAt < day + DAY && reaches(severity, least),
  );
  return alertViews(store, ofDay, indicatorOf);
}

function pageOf({ address }: NoticeSettings, { alert }: AlertView): string | undefined {
  return address === undefined ? undefined : `${address}/alerts/${alert.id}`;
}

/** One letter a channel and subject, whatever the number of tries. */
const letterId = ({ channel, subject }: Notice): string =>
  `${channel}.${subject}`.replace(/[^\w.-]/g, '-');
